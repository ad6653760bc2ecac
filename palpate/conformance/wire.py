"""One raw connection to the tool under test: nothing is repeated, corrected or left out on the way."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final, NamedTuple, TypeVar

from bleak import BleakClient
from bleak.backends.device import BLEDevice

from device.backend import Backend
from palpate.conformance.verdict import Violation, expect, hexed
from protocol import uuids
from protocol.control import REPLY_BIT, Command, Number, Reply, Request, Result
from protocol.errors import FrameError
from protocol.events import ToolEvent
from protocol.frames import Columns, FrameType, SampleFrame
from protocol.layout import Layout
from protocol.status import Status

Found = TypeVar("Found")

SMALLEST_MTU: Final = 23
ATT_HEADER: Final = 3
"""Bytes before a value that is written."""
ACCESS_S: Final = 10.0
"""For one read or write; the computer's Bluetooth takes milliseconds, unless it is dead."""
CONNECT_S: Final = 20.0
"""For a connection with all its services to be read; a second on most computers, more on some."""
ANSWER_S: Final = 1.0
"""As docs/protocol.md §8 says."""
AIR_S: Final = 0.5
"""On top of it: the way to the tool and back with an interval of 60 ms and a few lost events, *assumed*."""
FIRST_S: Final = 5.0
"""From START to the first frame: a cell that warms up may take its time, *assumed*."""


class Heard(NamedTuple):
    """One notification or indication."""

    uuid: str
    at_s: float
    """The loop's time of its arrival."""
    data: bytes


class Answer(NamedTuple):
    """What the tool answered to a request."""

    reply: Reply
    data: bytes
    sent_s: float
    heard_s: float

    @property
    def values(self) -> tuple[int, ...]:
        """The values of the reply; raises `Violation` where they are cut short."""
        try:
            return tuple(map(int, self.reply.values))
        except FrameError as error:
            raise Violation(f"a whole reply: {error}", hexed(self.data)) from error

    def must_be(self, *results: Result) -> Answer:
        """Raise `Violation` unless it is one of these results."""
        names = " or ".join(result.name for result in results)
        expect(self.reply.result in results, f"result {names} to 0x{self.reply.command:02x}", self.data)
        return self


class Begun(NamedTuple):
    """What START answered."""

    stream: int
    rate_mhz: int
    counter: int
    data: bytes


class Framed(NamedTuple):
    """A sample frame, its arrival and its bytes."""

    frame: SampleFrame
    at_s: float
    data: bytes


