from __future__ import annotations

import numpy as np
import pytest

from analysis.algometry.moment import force_at_n, highest_n
from analysis.algometry.verdicts import Missing, Reason
from protocol.blocks import SampleBlock, SampleFlag
from tests.analysis.algometry.ramps import flagged
from tests.analysis.presses import block, without

READINGS = block([1.0, 2.0, 4.0, 3.0])


@pytest.mark.parametrize(
    ("time_us", "force_n"),
    [(0, 1.0), (10_000, 2.0), (12_500, 2.5), (19_999, 3.9998), (25_000, 3.5), (30_000, 3.0)],
)
def test_the_force_lies_on_the_line_between_the_two_readings_around(time_us: int, force_n: float) -> None:
    assert force_at_n(READINGS, time_us) == pytest.approx(force_n, rel=1e-12)


@pytest.mark.parametrize("time_us", [-1, 30_001])
def test_outside_the_readings_there_is_no_force(time_us: int) -> None:
    answer = force_at_n(READINGS, time_us)
    assert isinstance(answer, Missing)
    assert answer.reason is Reason.OUTSIDE


def test_without_readings_there_is_no_force() -> None:
    assert isinstance(force_at_n(READINGS[:0], 5), Missing)


def test_a_missing_neighbour_leaves_no_force_but_on_the_readings_themselves() -> None:
    gappy = without(READINGS, 1)
    answer = force_at_n(gappy, 12_500)
    assert isinstance(answer, Missing)
    assert answer.reason is Reason.GAP
    assert [force_at_n(gappy, 0), force_at_n(gappy, 20_000)] == [1.0, 4.0]


@pytest.mark.parametrize("time_us", [12_500, 20_000, 25_000])
def test_a_saturated_neighbour_leaves_no_force(time_us: int) -> None:
    answer = force_at_n(flagged(READINGS, SampleFlag.SATURATED_HIGH, 2), time_us)
    assert isinstance(answer, Missing)
    assert answer.reason is Reason.SATURATED


def test_a_saturated_reading_further_away_does_no_harm() -> None:
    assert force_at_n(flagged(READINGS, SampleFlag.SATURATED_HIGH, 3), 12_500) == 2.5


@pytest.mark.parametrize(("period_us", "known"), [(50_000, True), (50_001, False)])
def test_readings_more_than_50_ms_apart_say_nothing_between_them(period_us: int, known: bool) -> None:
    index = np.arange(2, dtype=np.int64)
    answer = force_at_n(SampleBlock.of(index, 1_000_000 + index * period_us, np.array([1.0, 2.0])), 1_025_000)
    assert isinstance(answer, Missing) is not known
    assert known or answer == (Reason.TOO_SLOW, "the readings around the press are 50.001 ms apart: sample at 50 Hz")


def test_of_readings_with_one_stamp_the_first_counts() -> None:
    index = np.arange(3, dtype=np.int64)
    readings = SampleBlock.of(index, np.array([0, 10, 10], np.int64), np.array([1.0, 2.0, 3.0]))
    assert force_at_n(readings, 10) == 2.0


def test_the_highest_reading_is_one_unless_a_reading_is_saturated() -> None:
    assert highest_n(READINGS) == 4.0
    answer = highest_n(flagged(READINGS, SampleFlag.SATURATED_LOW, 0))
    assert isinstance(answer, Missing)
    assert answer.reason is Reason.SATURATED
