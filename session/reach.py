"""Instruments of other makes by name: `progressor:ADDRESS`, or `sim:progressor` for a simulated one."""

from __future__ import annotations

import shlex
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Final, NamedTuple

from protocol.instruments.driver import Driver
from protocol.sentence import Sentence
from session.errors import InputError
from session.links import FIND_S, LinkName

if TYPE_CHECKING:
    from device.backend import Backend
    from device.drivers.find import FoundInstrument
    from device.drivers.links import InstrumentLink

GATHER_S: Final = 2.0
"""After the first was heard, where any will do: another one advertises at least once a second."""


class Reach(NamedTuple):
    """An instrument that was heard, and how to come to a link to it, again and again."""

    driver: Driver
    identity: str
    name: str
    simulated: bool
    backend: Backend

    async def connect(self) -> InstrumentLink:
        """Find it and open a new link; raises `DeviceError`, and so does a driver that fails in any way."""
        from device.drivers.errors import BrokenDriver
        from device.drivers.find import find_instrument
        from device.errors import DeviceError

        found = await find_instrument(self.driver, self.identity, FIND_S, self.backend)
        try:
            return await self._opened(found)
        except DeviceError:
            raise
        except Exception as error:
            raise BrokenDriver(self.driver.name, Sentence("it fails with {error}", error=repr(error))) from error

    async def _opened(self, found: FoundInstrument) -> InstrumentLink:
        from device.drivers.links import link_to

        link = link_to(found, backend=self.backend, simulated=self.simulated)
        await link.open()
        return link


@asynccontextmanager
async def reach(name: LinkName, backend: Backend | None = None) -> AsyncIterator[Reach]:
    """Look for an instrument in the running loop; a simulated one is on the air until the block ends.

    Raises `DeviceError`, and `InputError` where several are in range and none was named.
    """
    from device.drivers.registry import driver_named
    from session.hci import used_bluetooth

    if name.scheme == "sim":
        async with _simulated(name.which or "") as twin:
            yield twin
        return
    async with used_bluetooth(backend) as used:
        yield await _first(driver_named(name.scheme), name.which, used.backend, simulated=used.simulated)


@asynccontextmanager
async def _simulated(which: str) -> AsyncIterator[Reach]:
    from device.drivers.registry import driver_named

    try:
        from simulator.twins.air import virtual_twins
        from simulator.twins.shelf import TWINS, pulls
    except ModuleNotFoundError as error:
        raise InputError(
            Sentence(
                "simulated instruments need {name}: install the extra “sim” (pip install palpate-app[sim])",
                name=error.name,
            )
        ) from error

    air = await virtual_twins([TWINS[which](pulls)])
    try:
        address = str(air.stations[0].device.random_address).partition("/")[0]
        yield await _first(driver_named(which), address, air.backend, simulated=True)
    finally:
        await air.close()


async def _first(driver: Driver, address: str | None, backend: Backend, *, simulated: bool) -> Reach:
    from device.drivers.find import find_instrument
    from device.drivers.in_range import scan_instruments

    found = await find_instrument(driver, address, FIND_S, backend)
    if address is None:
        _alone(driver, await scan_instruments([driver], GATHER_S, backend))
    return Reach(driver, found.address, found.name, simulated, backend)


def _alone(driver: Driver, heard: list[FoundInstrument]) -> None:
    """Raise `InputError` where somebody has to say which."""
    if len(heard) > 1:
        names = " or ".join(shlex.quote(f"{driver.name}:{each.address}") for each in heard)
        raise InputError(
            Sentence("several of {title} are in range: add --tool {names}", title=Sentence(driver.title), names=names)
        )
