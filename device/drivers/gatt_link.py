"""An instrument that is connected to."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Iterator
from typing import Final

from bleak import BleakClient
from bleak.backends.characteristic import BleakGATTCharacteristic
from bleak.exc import BleakGATTProtocolError

from device.access import ACCESS_S, LONGEST_VALUE
from device.approach import CLOSE_S, CONNECT_S
from device.backend import PLATFORM, Backend, is_bluez
from device.drivers.errors import NotThisInstrument
from device.drivers.find import FoundInstrument
from device.errors import AccessRefused, DeviceError, ToolLost, ToolNotFound
from device.faults import STACK_ERRORS, bluetooth_needed
from device.inbox import Closed, Inbox, Lost, Open
from device.service import ServiceWatch
from device.uncut import uncut
from protocol.errors import FrameError
from protocol.instruments.driver import Action, Gatt, Heard, Write
from protocol.instruments.stream import Introduction
from protocol.link import Channel, Payload

LOG: Final = logging.getLogger(__name__)


class GattLink:
    """A `protocol.link.Link` to one instrument, for one connection: `open()` once, then read `payloads()`.

    The first payload is INSTRUMENT; what is heard and written follows in the order in which the conversation had it. An
    instrument that waits for an answer gets it from here. Everything happens in the loop that called `open()`.
    """

    def __init__(
        self, found: FoundInstrument, transport: Gatt, *, backend: Backend = PLATFORM, simulated: bool
    ) -> None:
        self.simulated = simulated
        self.refused = 0
        """Payloads that the driver could not read; they are passed on all the same."""
        self._found = found
        self._transport = transport
        self._backend = backend
        self._talk = found.driver.talk()
        self._client = BleakClient(found.device, self._gone, timeout=CONNECT_S, backend=backend.client)
        self._service = ServiceWatch(self._lose)
        self._inbox = Inbox()
        self._turn = asyncio.Lock()
        self._answers: asyncio.Queue[Write] = asyncio.Queue()
        self._answering: asyncio.Task[None] | None = None
        self._closing = False

    async def open(self) -> None:
        """Connect, check, subscribe and write what the driver begins with.

        Raises `BluetoothOff`, `ToolNotFound`, `NotThisInstrument`, `AccessRefused` and `ToolLost`; the connection is
        ended then.
        """
        try:
            if is_bluez(self._backend):
                await self._service.start()
            await self._connect()
            with self._losing():
                await self._set_up()
        except BaseException:
            await self.close()
            raise

    async def ask(self, action: Action) -> None:
        """Have the instrument do something; what it says to that is among the payloads.

        Raises `NotOffered`, `AccessRefused` and `ToolLost`.
        """
        async with self._turn:
            if not isinstance(self._inbox.end, Open):
                raise ToolLost(self._found.address)
            for write in self._talk.command(action):
                await self._write(write)

    def payloads(self) -> AsyncIterator[Payload]:
        """Yield what arrived, in order; raises `ToolLost` after the last one when the instrument goes away."""
        return self._inbox.payloads()

    async def close(self) -> None:
        """End the connection within `CLOSE_S`, even where it is cancelled meanwhile; nothing the second time."""
        if self._closing:
            return
        self._closing = True
        self._inbox.finish(Closed())
        if self._answering is not None:
            self._answering.cancel()
        with contextlib.suppress(*STACK_ERRORS):  # it ends anyway
            await uncut(self._end(), CLOSE_S)

    async def _end(self) -> None:
        try:
            await self._client.disconnect()
        finally:
            await self._service.stop()

    # opening

    async def _connect(self) -> None:
        try:
            async with bluetooth_needed(self._backend):
                async with asyncio.timeout(CONNECT_S + CLOSE_S):  # in case the stack forgets its own limit
                    await self._client.connect()
        except STACK_ERRORS as error:
            raise ToolNotFound(self._found.address, CONNECT_S) from error

    async def _set_up(self) -> None:
        found, sources = self._found, self._transport.sources
        missing = [uuid for uuid in sources if self._client.services.get_characteristic(uuid) is None]
        if missing:
            raise NotThisInstrument(found.name or found.address, found.driver.title, missing)
        self._put(Channel.INSTRUMENT, bytes(Introduction(found.driver.name, found.address, found.name)))
        self._answering = asyncio.create_task(self._answer())
        for number, uuid in enumerate(sources):
            await self._subscribe(number, uuid)
        async with self._turn:
            for write in self._talk.open():
                await self._write(write)

    async def _subscribe(self, number: int, uuid: str) -> None:
        def arrived(_characteristic: BleakGATTCharacteristic, value: bytearray) -> None:
            self._hear(number, bytes(value[:LONGEST_VALUE]))

        async with asyncio.timeout(ACCESS_S):
            await self._client.start_notify(uuid, arrived)

    # the conversation

    def _hear(self, source: int, value: bytes) -> None:
        payload = self._put(Channel.HEARD, bytes((source,)) + value)
        try:
            values = self._talk.feed(Heard(source, payload.arrival_s, value))
        except FrameError:
            self.refused += 1
        except Exception:
            trace = LOG.isEnabledFor(logging.DEBUG)
            LOG.warning("the driver %s failed: the link is ended", self._found.driver.name, exc_info=trace)
            self._inbox.finish(Lost(self._found.address))
        else:
            for each in values:
                if isinstance(each, Write):
                    self._answers.put_nowait(each)

    async def _answer(self) -> None:
        """Write what the instrument waits for, until the link ends."""
        try:
            while True:
                write = await self._answers.get()
                async with self._turn:
                    await self._write(write)
        except DeviceError:  # without its answer the instrument would be silent for ever
            self._inbox.finish(Lost(self._found.address))

    async def _write(self, write: Write) -> None:
        """Write a message, in pieces where it is long; raises `AccessRefused` and `ToolLost`."""
        self._put(Channel.WRITTEN, write.data)
        self._talk.sent(write.data)
        size = self._transport.longest_write or len(write.data)
        with self._losing():
            async with asyncio.timeout(ACCESS_S):
                for at in range(0, len(write.data), size):
                    part = write.data[at : at + size]
                    await self._client.write_gatt_char(write.characteristic, part, response=write.response)

    def _put(self, channel: Channel, value: bytes) -> Payload:
        payload = Payload(channel, asyncio.get_running_loop().time(), value)
        self._inbox.put(payload)
        return payload

    # the end

    def _gone(self, _client: BleakClient) -> None:
        self._lose()

    def _lose(self) -> None:
        self._inbox.finish(Lost(self._found.address))

    @contextlib.contextmanager
    def _losing(self) -> Iterator[None]:
        """Take a failed access for a lost link: a stack that died does not always say so."""
        try:
            yield
        except DeviceError:  # some are OSErrors too
            raise
        except BleakGATTProtocolError as error:
            raise AccessRefused(self._found.name or self._found.address, int(error.code)) from error
        except STACK_ERRORS as error:
            self._inbox.finish(Lost(self._found.address))
            raise ToolLost(self._found.address) from error
