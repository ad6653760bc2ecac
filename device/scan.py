"""Tools in range."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Final, NamedTuple

from bleak import BleakAdapter, BleakScanner
from bleak.backends.device import BLEDevice
from bleak.backends.scanner import AdvertisementData

from device.backend import PLATFORM, Backend
from device.errors import ToolNotFound
from device.faults import STACK_ERRORS, bluetooth_needed
from device.uncut import uncut
from protocol import uuids
from protocol.advert import Advert
from protocol.errors import FrameError

LONGEST_NAME: Final = 20
"""Characters of a name that are shown; the profile's have at most 8 bytes, but anybody can send anything."""

SCAN_CALL_S: Final = 5.0
"""To begin or to end a scan, or to ask who is connected; it takes milliseconds, unless the stack is dead."""

MOST_TOOLS: Final = 64
"""Tools that are kept apart in one scan; whoever invents serial numbers shall not fill the memory."""


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


class HeldTool(NamedTuple):
    """A device that the system is connected to already."""

    name: str
    """As of a `FoundTool`."""
    device: BLEDevice
    serial: str = ""
    """Not known: it says so when it is asked."""


async def scan(for_s: float, backend: Backend = PLATFORM) -> list[FoundTool]:
    """Listen for `for_s` seconds and return the tools heard, the nearest first, each serial number once.

    Devices without a tool's service data are left out, so are those beyond `MOST_TOOLS`. Raises `BluetoothOff`.
    """
    heard: dict[str, FoundTool] = {}

    def hear(tool: FoundTool) -> None:
        if tool.serial in heard or len(heard) < MOST_TOOLS:
            heard[tool.serial] = tool

    async with Listening(hear, backend):
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

    async with Listening(hear, backend):
        try:
            async with asyncio.timeout(for_s):
                return await found
        except TimeoutError as error:
            raise ToolNotFound(serial, for_s) from error


async def held_tools(backend: Backend = PLATFORM) -> list[HeldTool]:
    """Return whom the system is connected to, since a crash or for another program: such a tool does not advertise.

    Some back ends cannot filter, so not all of them need be tools. Empty where the system does not tell.
    """
    if backend.adapter is None and backend.scanner is not None:
        return []
    try:
        async with asyncio.timeout(SCAN_CALL_S):
            adapter = await BleakAdapter.get(backend=backend.adapter)
            devices = await adapter.get_connected_devices([uuids.SERVICE])
    except (*STACK_ERRORS, NotImplementedError):
        return []
    return [HeldTool(printable(each.name or "", LONGEST_NAME), each) for each in devices[:MOST_TOOLS]]


def printable(text: str, longest: int) -> str:
    """Return text from the air, at most `longest` characters, without any that a terminal or window would obey."""
    return "".join(each for each in text if each.isprintable())[:longest]


class Listening:
    """Passes each tool that is heard to `hear`, from `start` to `stop` or while a block runs.

    Both raise `BluetoothOff` and `TimeoutError`, and what else the stack raises goes through.
    """

    def __init__(self, hear: Callable[[FoundTool], None], backend: Backend) -> None:
        def detected(device: BLEDevice, said: AdvertisementData) -> None:
            tool = _tool(device, said)
            if tool is not None:
                hear(tool)

        self._backend = backend
        self._scanner = BleakScanner(detected, [uuids.SERVICE], backend=backend.scanner)
        self._on = False

    async def start(self) -> None:
        """Begin; whoever is cancelled meanwhile has to `stop` all the same."""
        async with bluetooth_needed(self._backend):
            await uncut(self._begin(), SCAN_CALL_S)

    async def stop(self) -> None:
        """End; does nothing where nothing was begun."""
        if self._on:
            self._on = False
            async with bluetooth_needed(self._backend):
                await uncut(self._scanner.stop(), SCAN_CALL_S)

    async def __aenter__(self) -> None:
        try:
            await self.start()
        except asyncio.CancelledError:
            await self.stop()
            raise

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def _begin(self) -> None:
        await self._scanner.start()
        self._on = True


def _tool(device: BLEDevice, said: AdvertisementData) -> FoundTool | None:
    try:
        advert = Advert.from_bytes(said.service_data.get(uuids.SERVICE, b""))
    except FrameError:
        return None
    name = printable(said.local_name or device.name or "", LONGEST_NAME)
    return FoundTool(name, advert.serial, said.rssi, advert.battery_percent, advert.state, device)
