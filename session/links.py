"""Links by name: `ble:SERIAL`, `sim:SCENARIO`, `progressor:ADDRESS`; a bare serial number is a tool over Bluetooth."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, nullcontext
from typing import TYPE_CHECKING, Final, NamedTuple

from protocol.link import LiveLink
from session.errors import InputError
from session.runner import Runner
from session.view import LinkState

if TYPE_CHECKING:
    from device.backend import Backend
    from device.link_status import LinkStatus
    from device.steady_link import SteadyLink

FIND_S: Final = 30.0
"""As long as a person waits for a tool that is being switched on; a link that was there once is waited for longer."""

OWN_SCHEMES: Final = ("ble", "sim")
"""Every other one is the name of a driver (docs/drivers.md)."""


class LinkName(NamedTuple):
    """Which tool, and how it is reached."""

    scheme: str
    which: str | None
    """Serial number, address or scenario; None: the only one in range."""
    reads: bool = False
    """Whether it is an instrument of another make: it measures, and guides nobody."""

    @staticmethod
    def of(text: str | None) -> LinkName:
        """Read a name; raises `InputError`."""
        if not text:
            return LinkName("ble", None)
        from device.drivers.registry import OWN, driver_names

        scheme, colon, which = text.partition(":")
        if scheme in driver_names():
            return LinkName(scheme, which or None, reads=True)
        if not colon:
            return LinkName("ble", text)
        if scheme not in OWN_SCHEMES or not which:
            drivers = " or ".join(f"{each}:ADDRESS" for each in driver_names())
            raise InputError(f"“{text}” names no tool: write its serial number, ble:SERIAL, sim:SCENARIO, {drivers}")
        simulated = scheme == "sim" and which in {point.name for point in OWN}
        return LinkName(scheme, which, reads=simulated)


class Opened(NamedTuple):
    """A link that is open."""

    link: LiveLink
    serial: str
    join: Callable[[Runner], None]
    """To be called in the loop before the runner starts: who else listens to it or tells it something."""


@asynccontextmanager
async def open_link(name: LinkName, backend: Backend | None = None) -> AsyncIterator[Opened]:
    """Open it in the running loop and close it at the end.

    Raises `DeviceError` where Bluetooth or the tool is not there, `InputError` for an unknown scenario and where
    several tools are in range and none was named.
    """
    opened = _simulated(name.which or "") if name.scheme == "sim" else _over_bluetooth(name.which, backend)
    async with opened as link:
        yield link


@asynccontextmanager
async def _simulated(scenario: str) -> AsyncIterator[Opened]:
    from session.rehearsal import following
    from simulator.in_process import InProcessLink
    from simulator.scenario import SCENARIOS
    from simulator.tool import Tool

    if scenario not in SCENARIOS:
        raise InputError(f"there is no scenario “{scenario}”; there are: {', '.join(SCENARIOS)}")
    tool = Tool(SCENARIOS[scenario], 1)
    link = InProcessLink(tool)
    try:
        yield Opened(link, SCENARIOS[scenario].serial, following(tool))
    finally:
        await link.close()


@asynccontextmanager
async def _over_bluetooth(serial: str | None, backend: Backend | None) -> AsyncIterator[Opened]:
    from device.steady_link import SteadyLink
    from session.hci import Bluetooth, bluetooth

    telling: set[asyncio.Task[None]] = set()
    async with (
        nullcontext(Bluetooth(backend, simulated=False)) if backend else bluetooth() as used,
        SteadyLink([serial] if serial else [], backend=used.backend, simulated=used.simulated) as link,
    ):
        reached = await _first_connection(link, serial)

        def join(runner: Runner) -> None:
            telling.add(asyncio.create_task(_tell(link, runner)))

        try:
            yield Opened(link, reached, join)
        finally:
            for task in telling:
                task.cancel()
            await asyncio.gather(*telling, return_exceptions=True)


async def _first_connection(link: SteadyLink, serial: str | None) -> str:
    """The serial number of the tool that answers; from then on the link waits for it however long it takes."""
    from device.errors import BluetoothOff, ToolNotFound
    from device.states import Choosing, Off, Online

    try:
        async with asyncio.timeout(FIND_S):
            async for status in link.statuses():
                match status.state:
                    case Online(serial=reached):
                        return reached
                    case Off(reason=reason):
                        raise BluetoothOff(reason)
                    case Choosing(in_range=tools):
                        raise InputError(f"several tools are in range: add --tool {_any(tools)}")
                    case _:
                        pass
    except TimeoutError as error:
        raise ToolNotFound(serial, FIND_S) from error
    raise ToolNotFound(serial, FIND_S)


def _any(tools: tuple[tuple[str, str, float], ...]) -> str:
    return " or ".join(sorted({tool[0] for tool in tools}))


async def _tell(link: SteadyLink, runner: Runner) -> None:
    async for status in link.statuses():
        runner.link_says(*_said(status))


def _said(status: LinkStatus) -> tuple[LinkState, str]:
    from device.states import Closed, Online

    match status.state:
        case Online():
            return LinkState.ONLINE, ""
        case Closed():
            return LinkState.ENDED, ""
        case _:
            return LinkState.LOST if status.connections else LinkState.CONNECTING, status.sentence
