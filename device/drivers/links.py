"""The link that fits an instrument."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from device.backend import PLATFORM, Backend
from device.drivers.advert_link import AdvertLink
from device.drivers.find import FoundInstrument
from device.drivers.gatt_link import GattLink
from protocol.instruments.driver import Adverts, Gatt

InstrumentLink: TypeAlias = GattLink | AdvertLink


def link_to(found: FoundInstrument, *, backend: Backend = PLATFORM, simulated: bool) -> InstrumentLink:
    """Return a link to the instrument, not open yet."""
    match found.driver.transport:
        case Gatt() as transport:
            return GattLink(found, transport, backend=backend, simulated=simulated)
        case Adverts() as transport:
            return AdvertLink(found, transport, backend=backend, simulated=simulated)
        case _:
            assert_never(found.driver.transport)
