"""The rules of frames, on frames written by hand."""

from __future__ import annotations

import struct
from collections.abc import Callable

import pytest

from palpate.conformance import frame_rules as rules
from palpate.conformance.verdict import Violation
from palpate.conformance.wire import Framed
from protocol.frames import SampleFrame, Width


def framed(counter: int, clock_us: int, span_us: int = 30_000, counts: tuple[int, ...] = (1, 2, 3, 4)) -> Framed:
    """A live frame of `i16` counts in stream 7."""
    head = struct.pack("<BBBBIIH", 1, 7, 0, len(counts), counter, clock_us, span_us)
    data = head + struct.pack(f"<{len(counts)}h", *counts)
    return Framed(SampleFrame.from_bytes(data, (Width.I16,)), 0.0, data)


def breaks(rule: Callable[..., None], *args: object) -> Violation:
    with pytest.raises(Violation) as violation:
        rule(*args)
    return violation.value


def keeps(rule: Callable[..., None], *args: object) -> bool:
    try:
        rule(*args)
    except Violation:
        return False
    return True


def test_counters_go_on_over_the_wrap() -> None:
    assert keeps(rules.unbroken, [framed(2**32 - 4, 0), framed(0, 40_000), framed(4, 80_000)])


@pytest.mark.parametrize("counter", [2**32 - 1, 1, 4, 2**31])
def test_a_missing_or_repeated_counter_is_told_with_both_frames(counter: int) -> None:
    violation = breaks(rules.unbroken, [framed(2**32 - 4, 0), framed(counter, 40_000)])
    assert violation.expected.startswith("counter 0 ")
    assert violation.came.startswith("01 07 00 04 fc ff ff ff")


def test_clocks_go_on_over_the_wrap() -> None:
    assert keeps(rules.ticking, [framed(0, 2**32 - 35_000), framed(4, 5_000), framed(8, 45_000)], 100_000)


@pytest.mark.parametrize(
    ("clock_us", "right"), [(40_503, True), (40_504, False), (39_497, True), (39_496, False), (0, False)]
)
def test_a_period_may_be_five_percent_and_three_microseconds_off(clock_us: int, right: bool) -> None:
    """From 30 ms, the last sample, to 40 ms: 10 ms ± 503 µs."""
    pair = [framed(0, 0), framed(4, clock_us)]
    if right:
        rules.ticking(pair, 100_000)
    else:
        assert "10000 µs" in breaks(rules.ticking, pair, 100_000).expected


@pytest.mark.parametrize(
    ("span_us", "right"),
    [(30_000, True), (31_503, True), (31_504, False), (28_497, True), (28_496, False), (40_000, False)],
)
def test_a_span_is_that_of_n_minus_1_periods(span_us: int, right: bool) -> None:
    if right:
        rules.paced(framed(0, 0, span_us), 100_000)
    else:
        assert "30000 µs" in breaks(rules.paced, framed(0, 0, span_us), 100_000).expected


def test_a_frame_of_one_sample_spans_nothing() -> None:
    assert keeps(rules.paced, framed(0, 0, 0, (1,)), 100_000)
    assert "0 µs" in breaks(rules.paced, framed(0, 0, 10_000, (1,)), 100_000).expected


def test_a_frame_spans_fifty_milliseconds_at_most() -> None:
    assert keeps(rules.short, framed(0, 0, 50_000))
    assert not keeps(rules.short, framed(0, 0, 50_001))


def test_a_frame_is_as_long_as_its_samples() -> None:
    rules.whole(framed(0, 0), 2)
    assert (
        "22 bytes for 4 samples"
        in breaks(rules.whole, framed(0, 0)._replace(data=framed(0, 0).data + b"\0"), 2).expected
    )


@pytest.mark.parametrize(("flags", "right"), [(0x1F, True), (0x20, False), (0x40, False), (0x80, False)])
def test_three_flags_are_reserved(flags: int, right: bool) -> None:
    assert keeps(rules.reserved, flags, b"\x01") is right


@pytest.mark.parametrize(("kind", "right"), [(0, False), (1, True), (4, True), (5, False), (255, False)])
def test_there_are_four_types(kind: int, right: bool) -> None:
    assert keeps(rules.known, kind, bytes((kind,))) is right


def test_samples_and_clocks_are_told_by_counter() -> None:
    """Three samples over 25 µs stand at 0, ⌊12.5⌋ and 25 µs."""
    frame = framed(2**32 - 1, 2**32 - 10, 25, (5, -6, 7))
    assert rules.samples([frame]) == {2**32 - 1: (5,), 0: (-6,), 1: (7,)}
    assert rules.clocks([frame]) == {2**32 - 1: 2**32 - 10, 0: 2, 1: 15}
