"""One instrument among those in range."""

from __future__ import annotations

import asyncio
from typing import NamedTuple

from bleak.backends.device import BLEDevice
from bleak.backends.scanner import AdvertisementData

from device.backend import PLATFORM, Backend
from device.drivers.claims import Claimants
from device.errors import ToolNotFound
from device.scan import LONGEST_NAME, Listening, printable, signal_dbm
from protocol.instruments.driver import Driver


class FoundInstrument(NamedTuple):
    """An instrument that was heard, and who reads it."""

    driver: Driver
    name: str
    """Printable, at most `LONGEST_NAME` characters; "" where it says none."""
    address: str
    """Its identity: these instruments say no serial number before they are connected to."""
    rssi_dbm: int | None
    """None where the system did not tell it."""
    device: BLEDevice


async def find_instrument(
    driver: Driver, address: str | None, for_s: float, backend: Backend = PLATFORM
) -> FoundInstrument:
    """Return the device with this address, whoever claims it, or the first that the driver claims, as soon as heard.

    Raises `ToolNotFound` after `for_s` seconds, `BluetoothOff` and `ScanFailed`.
    """
    found: asyncio.Future[FoundInstrument] = asyncio.get_running_loop().create_future()
    claimants = Claimants([driver])

    def hear(device: BLEDevice, said: AdvertisementData) -> None:
        named = address is not None and device.address.upper() == address.upper()
        if (named or (address is None and claimants.first(device, said))) and not found.done():
            found.set_result(found_instrument(driver, device, said))

    async with Listening(hear, backend):
        try:
            async with asyncio.timeout(for_s):
                return await found
        except TimeoutError as error:
            raise ToolNotFound(address, for_s) from error


def found_instrument(driver: Driver, device: BLEDevice, said: AdvertisementData) -> FoundInstrument:
    """An advertisement of an instrument."""
    name = printable(said.local_name or device.name or "", LONGEST_NAME)
    return FoundInstrument(driver, name, device.address, signal_dbm(said.rssi), device)
