from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from analysis.settings import Settings
from analysis.stream import Analysis
from simulator.tissue_kind import STEP_S
from simulator.truth import doses_of, truth_of
from tests.analysis.presses import block, path, press

STEP_US = 10_000


def drawn(*corners: tuple[float, float]) -> NDArray[np.float64]:
    return path(*corners, period_us=STEP_US)


def box(lasts_s: float, force_n: float = 10.0) -> NDArray[np.float64]:
    """A second of rest, a push with flanks of one step, a second of rest."""
    rest, push = np.zeros(100), np.full(round(lasts_s / STEP_S) + 1, force_n)
    return np.concatenate((rest, push, rest))


def test_a_box_of_ten_newtons_and_two_seconds() -> None:
    truth = truth_of(box(2.0), area_cm2=2.0)
    rise_n_s = (10 + 2) / 2 * 0.8 * STEP_S  # from 2 N on, 0.8 of the step
    fall_n_s = (10 + 1) / 2 * 0.9 * STEP_S
    assert truth.dose_kpa_s == pytest.approx((20.0 + rise_n_s + fall_n_s) / 2.0 * 10)
    assert (truth.holds, truth.release_s) == (1, (3.009,))


def test_truth_does_not_wait_for_a_step_to_see_a_force_cross_the_line() -> None:
    truth = truth_of(drawn((0, 0), (2, 20), (3, 20), (5, 0), (6, 0)), 1.0)
    assert list(truth.release_s) == pytest.approx([4.9])
    assert truth.dose_kpa_s == pytest.approx(10 * ((2 + 20) / 2 * 1.8 + 20 + (20 + 1) / 2 * 1.9))


@pytest.mark.parametrize(("lasts_s", "holds"), [(0.48, 0), (0.49, 1)])
def test_half_a_second_makes_a_hold(lasts_s: float, holds: int) -> None:
    assert truth_of(box(lasts_s), 1.0).holds == holds  # and 0.017 s of its flanks


@pytest.mark.parametrize(("peak_n", "holds"), [(1.99, 0), (2.0, 1)])
def test_two_newtons_make_a_contact(peak_n: float, holds: int) -> None:
    assert truth_of(box(1.0, peak_n), 1.0).holds == holds


@pytest.mark.parametrize(("zeros", "holds"), [(28, 1), (32, 2)])
def test_a_release_shorter_than_three_tenths_does_not_end_a_hold(zeros: int, holds: int) -> None:
    """From 1 N on the way down, 0.1 of a step before the first zero, to 2 N on the way up, 0.2 after the last."""
    force_n = np.concatenate((box(1.0)[:-100], np.zeros(zeros), box(1.0)[100:]))
    assert truth_of(force_n, 1.0).holds == holds


def test_one_newton_keeps_a_contact_and_less_ends_it() -> None:
    assert truth_of(drawn((0, 0), (1, 10), (2, 1.0), (3, 1.0), (4, 10), (5, 0), (6, 0)), 1.0).holds == 1
    assert truth_of(drawn((0, 0), (1, 10), (2, 0.9), (3, 0.9), (4, 10), (5, 0), (6, 0)), 1.0).holds == 2


def test_a_contact_still_open_at_the_end_ends_there() -> None:
    truth = truth_of(drawn((0, 0), (1, 10), (3, 10)), 1.0)
    assert truth.release_s == (3.0,)


def test_a_contact_from_the_beginning_begins_there() -> None:
    truth = truth_of(np.full(201, 10.0), 1.0)
    assert truth.dose_kpa_s == pytest.approx(200.0)
    assert truth.release_s == (2.0,)


@pytest.mark.parametrize("force_n", [np.zeros(0), np.zeros(1), np.zeros(5000)])
def test_without_a_press_there_is_nothing(force_n: NDArray[np.float64]) -> None:
    assert truth_of(force_n, 1.0) == (0.0, 0, ())
    assert doses_of(force_n, 1.0, [(0.0, 1.0)]) == [0.0]


def test_the_dose_of_a_span_is_exact_between_steps_and_nothing_outside() -> None:
    ramp = drawn((0, 0), (2, 20))  # 10 N/s
    last_s = (len(ramp) - 1) * STEP_S
    spans = [(0.0, last_s), (0.503, 0.507), (-1.0, 1.0), (1.0, 9.0), (5.0, 6.0)]
    expected = [5 * (b * b - a * a) for a, b in [(0, last_s), (0.503, 0.507), (0, 1), (1, last_s), (2, 2)]]
    assert doses_of(ramp, 2.0, spans) == pytest.approx([value / 2 * 10 for value in expected])


@given(st.lists(st.tuples(st.floats(3, 40), st.floats(1, 6)), min_size=1, max_size=4))
def test_the_analysis_of_noise_free_readings_says_the_same(presses: list[tuple[float, float]]) -> None:
    force_n = np.concatenate([press(level_n, lasts_s) for level_n, lasts_s in presses])
    truth = truth_of(force_n, area_cm2=2.0)
    analysis = Analysis(Settings(10_000, area_cm2=2.0))
    holds = analysis.update(block(force_n)) + analysis.finish()
    assert truth.holds == len(holds)
    assert truth.release_s == pytest.approx([hold.end_s for hold in holds], abs=0.011)
    dose_kpa_s = sum(hold.dose_kpa_s or 0 for hold in holds)
    assert truth.dose_kpa_s == pytest.approx(dose_kpa_s, rel=0.002, abs=0.15 * len(holds))
