"""Tools in range."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Final, NamedTuple

from bleak import BleakScanner
from bleak.backends.device import BLEDevice
from bleak.backends.scanner import AdvertisementData

from device.backend import PLATFORM, Backend
from device.errors import ToolNotFound
from device.faults import bluetooth_needed
from protocol import uuids
from protocol.advert import Advert
from protocol.errors import FrameError

LONGEST_NAME: Final = 20
"""Characters of a name that are shown; the profile's have at most 8 bytes, but anybody can send anything."""


class FoundTool(NamedTuple):
    """A tool that was heard."""

    name: str
    """Printable, at most `LONGEST_NAME` characters; "" where it says none."""
    serial: str
    """Its identity."""
    rssi_dbm: int
    battery_percent: int | None
    """None where it does not know."""
    state: int
    """As in docs/protocol.md §5."""
    device: BLEDevice
    """What a connection is made with; good until the next disconnect."""


async def scan(for_s: float, backend: Backend = PLATFORM) -> list[FoundTool]:
    """Listen for `for_s` seconds and return the tools heard, the nearest first, each serial number once.

    Devices without a tool's service data are left out. Raises `BluetoothOff`.
    """
    heard: dict[str, FoundTool] = {}

    def hear(tool: FoundTool) -> None:
        heard[tool.serial] = tool

    async with _Listening(hear, backend):
        await asyncio.sleep(for_s)
    return sorted(heard.values(), key=lambda tool: (-tool.rssi_dbm, tool.serial))


async def find(serial: str | None, for_s: float, backend: Backend = PLATFORM) -> FoundTool:
    """Return the tool with this serial number, or the first one heard, as soon as it is heard.

    Raises `ToolNotFound` after `for_s` seconds and `BluetoothOff`.
    """
    found: asyncio.Future[FoundTool] = asyncio.get_running_loop().create_future()

    def hear(tool: FoundTool) -> None:
        if serial in (None, tool.serial) and not found.done():
            found.set_result(tool)

    async with _Listening(hear, backend):
        try:
            async with asyncio.timeout(for_s):
                return await found
        except TimeoutError as error:
            raise ToolNotFound(serial, for_s) from error


def printable(text: str, longest: int) -> str:
    """Return text from the air, at most `longest` characters, without any that a terminal or window would obey."""
    return "".join(each for each in text if each.isprintable())[:longest]


class _Listening:
    """Pass each tool that is heard to `hear` while the block runs."""

    def __init__(self, hear: Callable[[FoundTool], None], backend: Backend) -> None:
        def detected(device: BLEDevice, said: AdvertisementData) -> None:
            tool = _tool(device, said)
            if tool is not None:
                hear(tool)

        self._scanner = BleakScanner(detected, [uuids.SERVICE], backend=backend.scanner)

    async def __aenter__(self) -> None:
        with bluetooth_needed():
            await self._scanner.start()

    async def __aexit__(self, *_: object) -> None:
        with bluetooth_needed():
            await self._scanner.stop()


def _tool(device: BLEDevice, said: AdvertisementData) -> FoundTool | None:
    try:
        advert = Advert.from_bytes(said.service_data.get(uuids.SERVICE, b""))
    except FrameError:
        return None
    name = printable(said.local_name or device.name or "", LONGEST_NAME)
    return FoundTool(name, advert.serial, said.rssi, advert.battery_percent, advert.state, device)
