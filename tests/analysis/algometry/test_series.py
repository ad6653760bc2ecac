from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.algometry.series import series
from analysis.algometry.threshold import Above, Outcome, Reached, Threshold
from analysis.algometry.verdicts import Flaw, Missing, Reason, Verdict
from tests.analysis.algometry.ramps import RAMP, button, measured

PLAIN = measured(RAMP, button(6.0))
NO_PRESS = Missing(Reason.NO_PRESS, "nobody pressed")


def reading(outcome: Outcome | float, *flaws: Flaw) -> Threshold:
    value = Reached(outcome, outcome / 10) if isinstance(outcome, float) else outcome
    return replace(PLAIN, outcome=value, verdicts=tuple(Verdict(flaw, "a test") for flaw in flaws))


def test_three_readings_have_a_mean_a_spread_and_a_standard_error_of_the_mean() -> None:
    """300, 330, 360: SD 30, over √3 17.32."""
    found = series([reading(300.0), reading(330.0), reading(360.0)])
    assert (found.used_kpa, found.mean_kpa, found.sd_kpa, found.range_kpa) == ((300.0, 330.0, 360.0), 330.0, 30.0, 60.0)
    assert found.standard_error_kpa == pytest.approx(17.320508075688775, rel=1e-14)
    assert (found.practice_kpa, found.void, found.capped, found.verdicts) == (None, 0, 0, ())


def test_void_readings_are_counted_and_left_out() -> None:
    readings = [reading(300.0), reading(900.0, Flaw.RATE), reading(NO_PRESS), reading(320.0), reading(340.0)]
    found = series(readings)
    assert (found.used_kpa, found.mean_kpa, found.void) == ((300.0, 320.0, 340.0), 320.0, 2)


def test_a_reading_with_a_note_counts() -> None:
    assert series([reading(300.0, Flaw.PAINKILLER, Flaw.AXIS_NOT_JUDGED), reading(320.0)]).mean_kpa == 310.0


def test_two_readings_have_a_mean_with_a_note() -> None:
    found = series([reading(300.0), reading(320.0)])
    assert found.mean_kpa == 310.0
    assert found.verdicts == ((Flaw.TOO_FEW, "a mean of 2 readings instead of 3"),)
    assert series([reading(300.0), reading(320.0)], wanted=2).verdicts == ()


@pytest.mark.parametrize("count", [0, 1])
def test_fewer_than_two_readings_have_no_mean(count: int) -> None:
    found = series([reading(300.0)] * count + [reading(NO_PRESS)])
    why = Missing(Reason.TOO_FEW, f"valid readings: {count}, and a mean needs 2: take another")
    assert (found.mean_kpa, found.sd_kpa, found.range_kpa, found.standard_error_kpa) == (why, why, why, why)
    assert (found.void, found.verdicts) == (1, ())


def test_a_reading_above_the_end_is_never_averaged() -> None:
    found = series([reading(300.0), reading(Above(400.0)), reading(Above(390.0)), reading(310.0)])
    why = Missing(Reason.CAPPED, "2 of 4 readings are > 390 kPa, which cannot be averaged")
    assert (found.mean_kpa, found.sd_kpa, found.range_kpa, found.standard_error_kpa) == (why, why, why, why)
    assert (found.used_kpa, found.capped) == ((300.0, 310.0), 2)


def test_a_void_reading_above_the_end_says_nothing() -> None:
    found = series([reading(300.0), reading(310.0), reading(Above(400.0), Flaw.JUMP_OFF)])
    assert (found.mean_kpa, found.capped, found.void) == (305.0, 0, 1)


@pytest.mark.parametrize(
    ("first", "practice"),
    [
        (reading(200.0), 200.0),
        (reading(200.0, Flaw.RATE), 200.0),
        (reading(Above(400.0)), Missing(Reason.CAPPED, "> 400 kPa")),
        (reading(NO_PRESS), NO_PRESS),
    ],
)
def test_a_first_reading_for_practice_is_left_out_whatever_it_was(first: Threshold, practice: float | Missing) -> None:
    found = series([first, reading(300.0), reading(320.0), reading(310.0)], first_is_practice=True)
    assert (found.used_kpa, found.mean_kpa, found.void, found.capped) == ((300.0, 320.0, 310.0), 310.0, 0, 0)
    assert found.practice_kpa == practice


def test_before_the_practice_there_is_none() -> None:
    assert series([], first_is_practice=True).practice_kpa is None


@given(st.lists(st.floats(1, 800), min_size=2, max_size=8))
def test_mean_and_spread_are_those_of_numpy(values: list[float]) -> None:
    found = series([reading(value) for value in values])
    assert found.mean_kpa == pytest.approx(np.mean(values), rel=1e-12)
    assert found.sd_kpa == pytest.approx(np.std(values, ddof=1), rel=1e-9, abs=1e-9)
    assert found.standard_error_kpa == pytest.approx(np.std(values, ddof=1) / np.sqrt(len(values)), rel=1e-9, abs=1e-9)
    assert found.range_kpa == max(values) - min(values)
