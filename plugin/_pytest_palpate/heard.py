"""Which time a client heard of, from the headers of the frames that came: enough to know what is missing."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from statistics import median
from typing import Final, NamedTuple

from _pytest_palpate.values import Gap, Payload

HEADER: Final = struct.Struct("<BBBBIIH")
"""Type, stream, flags, number of samples, counter, clock, span: docs/protocol.md §6.1."""
LIVE, LATE = 0x01, 0x02
STARTED: Final = struct.Struct("<BBBBII")
"""Reply to START: command, echo id, result, stream, rate in mHz, counter of the next slot: docs/protocol.md §8."""
START_REPLY: Final = 0x81
COUNTERS: Final = 1 << 32

SAME_S: Final = 1e-6
"""Times that differ by less are the same slot's."""
SILENCE_S: Final = 0.1
"""Two frames should have come meanwhile: one spans at most 50 ms."""


class Frame(NamedTuple):
    """Samples that came together."""

    arrived_s: float
    late: bool
    boot: bytes
    stream: int
    counter: int
    samples: int


class Span(NamedTuple):
    """The time between the first and the last of samples that follow each other without a break."""

    arrived_s: float
    """When they were heard."""
    from_s: float
    to_s: float


class Start(NamedTuple):
    """What the tool said about its stream."""

    rate_hz: float
    counter: int


class Heard:
    """What came so far."""

    def __init__(self) -> None:
        self._boot = b""
        self._starts: dict[tuple[bytes, int], Start] = {}
        self._frames: list[Frame] = []
        self._known: set[tuple[bytes, int, int]] = set()

    def hear(self, payload: Payload) -> None:
        """Take note of one payload."""
        data = payload.data
        match payload.channel:
            case "STATUS":
                self._boot = data[:4]
            case "CONTROL_REPLY" if len(data) >= STARTED.size and (data[0], data[2]) == (START_REPLY, 0):
                _, _, _, stream, rate_mhz, counter = STARTED.unpack_from(data)
                self._starts.setdefault((self._boot, stream), Start(rate_mhz / 1000, counter))
            case "SAMPLES" if len(data) > HEADER.size and data[0] in (LIVE, LATE):
                self._hear_frame(payload.t_s, data)

    def _hear_frame(self, arrived_s: float, data: bytes) -> None:
        kind, stream, _, samples, counter, _, _ = HEADER.unpack_from(data)
        whole = samples and (len(data) - HEADER.size) % samples == 0
        key = (self._boot, stream, counter)
        if whole and key not in self._known:
            self._known.add(key)
            self._frames.append(Frame(arrived_s, kind == LATE, self._boot, stream, counter, samples))

    def spans(self, first_s: float) -> list[Span]:
        """Times heard of, in the order of their arrival; the tool's first sample was taken at `first_s`.

        The time between two frames that follow each other belongs to the one that came later.
        """
        streams: dict[tuple[bytes, int], list[Frame]] = {}
        for frame in self._frames:
            streams.setdefault((frame.boot, frame.stream), []).append(frame)
        spans: list[Span] = []
        for index, (key, frames) in enumerate(streams.items()):
            start = self._starts.get(key)
            if start is not None:  # else it was bit-flipped
                spans += _spans_of(frames, start, None if index else first_s)
        return sorted(spans)

    def gaps(self, first_s: float, now_s: float) -> list[Gap]:
        """Times between those heard of, oldest first; the last one may last."""
        heard = sorted(self.spans(first_s), key=lambda span: span.from_s)
        gaps, until_s = [], heard[0].from_s if heard else now_s
        for span in heard:
            if span.from_s > until_s + SAME_S:
                gaps.append(Gap(until_s, span.from_s, span.arrived_s))
            until_s = max(until_s, span.to_s)
        if now_s > until_s + SILENCE_S:
            gaps.append(Gap(until_s, now_s, now_s))
        return gaps


def _spans_of(frames: Sequence[Frame], start: Start, first_s: float | None) -> list[Span]:
    """The spans of one stream. Its first slot was at `first_s`; None: it was when most frames say so."""
    slot_s = 1 / start.rate_hz
    begins = [(frame.counter - start.counter) % COUNTERS for frame in frames]
    ends = [begin + frame.samples for begin, frame in zip(begins, frames, strict=True)]
    if first_s is None:
        came = zip(frames, ends, strict=True)
        first_s = median([frame.arrived_s - (end - 1) * slot_s for frame, end in came if not frame.late] or [0.0])
    began, ended = {begin: turn for turn, begin in enumerate(begins)}, {end: turn for turn, end in enumerate(ends)}
    spans = []
    for turn, (frame, begin, end) in enumerate(zip(frames, begins, ends, strict=True)):
        from_slot = begin - 1 if ended.get(begin, turn) < turn else begin
        to_slot = end if began.get(end, turn) < turn else end - 1
        span = Span(frame.arrived_s, first_s + from_slot * slot_s, first_s + to_slot * slot_s)
        if span.to_s <= frame.arrived_s + slot_s:  # else its counter was bit-flipped
            spans.append(span)
    return spans
