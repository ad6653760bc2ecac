"""Links by name: `ble:SERIAL`, `sim:SCENARIO`, `progressor:ADDRESS`; a bare serial number is a tool over Bluetooth."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Final, NamedTuple

from protocol.link import SetupLink
from protocol.sentence import Sentence
from session.choice import Choice
from session.errors import InputError
from session.runner import Runner
from session.view import LinkState

if TYPE_CHECKING:
    from device.backend import Backend
    from device.link_status import LinkStatus
    from device.steady_link import SteadyLink
    from simulator.hand import Intent

FIND_S: Final = 30.0
"""As long as a person waits for a tool that is being switched on; a link that was there once is waited for longer."""

NO_CHOICE: Final = Choice()
"""Nothing is known and nobody can be asked."""

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
            raise InputError(
                Sentence(
                    "“{text}” names no tool: write its serial number, ble:SERIAL, sim:SCENARIO, {drivers}",
                    text=text,
                    drivers=drivers,
                )
            )
        simulated = scheme == "sim" and which in {point.name for point in OWN}
        return LinkName(scheme, which, reads=simulated)


class Opened(NamedTuple):
    """A link that is open."""

    link: SetupLink
    serial: str
    join: Callable[[Runner], None]
    """To be called in the loop before the runner starts: who else listens to it or tells it something."""
    press: Callable[[Intent], None] | None = None
    """Moves the hand of a simulated tool; None where the hand is a person's."""


@asynccontextmanager
async def open_link(
    name: LinkName, backend: Backend | None = None, choice: Choice = NO_CHOICE
) -> AsyncIterator[Opened]:
    """Open it in the running loop and close it at the end; where no tool is named, `choice` decides.

    Raises `DeviceError` where Bluetooth or the tool is not there, `InputError` for an unknown scenario and where
    nobody chose among several tools.
    """
    opened = _simulated(name.which or "") if name.scheme == "sim" else _over_bluetooth(name.which, backend, choice)
    async with opened as link:
        yield link


@asynccontextmanager
async def _simulated(which: str) -> AsyncIterator[Opened]:
    from session.rehearsal import following
    from session.scenarios import scenario_of
    from session.simulation import air_of, simulated_link
    from simulator.tool import Tool

    scenario = scenario_of(which)
    tool = Tool(scenario, 1)
    async with simulated_link(tool, air_of(scenario)) as link:
        yield Opened(link, scenario.serial, following(tool), tool.tell)


@asynccontextmanager
async def _over_bluetooth(serial: str | None, backend: Backend | None, choice: Choice) -> AsyncIterator[Opened]:
    from device.steady_link import SteadyLink
    from session.hci import used_bluetooth

    telling: set[asyncio.Task[None]] = set()
    async with (
        used_bluetooth(backend) as used,
        SteadyLink([serial] if serial else [], backend=used.backend, simulated=used.simulated) as link,
    ):
        reached = await first_connection(link, serial, choice)
        if not used.simulated:
            choice.reached(reached)

        def join(runner: Runner) -> None:
            telling.add(asyncio.create_task(_tell(link, runner)))

        try:
            yield Opened(link, reached, join)
        finally:
            for task in telling:
                task.cancel()
            await asyncio.gather(*telling, return_exceptions=True)


async def first_connection(link: SteadyLink, serial: str | None, choice: Choice) -> str:
    """The serial number of the tool that answers; from then on the link waits for it however long it takes.

    Nobody is hurried who has to choose. Raises `BluetoothOff`, `ToolNotFound`, `BondLost` and `InputError`.
    """
    from device.errors import ToolNotFound
    from device.states import Choosing

    chosen = False
    try:
        async with asyncio.timeout(FIND_S) as limit:
            async for status in link.statuses():
                choice.say(status.sentence)
                if chosen and isinstance(status.state, Choosing):
                    continue  # it was looked at before the answer came
                chosen |= isinstance(status.state, Choosing)
                reached = await _step(link, status, choice if serial is None else NO_CHOICE, limit)
                if reached:
                    return reached
    except TimeoutError as error:
        raise ToolNotFound(serial, FIND_S) from error
    raise ToolNotFound(serial, FIND_S)


async def _step(link: SteadyLink, status: LinkStatus, choice: Choice, limit: asyncio.Timeout) -> str:
    """Do what the link waits for; the serial number of the tool once there is nothing more to do."""
    from device.errors import BluetoothOff, BondLost
    from device.states import Choosing, Off, Online

    if status.bond_lost:  # searching on would not bring it back: somebody has to do something
        raise BondLost(status.serial)
    match status.state:
        case Online(serial=reached):
            if choice.known and reached not in choice.known:
                limit.reschedule(None)
                await choice.confirm(reached, status.rssi_dbm)
            return reached
        case Off(reason=reason):
            raise BluetoothOff(reason)
        case Choosing():
            limit.reschedule(None)
            link.choose(await choice.decide(status.in_range))
            limit.reschedule(asyncio.get_running_loop().time() + FIND_S)
        case _:
            pass
    return ""


async def _tell(link: SteadyLink, runner: Runner) -> None:
    connections = 0
    async for status in link.statuses():
        runner.link_says(*_said(status))
        if status.connections != connections and status.rssi_dbm is not None:
            connections = status.connections
            runner.advert_heard(status.rssi_dbm)


def _said(status: LinkStatus) -> tuple[LinkState, str]:
    from device.states import Closed, Online

    match status.state:
        case Online():
            return LinkState.ONLINE, ""
        case Closed():
            return LinkState.ENDED, ""
        case _:
            return LinkState.LOST if status.connections else LinkState.CONNECTING, status.sentence
