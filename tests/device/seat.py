"""Who reads a link as a session does, and what is left when it is closed."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager

from device.backend import Backend
from device.link_status import LinkStatus
from device.states import Online
from device.steady_link import SteadyLink
from protocol.control import Command
from protocol.errors import LinkLost
from protocol.link import Channel, Payload
from simulator.air import VirtualTools, virtual_tools
from simulator.radio_model import RadioModel
from tests.pretend import PretendTool, number_of


class Seat:
    """Reads a link as a session does: START whenever a connection begins. Keeps all it sees."""

    def __init__(self, link: SteadyLink, tools: VirtualTools) -> None:
        self.link = link
        self.tools = tools
        self.payloads: list[Payload] = []
        self.statuses: list[LinkStatus] = []
        self._starts: set[asyncio.Task[None]] = set()

    async def read(self) -> None:
        async for payload in self.link.payloads():
            self.payloads.append(payload)
            if payload.channel is Channel.LAYOUT:
                self._starts.add(asyncio.create_task(self._start()))

    async def watch(self) -> None:
        async for status in self.link.statuses():
            self.statuses.append(status)

    async def until(self, state: type[object], within_s: float = 60.0) -> LinkStatus:
        """Wait for a state."""
        async with asyncio.timeout(within_s):
            async for status in self.link.statuses():
                if isinstance(status.state, state):
                    return status
        raise AssertionError(f"closed without {state}")

    async def again(self, within_s: float = 60.0) -> LinkStatus:
        """Wait for one more connection than there were."""
        known = self.link.status.connections
        async with asyncio.timeout(within_s):
            async for status in self.link.statuses():
                if isinstance(status.state, Online) and status.connections > known:
                    return status
        raise AssertionError("closed without another connection")

    @property
    def numbers(self) -> list[int]:
        return [number_of(each.data) for each in self.payloads if each.channel is Channel.SAMPLES]

    @property
    def states(self) -> list[str]:
        names = [type(each.state).__name__ for each in self.statuses]
        return [name for name, _ in itertools.groupby(names)]

    async def _start(self) -> None:
        try:
            await self.link.command(Command.START, 0)
        except (LinkLost, TimeoutError):
            return


@asynccontextmanager
async def seat(
    tools: Sequence[PretendTool] = (),
    wanted: Sequence[str] = ("PT-0001",),
    stack: Callable[[VirtualTools], Backend] = lambda tools: tools.backend,
    radio: RadioModel | None = None,
) -> AsyncIterator[Seat]:
    """Switch tools on, want some of them, read until the block ends."""
    air = await virtual_tools(tools or [PretendTool()], radio)
    link = SteadyLink(wanted, backend=stack(air), simulated=True, seed=1)
    place = Seat(link, air)
    try:
        async with link:
            reading = asyncio.gather(place.read(), place.watch())
            yield place
        await reading
        assert ours() == []
    finally:
        await air.close()


def ours() -> list[str]:
    """Tasks of the link that are left."""
    names = [getattr(task.get_coro(), "__qualname__", "") for task in asyncio.all_tasks()]
    return [
        name
        for name in names
        if name.startswith(("SteadyLink.", "Visit.", "BleLink.", "Listening.", "BleakClient.", "BleakScanner."))
    ]
