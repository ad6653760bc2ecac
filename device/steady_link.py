"""A tool over Bluetooth LE for as long as somebody wants it: the link that reconnects."""

from __future__ import annotations

import asyncio
import random
from collections import deque
from collections.abc import AsyncIterator, Iterable
from types import TracebackType
from typing import Self

from device.backend import PLATFORM, Backend
from device.ble_link import BleLink
from device.course import begin, due_s, step
from device.errors import NotOnline
from device.exchange import ECHO_IDS, echoes
from device.inbox import Closed as InboxClosed
from device.inbox import Inbox
from device.link_status import LinkStatus, sentence, serial_of
from device.radio import Radio
from device.scan import FoundTool
from device.states import (
    Action,
    Admit,
    Choosing,
    Chosen,
    CloseAsked,
    Closed,
    Elapsed,
    Event,
    Heard,
    Moment,
    Online,
    Searching,
)
from protocol.control import Command, Number, Reply
from protocol.link import Payload


class SteadyLink:
    """A `protocol.link.LiveLink` that lives across connections: `open()` once, then read `payloads()` until `close()`.

    Payloads of all connections come in one stream, in order. Each connection begins with LAYOUT, STATUS and, where
    the tool has one, BATTERY; LAYOUT comes at no other time, so it is the mark of a new connection. START has to be
    sent again then: the tool notifies nothing before. STATUS tells by its boot id whether the stream goes on. The
    stream ends after `close()` only and never raises `LinkLost`; how the link stands is `status`.

    Once a tool was connected no other one takes its place. Everything happens in the loop that called `open()`.
    """

    pairs = True

    def __init__(
        self, wanted: Iterable[str] = (), *, backend: Backend = PLATFORM, simulated: bool, seed: int | None = None
    ) -> None:
        """`wanted` are serial numbers, any of which will do; with none it is whichever tool is alone in range."""
        self.simulated = simulated
        self._wanted = frozenset(wanted)
        self._luck = random.Random(seed)
        self._echoes = echoes(self._luck.randint(1, ECHO_IDS))
        self._inbox = Inbox()
        self._events: asyncio.Queue[Event] = asyncio.Queue()
        self._radio = Radio(backend, self._inbox.put, self._events.put_nowait, simulated=simulated)
        self._course, _ = begin(self._wanted, 0.0)
        self._connections = 0
        self._steering: asyncio.Task[None] | None = None
        self._changed = asyncio.Event()
        self._status = self._look()

    async def open(self) -> None:
        """Begin to search, and return at once: nothing that can go wrong from here on ends the link."""
        self._steering = asyncio.create_task(self._steer())

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    @property
    def status(self) -> LinkStatus:
        """How the link stands now; another look at Bluetooth that is off shows no other state."""
        return self._status._replace(dropped=self._dropped)

    async def statuses(self) -> AsyncIterator[LinkStatus]:
        """Yield how it stands now and after each change, the last one when it is closed; a slow reader misses some."""
        seen: LinkStatus | None = None
        while seen is None or not isinstance(seen.state, Closed):
            changed = self._changed
            if seen is not self._status:
                seen = self._status
                yield seen
            else:
                await changed.wait()

    def payloads(self) -> AsyncIterator[Payload]:
        """Yield what arrives, connection after connection, until `close()`."""
        return self._inbox.payloads()

    async def command(self, command: Command, *parameters: Number) -> Reply:
        """Send one command; see `BleLink.command`. Raises `NotOnline` at once while there is no connection.

        It does not wait for one: a command means the moment in which it is given.
        """
        return await self._online().command(command, *parameters)

    async def setup(self, command: Command, *parameters: Number) -> Reply:
        """Send one command of Setup; see `BleLink.setup`. Raises `NotOnline` at once while there is no connection."""
        return await self._online().setup(command, *parameters)

    def choose(self, serial: str) -> None:
        """Want this tool and no other. Does nothing once a tool was connected: a link is one tool's."""
        self._events.put_nowait(Chosen(serial))

    async def close(self) -> None:
        """End the connection and everything else, in bounded time; does nothing the second time.

        Cancelled meanwhile, it goes on ending in the background, in the same bounds.
        """
        self._end()
        if self._steering is not None:
            self._steering.cancel()
            await asyncio.wait([self._steering])
            if not self._steering.cancelled():
                self._steering.result()  # a fault of our own is said, not swallowed

    # inside

    def _online(self) -> BleLink:
        visit = self._radio.visit
        if visit is None or not isinstance(self._course.state, Online):
            raise NotOnline(self._status.sentence)
        return visit.link

    async def _steer(self) -> None:
        """One event after the other, each with all that follows from it."""
        try:
            self._course, actions = begin(self._wanted, asyncio.get_running_loop().time())
            await self._follow(actions)
            while self._wanted_still:
                await self._take(await self._next())
        finally:
            self._end()
            await self._radio.silence()

    async def _next(self) -> Event:
        when_s = due_s(self._course)
        if when_s is not None and when_s <= asyncio.get_running_loop().time():
            return Elapsed()  # however many tools are heard meanwhile
        try:
            async with asyncio.timeout_at(when_s):
                return await self._events.get()
        except TimeoutError:
            return Elapsed()

    async def _take(self, event: Event) -> None:
        if isinstance(event, Heard):
            self._radio.told(event)
        actions = self._step(event)
        self._connections += Admit() in actions
        await self._follow(actions)

    async def _follow(self, actions: tuple[Action, ...]) -> None:
        """Do the actions, and those that follow from what came of them."""
        if not isinstance(self._course.state, Searching):  # that is shown once the scan has begun
            self._publish()
        due = deque(actions)
        while due and self._wanted_still:
            outcome = await self._radio.do(due.popleft(), self._echoes)
            if outcome is not None:
                due.extend(self._step(outcome))
        self._publish()

    @property
    def _wanted_still(self) -> bool:
        """Whether to go on; a stack may swallow the cancellation that would say so."""
        return not isinstance(self._course.state, Closed)

    def _step(self, event: Event) -> tuple[Action, ...]:
        at = Moment(asyncio.get_running_loop().time(), self._luck.random())
        self._course, actions = step(self._course, event, at)
        return actions

    def _end(self) -> None:
        """Whatever is still under way is not wanted any more."""
        self._step(CloseAsked())
        self._inbox.finish(InboxClosed())
        self._publish()

    def _publish(self) -> None:
        """Wake who reads `statuses`, where there is something to see."""
        status = self._look()
        if (status.sentence, status.in_range, status.state) != (
            self._status.sentence,
            self._status.in_range,
            self._status.state,
        ):
            self._status = status
            self._changed.set()
            self._changed = asyncio.Event()

    def _look(self) -> LinkStatus:
        course, visit = self._course, self._radio.visit
        tool = visit.link.tool if visit else None
        return LinkStatus(
            state=course.state,
            sentence=sentence(course),
            attempt=course.attempt,
            lost_s=course.lost_s,
            serial=serial_of(course),
            rssi_dbm=tool.rssi_dbm if isinstance(tool, FoundTool) else None,
            firmware=visit.link.firmware if visit and isinstance(course.state, Online) else None,
            in_range=self._in_range(),
            connections=self._connections,
            bond_lost=course.bond_lost,
            dropped=self._dropped,
        )

    @property
    def _dropped(self) -> int:
        visit = self._radio.visit
        return self._inbox.dropped + (visit.link.dropped if visit else 0)

    def _in_range(self) -> tuple[FoundTool, ...]:
        match self._course.state:
            case Searching(in_range=sightings) | Choosing(in_range=sightings):
                tools = (self._radio.found.get(each.address) for each in sightings)
                return tuple(tool for tool in tools if isinstance(tool, FoundTool))
            case _:
                return ()
