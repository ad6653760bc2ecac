"""Bugs of frames, of the clock and of resends."""

from __future__ import annotations

import importlib
import struct
from collections.abc import Callable
from typing import Any, Final

from protocol.control import Command, Result
from protocol.link import Channel
from simulator.boot import Boot
from simulator.control_point import ControlPoint
from simulator.happenings.frames import Latency
from simulator.outbox import Notification
from simulator.resend import Resend
from simulator.tool import Tool
from tests.palpate.conformance.planting import (
    Edit,
    Mutant,
    Patch,
    after,
    around,
    before,
    constant,
    frames,
    results,
    returning,
    values,
)


def _number(offset: int, layout: str, change: Callable[[int], int]) -> Edit:
    """An edit that changes one number of a frame."""

    def edit(data: bytearray) -> None:
        (value,) = struct.unpack_from(layout, data, offset)
        limit = 1 << (8 * struct.calcsize(layout))
        struct.pack_into(layout, data, offset, change(value) % limit)

    return edit


def _byte(place: int, change: Callable[[int], int]) -> Edit:
    return _number(place, "<B", change)


def _counter(change: Callable[[int], int]) -> Edit:
    return _number(4, "<I", change)


def _clock(change: Callable[[int], int]) -> Edit:
    return _number(8, "<I", change)


def _span(change: Callable[[int], int]) -> Edit:
    return _number(12, "<H", change)


def _mirrored(data: bytearray) -> None:
    """Samples in big endian."""
    data[14:] = b"".join(bytes(data[at : at + 3][::-1]) for at in range(14, len(data), 3))


def _tared_samples(patch: Patch) -> None:
    zero = [0]

    def edit(data: bytearray) -> None:
        for at in range(14, len(data), 3):
            count = int.from_bytes(data[at : at + 3], "little", signed=True) - zero[0]
            data[at : at + 3] = count.to_bytes(3, "little", signed=True)

    def zeroed(_boot: Boot, original: Callable[[int], None], zero_q: int) -> None:
        zero[0] = round(zero_q / 2**14 / 2e-5)
        original(zero_q)

    around(Boot, "zeroed", zeroed)(patch)
    frames(edit)(patch)


def _two_late_at_once(tool: Tool, original: Callable[..., list[Notification]], t_s: float, room: int = 2) -> Any:
    said = original(t_s, room)
    boot = tool._life.boot
    for place, note in enumerate(said):
        if note.channel is Channel.SAMPLES and note.data[0] == 2 and (more := boot.late_frame(t_s)):
            return [*said[: place + 1], Notification(Channel.SAMPLES, more), *said[place + 1 :]]
    return said


def _reset_by_start(patch: Patch) -> None:
    zero = [0]

    def start(boot: Boot, original: Callable[..., Any], t_s: float, rate_hz: int) -> Any:
        zero[0] += boot.clock_us(t_s)
        return original(t_s, rate_hz)

    around(Boot, "start", start)(patch)
    returning(Boot, "clock_us", lambda us: us - zero[0])(patch)


def returning_function(patch: Patch, path: str, change: Callable[[Any], Any]) -> None:
    """Change what a function of a module returns."""
    module, _, name = path.rpartition(".")
    original = getattr(importlib.import_module(module), name)
    patch.setattr(path, lambda *args: change(original(*args)))


def _first_lost(data: bytearray) -> None:
    data[3] -= 1
    del data[14:17]


def _nothing_from_before(patch: Patch) -> None:
    """Only what is sampled after an attaching START is held."""
    first = [0]

    def attach(boot: Boot) -> None:
        if boot.sampler and not boot.listening:
            first[0] = boot.sampler.next_counter

    before(Boot, "start", attach)(patch)
    returning_function(
        patch, "simulator.control_point.held", lambda slots: range(max(slots.start, first[0]), slots.stop)
    )


