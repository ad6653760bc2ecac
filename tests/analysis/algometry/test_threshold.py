from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.algometry.pace import Pace, Rate
from analysis.algometry.ramp import Ramp
from analysis.algometry.settings import RampSettings
from analysis.algometry.threshold import (
    Above,
    Circumstances,
    Method,
    Press,
    Reached,
    lift_off,
    measure,
)
from analysis.algometry.verdicts import Flaw, Missing, Reason
from protocol.blocks import SampleBlock, SampleFlag
from tests.analysis.algometry.ramps import BENCH, RAMP, about, button, flagged, flaws, measured, ramp, streams
from tests.analysis.presses import block, path, without


def near(force_n: float) -> Reached:
    """On 1 cm², within half a step of the force grid."""
    return Reached(about(10 * force_n, abs=4e-4), about(force_n, abs=4e-5))


def test_a_reading_is_the_force_at_the_press_with_all_that_stands_beside_it() -> None:
    """5 N/s from 1 s on; pressed at 6.003333 s; the peak is at 7 s."""
    found = measured(RAMP, button(6.003333))
    assert found.outcome == near(25.016665)
    assert (found.method, found.start_s, found.press_s, found.end_s) == (Method.BUTTON, 1.4, 6.003333, 7.49)
    assert found.peak_kpa == 300.0
    assert found.overshoot_kpa == pytest.approx(49.83335, rel=1e-5)
    assert isinstance(found.rate, Rate)
    assert found.rate[:2] == (about(50.0, rel=1e-5), about(1.0, rel=1e-5))
    assert (found.rate.pace, found.verdicts, found.valid) == (Pace.RIGHT, (), True)
    assert found.uneven_percent == pytest.approx(0.0, abs=0.01)


def test_pressure_follows_the_area_of_the_tip() -> None:
    found = measured(RAMP, button(6.0), RampSettings(2.0, 25.0, 60.0))
    assert found.outcome == Reached(125.0, 25.0)
    assert (found.peak_kpa, found.overshoot_kpa) == (150.0, 25.0)
    assert isinstance(found.rate, Rate)
    assert found.rate.kpa_per_s == pytest.approx(25.0, rel=1e-5)


def test_nothing_is_corrected_for_anybodys_reaction_time() -> None:
    outcomes = [measured(RAMP, Press(6_000_000, method)).outcome for method in Method if method is not Method.LIFT_OFF]
    assert outcomes == [Reached(250.0, 25.0)] * 3


def test_who_lets_go_at_the_press_does_not_overshoot() -> None:
    found = measured(RAMP, button(7.0))
    assert found.outcome == Reached(300.0, 30.0)
    assert found.overshoot_kpa == 0.0


def test_without_a_press_there_is_no_reading() -> None:
    found = measured(RAMP, None)
    assert found.outcome == Missing(Reason.NO_PRESS, "the tip left the skin before anybody said “now”")
    assert (found.method, found.press_s, found.valid) == (None, None, False)
    assert found.peak_kpa == 300.0
    assert isinstance(found.overshoot_kpa, Missing)
    assert isinstance(found.rate, Rate)


@pytest.mark.parametrize("time_s", [1.39, 7.5])
def test_a_press_outside_the_ramp_is_no_reading(time_s: float) -> None:
    found = measured(RAMP, button(time_s))
    assert isinstance(found.outcome, Missing)
    assert found.outcome.reason is Reason.OUTSIDE
    assert not found.valid


# lift-off


def test_with_lift_off_the_reading_is_the_peak() -> None:
    press = lift_off(ramp(RAMP))
    found = measured(RAMP, press)
    assert press == Press(7_000_000, Method.LIFT_OFF)
    assert (found.outcome, found.overshoot_kpa) == (Reached(300.0, 30.0), 0.0)


def test_of_equal_peaks_lift_off_takes_the_first() -> None:
    assert lift_off(block([1.0, 3.0, 3.0])).time_us == 10_000


@pytest.mark.parametrize("lost", [699, 701])
def test_with_lift_off_a_reading_that_is_missing_beside_the_peak_may_have_been_higher(lost: int) -> None:
    readings = without(RAMP, lost)
    found = measured(readings, lift_off(ramp(readings)))
    assert found.outcome == Missing(Reason.GAP, "readings are missing beside the peak")
    assert measured(without(RAMP, lost), button(7.0)).outcome == Reached(300.0, 30.0)


