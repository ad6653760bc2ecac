from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from analysis.settings import Settings
from analysis.stream import Analysis
from simulator.tissue import STEP_S
from simulator.truth import doses_of, truth_of
from tests.analysis.presses import block, path, press

STEP_US = 1000


def drawn(*corners: tuple[float, float]) -> NDArray[np.float64]:
    return path(*corners, period_us=STEP_US)


def box(lasts_s: float, force_n: float = 10.0) -> NDArray[np.float64]:
    """Rest, a push with vertical flanks, rest."""
    rest, push = np.zeros(1000), np.full(round(lasts_s / STEP_S), force_n)
    return np.concatenate((rest, push, rest))


def test_a_box_of_ten_newtons_and_two_seconds() -> None:
    truth = truth_of(box(2.0), area_cm2=2.0)
    assert truth.dose_kpa_s == pytest.approx((20.0 - 10.0 * STEP_S / 2) / 2.0 * 10)  # half a step at the last flank
    assert (truth.holds, truth.release_s) == (1, (3.0,))


@pytest.mark.parametrize(("lasts_s", "holds"), [(0.499, 0), (0.5, 1)])
def test_half_a_second_makes_a_hold(lasts_s: float, holds: int) -> None:
    assert truth_of(box(lasts_s), 1.0).holds == holds


@pytest.mark.parametrize(("peak_n", "holds"), [(1.99, 0), (2.0, 1)])
def test_two_newtons_make_a_contact(peak_n: float, holds: int) -> None:
    assert truth_of(box(1.0, peak_n), 1.0).holds == holds


@pytest.mark.parametrize(("pause_s", "holds"), [(0.299, 1), (0.301, 2)])
def test_a_release_shorter_than_three_tenths_does_not_end_a_hold(pause_s: float, holds: int) -> None:
    pause = np.zeros(round(pause_s / STEP_S))
    force_n = np.concatenate((box(1.0)[:-1000], pause, box(1.0)[1000:]))
    assert truth_of(force_n, 1.0).holds == holds


def test_one_newton_keeps_a_contact_and_less_ends_it() -> None:
    assert truth_of(drawn((0, 0), (1, 10), (2, 1.0), (3, 1.0), (4, 10), (5, 0), (6, 0)), 1.0).holds == 1
    assert truth_of(drawn((0, 0), (1, 10), (2, 0.9), (3, 0.9), (4, 10), (5, 0), (6, 0)), 1.0).holds == 2


def test_a_contact_still_open_at_the_end_ends_there() -> None:
    truth = truth_of(drawn((0, 0), (1, 10), (3, 10)), 1.0)
    assert truth.release_s == (3.0,)


@pytest.mark.parametrize("force_n", [np.zeros(0), np.zeros(1), np.zeros(5000)])
def test_without_a_press_there_is_nothing(force_n: NDArray[np.float64]) -> None:
    assert truth_of(force_n, 1.0) == (0.0, 0, ())


@given(st.lists(st.tuples(st.floats(3, 40), st.floats(1, 6)), min_size=1, max_size=4))
def test_the_analysis_of_noise_free_readings_says_the_same(presses: list[tuple[float, float]]) -> None:
    force_n = np.concatenate([press(level_n, lasts_s) for level_n, lasts_s in presses])
    fine_n = np.interp(np.arange(len(force_n) * 10) * STEP_S, np.arange(len(force_n)) * 0.01, force_n)
    truth = truth_of(fine_n, area_cm2=2.0)
    analysis = Analysis(Settings(10_000, area_cm2=2.0))
    holds = analysis.update(block(force_n)) + analysis.finish()
    assert truth.holds == len(holds)
    assert truth.release_s == pytest.approx([hold.end_s for hold in holds], abs=0.011)
    dose_kpa_s = sum(hold.dose_kpa_s or 0 for hold in holds)
    assert truth.dose_kpa_s == pytest.approx(dose_kpa_s, rel=0.002, abs=0.15 * len(holds))


def test_a_ramps_doses_are_its_triangles_whether_in_a_contact_or_not() -> None:
    ramp_n = drawn((0, 0), (4, 8))  # 2 N/s over 2 cm²: 5 t² kPa·s
    spans_s = [(0.0, 4.0), (0.0, 0.5), (1.0, 3.0), (3.0, 3.0)]
    assert doses_of(ramp_n, 2.0, spans_s) == pytest.approx([80.0, 1.25, 40.0, 0.0])


def test_outside_of_what_is_known_there_is_no_dose() -> None:
    level_n = np.full(1001, 10.0)
    assert doses_of(level_n, 1.0, [(-5.0, 0.1), (0.9, 7.0), (3.0, 4.0)]) == pytest.approx([10.0, 10.0, 0.0])


def test_doses_of_neighbours_add_up() -> None:
    cuts_s = (0.0, 0.7004, 0.7006, 2.9, 4.0)
    spans_s = list(pairwise(cuts_s))
    assert sum(doses_of(box(2.0), 1.0, spans_s)) == pytest.approx(doses_of(box(2.0), 1.0, [(0.0, 4.0)])[0])
