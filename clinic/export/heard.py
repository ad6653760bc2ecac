"""What people did, what was called and what became of the tool, out of a record's payloads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from analysis.reading import joined
from clinic.export.marks import Kind, Mark
from device.drivers.registry import driver_named
from device.errors import DeviceError
from protocol.blocks import SampleBlock
from protocol.control import Command, Reply, Result
from protocol.errors import FrameError
from protocol.frames import ToolFlag
from protocol.link import Channel, Payload
from session.calls import read_aimed, read_call
from session.in_order import is_late
from session.inputs import (
    AskPlace,
    AwaitLook,
    GoOn,
    Here,
    Input,
    LeaveOut,
    MeasureZero,
    Now,
    Pain,
    PainGone,
    PainHalved,
    Quit,
    Softer,
    StepUp,
    Stop,
    ToolFit,
    UndoZero,
    read_input,
)
from session.instrument_stream import InstrumentStream
from session.offline.instrument_source import is_instruments
from session.playback import Recorded
from session.said import said
from session.tool_stream import ToolStream


class Heard(NamedTuple):
    """The marks, in the order of arrival, and how the two clocks stand at the first reading."""

    marks: tuple[Mark, ...]
    first_arrival_s: float
    """Of the first reading, from the record's first payload on."""
    tool: ToolStream
    """After the last payload; it knows nothing in a record of another instrument."""


class _Said(NamedTuple):
    """A mark before its moment is known."""

    arrival_s: float
    kind: Kind
    text: str
    value: float | None = None
    tool_us: int | None = None
    """On the clock of the readings; None where only the computer's tells."""


class _Newest(NamedTuple):
    """The newest live reading."""

    time_us: int
    arrival_s: float


def hear(recorded: Recorded) -> Heard:
    """Go through the payloads of a record that has readings."""
    reader = _Instrument() if is_instruments(recorded) else _Tool()
    placed = list[tuple[_Said, _Newest | None]]()
    first: _Newest | None = None
    newest: _Newest | None = None
    for payload in recorded.payloads:
        for each in reader.take(payload):
            placed.append((each, newest))
        block = reader.block
        if block is not None and len(block) and not is_late(block):
            newest = _Newest(block.time_us.item(-1), payload.arrival_s)
            first = first or _Newest(block.time_us.item(0), payload.arrival_s)
    assert first is not None, "a record without readings is no recording"
    marks = tuple(_mark(each, before or first, first) for each, before in placed)
    return Heard(marks, first.arrival_s, reader.tool)


def _mark(each: _Said, newest: _Newest, first: _Newest) -> Mark:
    """Where the tool told no moment: as long after the newest reading as the payload came after it."""
    if each.tool_us is not None:
        time_s, clock = (each.tool_us - first.time_us) / 1e6, "tool"
    else:
        time_s, clock = (newest.time_us - first.time_us) / 1e6 + each.arrival_s - newest.arrival_s, "computer"
    return Mark.model_validate(
        {"time_s": round(time_s, 6), "kind": each.kind, "text": each.text, "value": each.value, "clock": clock}
    )