def test_with_lift_off_a_gap_elsewhere_does_no_harm() -> None:
    readings = without(RAMP, 500)
    assert measured(readings, lift_off(ramp(readings))).outcome == Reached(300.0, 30.0)


def test_with_lift_off_a_peak_at_the_first_reading_is_a_peak() -> None:
    falling = block(path((0, 30), (1, 0)))
    assert measured(falling, lift_off(falling)).outcome == Reached(300.0, 30.0)


# the end of the ramp


@pytest.mark.parametrize("press", [None, button(6.5), button(6.0)])
def test_a_ramp_that_reaches_its_end_before_the_press_says_only_that_it_is_more(press: Press | None) -> None:
    found = measured(RAMP, press, RampSettings(1.0, 50.0, 25.0))
    assert found.outcome == Above(250.0)
    assert found.valid
    assert isinstance(found.overshoot_kpa, Missing)
    assert isinstance(found.rate, Rate)
    assert found.rate.kpa_per_s == pytest.approx(50.0, rel=1e-5)


def test_a_ramp_that_just_touches_its_end_has_reached_it() -> None:
    found = measured(RAMP, None, RampSettings(1.0, 50.0, 30.0))
    assert found.outcome == Above(300.0)
    assert isinstance(found.rate, Rate)
    assert found.rate.kpa_per_s == pytest.approx(50.0, rel=1e-5)


def test_a_press_before_the_end_counts_although_the_hand_goes_beyond() -> None:
    assert measured(RAMP, button(5.99), RampSettings(1.0, 50.0, 25.0)).outcome == near(24.95)


def test_a_reading_is_above_its_end_also_where_the_ramp_was_spoiled() -> None:
    slow = RampSettings(1.0, 20.0, 25.0)
    found = measured(RAMP, None, slow)
    assert (found.outcome, flaws(found), found.valid) == (Above(250.0), [Flaw.RATE], False)


# missing and saturated readings


def test_a_gap_at_the_press_leaves_no_reading_and_one_elsewhere_does() -> None:
    gone = measured(without(RAMP, 600), button(6.003))
    assert gone.outcome == Missing(Reason.GAP, "readings are missing at the moment of the press")
    there = measured(without(RAMP, 500), button(6.003))
    assert there.outcome == near(25.015)
    assert there.verdicts == ((Flaw.GAP, "readings are missing for 0.02 s of the ramp: a slip there is not seen"),)
    assert there.valid


@pytest.mark.parametrize(("last", "flaw"), [(347, Flaw.GAP), (348, Flaw.BLIND)])
def test_half_a_second_without_readings_is_a_ramp_pressed_blind(last: int, flaw: Flaw) -> None:
    found = measured(without(RAMP, *range(300, last + 1)), button(6.0))
    assert flaws(found) == [flaw]
    assert found.valid is (flaw is Flaw.GAP)


def test_the_longest_gap_decides_whether_a_ramp_was_pressed_blind() -> None:
    (verdict,) = measured(without(RAMP, 250, *range(300, 350)), button(6.0)).verdicts
    assert verdict == (Flaw.BLIND, "readings were missing for 0.51 s: the ramp was pressed blind")


def test_gaps_after_the_press_say_that_the_peak_may_have_been_higher() -> None:
    found = measured(without(RAMP, 650), button(6.0))
    assert found.verdicts == ((Flaw.GAP, "readings are missing after the press: the peak may have been higher"),)
    assert found.valid


@pytest.mark.parametrize(("position", "known"), [(599, True), (600, False), (601, False), (602, True)])
def test_a_saturated_reading_at_the_press_leaves_no_reading(position: int, known: bool) -> None:
    found = measured(flagged(RAMP, SampleFlag.SATURATED_HIGH, position), button(6.003))
    assert isinstance(found.outcome, Reached) is known
    assert isinstance(found.peak_kpa, Missing)
    assert found.peak_kpa.reason is Reason.SATURATED


def test_after_a_saturated_reading_nobody_knows_how_far_it_went_on() -> None:
    found = measured(flagged(RAMP, SampleFlag.SATURATED_HIGH, 650), button(6.003))
    assert isinstance(found.overshoot_kpa, Missing)
    before = measured(flagged(RAMP, SampleFlag.SATURATED_HIGH, 300), button(6.003))
    assert isinstance(before.overshoot_kpa, float)


# verdicts


