"""What holds for frames of samples (docs/protocol.md §6): bytes and arrays in, `Violation` out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from palpate.conformance.verdict import Violation, expect, hexed
from palpate.conformance.wire import Framed
from protocol.frames import HEADER_LENGTH, FrameType

WRAP: Final = 1 << 32
LONGEST_SPAN_US: Final = 50_000
RESERVED_FLAGS: Final = 0b1110_0000
PACE: Final = 0.05
"""How far sampling may be from its rate: converters with an RC oscillator of their own are off by some percent,
*assumed*. The clock in the frames says what it really was."""
ROUNDED_US: Final = 3
"""Stamps are whole microseconds, and a span is rounded again."""


def whole(framed: Framed, row_bytes: int) -> None:
    """A frame holds n samples, n ≥ 1, and nothing else."""
    n = framed.data[3]
    right = HEADER_LENGTH + n * row_bytes
    expect(n >= 1 and len(framed.data) == right, f"{right} bytes for {n} samples", framed.data)


def of_stream(framed: Framed, stream: int) -> None:
    """A frame names the stream that runs."""
    expect(framed.frame.stream == stream, f"stream {stream} in byte 1", framed.data)


def reserved(flags: int, data: bytes) -> None:
    """The reserved flags are 0."""
    expect(not flags & RESERVED_FLAGS, "bits 5 to 7 of the flags as 0", data)


def short(framed: Framed) -> None:
    """A frame spans at most 50 ms."""
    expect(framed.frame.span_us <= LONGEST_SPAN_US, "a span of at most 50,000 µs", framed.data)


def paced(framed: Framed, rate_mhz: int) -> None:
    """The span is that of n − 1 periods."""
    wanted_us = (len(framed.frame.counts) - 1) * 1e9 / rate_mhz
    off_us = abs(framed.frame.span_us - wanted_us)
    expect(off_us <= PACE * wanted_us + ROUNDED_US, f"a span of about {wanted_us:.0f} µs", framed.data)


def unbroken(frames: Sequence[Framed]) -> None:
    """Each frame begins where the one before ended, modulo 2³²."""
    for before, after in pairwise(frames):
        wanted = (before.frame.counter + len(before.frame.counts)) % WRAP
        if after.frame.counter != wanted:
            came = f"{hexed(before.data)}, then {hexed(after.data)}"
            raise Violation(f"counter {wanted} (a computer under load may lose notifications itself: repeat)", came)


def ticking(frames: Sequence[Framed], rate_mhz: int) -> None:
    """From the last sample of a frame to the first of the next it is one period, modulo 2³²."""
    period_us = 1e9 / rate_mhz
    for before, after in pairwise(frames):
        step_us = (after.frame.clock_us - before.frame.clock_us - before.frame.span_us) % WRAP
        if abs(step_us - period_us) > PACE * period_us + ROUNDED_US:
            came = f"{step_us} µs: {hexed(before.data)}, then {hexed(after.data)}"
            raise Violation(f"{period_us:.0f} µs between neighbouring frames", came)


def known(kind: int, data: bytes) -> None:
    """Version 1.0 has four types of frames."""
    expect(kind in set(FrameType), "a frame of type 0x01 to 0x04", data)


def samples(frames: Sequence[Framed]) -> dict[int, tuple[int, ...]]:
    """Counts by counter: what was sampled in which slot."""
    return {
        (each.frame.counter + i) % WRAP: tuple(row)
        for each in frames
        for i, row in enumerate(each.frame.counts.tolist())
    }


def clocks(frames: Sequence[Framed]) -> dict[int, int]:
    """The tool's clock by counter, wrapped."""
    return {
        (each.frame.counter + i) % WRAP: int(clock_us) % WRAP
        for each in frames
        for i, clock_us in enumerate(each.frame.clocks_us())
    }