class _Tool:
    """Payloads of a tool of our own."""

    def __init__(self) -> None:
        self.tool = ToolStream()
        self.block: SampleBlock | None = None
        self._connections = self._boots = 0
        self._area_cm2: float | None = None
        self._latched = False

    def take(self, payload: Payload) -> Iterator[_Said]:
        """What one payload says; `block` has its readings then."""
        self.block = self.tool.hear(payload)
        yield from _told(payload)
        yield from self._became(payload)
        for down in self.tool.take_button():
            yield _Said(payload.arrival_s, Kind.BUTTON, f"the tool's button went {'down' if down else 'up'}")
        for press_us in self.tool.take_presses_us():
            yield _Said(payload.arrival_s, Kind.BUTTON, "the patient's button went down", tool_us=press_us)
        yield from self._stopped(payload.arrival_s)

    def _stopped(self, arrival_s: float) -> Iterator[_Said]:
        """A stop that the tool latched, once, however often it says so."""
        latched = self.tool.take_stop() or ToolFlag.STOP_LATCHED in self.tool.flags or self.tool.stop_by is not None
        if latched and not self._latched:
            yield _Said(arrival_s, Kind.STOP, "the tool latched a stop")
        self._latched = latched

    def _became(self, payload: Payload) -> Iterator[_Said]:
        if payload.channel is Channel.LAYOUT:
            self._connections += 1
            yield _Said(payload.arrival_s, Kind.LINK, "connected" if self._connections == 1 else "connected again")
        if self.tool.boots != self._boots:
            self._boots = self.tool.boots
            yield _Said(payload.arrival_s, Kind.LINK, "the tool restarted")
        if self.tool.area_cm2 != self._area_cm2 and (tip := self.tool.tip):
            self._area_cm2 = tip.area_cm2
            yield _Said(payload.arrival_s, Kind.TIP, f"tip {tip.name} of {tip.area_cm2:g} cm²", tip.area_cm2)
        if payload.channel is Channel.CONTROL_REPLY and _is_tare(payload.data):
            yield _Said(payload.arrival_s, Kind.ZERO, "the tool measured its zero")


class _Instrument:
    """Payloads of an instrument of another make."""

    def __init__(self) -> None:
        self.tool = ToolStream()
        self.block: SampleBlock | None = None
        self._stream = InstrumentStream(driver_named)
        self._connections = 0

    def take(self, payload: Payload) -> Iterator[_Said]:
        """What one payload says; `block` has its readings then."""
        self.block = None
        yield from _told(payload)
        if payload.channel is Channel.INSTRUMENT:
            self._connections += 1
            yield _Said(payload.arrival_s, Kind.LINK, "connected" if self._connections == 1 else "connected again")
        try:
            blocks = [value for value in self._stream.update(payload) if isinstance(value, SampleBlock) and len(value)]
        except (FrameError, DeviceError):
            return
        self.block = joined(blocks) if blocks else None


def _is_tare(data: bytes) -> bool:
    try:
        reply = Reply.from_bytes(data)
    except FrameError:
        return False
    return reply.command == Command.TARE and reply.result == Result.OK


def _told(payload: Payload) -> Iterator[_Said]:
    """What people and this program said; what cannot be read says nothing."""
    try:
        match payload.channel:
            case Channel.INPUT:
                yield _did(read_input(payload.data), payload.arrival_s)
            case Channel.CALLS:
                call = read_call(payload.data)
                yield _Said(payload.arrival_s, Kind.LET_GO, f"let go: {call.why.value}", tool_us=call.time_us)
            case Channel.AIMED:
                aimed = read_aimed(payload.data)
                text = f"target {aimed.target_n:g} N ± {aimed.band_percent:g} % from the next contact on"
                yield _Said(payload.arrival_s, Kind.TARGET, text, aimed.target_n)
            case _:
                pass
    except ValueError:
        return


def _did(done: Input, arrival_s: float) -> _Said:
    value = float(done.nrs) if isinstance(done, Pain) else None
    return _Said(arrival_s, _KINDS[type(done)], said(done), value)


_KINDS: Final[dict[type[Input], Kind]] = {
    Stop: Kind.STOP,
    GoOn: Kind.GO_ON,
    Quit: Kind.END,
    Pain: Kind.PAIN,
    PainHalved: Kind.FELT,
    PainGone: Kind.FELT,
    Softer: Kind.FELT,
    Now: Kind.FELT,
    MeasureZero: Kind.ZERO,
    UndoZero: Kind.ZERO,
    StepUp: Kind.TARGET,
    AskPlace: Kind.PREPARED,
    Here: Kind.PREPARED,
    LeaveOut: Kind.PREPARED,
    AwaitLook: Kind.PREPARED,
    ToolFit: Kind.PREPARED,
}
"""Of what people do; a test holds it against all that there is."""
