from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from analysis.reading import reading, unbroken
from analysis.run import Run
from analysis.within import Range, Within
from protocol.blocks import SampleBlock
from tests.analysis.presses import block, streams

LIMITS = Range(10 << 14, 20 << 14)


def plainly(readings: SampleBlock) -> Within:
    """The definitions again, one reading at a time."""
    total = longest = 0
    first: int | None = None
    since: int | None = None
    for position in range(len(readings)):
        here = reading(readings, position)
        inside = LIMITS.holds(here.force_q)
        if position:
            before = reading(readings, position - 1)
            total += (inside + LIMITS.holds(before.force_q)) * (here.time_us - before.time_us)
        if not inside:
            since = None
            continue
        since = here.time_us if since is None else since
        first = here.time_us if first is None else first
        longest = max(longest, here.time_us - since)
    return Within(total, first, since, longest)


def swept(readings: SampleBlock, cut: int) -> Within:
    start = Within().reached(reading(readings, 0), LIMITS)
    first = start.swept(Run.of(readings[: cut + 1]), LIMITS)
    return first.swept(Run.of(readings[cut:]), LIMITS)


forces = st.lists(st.sampled_from([0, 9.99, 10, 15, 20, 20.01, 40]), min_size=2, max_size=40)


@given(forces, st.integers(0, 39))
def test_a_sweep_says_what_the_definitions_say(force_n: list[float], cut: int) -> None:
    readings = block(force_n)
    assert swept(readings, cut % len(readings)) == plainly(readings)


def test_all_inside_all_below_and_all_above_take_no_long_way() -> None:
    inside, below, above = block([12, 13, 14]), block([1, 2, 3]), block([30, 31, 32])
    assert swept(inside, 1) == Within(40_000, 0, 0, 20_000)
    assert swept(below, 1) == swept(above, 1) == Within()


def test_a_force_that_jumps_across_the_range_was_never_inside() -> None:
    assert swept(block([5, 30, 5, 30]), 1) == Within()


@given(streams())
def test_runs_are_those_of_a_block_without_gaps(readings: SampleBlock) -> None:
    for run in unbroken(readings) if len(readings) else ():
        assert np.all(np.diff(run.index) == 1)
