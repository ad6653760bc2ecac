"""Payloads of a Palpate tool to values: the only place that knows counts, wraps and streams."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from protocol.blocks import SampleBlock, SampleFlag
from protocol.control import RESEND_DONE, Reply, Request, ResendDone
from protocol.counts import block_of, marks_of
from protocol.errors import FrameError
from protocol.events import ToolEvent
from protocol.frames import Frame, SampleFrame, SlowFrame, SyncFrame, ToolFlag, UnknownFrame, read_frame
from protocol.layout import ChannelLayout, Layout
from protocol.link import Channel, Payload
from protocol.missing import Hole, Lost, Missing
from protocol.status import Status

_WRAP: Final = 1 << 32
"""Counter and clock are u32."""
JUMP_US: Final = 1_000_000
"""Clock and counter of one sampler part by the jitter of a frame; 1 s, and 1 % of a long loss, is none."""


class Battery(NamedTuple):
    """Charge in percent; None when the tool cannot tell."""

    percent: int | None


class Readings(NamedTuple):
    """The new readings of one frame and the state of the tool when it was sent."""

    block: SampleBlock
    """Marked LATE where it fills a hole behind the newest reading."""
    flags: ToolFlag


class InputBytes(NamedTuple):
    """What people did on this side; the session knows its form."""

    data: bytes


Decoded = Layout | Status | Readings | SyncFrame | SlowFrame | ToolEvent | Request | Reply | ResendDone | Battery
Value = Decoded | InputBytes | None


class _Position(NamedTuple):
    """The newest live sample: where the tool counted it (not wrapped) and where we do."""

    stream: int
    counter: int
    clock_us: int
    slot: int
    """Its index in `SampleBlock`."""
    time_us: int
    marks: int
    """`SampleFlag` that the tool's state put on every sample of the frame."""
    begins: bool = False
    """Whether no frame of its stream came before."""


