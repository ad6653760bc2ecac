"""A tool over Bluetooth LE."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterator
from typing import Final, NamedTuple

from bleak import BleakClient
from bleak.backends.characteristic import BleakGATTCharacteristic
from bleak.exc import BleakError, BleakGATTProtocolError

from device.backend import PLATFORM, Backend
from device.errors import AccessRefused, CommandTimeout, NotATool, ToolLost, ToolNotFound
from device.faults import bluetooth_needed
from device.inbox import Closed, Inbox, Lost, Open
from device.scan import FoundTool, printable
from protocol import uuids
from protocol.control import Command, Number, Reply, Request
from protocol.errors import FrameError
from protocol.link import Channel, Payload

CONNECT_S: Final = 20.0
"""To connect and discover: a slow stack at 60 ms between events takes 5 s, a retry as long again."""

ACCESS_S: Final = 5.0
"""To read or subscribe to one attribute; longer means that the link is gone and nobody said so."""

COMMAND_S: Final = 2.0
"""The tool answers within 1 s; as much again for events that the radio loses."""

CLOSE_S: Final = 5.0
"""BlueZ takes up to 3 s to disconnect."""

ECHO_IDS: Final = 255
LONGEST_FIRMWARE: Final = 16
"""Characters of the version; the layout allows as many bytes."""

FIRST: Final = (
    (uuids.LAYOUT, Channel.LAYOUT),
    (uuids.STATUS, Channel.STATUS),
    (uuids.BATTERY_LEVEL, Channel.BATTERY),
)
"""What is read before START, in this order; a tool may lack the battery."""


class _Awaited(NamedTuple):
    request: Request
    reply: asyncio.Future[Reply | None]
    """None when the tool is lost instead."""


class BleLink:
    """A `protocol.link.LiveLink` to one tool, for one connection: `open()` once, then read `payloads()`.

    The first payloads are LAYOUT, STATUS and, where the tool has one, BATTERY. No sample comes before START.
    Everything happens in the loop that called `open()`.
    """

    def __init__(self, tool: FoundTool, *, backend: Backend = PLATFORM, simulated: bool) -> None:
        self.simulated = simulated
        self.firmware: str | None = None
        """Firmware version after `open()`, None where the tool does not say."""
        self.tool = tool
        self._client = BleakClient(tool.device, self._gone, timeout=CONNECT_S, backend=backend.client)
        self._inbox = Inbox()
        self._turn = asyncio.Lock()
        self._awaited: _Awaited | None = None
        self._echo = 0

    async def open(self) -> None:
        """Connect, check, subscribe and read, in the order of docs/protocol.md §5.

        Raises `BluetoothOff`, `ToolNotFound`, `NotATool`, `AccessRefused` and `ToolLost`; the connection is ended then.
        """
        try:
            await self._connect()
            await self._set_up()
        except BaseException:
            await self.close()
            raise

    async def command(self, command: Command, *parameters: Number) -> Reply:
        """Send one command, after those before it, and return the tool's answer, whatever its result.

        Raises `CommandTimeout`, `ToolLost`, `AccessRefused` and, for parameters that do not fit, `FrameError`.
        """
        async with self._turn:
            self._echo = self._echo % ECHO_IDS + 1
            request = Request.of(command, self._echo, *parameters)
            self._require_open()
            awaited = self._awaited = _Awaited(request, asyncio.get_running_loop().create_future())
            try:
                return await self._ask(awaited, command)
            finally:
                self._awaited = None

    def payloads(self) -> AsyncIterator[Payload]:
        """Yield what arrived, in order; raises `ToolLost` after the last one when the tool goes away."""
        return self._inbox.payloads()

    async def close(self) -> None:
        """End the connection within `CLOSE_S`; does nothing the second time."""
        if isinstance(self._inbox.end, Closed):
            return
        self._finish(Closed())
        with contextlib.suppress(BleakError, TimeoutError, OSError):  # it ends anyway
            async with asyncio.timeout(CLOSE_S):
                await self._client.disconnect()

    # opening

    async def _connect(self) -> None:
        try:
            with bluetooth_needed():
                async with asyncio.timeout(CONNECT_S + CLOSE_S):  # in case the stack forgets its own limit
                    await self._client.connect()
        except (BleakError, TimeoutError) as error:
            raise ToolNotFound(self.tool.serial, CONNECT_S) from error

    async def _set_up(self) -> None:
        missing = [uuid for uuid in uuids.REQUIRED if not self._has(uuid)]
        if missing:
            raise NotATool(self.tool.name or self.tool.serial, missing)
        for uuid, channel in ((uuids.CONTROL, Channel.CONTROL_REPLY), (uuids.EVENTS, Channel.EVENTS)):
            await self._subscribe(uuid, channel)
        await self._subscribe(uuids.SAMPLES, Channel.SAMPLES)
        self._inbox.put_first([await self._first(uuid, channel) for uuid, channel in FIRST if self._has(uuid)])
        if self._notifies(uuids.BATTERY_LEVEL):
            await self._subscribe(uuids.BATTERY_LEVEL, Channel.BATTERY)
        if self._has(uuids.FIRMWARE):
            self.firmware = printable((await self._read(uuids.FIRMWARE)).decode("utf-8", "replace"), LONGEST_FIRMWARE)

    def _has(self, uuid: str) -> bool:
        return self._client.services.get_characteristic(uuid) is not None

    def _notifies(self, uuid: str) -> bool:
        characteristic = self._client.services.get_characteristic(uuid)
        return characteristic is not None and "notify" in characteristic.properties

    async def _subscribe(self, uuid: str, channel: Channel) -> None:
        loop = asyncio.get_running_loop()
        replies = channel is Channel.CONTROL_REPLY

        def arrived(_characteristic: BleakGATTCharacteristic, value: bytearray) -> None:
            self._inbox.put(Payload(channel, loop.time(), bytes(value)))
            if replies:
                self._answered(bytes(value))

        with self._losing():
            async with asyncio.timeout(ACCESS_S):
                await self._client.start_notify(uuid, arrived)

    async def _first(self, uuid: str, channel: Channel) -> Payload:
        value = await self._read(uuid)
        return Payload(channel, asyncio.get_running_loop().time(), value)

    async def _read(self, uuid: str) -> bytes:
        with self._losing():
            async with asyncio.timeout(ACCESS_S):
                return bytes(await self._client.read_gatt_char(uuid))

    # commands

    async def _ask(self, awaited: _Awaited, command: Command) -> Reply:
        request = bytes(awaited.request)
        self._inbox.put(Payload(Channel.CONTROL_SENT, asyncio.get_running_loop().time(), request))
        try:
            async with asyncio.timeout(COMMAND_S):
                with self._losing():
                    await self._client.write_gatt_char(uuids.CONTROL, request, response=True)
                reply = await awaited.reply
        except TimeoutError as error:
            raise CommandTimeout(command, COMMAND_S) from error
        if reply is None:
            raise ToolLost(self.tool.serial)
        return reply

    def _answered(self, value: bytes) -> None:
        awaited = self._awaited
        if awaited is None or awaited.reply.done():
            return
        try:
            reply = Reply.from_bytes(value)
        except FrameError:
            return  # said without being asked: it stands among the payloads
        if (reply.command, reply.echo) == (awaited.request.command, awaited.request.echo):
            awaited.reply.set_result(reply)

    # the end

    def _gone(self, _client: BleakClient) -> None:
        self._finish(Lost(self.tool.serial))

    def _finish(self, end: Closed | Lost) -> None:
        self._inbox.finish(end)
        if self._awaited is not None and not self._awaited.reply.done():
            self._awaited.reply.set_result(None)

    def _require_open(self) -> None:
        if not isinstance(self._inbox.end, Open):
            raise ToolLost(self.tool.serial)

    @contextlib.contextmanager
    def _losing(self) -> Iterator[None]:
        """Take a failed access for a lost link: a stack that died does not always say so."""
        try:
            yield
        except BleakGATTProtocolError as error:
            raise AccessRefused(self.tool.name or self.tool.serial, int(error.code)) from error
        except (BleakError, OSError) as error:
            self._finish(Lost(self.tool.serial))
            raise ToolLost(self.tool.serial) from error