class Wire:
    """Reads, writes and keeps all that is heard, in its order."""

    def __init__(self, device: BLEDevice, backend: Backend, echoes: Iterator[int]) -> None:
        self.client = BleakClient(device, self._end, timeout=CONNECT_S, backend=backend.client)
        self.heard: list[Heard] = []
        self.gone = False
        self._echoes = echoes
        self._news = asyncio.Event()
        self._layout: Layout | None = None

    async def open(self) -> None:
        """Connect; raises bleak's error."""
        async with asyncio.timeout(CONNECT_S):
            await self.client.connect()

    async def close(self) -> None:
        """End the connection, whatever state it is in."""
        with contextlib.suppress(Exception):  # the tool may have gone first, in many ways
            async with asyncio.timeout(ACCESS_S):
                await self.client.disconnect()

    @property
    def mtu(self) -> int:
        """The ATT MTU in force; 23 where the system does not tell. BlueZ tells it with a characteristic only."""
        control = self.client.services.get_characteristic(uuids.CONTROL)
        return SMALLEST_MTU if control is None else control.max_write_without_response_size + ATT_HEADER

    @property
    def now_s(self) -> float:
        """The loop's time."""
        return asyncio.get_running_loop().time()

    async def read(self, uuid: str) -> bytes:
        """Read a characteristic."""
        async with asyncio.timeout(ACCESS_S):
            return bytes(await self.client.read_gatt_char(uuid))

    async def write(self, data: bytes, uuid: str = uuids.CONTROL) -> None:
        """Write with response; raises bleak's error where the tool refuses."""
        async with asyncio.timeout(ACCESS_S):
            await self.client.write_gatt_char(uuid, data, response=True)

    async def subscribe(self, *wanted: str) -> None:
        """Hear these characteristics from now on."""
        for uuid in wanted:
            async with asyncio.timeout(ACCESS_S):
                await self.client.start_notify(uuid, partial(self._hear, uuid))

    async def until(self, found: Callable[[], Found | None], limit_s: float) -> Found | None:
        """Return what is found as soon as it is there, None after `limit_s`; raises `Violation` when the link ends."""
        try:
            async with asyncio.timeout(limit_s):
                while (there := found()) is None:
                    expect(not self.gone, "a connection that stays", "its end by the tool")
                    self._news.clear()
                    await self._news.wait()
                return there
        except TimeoutError:
            return None

    async def ended(self, limit_s: float) -> bool:
        """Wait for the tool to end the connection; whether it did."""
        try:
            async with asyncio.timeout(limit_s):
                while not self.gone:
                    self._news.clear()
                    await self._news.wait()
        except TimeoutError:
            return False
        return True

    # commands

    async def start(self, rate_mhz: int = 0) -> Begun:
        """Have START answered with OK."""
        answer = (await self.ask(Command.START, rate_mhz)).must_be(Result.OK)
        stream, rate_mhz, counter = answer.values
        return Begun(stream, rate_mhz, counter, answer.data)

    async def send(self, command: int, *parameters: Number) -> bytes:
        """Write a request with a new echo id and do not wait; its bytes."""
        request = bytes(Request.of(Command(command), next(self._echoes), *parameters))
        await self.write(request)
        return request

    async def ask(self, command: int, *parameters: Number) -> Answer:
        """Write a request with a new echo id and return the answer."""
        return await self.ask_bytes(bytes(Request.of(Command(command), next(self._echoes), *parameters)))

    async def ask_raw(self, command: int, body: bytes = b"") -> Answer:
        """Write any command with a new echo id and any parameters, and return the answer."""
        return await self.ask_bytes(bytes((command, next(self._echoes))) + body)

    async def ask_setup(self, command: int, body: bytes = b"") -> Answer:
        """Write a request to Setup and return the answer; the link has to be encrypted."""
        return await self.ask_bytes(bytes((command, next(self._echoes))) + body, uuids.SETUP)

    async def ask_bytes(self, request: bytes, uuid: str = uuids.CONTROL) -> Answer:
        """Write these bytes and return the answer; raises `Violation` where none comes in time."""
        mark, sent_s = len(self.heard), self.now_s
        await self.write(request, uuid)
        return await self.answer_to(request, mark, sent_s, uuid)

    async def answer_to(self, request: bytes, mark: int, sent_s: float, uuid: str = uuids.CONTROL) -> Answer:
        """Wait for the answer to a request written at `sent_s`, among what was heard from `mark` on."""
        heard = await self.until(lambda: self._reply(request, mark, uuid), sent_s + ANSWER_S + AIR_S - self.now_s)
        if heard is None:
            raise Violation(f"an answer to {hexed(request)} within {ANSWER_S:g} s", "none")
        try:
            return Answer(Reply.from_bytes(heard.data), heard.data, sent_s, heard.at_s)
        except FrameError as error:
            raise Violation(f"a reply: {error}", hexed(heard.data)) from error

    # what is heard

    async def sampling(self, mark: int = 0) -> None:
        """Wait for the first live frame; raises `Violation` where none comes."""
        live = bytes((FrameType.SAMPLES,))

        def first() -> Heard | None:
            return next((e for e in self.heard[mark:] if e.uuid == uuids.SAMPLES and e.data[:1] == live), None)

        there = await self.until(first, FIRST_S)
        expect(there is not None, f"a frame of samples within {FIRST_S:g} s of START", "none")

    def indications(self, mark: int = 0) -> list[bytes]:
        """What came on Control."""
        return [each.data for each in self.heard[mark:] if each.uuid == uuids.CONTROL]

    def events(self, mark: int = 0) -> list[ToolEvent]:
        """What came on Events; raises `Violation` for one that is cut short."""
        return [_event(each.data) for each in self.heard[mark:] if each.uuid == uuids.EVENTS]

    async def frames(self, mark: int = 0, kind: int = FrameType.SAMPLES) -> list[Framed]:
        """Sample frames of one kind, decoded by the layout; raises `Violation` for one that cannot be read."""
        columns = (await self.layout()).columns
        raw = [each for each in self.heard[mark:] if each.uuid == uuids.SAMPLES and each.data[:1] == bytes((kind,))]
        return [Framed(_frame(each.data, columns), each.at_s, each.data) for each in raw]

    async def layout(self) -> Layout:
        """The layout, read once; raises `Violation` where a client could not use it."""
        if self._layout is None:
            data = await self.read(uuids.LAYOUT)
            try:
                self._layout = Layout.from_bytes(data)
            except FrameError as error:
                raise Violation(f"a layout that can be used: {error}", hexed(data)) from error
        return self._layout

    async def status(self) -> Status:
        """The Status characteristic; raises `Violation` where it is cut short."""
        data = await self.read(uuids.STATUS)
        try:
            return Status.from_bytes(data)
        except FrameError as error:
            raise Violation(str(error), hexed(data)) from error

    def _end(self, _client: BleakClient) -> None:
        self.gone = True
        self._news.set()

    def _hear(self, uuid: str, _sender: object, data: bytearray) -> None:
        self.heard.append(Heard(uuid, self.now_s, bytes(data)))
        self._news.set()

    def _reply(self, request: bytes, mark: int, uuid: str) -> Heard | None:
        head = bytes((request[0] | REPLY_BIT, request[1]))
        said = (each for each in self.heard[mark:] if each.uuid == uuid)
        return next((each for each in said if each.data[:2] == head), None)


def _event(data: bytes) -> ToolEvent:
    try:
        return ToolEvent.from_bytes(data)
    except FrameError as error:
        raise Violation(f"a whole event: {error}", hexed(data)) from error


def _frame(data: bytes, columns: Columns) -> SampleFrame:
    try:
        frame = SampleFrame.from_bytes(data, columns)
    except FrameError as error:
        raise Violation(f"a whole frame: {error}", hexed(data)) from error
    return frame
