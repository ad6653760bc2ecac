"""Prints the payloads of one link, with pairing, losses, an absence and a reconnect: for comparing two processes."""

from __future__ import annotations

import asyncio
import json
import sys

from bleak import BleakClient

from device.ble_link import BleLink
from device.errors import ToolLost
from device.scan import find
from protocol import uuids
from protocol.control import Command, Request
from protocol.link import Payload
from simulator.air import VirtualTools, virtual_tools
from simulator.radio_model import RadioModel
from tests.pretend import PretendTool
from tests.virtual import run_virtual


async def story() -> list[Payload]:
    """Pair with one of two tools, stream, lose it, find it again."""
    radio = RadioModel(event_loss=0.1, advert_loss=0.2, supervision_s=2)
    tools = await virtual_tools([PretendTool(serial="PT-0001"), PretendTool(serial="PT-0002")], radio)
    await pair(tools)
    payloads = await stream(tools, away_after_s=10)
    tools.air.in_range = True
    payloads += await stream(tools, away_after_s=5)
    await tools.close()
    return payloads


async def pair(tools: VirtualTools) -> None:
    """Write to Setup, which needs a bond."""
    tool = await find("PT-0002", 10, tools.backend)
    async with BleakClient(tool.device, backend=tools.backend.client) as client:
        await client.write_gatt_char(uuids.SETUP, bytes(Request(Command.GET, 1, b"\x01")), response=True)


async def stream(tools: VirtualTools, away_after_s: float) -> list[Payload]:
    """Return what arrives until the tool has been carried away."""
    link = BleLink(await find("PT-0002", 10, tools.backend), backend=tools.backend, simulated=True)
    await link.open()
    await link.command(Command.START, 0)
    asyncio.get_running_loop().call_later(away_after_s, carry_away, tools)
    payloads = list[Payload]()
    try:
        async for payload in link.payloads():
            payloads.append(payload)
    except ToolLost:
        await link.close()
    return payloads


def carry_away(tools: VirtualTools) -> None:
    """Put everything out of range."""
    tools.air.in_range = False


if __name__ == "__main__":
    json.dump([(each.channel, each.arrival_s.hex(), each.data.hex()) for each in run_virtual(story())], sys.stdout)