FRAMES: Final = (
    Mutant(
        "the counter skips 0 when it wraps",
        "counter-wraps",
        frames(_counter(lambda counter: counter + (counter < 2**31))),
        {"first_counter": 2**32 - 500},
    ),
    Mutant("a byte too many in each frame", "frames-hold-their-samples", frames(lambda data: data.append(0))),
    Mutant("frames name the stream before", "frames-name-the-stream", frames(_byte(1, lambda stream: stream - 1))),
    Mutant("a reserved flag is set", "frames-leave-reserved-flags-zero", frames(_byte(2, lambda flags: flags | 0x20))),
    Mutant("frames span 60 ms", "frames-are-short", constant("simulator.sampler.FRAME_S", 0.07)),
    Mutant("the span is that of n periods", "spans-are-right", frames(_span(lambda span: span + 10_000))),
    Mutant(
        "each eighth frame repeats a counter",
        "counters-follow-each-other",
        frames(_counter(lambda counter: counter - (counter % 32 == 28))),
    ),
    Mutant(
        "the clock of a frame is rounded to 3 ms",
        "clocks-follow-each-other",
        frames(_clock(lambda clock: clock // 3000 * 3000)),
    ),
    Mutant("frames are of type 5", "frames-are-of-known-types", frames(_byte(0, lambda _kind: 5))),
    Mutant("samples are tared", "samples-are-never-tared", _tared_samples),
    Mutant("samples are big endian", "zero-is-the-mean-of-the-samples", frames(_mirrored)),
    Mutant(
        "sync frames tell of frames to come",
        "sync-frames-tell-of-frames",
        returning(Boot, "sync_frame", lambda data: data[:4] + b"\xff\xff\xff\x7f" + data[8:]),
        {"sync_frames": True},
    ),
    Mutant(
        "the reserved byte of a slow frame is 1",
        "slow-frames-are-slow",
        returning(Boot, "slow_frame", lambda data: data[:3] + b"\x01" + data[4:]),
        {"slow_frames": True},
    ),
)

CLOCKS: Final = (
    Mutant(
        "TIME is in milliseconds",
        "clock-counts-microseconds",
        values(Command.TIME, lambda received, queued: (received // 1000, queued // 1000)),
    ),
    Mutant(
        "the clock is fast by 2 %",
        "clock-counts-microseconds",
        returning(Boot, "clock_us", lambda us: us * 102 // 100),
    ),
    Mutant(
        "TIME was queued before it was received",
        "time-is-queued-after-it-is-received",
        values(Command.TIME, lambda received, queued: (received, (queued - 1000) % 2**32)),
    ),
    Mutant("START resets the clock", "clock-runs-through-start-and-stop", _reset_by_start),
    Mutant(
        "frames wait for a second",
        "frames-are-sent-at-once",
        lambda _patch: None,
        {"happenings": (Latency(for_s=3600.0, delay_s=1.0),)},
    ),
    Mutant(
        "the clock wraps at 2³¹",
        "clock-wraps",
        frames(_clock(lambda clock: clock % 2**31)),
        {"up_s": 4280.0},
    ),
)

RESENDS: Final = (
    Mutant(
        "the span of late frames is wrong",
        "resent-samples-are-the-same",
        frames(_span(lambda span: span + 500), late=True),
    ),
    Mutant(
        "late samples lose a bit", "resent-samples-are-the-same", frames(_byte(14, lambda low: low & 0xFE), late=True)
    ),
    Mutant(
        "late frames are sent as live ones", "resent-samples-are-the-same", frames(_byte(0, lambda _: 1), late=True)
    ),
    Mutant(
        "the end of a resend counts one too many",
        "resent-samples-are-the-same",
        returning(Resend, "done", lambda done: done._replace(sent=done.sent + 1)),
    ),
    Mutant(
        "a resend begins one too late",
        "resend-answers-what-is-held",
        lambda patch: returning_function(patch, "simulator.control_point.held", lambda slots: slots[1:]),
    ),
    Mutant(
        "at MTU 23 the first sample of late frames is lost",
        "resent-samples-are-the-same-at-mtu-23",
        frames(lambda data: _first_lost(data) if len(data) <= 20 else None, late=True),
    ),
    Mutant(
        "late frames span 60 ms",
        "late-frames-come-oldest-first",
        constant("simulator.sampler.LATE_SPAN_S", 0.06),
    ),
    Mutant(
        "two late frames at once", "live-frames-go-on-between-late-ones", around(Tool, "advance", _two_late_at_once)
    ),
    Mutant(
        "what is not held is a bad value",
        "resend-answers-what-is-held",
        results(Command.RESEND, {Result.NOT_HELD: Result.BAD_VALUE}),
    ),
    Mutant(
        "a resend of nothing is not held",
        "resend-of-nothing-is-refused",
        results(Command.RESEND, {Result.BAD_VALUE: Result.NOT_HELD}),
    ),
    Mutant(
        "a resend without START is not held",
        "resend-needs-a-start",
        results(Command.RESEND, {Result.WRONG_STATE: Result.NOT_HELD}),
    ),
    Mutant(
        "a second resend replaces the first",
        "second-resend-is-busy",
        before(ControlPoint, "write", lambda point: setattr(point._device, "resend", None)),
    ),
    Mutant(
        "a resend that was cancelled ends with OK",
        "cancel-ends-a-resend",
        around(Resend, "cancel", lambda resend, _original: setattr(resend, "result", Result.OK)),
    ),
    Mutant(
        "STOP forgets a resend without a word",
        "stop-ends-a-resend",
        after(Boot, "stop", lambda boot: setattr(boot, "resend", None)),
    ),
    Mutant("a disconnect empties the ring", "gap-of-a-disconnect-is-resent", _nothing_from_before),
)


SAMPLES: Final = (
    *FRAMES,
    *CLOCKS,
    *RESENDS,
    Mutant(
        "a stream begins at counter 5",
        "stream-begins-at-counter-0",
        values(Command.START, lambda stream, rate, counter: (stream, rate, counter + 5)),
    ),
    Mutant(
        "the first frame has counter 4", "stream-begins-at-counter-0", frames(_counter(lambda counter: counter + 4))
    ),
    Mutant(
        "the stream of a tip begins with its fifth sample",
        "new-stream-of-a-tip-begins-at-0",
        frames(_counter(lambda counter: counter + 4)),
    ),
)
