"""Tools and instruments in range."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from bleak.backends.device import BLEDevice
from bleak.backends.scanner import AdvertisementData

from device.backend import PLATFORM, Backend
from device.drivers.claims import Claimants
from device.drivers.find import FoundInstrument, found_instrument
from device.scan import MOST_TOOLS, FoundTool, Listening, nearest_first, tool_of
from protocol.instruments.driver import Driver

Who = TypeVar("Who")


class InRange(NamedTuple):
    """Who was heard, the nearest first."""

    tools: tuple[FoundTool, ...]
    instruments: tuple[FoundInstrument, ...]


async def scan_all(drivers: Sequence[Driver], for_s: float, backend: Backend = PLATFORM) -> InRange:
    """Listen for `for_s` seconds and return our own tools and what the drivers claim.

    One scan for both: two at a time of one program stand in each other's way on Linux. Where two drivers claim a
    device, the first has it. Raises `BluetoothOff` and `ScanFailed`.
    """
    tools: dict[str, FoundTool] = {}
    instruments: dict[str, FoundInstrument] = {}
    claimants = Claimants(drivers)

    def hear(device: BLEDevice, said: AdvertisementData) -> None:
        tool = tool_of(device, said)
        if tool is not None:
            _keep(tools, tool.serial, tool)
        elif (driver := claimants.first(device, said)) is not None:
            _keep(instruments, device.address, found_instrument(driver, device, said))

    async with Listening(hear, backend):
        await asyncio.sleep(for_s)
    return InRange(
        tuple(sorted(tools.values(), key=lambda each: (*nearest_first(each.rssi_dbm), each.serial))),
        tuple(sorted(instruments.values(), key=lambda each: (*nearest_first(each.rssi_dbm), each.address))),
    )


async def scan_instruments(
    drivers: Sequence[Driver], for_s: float, backend: Backend = PLATFORM
) -> list[FoundInstrument]:
    """Only what the drivers claim; see `scan_all`."""
    return list((await scan_all(drivers, for_s, backend)).instruments)


def _keep(heard: dict[str, Who], identity: str, who: Who) -> None:
    """The newest of each; whoever invents identities shall not fill the memory."""
    if identity in heard or len(heard) < MOST_TOOLS:
        heard[identity] = who
