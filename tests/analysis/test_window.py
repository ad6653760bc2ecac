from __future__ import annotations

import numpy as np
import pytest

from analysis.hold import Code, Missing
from analysis.plateau import Plateau, Settled, plateau, relaxation_30s_percent, settled
from analysis.window import between, mean_n, missing_us, window_mean_n
from protocol.blocks import SampleBlock
from tests.analysis.presses import block, without


def stamped(*readings: tuple[int, float]) -> SampleBlock:
    """Readings without a gap between them: time in µs and force in N."""
    time_us, force_n = zip(*readings, strict=True)
    return SampleBlock.of(np.arange(len(readings)), np.array(time_us, np.int64), np.array(force_n))


def code(value: object) -> Code | None:
    return value.code if isinstance(value, Missing) else None


def test_both_ends_of_a_window_belong_to_it() -> None:
    readings = block([1, 2, 4, 8])
    assert between(readings, 10_000, 20_000).force_n.tolist() == [2, 4]
    assert window_mean_n(readings, 10_000, 20_000) == mean_n(readings[1:3]) == 3
    assert code(window_mean_n(readings, 10_001, 19_999)) is Code.TOO_SLOW


def test_what_is_missing_is_the_part_of_the_gaps_that_lies_in_the_window() -> None:
    readings = without(block(np.zeros(12)), 4, 8)
    assert missing_us(readings, 0, 110_000) == 40_000
    assert missing_us(readings, 40_000, 75_000) == 15_000
    assert missing_us(readings, 50_000, 70_000) == missing_us(readings, 0, 30_000) == 0
    assert missing_us(readings[:0], 0, 110_000) == missing_us(readings[:4], 0, 110_000) == 0
    assert code(window_mean_n(readings, 40_000, 60_000)) is Code.GAP


def test_the_settled_part_begins_and_ends_half_a_second_inside_the_plateau_to_the_microsecond() -> None:
    times_us = (0, 499_999, 500_000, 1_500_000, 2_500_000, 2_500_001, 3_000_000)
    part = settled(stamped(*((time_us, 30.0) for time_us in times_us)), Plateau(0, 3_000_000))
    assert isinstance(part, Settled)
    assert part.readings.time_us.tolist() == [500_000, 1_500_000, 2_500_000]
    assert code(settled(part.readings, Plateau(0, 2_999_999))) is Code.TOO_SHORT


def test_fewer_than_three_readings_or_times_make_no_settled_part() -> None:
    flat = Plateau(0, 4_500_000)
    assert code(settled(stamped((0, 30), (1_500_000, 30), (3_000_000, 30), (4_500_000, 30)), flat)) is Code.TOO_SLOW
    stuck = stamped((0, 30), *[(2_000_000, 30)] * 3, (4_500_000, 30))
    assert code(settled(stuck, flat)) is Code.TOO_SLOW


def test_exactly_two_seconds_of_readings_are_enough() -> None:
    whole = block(np.full(401, 30.0))
    assert isinstance(settled(without(whole, *range(150, 249)), Plateau(0, 4_000_000)), Settled)
    assert code(settled(without(whole, *range(150, 250)), Plateau(0, 4_000_000))) is Code.GAP


def test_the_windows_of_relaxation_count_to_the_microsecond() -> None:
    """40 N in the first window, 28 N in the last, 90 N a microsecond outside of both."""
    outside = [(each, 90.0) for each in (0, 499_999, 1_500_001, 26_999_999, 30_000_001)]
    inside = [(500_000, 40.0), (1_500_000, 40.0), (27_000_000, 28.0), (30_000_000, 28.0)]
    hold = stamped(*sorted(outside + inside))
    flat = Plateau(0, 30_000_001)
    assert relaxation_30s_percent(hold, flat) == 100 * (1 - 28 / 40)
    assert relaxation_30s_percent(hold[:-1], flat) == 100 * (1 - 28 / 40)
    assert code(relaxation_30s_percent(hold[:-2], flat)) is Code.TOO_SHORT


@pytest.mark.parametrize(("level_n", "expected"), [(0.5, None), (0.0, Code.NO_PLATEAU), (-0.5, Code.NO_PLATEAU)])
def test_a_level_is_above_zero(level_n: float, expected: Code | None) -> None:
    hold = block(np.full(3101, level_n))
    assert code(plateau(hold, level_n)) is expected
    assert code(settled(hold, Plateau(0, 31_000_000))) is expected
    assert code(relaxation_30s_percent(hold, Plateau(0, 31_000_000))) is expected
