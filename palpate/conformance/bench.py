"""The tool under test and what is around it."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import cycle
from typing import Final, NamedTuple

from bleak.backends.device import BLEDevice
from bleak.backends.scanner import AdvertisementData

from device.backend import PLATFORM, Backend
from device.errors import ToolNotFound
from device.faults import STACK_ERRORS
from device.scan import Listening
from palpate.conformance.people import Nobody, Person
from palpate.conformance.wire import Begun, Wire
from protocol import uuids
from protocol.control import Command, Result

FIND_S: Final = 15.0
"""A tool advertises each second at least; computers miss some."""
WHOLE_S: Final = 2.0
"""To hear the scan response too, once the advert was heard."""
ATTEMPTS: Final = 3
REST_S: Final = 0.5
"""bluetoothd fails connections that come right after the end of the one before."""


class Advertised(NamedTuple):
    """What was heard of the tool."""

    device: BLEDevice
    said: AdvertisementData
    after_s: float
    """From the beginning of listening to the first that was heard."""

    @property
    def service_data(self) -> bytes:
        """Of the profile's service; empty where there are none."""
        return self.said.service_data.get(uuids.SERVICE, b"")

    @property
    def whole(self) -> bool:
        """Whether both packets were heard, as far as they should be there."""
        return bool(self.service_data) and uuids.SERVICE in self.said.service_uuids


@dataclass(slots=True, eq=False)
class Bench:
    """One tool in range of one computer; each connection is a new one."""

    backend: Backend = PLATFORM
    serial: str | None = None
    """None: the first tool that is heard."""
    person: Person = field(default_factory=Nobody)
    narrow: Bench | None = None
    """The same kind of tool at MTU 23; None where the MTU is not ours to choose."""
    paired: Bench | None = None
    """The same kind of tool with a computer that pairs, where this one does not."""
    long: bool = True
    """Whether checks may take minutes."""
    pairs_by_itself: bool = True
    """Whether the computer pairs when the tool asks for it, as operating systems do."""
    _address: str | None = None
    _echoes: Iterator[int] = field(default_factory=lambda: cycle(range(1, 256)))
    """Over all connections: a tool keeps the last request across them."""

    async def hear(self) -> Advertised:
        """Listen until the tool is heard; raises `ToolNotFound`, `BluetoothOff` and `ScanFailed`."""
        loop = asyncio.get_running_loop()
        start_s = loop.time()
        heard: list[Advertised] = []
        first, whole = asyncio.Event(), asyncio.Event()

        def detected(device: BLEDevice, said: AdvertisementData) -> None:
            if self._is_it(device, said):
                heard.append(Advertised(device, said, loop.time() - start_s))
                first.set()
                if heard[-1].whole:
                    whole.set()

        async with Listening(detected, self.backend):
            if not await _comes(first, FIND_S):
                raise ToolNotFound(self.serial, FIND_S)
            await _comes(whole, WHOLE_S)
        self._address = heard[-1].device.address
        return heard[-1]._replace(after_s=heard[0].after_s)

    @asynccontextmanager
    async def connected(self) -> AsyncIterator[Wire]:
        """Connect for the length of the block; nothing is subscribed or asked."""
        wire = await self._reached()
        try:
            yield wire
        finally:
            await wire.close()

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[Wire]:
        """Connect and subscribe as every client does; the tool stays as it was."""
        async with self.connected() as wire:
            await wire.subscribe(uuids.CONTROL, uuids.EVENTS, uuids.SAMPLES)
            yield wire

    @asynccontextmanager
    async def idle(self) -> AsyncIterator[Wire]:
        """Connect, subscribe and stop whatever stream ran."""
        async with self.listening() as wire:
            await wire.ask(Command.STATUS)  # so that the STOP is no repeat of a STOP that was answered last
            (await wire.ask(Command.STOP)).must_be(Result.OK)
            yield wire

    @asynccontextmanager
    async def streaming(self, rate_mhz: int = 0) -> AsyncIterator[tuple[Wire, Begun]]:
        """Connect, subscribe and begin a new stream, whose first frame has come; it is stopped at the end."""
        async with self.idle() as wire:
            try:
                yield wire, await wire.start(rate_mhz)
            finally:
                with contextlib.suppress(Exception):  # what the check was about is known by now
                    await wire.ask(Command.STOP)

    async def _reached(self, attempts: int = ATTEMPTS) -> Wire:
        """Connect, at the third attempt at last: systems fail now and then, and that is not the tool's fault."""
        wire = Wire((await self.hear()).device, self.backend, self._echoes)
        try:
            await wire.open()
        except STACK_ERRORS:
            await wire.close()
            if attempts == 1:
                raise
        else:
            return wire
        await asyncio.sleep(REST_S)
        return await self._reached(attempts - 1)

    def _is_it(self, device: BLEDevice, said: AdvertisementData) -> bool:
        if self._address is not None:
            return device.address == self._address
        own = said.service_data.get(uuids.SERVICE)
        if self.serial is not None:
            return own is not None and _is_called(own[3:13], self.serial.encode())
        return own is not None or uuids.SERVICE in said.service_uuids


def _is_called(filled: bytes, serial: bytes) -> bool:
    """Whether a filled serial number begins with this one and goes on with nothing that can be read."""
    return filled.startswith(serial) and not any(0x20 < byte < 0x7F for byte in filled[len(serial) :])


async def _comes(event: asyncio.Event, limit_s: float) -> bool:
    try:
        async with asyncio.timeout(limit_s):
            return await event.wait()
    except TimeoutError:
        return False
