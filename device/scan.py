"""Tools in range."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Final, NamedTuple, TypeAlias

from bleak import BleakAdapter, BleakScanner
from bleak.backends.device import BLEDevice
from bleak.backends.scanner import AdvertisementData

from device.backend import PLATFORM, Backend
from device.errors import BluetoothOff, ScanFailed, ToolNotFound
from device.faults import STACK_ERRORS, bluetooth_needed
from device.uncut import uncut
from protocol import uuids
from protocol.advert import Advert
from protocol.errors import FrameError

LOG: Final = logging.getLogger(__name__)

LONGEST_NAME: Final = 20
"""Characters of a name that are shown; the profile's have at most 8 bytes, but anybody can send anything."""

SCAN_CALL_S: Final = 5.0
"""To begin or to end a scan, or to ask who is connected; it takes milliseconds, unless the stack is dead."""

STRONGEST_DBM: Final = 20
"""Of an RSSI (Bluetooth Core, Vol 4, Part E, 7.7.65.2)."""

MOST_TOOLS: Final = 64
"""Tools that are kept apart in one scan; whoever invents serial numbers shall not fill the memory."""

Hear: TypeAlias = Callable[[BLEDevice, AdvertisementData], None]


class FoundTool(NamedTuple):
    """A tool that was heard."""

    name: str
    """Printable, at most `LONGEST_NAME` characters; "" where it says none."""
    serial: str
    """Its identity."""
    rssi_dbm: int | None
    """None where the system did not tell it."""
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

    Devices without a tool's service data are left out, so are those beyond `MOST_TOOLS`. Raises `BluetoothOff` and
    `ScanFailed`.
    """
    heard: dict[str, FoundTool] = {}

    def hear(tool: FoundTool) -> None:
        if tool.serial in heard or len(heard) < MOST_TOOLS:
            heard[tool.serial] = tool

    async with Listening(tools_only(hear), backend, uuids.SERVICE):
        await asyncio.sleep(for_s)
    return sorted(heard.values(), key=lambda tool: (*nearest_first(tool.rssi_dbm), tool.serial))


async def find(serial: str | None, for_s: float, backend: Backend = PLATFORM) -> FoundTool:
    """Return the tool with this serial number, or the first one heard, as soon as it is heard.

    Raises `ToolNotFound` after `for_s` seconds, `BluetoothOff` and `ScanFailed`.
    """
    found: asyncio.Future[FoundTool] = asyncio.get_running_loop().create_future()

    def hear(tool: FoundTool) -> None:
        if serial in (None, tool.serial) and not found.done():
            found.set_result(tool)

    async with Listening(tools_only(hear), backend, uuids.SERVICE):
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
    except Exception:  # a stack fails in many ways, and this is only the second way to find a tool
        LOG.debug("the system does not tell whom it is connected to", exc_info=True)
        return []
    return [HeldTool(printable(each.name or "", LONGEST_NAME), each) for each in devices[:MOST_TOOLS]]


def signal_dbm(rssi: int) -> int | None:
    """What a stack calls RSSI, None where it is none: −127 (BlueZ, WinRT) and 127 (CoreBluetooth) mean unknown."""
    return rssi if -127 < rssi <= STRONGEST_DBM else None


def nearest_first(rssi_dbm: int | None) -> tuple[bool, int]:
    """Sort by this: the strongest first, the unknown last."""
    return rssi_dbm is None, -(rssi_dbm or 0)


@asynccontextmanager
async def scan_needed(backend: Backend) -> AsyncIterator[None]:
    """Raise `BluetoothOff`, or `ScanFailed` for whatever else goes wrong with a scan in the block."""
    try:
        async with bluetooth_needed(backend):
            yield
    except BluetoothOff:
        raise
    except STACK_ERRORS as error:
        raise ScanFailed from error
    except Exception as error:
        LOG.exception("the scan failed in an unknown way")
        raise ScanFailed from error


def printable(text: str, longest: int) -> str:
    """Return text from the air, at most `longest` characters, without any that a terminal or window would obey."""
    return "".join(each for each in text if each.isprintable())[:longest]


class Listening:
    """Passes each advertisement that is heard to `hear`, from `start` to `stop` or while a block runs.

    With `services`, only those of devices that advertise one of them. Both raise `BluetoothOff` and `ScanFailed`.
    """

    def __init__(self, hear: Hear, backend: Backend, *services: str) -> None:
        self._hear = hear
        self._services = services
        self._backend = backend
        self._scanner: BleakScanner | None = None

    async def start(self) -> None:
        """Begin; whoever is cancelled meanwhile has to `stop` all the same."""
        async with scan_needed(self._backend):
            await uncut(self._begin(), SCAN_CALL_S)

    async def stop(self) -> None:
        """End; does nothing where nothing was begun."""
        scanner, self._scanner = self._scanner, None
        if scanner is not None:
            async with scan_needed(self._backend):
                await uncut(scanner.stop(), SCAN_CALL_S)

    async def __aenter__(self) -> None:
        try:
            await self.start()
        except asyncio.CancelledError:
            await self.stop()
            raise

    async def __aexit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            await self.stop()
        except (BluetoothOff, ScanFailed):
            if kind is None:  # else what happened first is what is said
                raise

    async def _begin(self) -> None:
        scanner = BleakScanner(self._hear, list(self._services) or None, backend=self._backend.scanner)
        await scanner.start()
        self._scanner = scanner


def tools_only(hear: Callable[[FoundTool], None]) -> Hear:
    """Pass on what a tool says; whoever else advertises is left out."""

    def detected(device: BLEDevice, said: AdvertisementData) -> None:
        tool = tool_of(device, said)
        if tool is not None:
            hear(tool)

    return detected


def tool_of(device: BLEDevice, said: AdvertisementData) -> FoundTool | None:
    """Return the tool that advertises so, None for any other device."""
    try:
        advert = Advert.from_bytes(said.service_data.get(uuids.SERVICE, b""))
    except FrameError:
        return None
    name = printable(said.local_name or device.name or "", LONGEST_NAME)
    return FoundTool(name, advert.serial, signal_dbm(said.rssi), advert.battery_percent, advert.state, device)
