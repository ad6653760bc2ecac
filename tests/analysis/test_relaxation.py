from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from analysis.relaxation import MAX_TICKS, MIN_TICKS, TAUS_S, TICK_S, Fit, Relaxation

forces_n = st.lists(st.floats(1, 100, width=32), min_size=MIN_TICKS, max_size=120)


def relaxed(values: list[float] | NDArray[np.float64]) -> Relaxation:
    relaxation = Relaxation()
    for value in values:
        relaxation.update(float(value))
    return relaxation


def decayed(ticks: int, fit: Fit) -> NDArray[np.float64]:
    time_s = np.arange(ticks) * TICK_S
    return np.asarray(fit.level + fit.amplitude * np.exp(-time_s / fit.tau_s))


def left_over(values: NDArray[np.float64], fit: Fit) -> float:
    return float(np.sum((values - decayed(len(values), fit)) ** 2))


def best(values: NDArray[np.float64]) -> float:
    """The least sum of squares of the bank, by another way: a solver for each time constant, and the mean."""
    time_s = np.arange(len(values)) * TICK_S
    sums = [float(np.sum((values - values.mean()) ** 2))]
    for tau_s in TAUS_S:
        columns = np.stack([np.ones_like(time_s), np.exp(-time_s / tau_s)], axis=1)
        (level, amplitude), *_ = np.linalg.lstsq(columns, values)
        if amplitude > 0:
            sums.append(left_over(values, Fit(level, amplitude, tau_s)))
    return min(sums)


@given(forces_n)
def test_the_fit_leaves_no_more_than_the_best_of_a_solver(values: list[float]) -> None:
    forces = np.array(values)
    assert left_over(forces, relaxed(forces).fit) == pytest.approx(best(forces), rel=1e-6, abs=1e-6)


def test_the_fit_of_a_noisy_decay_is_that_of_a_solver() -> None:
    values = decayed(300, Fit(25, 4, 6)) + np.random.default_rng(1).normal(0, 0.1, 300)
    columns = np.stack([np.ones(300), np.exp(-np.arange(300) * TICK_S / 6)], axis=1)
    (level, amplitude), *_ = np.linalg.lstsq(columns, values)
    assert relaxed(values).fit == pytest.approx((level, amplitude, 6), rel=1e-9)


def test_two_ticks_are_fitted_exactly() -> None:
    fit = relaxed([20, 19]).fit
    assert decayed(2, fit).tolist() == pytest.approx([20, 19])


@pytest.mark.parametrize("tau_s", [0.7, 1.5, 3, 6, 12, 24, 48])
def test_an_exponential_of_the_bank_is_predicted_to_the_last_digits(tau_s: float) -> None:
    values = decayed(600, Fit(24, 6, tau_s))
    relaxation, errors = Relaxation(), []
    for value in values.tolist():
        expected = relaxation.expected()
        errors.append(0 if expected is None else value - expected)
        relaxation.update(value)
    assert np.abs(errors).max() < 1e-8
    assert relaxation.fit == pytest.approx((24, 6, tau_s), rel=1e-6)


def test_there_is_no_prediction_from_fewer_than_ten_ticks() -> None:
    assert relaxed([30] * 9).expected() is None
    assert relaxed([30] * 10).expected() == 30


@given(st.floats(0.1, 1000), st.integers(MIN_TICKS, 400))
def test_what_is_steady_is_expected_to_stay_exactly_so(force_n: float, ticks: int) -> None:
    relaxation = relaxed([force_n] * ticks)
    assert relaxation.expected() == force_n
    assert (relaxation.fit.level, relaxation.fit.amplitude) == (force_n, 0)


def test_a_force_that_rises_is_no_relaxation_but_its_mean() -> None:
    relaxation = relaxed(np.arange(10.0, 30.0))
    assert relaxation.fit[:2] == (19.5, 0)
    assert relaxation.expected() == relaxation.mean == 19.5


def test_the_tables_end_after_five_minutes() -> None:
    relaxation = relaxed([30] * (MAX_TICKS - 1))
    assert (relaxation.full, relaxation.expected()) == (False, 30)
    relaxation.update(30)
    assert (relaxation.full, relaxation.expected()) == (True, None)
    assert MAX_TICKS * TICK_S == 300