@pytest.mark.parametrize(
    ("rate_kpa_per_s", "found"),
    [(35.5, [Flaw.RATE]), (36.0, []), (71.0, []), (72.0, [Flaw.RATE])],
)
def test_a_rate_outside_its_range_voids_a_reading(rate_kpa_per_s: float, found: list[Flaw]) -> None:
    reading = measured(RAMP, button(6.0), RampSettings(1.0, rate_kpa_per_s, 60.0))
    assert flaws(reading) == found
    assert reading.valid is (found == [])


def test_the_verdict_names_the_rate() -> None:
    (verdict,) = measured(RAMP, button(6.0), RampSettings(1.0, 25.0, 60.0)).verdicts
    assert verdict.text == "the pressure rose too fast: 50 kPa/s, 2.00 times the prescribed rate"


def test_a_rate_that_is_not_known_voids_a_reading() -> None:
    step = block([0.0] * 10 + [20.0] * 60 + [0.0])
    found = measured(step, button(0.3))
    assert found.outcome == Reached(200.0, 20.0)
    assert flaws(found) == [Flaw.RATE_UNKNOWN]
    assert not found.valid


def test_a_slip_before_the_press_voids_a_reading_and_one_after_it_does_not() -> None:
    slipped = block(path((0, 0), (4, 20), (4.05, 12), (6, 24), (6.5, 0)))
    found = measured(slipped, button(5.9))
    assert flaws(found) == [Flaw.JUMP_OFF]
    assert not found.valid
    assert measured(slipped, button(3.9)).valid


def test_a_press_while_the_force_falls_is_late() -> None:
    assert flaws(measured(RAMP, button(7.1))) == [Flaw.LATE_PRESS]


@pytest.mark.parametrize(("rest_s", "found"), [(None, []), (30.0, []), (29.9, [Flaw.TOO_SOON])])
def test_less_than_30_s_after_the_last_reading_is_too_soon(rest_s: float | None, found: list[Flaw]) -> None:
    reading = measured(RAMP, button(6.0), circumstances=Circumstances(rest_s, 0.0))
    assert flaws(reading) == found
    assert reading.valid is (found == [])


@pytest.mark.parametrize(
    ("tilt_deg", "found", "valid"),
    [(None, [Flaw.AXIS_NOT_JUDGED], True), (15.0, [], True), (15.1, [Flaw.OFF_AXIS], False)],
)
def test_the_axis_is_judged_only_where_something_measures_it(
    tilt_deg: float | None, found: list[Flaw], valid: bool
) -> None:
    reading = measured(RAMP, button(6.0), circumstances=Circumstances(tilt_deg=tilt_deg))
    assert (flaws(reading), reading.valid) == (found, valid)


def test_a_painkiller_is_said_and_voids_nothing() -> None:
    reading = measured(RAMP, button(6.0), circumstances=Circumstances(None, 0.0, painkiller=True))
    assert (flaws(reading), reading.valid) == ([Flaw.PAINKILLER], True)


def test_with_nothing_known_a_reading_can_still_be_made() -> None:
    found = measure(ramp(RAMP), button(6.0), BENCH)
    assert (flaws(found), found.valid) == ([Flaw.AXIS_NOT_JUDGED], True)


# any stream


def _finite(value: object) -> bool:
    return isinstance(value, Missing) or (isinstance(value, float) and bool(np.isfinite(value)))


@given(streams(), st.floats(0, 12), st.sampled_from([20.0, 60.0]))
def test_any_stream_gives_figures_or_reasons(readings: SampleBlock, share: float, cap_n: float) -> None:
    settings = RampSettings(1.0, 50.0, cap_n)
    for found in Ramp(settings).update(readings):
        span_us = int(found.time_us[-1] - found.time_us[0])
        for press in (None, lift_off(found), Press(int(found.time_us[0] + share / 10 * span_us), Method.KEY)):
            threshold = measure(found, press, settings)
            assert all(map(_finite, (threshold.peak_kpa, threshold.overshoot_kpa, threshold.uneven_percent)))
            match threshold.outcome:
                case Reached(pressure_kpa, force_n):
                    assert pressure_kpa == force_n * 10
                    assert found.force_n.min() <= force_n <= found.force_n.max()
                    assert isinstance(threshold.peak_kpa, Missing) or pressure_kpa <= threshold.peak_kpa
                case Above(cap_kpa):
                    assert cap_kpa == cap_n * 10
                    assert found.force_n.max() >= cap_n - 1e-3
                case Missing():
                    assert not threshold.valid
