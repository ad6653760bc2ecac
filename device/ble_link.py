"""A tool over Bluetooth LE."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import logging
from collections.abc import AsyncIterator, Awaitable
from typing import Final

from bleak import BleakClient

from device.access import Access
from device.approach import CLOSE_S, Approach, Peer, reach
from device.backend import PLATFORM, Backend, is_bluez
from device.errors import (
    AccessRefused,
    CommandRefused,
    CommandTimeout,
    DeviceError,
    NotATool,
    StreamRuns,
    ToolLost,
    WrongTool,
)
from device.exchange import Exchange, echoes
from device.inbox import Closed, Inbox, Lost, Open
from device.pulse import Pulse
from device.scan import FoundTool, HeldTool
from device.service import ServiceWatch
from device.setup_point import SetupPoint
from device.uncut import uncut
from protocol import uuids
from protocol.control import Command, Number, Reply, Result
from protocol.errors import FrameError
from protocol.layout import MAX_FIRMWARE, MAX_SERIAL, Layout
from protocol.link import Channel, Payload

LOG: Final = logging.getLogger(__name__)

FIRST: Final = (
    (uuids.LAYOUT, Channel.LAYOUT),
    (uuids.STATUS, Channel.STATUS),
    (uuids.BATTERY_LEVEL, Channel.BATTERY),
)
"""What is read before START, in this order; a tool may lack the battery."""


class BleLink:
    """A `protocol.link.LiveLink` to one tool, for one connection: `open()` once, then read `payloads()`.

    The first payloads are LAYOUT, STATUS and, where the tool has one, BATTERY. No sample comes before START. A tool
    that is silent (`device/pulse.py`) is asked for its status; one that does not answer then is lost. A status that
    says something new is a payload. Everything happens in the loop that called `open()`.
    """

    pairs = True

    def __init__(
        self,
        tool: FoundTool | HeldTool,
        *,
        backend: Backend = PLATFORM,
        simulated: bool,
        approach: Approach | None = None,
    ) -> None:
        self.simulated = simulated
        self.firmware: str | None = None
        """Firmware version after `open()`, None where the tool does not say."""
        self.serial = tool.serial
        """Serial number, as the tool itself says it after `open()`."""
        self.tool = tool
        self._backend = backend
        self._approach = approach or Approach(echoes())
        self._client = BleakClient(
            tool.device,
            self._gone,
            timeout=self._approach.limit_s,
            winrt={"use_cached_services": False} if self._approach.uncached else {},
            backend=backend.client,
        )
        self._inbox = Inbox()
        self._access = Access(self._client, lambda: self._called, self._lose)
        self._exchange = Exchange(self._approach.echoes, self._write)
        self._setup = SetupPoint(self._access, self._approach.echoes, self._sent, self._replied)
        self._pulse = Pulse(0.0)
        self._stir = asyncio.Event()
        self._service = ServiceWatch(self._lose)
        self._watch: asyncio.Task[None] | None = None
        self._status = b""
        self._closing = False

    @property
    def dropped(self) -> int:
        """Payloads that were not read in time, see `Inbox`."""
        return self._inbox.dropped

    async def open(self) -> None:
        """Connect, check, subscribe and read, in the order of docs/protocol.md §5.

        Raises `BluetoothOff`, `ToolNotFound`, `BondLost`, `NotATool`, `WrongTool`, `AccessRefused`, `NotPaired` and
        `ToolLost`; the connection is ended then.
        """
        try:
            if is_bluez(self._backend):
                await self._service.start()
            peer = Peer(self.tool.device, self._called)
            await reach(self._client, peer, self._approach.limit_s, self._backend)
            with self._access.losing():
                await self._set_up()
        except BaseException:
            await self.close()
            raise
        self._pulse.heard(asyncio.get_running_loop().time())
        self._watch = asyncio.create_task(self._keep_watch())

    async def command(self, command: Command, *parameters: Number) -> Reply:
        """Send one command, after those before it, and return the tool's answer, whatever its result.

        Raises `CommandTimeout`, `CommandRefused`, `ToolLost` and, for parameters that do not fit, `FrameError`.
        """
        reply = await self._answer(self._exchange.ask(command, parameters))
        self._pulse.told(reply)
        return reply

    async def setup(self, command: Command, *parameters: Number) -> Reply:
        """Send one command of Setup and return the tool's answer, whatever its result.

        The first one of a connection has the system pair with the tool, where that is not done: somebody may have to
        answer a question. After a COMMIT that was taken LAYOUT and STATUS come anew, and START has to be sent again.
        Raises what `command` raises, `NoSetup`, `NotPaired`, `BondLost`, and `StreamRuns` for a COMMIT during a stream.
        """
        if command is Command.COMMIT and self._pulse.streams:
            raise StreamRuns(self._called)
        reply = await self._answer(self._setup.ask(self._called, command, parameters))
        if command is Command.COMMIT and reply.result == Result.OK:
            for payload in [await self._first(uuid, channel) for uuid, channel in FIRST[:2]]:
                self._inbox.put(payload)
        return reply

    def payloads(self) -> AsyncIterator[Payload]:
        """Yield what arrived, in order; raises `ToolLost` after the last one when the tool goes away."""
        return self._inbox.payloads()

    async def close(self) -> None:
        """End the connection within `CLOSE_S`, even where it is cancelled meanwhile; nothing the second time."""
        if self._closing:
            return
        self._closing = True
        self._finish(Closed())
        if self._watch is not None:
            self._watch.cancel()
        try:
            await uncut(self._end(), CLOSE_S)
        except Exception:  # it ends anyway
            LOG.debug("the connection to %s did not end in order", self._called, exc_info=True)

    async def _end(self) -> None:
        try:
            await self._client.disconnect()
        finally:
            await self._service.stop()

    # opening

    async def _set_up(self) -> None:
        missing = [uuid for uuid in uuids.REQUIRED if not self._access.has(uuid)]
        if missing:
            raise NotATool(self._called, missing)
        for uuid, channel in ((uuids.CONTROL, Channel.CONTROL_REPLY), (uuids.EVENTS, Channel.EVENTS)):
            await self._subscribe(uuid, channel)
        await self._subscribe(uuids.SAMPLES, Channel.SAMPLES)
        first = [await self._first(uuid, channel) for uuid, channel in FIRST if self._access.has(uuid)]
        await self._identify(first[0].data)
        self._status = first[1].data
        self._inbox.put_first(first)
        if self._access.notifies(uuids.BATTERY_LEVEL):
            await self._subscribe(uuids.BATTERY_LEVEL, Channel.BATTERY)
        if self._access.has(uuids.FIRMWARE):
            self.firmware = await self._access.text(uuids.FIRMWARE, MAX_FIRMWARE)

    async def _identify(self, layout: bytes) -> None:
        """Whoever answers must be who was called: addresses and names say nothing."""
        try:
            serial = Layout.from_bytes(layout).serial
        except FrameError:  # of another version perhaps, which is for the reader to judge
            serial = await self._access.text(uuids.SERIAL, MAX_SERIAL) if self._access.has(uuids.SERIAL) else ""
        if not serial:
            raise NotATool(self._called, [uuids.SERIAL])
        if self.tool.serial not in {"", serial}:
            raise WrongTool(self.tool.serial, serial)
        self.serial = serial

    @property
    def _called(self) -> str:
        """How people know the device: not by its serial number before that is known."""
        return self.serial or self.tool.name or self.tool.device.address

    async def _subscribe(self, uuid: str, channel: Channel) -> None:
        await self._access.subscribe(
            uuid, self._replied if channel is Channel.CONTROL_REPLY else functools.partial(self._heard, channel)
        )

    async def _first(self, uuid: str, channel: Channel) -> Payload:
        value = await self._access.read(uuid)
        return Payload(channel, asyncio.get_running_loop().time(), value)

    # what goes over the air

    def _heard(self, channel: Channel, value: bytes) -> None:
        now_s = asyncio.get_running_loop().time()
        self._pulse.heard(now_s)
        self._inbox.put(Payload(channel, now_s, value))

    def _replied(self, value: bytes) -> None:
        self._heard(Channel.CONTROL_REPLY, value)
        self._exchange.take(value)

    def _sent(self, request: bytes) -> None:
        self._inbox.put(Payload(Channel.CONTROL_SENT, asyncio.get_running_loop().time(), request))

    async def _write(self, request: bytes) -> None:
        self._sent(request)
        await self._access.write(uuids.CONTROL, request)

    async def _answer(self, asking: Awaitable[Reply | None]) -> Reply:
        """Await an answer; where none comes the tool is asked whether it is there."""
        try:
            reply = await asking
        except AccessRefused as error:
            self._pulse.doubt()
            raise CommandRefused(self._called, error.code) from error
        except CommandTimeout as error:
            if not isinstance(self._inbox.end, Open):  # a stack may hang over what it cannot send any more
                raise ToolLost(self._called) from error
            self._pulse.doubt()
            raise
        finally:
            self._stir.set()
        if reply is None:
            raise ToolLost(self._called)
        return reply

    # the watch

    async def _keep_watch(self) -> None:
        """Ask whenever the tool was silent too long, until the link ends."""
        loop = asyncio.get_running_loop()
        while isinstance(self._inbox.end, Open):
            self._stir.clear()
            wait_s = self._pulse.due_s - loop.time()
            if wait_s > 0:
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(wait_s):
                        await self._stir.wait()
            else:
                with contextlib.suppress(DeviceError):  # then the link is over, or the tool is there and refuses
                    await self._see_status()
                self._pulse.heard(loop.time())

    async def _see_status(self) -> None:
        status = await self._first(uuids.STATUS, Channel.STATUS)
        if status.data != self._status:
            self._status = status.data
            self._inbox.put(status)

    # the end

    def _gone(self, _client: BleakClient) -> None:
        self._lose()

    def _lose(self) -> None:
        self._finish(Lost(self._called))

    def _finish(self, end: Closed | Lost) -> None:
        self._inbox.finish(end)
        self._exchange.end()
        self._setup.end()
        self._stir.set()
