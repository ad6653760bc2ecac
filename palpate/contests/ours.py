"""The whole link: the simulated tool's radio, the air, bleak, and the link that a runner reads."""

from __future__ import annotations

import asyncio

from device.ble_link import BleLink
from device.scan import find
from palpate.contests.bare import LIMIT_S
from palpate.contests.counting_tool import SERIAL, CountingTool
from palpate.contests.heard import Cost, Stopwatch
from protocol.control import Command
from protocol.link import Channel
from simulator.air import virtual_tool
from simulator.radio_model import RadioModel

AT_ONCE = RadioModel(interval_s=0.0)
"""As bumble's own air, so that nobody waits for a connection event."""


async def ours(count: int, rate_hz: float) -> Cost:
    """Send `count` notifications at `rate_hz` and take them where a runner does."""
    tool = CountingTool(count, rate_hz)
    air = await virtual_tool(tool, AT_ONCE)
    link = BleLink(await find(SERIAL, LIMIT_S, air.backend), backend=air.backend, simulated=True)
    await link.open()
    watch = Stopwatch(count)
    await link.command(Command.START, 0)
    async with asyncio.timeout(LIMIT_S):
        async for payload in link.payloads():
            if payload.channel is Channel.SAMPLES:
                watch.hear(payload.data)
            if watch.full:
                break
    await link.close()
    await air.close()
    return watch.cost(tool.said_s)