class ToolDecoder:
    """Decodes the payloads of one tool, in order, over all its connections.

    Live readings get an index that never repeats and a time that never goes back: u32 wraps are undone, a new stream
    leaves one index out (so that a gap is seen). Slots that are left out within a stream are kept in `missing`. A
    late frame, and a live one that is not newer than the newest, gives the readings that were missing till then,
    marked LATE; one without any, and one of another stream or boot, is dropped and counted in `repeated`.
    """

    def __init__(self) -> None:
        self.layout: Layout | None = None
        self.missing = Missing()
        self.repeated = 0
        self.unknown = 0
        self.clocks = 0
        """How often the host's clock had to say how time went on: the tool rebooted, or its clock jumped."""
        self._position: _Position | None = None
        self._boot: int | None = None
        self._rebooted = False
        self._arrival_s = 0.0

    def feed(self, payload: Payload) -> Value:
        """Decode one payload; None where it holds nothing new. Raises `FrameError` for bytes that do not decode."""
        match payload.channel:
            case Channel.LAYOUT:
                self.layout = Layout.from_bytes(payload.data)
                return self.layout
            case Channel.STATUS:
                return self._status(Status.from_bytes(payload.data))
            case Channel.SAMPLES:
                return self._frame(payload)
            case _:
                return _stateless(payload)

    def index_of(self, stream: int, counter: int) -> int | None:
        """The index of a slot of the present stream; None for another stream.

        None too before the first frame and between a reboot and the first frame after it.
        """
        position = self._position
        if position is None or position.stream != stream or self._rebooted:
            return None
        return position.slot + _signed(counter - position.counter)

    def counter_of(self, index: int) -> int | None:
        """The tool's counter of a slot of the present stream; None before the first frame, and after a reboot."""
        position = self._position
        if position is None or self._rebooted:
            return None
        return (position.counter + index - position.slot) % _WRAP

    @property
    def stream(self) -> int | None:
        """The number of the present stream; None before the first frame, and after a reboot."""
        return None if self._position is None or self._rebooted else self._position.stream

    @property
    def newest(self) -> int:
        """Index of the newest slot, -1 before the first."""
        return -1 if self._position is None else self._position.slot

    def time_us_of(self, stream: int, clock_us: int) -> int | None:
        """A reading of the tool's clock in the present stream on the scale of `SampleBlock.time_us`.

        Right within 35 minutes of the newest frame; None for another stream, before the first frame and between a
        reboot and the first frame after it.
        """
        position = self._position
        if position is None or position.stream != stream or self._rebooted:
            return None
        return position.time_us + _signed(clock_us - position.clock_us)

    def time_us_at(self, clock_us: int, arrival_s: float) -> int | None:
        """A reading of the tool's clock that the host heard at `arrival_s`, on the scale of `SampleBlock.time_us`.

        Whatever the stream, and after any pause: the host's clock says how often the tool's wrapped. None before the
        first frame and between a reboot and the first frame after it.
        """
        if self._position is None or self._rebooted:
            return None
        host_us = round((arrival_s - self._arrival_s) * 1e6)
        return self._position.time_us + host_us + _signed(clock_us - self._position.clock_us - host_us)

    def age_s_of(self, clock_us: int, arrival_s: float) -> float | None:
        """How long before `arrival_s` the tool's clock showed this; None as for `time_us_at`."""
        if self._position is None or self._rebooted:
            return None
        return _signed(self._position.clock_us + round((arrival_s - self._arrival_s) * 1e6) - clock_us) / 1e6

    def _frame(self, payload: Payload) -> Value:
        if self.layout is None:
            raise FrameError("samples came before the layout that says how to read them")
        frame: Frame = read_frame(payload.data, self.layout.columns)
        match frame:
            case UnknownFrame():
                self.unknown += 1
                return None
            case SampleFrame(late=True):
                return self._fill(frame, self.layout.channels[0])
            case SampleFrame():
                return self._readings(frame, self.layout.channels[0], payload.arrival_s)
            case _:
                return frame

    def _readings(self, frame: SampleFrame, force: ChannelLayout, arrival_s: float) -> Readings | None:
        start = self._locate(frame, arrival_s)
        if start is None:
            return self._fill(frame, force)
        self._note_hole(start)
        clocks_us = frame.clocks_us()
        n, last_us = len(clocks_us), int(clocks_us[-1])
        time_us = clocks_us + (start.time_us - frame.clock_us)
        self._position = _Position(
            start.stream, frame.counter + n - 1, last_us, start.slot + n - 1, int(time_us[-1]), start.marks
        )
        self._arrival_s = arrival_s
        index = start.slot + np.arange(n, dtype=np.int64)
        block, read = block_of(index, time_us, frame.counts[:, 0], force, start.marks)
        return Readings(block if read.all() else block[read], ToolFlag(frame.flags))

    def _note_hole(self, start: _Position) -> None:
        """Remember what is missing before `start`, where it is of the same stream."""
        last = self._position
        if last is not None and not start.begins and start.slot > last.slot + 1:
            marks = last.marks | start.marks
            self.missing.open(Hole(last.slot + 1, start.slot, last.time_us, start.time_us, marks))

    def _fill(self, frame: SampleFrame, force: ChannelLayout) -> Readings | None:
        """The readings of a frame that is not the newest: those that were missing."""
        index, time_us = self.index_of(frame.stream, frame.counter), self.time_us_of(frame.stream, frame.clock_us)
        if index is None or time_us is None:
            self.repeated += 1
            return None
        times_us = frame.clocks_us() + (time_us - frame.clock_us)
        pieces = self.missing.fill(index, times_us)
        if not pieces:
            self.repeated += 1
            return None
        indices = index + np.arange(len(times_us), dtype=np.int64)
        block, read = block_of(indices, times_us, frame.counts[:, 0], force, int(SampleFlag.LATE))
        new = np.zeros(len(times_us), np.bool_)
        for piece in pieces:  # the frame's own flags tell of the moment of sending, not of these slots
            part = slice(piece.first - index, piece.stop - index)
            block.flags[part] |= np.uint8(piece.flags)
            new[part] = True
        return Readings(block[new & read], ToolFlag(frame.flags))

    def _locate(self, frame: SampleFrame, arrival_s: float) -> _Position | None:
        """Where the frame's first sample belongs; None when it is not newer than what we have."""
        last, marks = self._position, marks_of(frame.flags)
        if last is None:
            return _Position(frame.stream, frame.counter, frame.clock_us, 0, frame.clock_us, marks)
        host_us = round((arrival_s - self._arrival_s) * 1e6)
        if self._rebooted:  # the tool's clock began anew: only the host's says how long it was away
            self._rebooted = False
            self.clocks += 1
            return self._begun(frame, last, host_us)
        # the host's clock says how often the tool's wrapped: once in 72 minutes, a pause can be longer
        forward_us = host_us + _signed(frame.clock_us - last.clock_us - host_us)
        if frame.stream != last.stream:
            return self._begun(frame, last, forward_us)
        steps = _slots(frame.counter - last.counter, forward_us, frame)
        if _jumped(frame, last, forward_us, steps):
            self.clocks += 1
            return self._begun(frame, last, host_us)
        if steps <= 0 or forward_us < 0:
            return None
        return last._replace(slot=last.slot + steps, time_us=last.time_us + forward_us, marks=marks)

    def _begun(self, frame: SampleFrame, last: _Position, after_us: int) -> _Position:
        """The first sample of another stream; of the one before nothing can be had any more."""
        self.missing.give_up_all(Lost.NEW_STREAM)
        return _Position(
            frame.stream, 0, 0, last.slot + 2, last.time_us + max(after_us, 0), marks_of(frame.flags), begins=True
        )

    def _status(self, status: Status) -> Status:
        if self._boot not in (None, status.boot_id) and self._position is not None:
            self._rebooted = True
            self.missing.give_up_all(Lost.REBOOT)
        self._boot = status.boot_id
        return status


