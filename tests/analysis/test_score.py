"""The score against hand-computed trials, and what must hold whatever a hand does."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import pi
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.hold import Code, Missing
from analysis.reading import joined
from analysis.score import UNIT, VERSION, Score, score
from analysis.score_losses import Cause, losses, weakest
from analysis.score_trial import Trial
from protocol.blocks import SampleBlock, SampleFlag
from tests.analysis.trials import FLAT, GO_US, pressed
from tests.short import examples

PERIOD_US = 10_000


def scored(readings: SampleBlock, trial: Trial = FLAT, period_us: int = PERIOD_US) -> Score:
    found = score(readings, trial, period_us)
    assert isinstance(found, Score), found
    return found


def without(readings: SampleBlock, gone: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> SampleBlock:
    return readings[~gone]


def between(readings: SampleBlock, begin_s: float, end_s: float) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    since_s = (readings.time_us - GO_US) / 1e6
    return (since_s >= begin_s) & (since_s < end_s)


@pytest.mark.parametrize("phase_us", [0, 1, 4_999, 9_999])
@pytest.mark.parametrize("period_us", [1_000, 5_000, 10_000, 20_000])
def test_a_perfect_hold_has_a_hundred_points_at_each_rate_and_phase(period_us: int, phase_us: int) -> None:
    found = scored(pressed(20.0, period_us=period_us, phase_us=phase_us), period_us=period_us)
    assert (found.version, found.points, found.high_points) == (VERSION, 100.0, 100.0)
    assert (found.closeness, found.on_task, found.release, found.in_band_percent) == (1.0, 1.0, 1.0, 100.0)
    assert (found.error_n, found.error_percent, found.rms_error_n, found.missing) == (0.0, 0.0, 0.0, 0)
    assert found.window_s == 8.0


@pytest.mark.parametrize(
    ("force_n", "credit", "in_band"),
    [
        (20.6, 1.0, 100.0),  # 0.3 of the band's half width of 2 N
        (19.4, 1.0, 100.0),
        (22.0, 4.0 / 5.4, 100.0),  # on the band's edge: (6 - 2) / (6 - 0.6)
        (18.0, 4.0 / 5.4, 100.0),
        (23.3, 2.7 / 5.4, 0.0),
        (25.5, 0.5 / 5.4, 0.0),
        (26.0, 0.0, 0.0),
        (14.0, 0.0, 0.0),
        (40.0, 0.0, 0.0),
    ],
)
def test_the_credit_falls_in_a_line_from_near_the_target_to_three_bands(
    force_n: float, credit: float, in_band: float
) -> None:
    found = scored(pressed(force_n))
    assert found.points == pytest.approx(100 * credit, abs=2e-3)
    assert found.closeness == pytest.approx(credit, abs=2e-5)
    assert (found.on_task, found.release, found.in_band_percent) == (1.0, 1.0, in_band)
    assert found.error_n == pytest.approx(force_n - 20, abs=1e-4)
    assert found.error_percent == pytest.approx(5 * (force_n - 20), abs=1e-3)
    assert found.rms_error_n == pytest.approx(abs(force_n - 20), abs=1e-4)


def test_the_three_terms_multiply() -> None:
    """Two of eight seconds nobody presses, four are 1.35 N too light, and a quarter of the force stays."""
    found = scored(pressed(lambda t: np.where(t < 6, 0.0, np.where(t < 10, 18.05, 20.0)), after_n=5.75))
    light = (6 - 1.95) / 5.4
    assert found.on_task == 0.75
    assert found.closeness == pytest.approx((4 * light + 2) / 6, abs=2e-5)
    assert found.release == pytest.approx(0.75, abs=1e-5)
    assert found.points == pytest.approx(100 * found.closeness * found.on_task * found.release, rel=1e-12)
    assert found.error_n == pytest.approx((-20 * 2 - 1.95 * 4) / 8, abs=1e-4)
    assert found.rms_error_n == pytest.approx(((400 * 2 + 1.95**2 * 4) / 8) ** 0.5, abs=1e-4)


@pytest.mark.parametrize(("force_n", "on_task"), [(5.99, 0.0), (6.0, 1.0)])
def test_who_presses_less_than_three_tenths_of_the_target_does_not_press(force_n: float, on_task: float) -> None:
    found = scored(pressed(force_n))
    assert (found.on_task, found.closeness, found.points) == (on_task, 0.0, 0.0)


@pytest.mark.parametrize(("after_n", "release"), [(0.0, 1.0), (1.0, 1.0), (10.5, 0.5), (20.0, 0.0), (25.0, 0.0)])
def test_what_is_left_of_the_force_is_taken_off(after_n: float, release: float) -> None:
    assert scored(pressed(20.0, after_n=after_n)).release == pytest.approx(release, abs=1e-6)


def test_a_light_target_has_a_band_of_one_newton() -> None:
    found = scored(pressed(6.0), replace(FLAT, course=((0, 5.0),)))
    assert found.in_band_percent == 100.0
    assert found.points == pytest.approx(100 * (3 - 1) / (3 - 0.3), abs=2e-3)


def test_a_light_target_gives_nothing_to_who_does_not_press() -> None:
    """In a band of ±1 N around 3 N even 0 N would be within three bands."""
    assert scored(pressed(0.0), replace(FLAT, course=((0, 3.0),))).points == 0.0


def test_a_target_that_moves_is_followed() -> None:
    ramp = replace(FLAT, course=((0, 2.0), (4_000_000, 10.0), (12_000_000, 26.0)))
    found = scored(pressed(lambda t: 2 + 2 * t), ramp)
    assert found.points == 100.0
    assert found.rms_error_n == pytest.approx(0.0, abs=1e-4)
    assert scored(pressed(lambda t: 2 + 2 * t + 3), ramp).points < 60


def test_the_way_up_and_the_way_down_are_not_scored() -> None:
    readings = pressed(lambda t: np.where(t < 4, 60.0, 20.0))
    back = between(readings, 12, 14)
    again = SampleBlock(readings.index, readings.time_us, np.where(back, 60 << 14, readings.force_q), readings.flags)
    assert scored(again).points == 100.0


def test_a_slot_without_a_reading_earns_nothing_and_the_truth_lies_between_two_bounds() -> None:
    readings = pressed(20.0)
    found = scored(without(readings, between(readings, 5, 5.4)))
    assert (found.missing, found.points, found.high_points) == (40, 95.0, 100.0)
    assert (found.closeness, found.on_task) == (1.0, 0.95)
    faulty = replace(readings, flags=np.where(between(readings, 5, 5.4), SampleFlag.SENSOR_FAULT, 0).astype(np.uint8))
    assert scored(faulty) == found


def test_a_missing_reading_after_the_let_go_counts_as_force_that_was_still_there() -> None:
    readings = pressed(20.0)
    found = scored(without(readings, between(readings, 14.1, 14.12)))
    assert found.points == pytest.approx(96.0)
    assert found.high_points == 100.0


@pytest.mark.parametrize(
    ("readings", "trial", "period_us", "code"),
    [
        (pressed(20.0, period_us=25_000), FLAT, 25_000, Code.BELOW_50_HZ),
        (pressed(20.0), replace(FLAT, let_go_us=GO_US + 4_900_000), PERIOD_US, Code.TOO_SHORT),
        (pressed(20.0)[:0], FLAT, PERIOD_US, Code.CUT),
        (pressed(20.0)[:1548], FLAT, PERIOD_US, Code.CUT),
        (without(pressed(20.0), between(pressed(20.0), 5, 5.41)), FLAT, PERIOD_US, Code.GAP),
        (without(pressed(20.0), between(pressed(20.0), 3, 13)), FLAT, PERIOD_US, Code.GAP),
        (without(pressed(20.0), between(pressed(20.0), 14.1, 14.13)), FLAT, PERIOD_US, Code.GAP),
    ],
)
def test_what_the_data_cannot_support_has_a_reason(
    readings: SampleBlock, trial: Trial, period_us: int, code: Code
) -> None:
    found = score(readings, trial, period_us)
    assert isinstance(found, Missing)
    assert found.code is code


def test_a_trial_that_ends_with_its_last_reading_has_a_score() -> None:
    assert scored(pressed(20.0)[:1550]).points == 100.0


def test_beyond_the_sensors_range_there_is_no_score() -> None:
    readings = pressed(20.0)
    for at_s, supported in ((3.5, True), (5.0, False), (14.2, False), (14.6, True)):
        flags = np.where(between(readings, at_s, at_s + 0.01), SampleFlag.SATURATED_HIGH, 0).astype(np.uint8)
        found = score(replace(readings, flags=flags), FLAT, PERIOD_US)
        assert isinstance(found, Score) is supported
        assert supported or (isinstance(found, Missing) and found.code is Code.SATURATED)


@pytest.mark.parametrize(
    "change",
    [
        {"course": ()},
        {"course": ((0, 20.0), (0, 21.0))},
        {"course": ((0, float("nan")),)},
        {"course": ((0, -1.0), (9_000_000, 20.0))},
        {"course": ((0, 2.9),)},
        {"band_percent": 0.0},
        {"band_percent": 100.0},
        {"rise_us": -1},
        {"release_us": -1},
        {"let_go_us": GO_US - 1},
    ],
)
def test_a_trial_that_contradicts_itself_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"target|band|times"):
        replace(FLAT, **change)


# what must hold whatever a hand does

FORCES = st.lists(st.floats(0, 60), min_size=17, max_size=17)


def hand(forces: list[float], tremor_n: float = 0.0) -> SampleBlock:
    """A force that goes in straight lines from second to second, after the let-go too, and trembles at 9 Hz."""
    readings = pressed(0.0)
    since_s = (readings.time_us - GO_US) / 1e6
    force_n = np.interp(since_s, np.arange(17), forces) + tremor_n * np.sin(2 * pi * 9 * since_s)
    return SampleBlock.of(readings.index, readings.time_us, np.maximum(force_n, 0.0))


@examples(30)
@given(FORCES, st.lists(st.floats(0, 1), min_size=17, max_size=17), st.sampled_from([5.0, 20.0]))
def test_better_holding_never_lowers_the_score(forces: list[float], nearer: list[float], target_n: float) -> None:
    trial = replace(FLAT, course=((0, target_n),))
    worse = hand(forces, 1.0)
    share = np.interp((worse.time_us - GO_US) / 1e6, np.arange(17), nearer)
    aim_n = np.where(worse.time_us < FLAT.let_go_us, target_n, 0.0)
    better = SampleBlock.of(worse.index, worse.time_us, worse.force_n + share * (aim_n - worse.force_n))
    assert scored(better, trial).points >= scored(worse, trial).points


@examples(30)
@given(FORCES, st.sets(st.integers(0, 1699)), st.tuples(st.integers(0, 1600), st.integers(0, 60)))
def test_a_gap_is_never_rewarded(forces: list[float], lost: set[int], hole: tuple[int, int]) -> None:
    whole = hand(forces, 0.5)
    keep = np.ones(len(whole), np.bool_)
    keep[list(lost)] = False
    keep[hole[0] : hole[0] + hole[1]] = False
    part = score(whole[keep], FLAT, PERIOD_US)
    if isinstance(part, Score):
        truth = scored(whole).points
        assert part.points <= truth <= part.high_points + 1e-9


@examples(30)
@given(FORCES, st.lists(st.integers(1, 1699), max_size=6))
def test_however_the_readings_were_cut_the_score_is_the_same_to_the_last_digit(
    forces: list[float], cuts: list[int]
) -> None:
    whole = hand(forces, 0.7)
    edges = [0, *sorted(cuts), len(whole)]
    parts = [whole[left:right] for left, right in pairwise(edges)]
    again = joined(parts)
    assert scored(again) == scored(whole)
    assert losses(again, FLAT, PERIOD_US, scored(again)) == losses(whole, FLAT, PERIOD_US, scored(whole))


@examples(30)
@given(FORCES, st.floats(0, 2), st.sampled_from([1_000, 2_000, 5_000, 20_000]), st.integers(0, 999))
def test_the_score_does_not_depend_on_the_sampling_rate(
    forces: list[float], tremor_n: float, period_us: int, phase_us: int
) -> None:
    """Within one point, from 50 to 1000 Hz; the fastest hand here changes its force by 60 N in a second."""

    def force(t: np.ndarray[tuple[int], np.dtype[np.float64]]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        return np.maximum(np.interp(t, np.arange(17), forces) + tremor_n * np.sin(2 * pi * 9 * t), 0.0)

    usual, other = (
        scored(SampleBlock.of(each.index, each.time_us, force((each.time_us - GO_US) / 1e6)), period_us=of_us)
        for each, of_us in (
            (pressed(0.0), PERIOD_US),
            (pressed(0.0, period_us=period_us, phase_us=phase_us), period_us),
        )
    )
    assert other.points == pytest.approx(usual.points, abs=1.0)


@examples(30)
@given(FORCES, st.sets(st.integers(500, 1299), max_size=20))
def test_each_lost_point_belongs_to_a_second(forces: list[float], lost: set[int]) -> None:
    keep = np.ones(1700, np.bool_)
    keep[list(lost)] = False
    readings = hand(forces, 0.5)[keep]
    found = scored(readings)
    told = losses(readings, FLAT, PERIOD_US, found)
    assert sum(each.points for each in told) == pytest.approx(100 - found.points, abs=1e-9)
    assert all(each.points > 0 and each.start_us == GO_US + 1_000_000 * each.second for each in told)
    assert {each.second for each in told} <= {*range(4, 12), 14}
    assert [each.second for each in told] == sorted(each.second for each in told)


def test_the_second_and_the_cause_are_those_in_which_it_happened() -> None:
    readings = pressed(lambda t: np.select([t < 5, t < 6, t < 7], [0.0, 16.0, 24.0], 20.0), after_n=3.0)
    readings = without(readings, between(readings, 9.0, 9.1))
    found = scored(readings)
    told = {(each.second, each.cause): each.points for each in losses(readings, FLAT, PERIOD_US, found)}
    assert set(told) == {
        (4, Cause.NOT_PRESSING),
        (5, Cause.TOO_LIGHT),
        (6, Cause.TOO_HARD),
        (9, Cause.MISSING),
        (14, Cause.NOT_RELEASED),
    }
    assert told[4, Cause.NOT_PRESSING] == 12.5
    assert told[5, Cause.TOO_LIGHT] == told[6, Cause.TOO_HARD] == pytest.approx(12.5 * (1 - 2 / 5.4), abs=1e-3)
    assert told[9, Cause.MISSING] == 1.25
    assert told[14, Cause.NOT_RELEASED] == pytest.approx(100 * found.closeness * found.on_task * 2 / 19, rel=1e-4)
    worst = weakest(losses(readings, FLAT, PERIOD_US, found))
    assert worst is not None
    assert (worst.cause, worst.points, worst.worst.second) == (Cause.NOT_PRESSING, 12.5, 4)


def test_readings_that_are_missing_after_the_let_go_are_not_blamed_on_the_hand() -> None:
    readings = pressed(20.0)
    readings = without(readings, between(readings, 14.1, 14.12))
    told = losses(readings, FLAT, PERIOD_US, scored(readings))
    assert [(each.second, each.cause) for each in told] == [(14, Cause.MISSING)]
    assert told[0].points == pytest.approx(4.0)


def test_who_lost_nothing_has_no_weakest_term() -> None:
    readings = pressed(20.0)
    assert losses(readings, FLAT, PERIOD_US, scored(readings)) == ()
    assert weakest(()) is None


def test_rounding_costs_less_than_a_millionth_of_a_point() -> None:
    assert 100 / UNIT < 1e-4
    assert scored(pressed(21.3)).points == pytest.approx(100 * (6 - 1.3) / 5.4, abs=1e-3)
