"""A tool that answers on Setup, and who is paired with it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from device.backend import Backend
from device.ble_link import BleLink
from device.scan import find
from protocol.control import Reply, Request, Result
from simulator.air import VirtualTools
from tests.device.bench import Bench, bench
from tests.pretend import PretendTool


class Settable(PretendTool):
    """Answers GET with what is asked for."""

    def write_setup(self, t_s: float, data: bytes) -> list[bytes]:
        request = Request.from_bytes(data)
        return [bytes(Reply.of(request, Result.OK, *request.parameters))]


@asynccontextmanager
async def opened(tool: PretendTool | None = None) -> AsyncIterator[Bench]:
    async with bench(tool or Settable()) as place:
        await place.link.open()
        yield place


@asynccontextmanager
async def next_link(tools: VirtualTools, backend: Backend | None = None) -> AsyncIterator[BleLink]:
    link = BleLink(await find("PT-0001", 5, tools.backend), backend=backend or tools.backend, simulated=True)
    try:
        await link.open()
        yield link
    finally:
        await link.close()


async def bonds(tools: VirtualTools) -> tuple[int, int]:
    """How many the tool is paired with, and how many the computer."""
    tool, computer = tools.peripheral.device.keystore, tools.central.keystore
    assert tool is not None
    assert computer is not None
    return len(await tool.get_all()), len(await computer.get_all())


async def forget(tools: VirtualTools) -> None:
    """Let the tool forget whom it was paired with, as after a reset."""
    keys = tools.peripheral.device.keystore
    assert keys is not None
    await keys.delete_all()
