"""Instruments in range."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from typing import NamedTuple

from bleak import BleakScanner
from bleak.backends.device import BLEDevice
from bleak.backends.scanner import AdvertisementData

from device.backend import PLATFORM, Backend
from device.errors import ToolNotFound
from device.faults import bluetooth_needed
from device.scan import LONGEST_NAME, MOST_TOOLS, SCAN_CALL_S, printable
from device.uncut import uncut
from protocol.instruments.driver import Advertised, Driver


class FoundInstrument(NamedTuple):
    """An instrument that was heard, and who reads it."""

    driver: Driver
    name: str
    """Printable, at most `LONGEST_NAME` characters; "" where it says none."""
    address: str
    """Its identity: these instruments say no serial number before they are connected to."""
    rssi_dbm: int
    device: BLEDevice


async def scan_instruments(
    drivers: Sequence[Driver], for_s: float, backend: Backend = PLATFORM
) -> list[FoundInstrument]:
    """Listen for `for_s` seconds and return what the drivers claim, the nearest first, each address once.

    Where two drivers claim a device, the first has it. Raises `BluetoothOff`.
    """
    heard: dict[str, FoundInstrument] = {}

    def hear(device: BLEDevice, said: AdvertisementData) -> None:
        driver = next((each for each in drivers if each.claims(advertised(device, said))), None)
        if driver is not None and (device.address in heard or len(heard) < MOST_TOOLS):
            heard[device.address] = _found(driver, device, said)

    async with listening(hear, backend):
        await asyncio.sleep(for_s)
    return sorted(heard.values(), key=lambda each: (-each.rssi_dbm, each.address))


async def find_instrument(
    driver: Driver, address: str | None, for_s: float, backend: Backend = PLATFORM
) -> FoundInstrument:
    """Return the device with this address, whoever claims it, or the first that the driver claims, as soon as heard.

    Raises `ToolNotFound` after `for_s` seconds and `BluetoothOff`.
    """
    found: asyncio.Future[FoundInstrument] = asyncio.get_running_loop().create_future()

    def hear(device: BLEDevice, said: AdvertisementData) -> None:
        ours = driver.claims(advertised(device, said)) if address is None else device.address == address
        if ours and not found.done():
            found.set_result(_found(driver, device, said))

    async with listening(hear, backend):
        try:
            async with asyncio.timeout(for_s):
                return await found
        except TimeoutError as error:
            raise ToolNotFound(address, for_s) from error


@asynccontextmanager
async def listening(hear: Callable[[BLEDevice, AdvertisementData], None], backend: Backend) -> AsyncIterator[None]:
    """Pass every advertisement to `hear` while the block runs; raises `BluetoothOff`."""
    scanner = BleakScanner(hear, backend=backend.scanner)
    try:
        async with bluetooth_needed(backend):
            await uncut(scanner.start(), SCAN_CALL_S)
        yield
    finally:
        async with bluetooth_needed(backend):
            await uncut(scanner.stop(), SCAN_CALL_S)


def advertised(device: BLEDevice, said: AdvertisementData) -> Advertised:
    """An advertisement as drivers see it."""
    return Advertised(said.local_name or device.name or "", said.manufacturer_data, frozenset(said.service_uuids))


def _found(driver: Driver, device: BLEDevice, said: AdvertisementData) -> FoundInstrument:
    name = printable(said.local_name or device.name or "", LONGEST_NAME)
    return FoundInstrument(driver, name, device.address, said.rssi, device)