def _stateless(payload: Payload) -> Value:
    match payload.channel:
        case Channel.EVENTS:
            return ToolEvent.from_bytes(payload.data)
        case Channel.CONTROL_SENT:
            return Request.from_bytes(payload.data)
        case Channel.CONTROL_REPLY:
            return _answer(payload.data)
        case Channel.BATTERY:
            return _battery(payload.data)
        case _:
            return InputBytes(payload.data)


def _answer(data: bytes) -> Reply | ResendDone:
    return ResendDone.from_bytes(data) if data[:1] == bytes((RESEND_DONE,)) else Reply.from_bytes(data)


def _battery(data: bytes) -> Battery:
    if not data:
        raise FrameError("an empty battery level")
    return Battery(data[0] if data[0] <= 100 else None)


def _slots(difference: int, forward_us: int, frame: SampleFrame) -> int:
    """The difference of two counters; the time that passed, in slots of `frame`, says how often they wrapped."""
    passed = forward_us * (len(frame.counts) - 1) // frame.span_us if frame.span_us else 0
    return passed + _signed(difference - passed)


def _jumped(frame: SampleFrame, last: _Position, forward_us: int, steps: int) -> bool:
    """Whether clock and counter contradict each other: one of them began anew, although the stream is the same.

    A frame that is older by both is one that comes again. A frame of one sample does not say how long a slot is.
    """
    older = _signed(frame.counter - last.counter) <= 0 and _signed(frame.clock_us - last.clock_us) <= 0
    if older or not frame.span_us or len(frame.counts) == 1:
        return False
    by_counter_us = steps * frame.span_us // (len(frame.counts) - 1)
    return abs(forward_us - by_counter_us) > max(JUMP_US, abs(forward_us) // 100)


def _signed(difference: int) -> int:
    """The shortest way round a u32."""
    return (difference + _WRAP // 2) % _WRAP - _WRAP // 2
