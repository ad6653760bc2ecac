"""One central's stay with a tool: the pump from the model to the air."""

from __future__ import annotations

import asyncio
import math
from collections import deque
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple, Protocol

from bumble.device import Connection
from bumble.gatt import Characteristic

from protocol.frames import FrameType
from protocol.link import Channel
from simulator.attributes import Attributes
from simulator.pace import Pace
from simulator.resend import QUEUED
from simulator.virtual_time import ROUNDING_S

BUFFERS: Final = 8
"""Packets that wait for the air before the tool itself waits: about what small controllers have."""


class ToolModel(Protocol):
    """A tool without a radio; `t_s` are seconds since it was switched on and never go back."""

    serial: str
    name: str
    """At most 8 bytes."""
    firmware: str

    @property
    def hung_up(self) -> bool:
        """Whether the tool wants to drop the connection that it is in."""
        ...

    @property
    def away_until_s(self) -> float:
        """Nobody can reach the tool before."""
        ...

    @property
    def layout(self) -> bytes:
        """The Layout (docs/protocol.md §4)."""
        ...

    def status(self, t_s: float) -> bytes:
        """Return the Status (§5)."""
        ...

    def force_mn(self, t_s: float) -> int | None:
        """Return the tared force, None while there is none."""
        ...

    def battery_percent(self, t_s: float) -> int:
        """Return the charge."""
        ...

    def service_data(self, t_s: float) -> bytes:
        """Return the 13 bytes of §3."""
        ...

    def connect(self, t_s: float, mtu: int) -> None:
        """Hear of a new connection, or of another MTU of this one."""
        ...

    def subscribe(self, t_s: float) -> None:
        """Hear that the client wants to be notified."""
        ...

    def disconnect(self, t_s: float) -> None:
        """Hear of the end of the connection."""
        ...

    def write_control(self, t_s: float, data: bytes) -> None:
        """Take a request; the answer comes out of `advance`. Raises `FrameError` below 2 bytes."""
        ...

    def write_setup(self, t_s: float, data: bytes) -> Sequence[bytes]:
        """Take an encrypted request and return the answers. Raises `FrameError` below 2 bytes."""
        ...

    def advance(self, t_s: float, room: int) -> Sequence[tuple[Channel, bytes]]:
        """Return everything due up to and including `t_s`, in order, with at most `room` late frames."""
        ...

    def carried(self, t_s: float, frame: bytes) -> None:
        """Hear that the radio event at `t_s` carried a live frame."""
        ...

    def next_due_s(self, t_s: float) -> float:
        """Return when `advance` has something again: later than `t_s`, infinity for never."""
        ...


class Times(NamedTuple):
    """Seconds since the tool was switched on."""

    now_s: Callable[[], float]
    anchor_s: Callable[[], float]
    """Of the latest radio event."""


class _OnItsWay(NamedTuple):
    """A frame, and how many packets have left when it has left."""

    packets: int
    frame: bytes


class Visit:
    """Sends what the tool says in its order; a full radio holds the tool up, a pending indication does not."""

    def __init__(self, connection: Connection, tool: ToolModel, attributes: Attributes, times: Times) -> None:
        self.connection = connection
        self._tool = tool
        self._attributes = attributes
        self._now_s, self._anchor_s = times
        self._force_pace = Pace()
        self._on_its_way: deque[_OnItsWay] = deque()
        self._loop = asyncio.get_running_loop()
        self._woken = asyncio.Event()
        self._room = asyncio.Event()
        connection.on(Connection.EVENT_CONNECTION_ATT_MTU_UPDATE, self._agreed)
        self._agreed()
        if (queue := connection.data_packet_queue) is not None:
            queue.on("flow", self._flow)
        pump = self._loop.create_task(self._pump())
        pump.add_done_callback(self._stopped)
        self._tasks: set[asyncio.Task[None]] = {pump}

    def wake(self) -> None:
        """Ask the tool again now: it may have something to say earlier than it said."""
        self._woken.set()

    def indicate(self, characteristic: Characteristic[bytes], value: bytes) -> None:
        """Indicate in the order of the calls, without waiting for the central to confirm."""
        server = self.connection.device.gatt_server
        task = self._loop.create_task(server.indicate_subscriber(self.connection, characteristic, value))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def end(self) -> None:
        """Stop sending and tell the tool that the central is gone."""
        if (queue := self.connection.data_packet_queue) is not None:
            queue.remove_listener("flow", self._flow)
        for task in self._tasks:
            task.cancel()
        self._tool.disconnect(self._now_s())

    def _agreed(self) -> None:
        self._tool.connect(self._now_s(), self.connection.att_mtu)
        self.wake()

    def subscribe(self) -> None:
        """The client wants to be notified."""
        self._tool.subscribe(self._now_s())
        self.wake()

    def _stopped(self, pump: asyncio.Task[None]) -> None:
        """Let a fault of the model be heard at once: a silent tool would look like a lost link."""
        if not pump.cancelled() and (fault := pump.exception()) is not None:
            self._loop.call_exception_handler({"message": "the tool's model failed", "exception": fault})

    async def _pump(self) -> None:
        while True:
            self._woken.clear()
            for channel, value in self._tool.advance(self._now_s(), self._room_for_late()):
                await self._send(channel, value)
            if self._tool.hung_up:
                await self.connection.disconnect()
                return
            await self._rest(self._tool.next_due_s(self._now_s()))

    async def _send(self, channel: Channel, value: bytes) -> None:
        characteristic = self._attributes.of(channel)
        if channel is Channel.CONTROL_REPLY:
            self.indicate(characteristic, value)
            await asyncio.sleep(0)  # the indication is on its way before what the tool said after it
            return
        packets = await self._notify(characteristic, value)
        if channel is Channel.SAMPLES:
            if packets is not None:
                self._on_its_way.append(_OnItsWay(packets, value))
            if self._force_pace.allows(self._now_s()):
                await self._notify(self._attributes.force, None)

    async def _notify(self, characteristic: Characteristic[bytes], value: bytes | None) -> int | None:
        """Notify `value`, or what the characteristic reads; the packets queued until then, None without subscriber."""
        await self._wait_for_room()
        queue = self.connection.data_packet_queue
        before = queue.queued if queue else 0
        await self.connection.device.gatt_server.notify_subscriber(self.connection, characteristic, value)
        return queue.queued if queue and queue.queued > before else None

    def _flow(self) -> None:
        """Packets have left: tell the tool what the radio carried, and go on."""
        queue = self.connection.data_packet_queue
        while queue is not None and self._on_its_way and self._on_its_way[0].packets <= queue.completed:
            frame = self._on_its_way.popleft().frame
            if frame[:1] == bytes((FrameType.SAMPLES,)):
                self._tool.carried(self._anchor_s(), frame)
        self._room.set()

    def _room_for_late(self) -> int:
        return QUEUED - sum(each.frame[:1] == bytes((FrameType.LATE,)) for each in self._on_its_way)

    async def _wait_for_room(self) -> None:
        queue = self.connection.data_packet_queue
        while queue is not None and queue.pending >= BUFFERS:
            self._room.clear()
            await self._room.wait()

    async def _rest(self, due_s: float) -> None:
        delay_s = due_s - self._now_s()
        if math.isinf(delay_s):
            await self._woken.wait()
            return
        timer = self._loop.call_later(delay_s + ROUNDING_S, self._woken.set)
        try:
            await self._woken.wait()
        finally:
            timer.cancel()
