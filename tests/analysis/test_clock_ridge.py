"""The lower edge of delays and the way to it: closed forms."""

import pytest

from analysis.clock import OffsetLine, SlewedOffset
from analysis.clock_ridge import DelayRidge, Tuning

PLAIN = Tuning(block_s=1.0, prior_cost_s=1e-3, known_after_s=20.0)


def ridge(delays_s: list[float], tuning: Tuning = PLAIN) -> DelayRidge:
    """One observation a second, and one that closes the last block."""
    found = DelayRidge(tuning)
    for second, delay_s in enumerate([*delays_s, 9.0]):
        found.update(second * 1_000_000, delay_s)
    return found


def line(found: DelayRidge) -> OffsetLine:
    assert found.line is not None
    return found.line


def test_before_five_blocks_the_least_delay_counts() -> None:
    found = ridge([0.3, 0.1, 0.2])
    assert line(found) == OffsetLine(3_000_000, 0.1, 0.0)
    assert (found.height_s, found.known_s, found.skew_ppm) == (None, 0.0, None)


def test_in_a_block_the_least_delay_counts_and_not_the_latest() -> None:
    found = DelayRidge(PLAIN)
    for second in range(6):
        found.update(second * 1_000_000, 0.2)
        found.update(second * 1_000_000 + 500_000, 0.1)
        found.update(second * 1_000_000 + 900_000, 0.3)
    assert line(found).at(4_500_000) == pytest.approx(0.1)
    assert found.height_s == pytest.approx(0, abs=1e-12)


def test_a_short_line_is_pulled_flat_by_the_prior() -> None:
    # f(s) = |s − s0| · 2 s + 1 ms (s / 40 ppm)²: its derivative is 0 at s = 2 s · (40 ppm)² / 2 ms
    assert line(ridge([-60e-6 * x for x in range(5)])).slope == pytest.approx(-1.6e-6, rel=1e-5)


def test_a_long_line_is_found_exactly() -> None:
    found = ridge([0.5 - 60e-6 * x for x in range(201)])
    assert line(found).slope == pytest.approx(-60e-6, abs=1e-11)
    assert line(found).at(200_000_000) == pytest.approx(0.5 - 60e-6 * 200, abs=1e-9)
    assert found.skew_ppm == pytest.approx(60, abs=1e-4)
    assert found.height_s == pytest.approx(0, abs=1e-8)
    assert found.known_s == 200


def test_queues_lie_above_the_line_and_are_the_height() -> None:
    found = ridge([0.2 if x % 2 else 0.1 for x in range(101)])
    assert line(found).slope == pytest.approx(0, abs=1e-9)
    assert line(found).at(50_000_000) == pytest.approx(0.1)
    assert found.height_s == pytest.approx(0.1 * 50 / 101)


def test_what_is_older_than_ten_minutes_is_forgotten() -> None:
    found = ridge([0.1] * 50 + [0.2] * 650)
    assert line(found).at(700_000_000) == pytest.approx(0.2, abs=1e-6)
    assert found.known_s == 599
    assert found.kept == 600


def test_after_a_long_silence_the_fit_begins_anew() -> None:
    found = DelayRidge(PLAIN)
    for second in [*range(100), 2000, 2001]:
        found.update(second * 1_000_000, 0.1 if second < 100 else 0.4)
    assert found.kept == 1
    assert (line(found), found.height_s, found.known_s) == (OffsetLine(2_001_000_000, 0.4, 0.0), None, 0.0)


def test_times_that_go_back_do_not_grow_the_memory() -> None:
    found = DelayRidge(PLAIN)
    for second in range(1500, 0, -1):
        found.update(second * 1_000_000, 0.1)
    assert found.kept == 600


def test_an_offset_settles_at_half_speed_and_then_moves_by_300_us_a_second() -> None:
    offset = SlewedOffset(OffsetLine(0, 7.0, 0.0))
    offset.follow(0, OffsetLine(0, 1.0, 0.0))
    assert offset.at(4_000_000) == 5.0
    assert offset.lag_s(4_000_000) == 4.0
    assert offset.at(10_000_000) == 2.0
    assert offset.at(110_000_000) == pytest.approx(2.0 - 0.03)


def test_an_offset_reaches_its_line_from_below_and_stays_on_it() -> None:
    offset = SlewedOffset(OffsetLine(0, 0.0, 0.0))
    offset.follow(20_000_000, OffsetLine(20_000_000, 0.003, 50e-6))
    assert offset.at(25_000_000) == pytest.approx(0.0015 + 50e-6 * 5)
    assert offset.at(60_000_000) == pytest.approx(0.003 + 50e-6 * 40)
    assert offset.lag_s(60_000_000) == 0


def test_a_line_that_comes_late_moves_nothing_that_was_said() -> None:
    offset = SlewedOffset(OffsetLine(50_000_000, 1.0, 0.0))
    offset.follow(70_000_000, OffsetLine(70_000_000, 1.0, 0.0))
    offset.follow(60_000_000, OffsetLine(60_000_000, 2.0, 0.0))
    assert offset.at(70_000_000) == 1.0
    assert offset.at(71_000_000) == pytest.approx(1.0003)


def test_before_the_latest_observation_the_line_through_it_answers() -> None:
    offset = SlewedOffset(OffsetLine(0, 1.0, -40e-6))
    offset.follow(20_000_000, OffsetLine(20_000_000, 1.0 - 800e-6, -40e-6))
    assert offset.at(10_000_000) == pytest.approx(1.0 - 400e-6)
