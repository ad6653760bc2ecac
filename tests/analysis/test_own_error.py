"""A person's own error from day to day."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from analysis.lacking import Lack, Lacking
from analysis.own_error import Errors, OwnError, apart, errors, own_error
from tests.short import examples

VALUES = st.lists(st.floats(-100, 100), min_size=2, max_size=12)


def test_errors_by_hand() -> None:
    found = errors(np.array([-3.0, 1.0, 5.0]))
    assert isinstance(found, Errors)
    assert (found.n, found.constant, found.absolute, found.variable) == (3, 1.0, 3.0, 4.0)


@examples(30)
@given(VALUES)
def test_the_interval_is_students(values: list[float]) -> None:
    found = errors(np.array(values))
    assert isinstance(found, Errors)
    spread = stats.sem(values)
    low, high = stats.t.interval(0.95, len(values) - 1, np.mean(values), spread) if spread else (np.mean(values),) * 2
    assert found.mean_low == pytest.approx(low, abs=1e-9)
    assert found.mean_high == pytest.approx(high, abs=1e-9)
    assert found.absolute >= abs(found.constant) - 1e-12


def test_one_trial_has_no_spread_and_none_has_nothing() -> None:
    one = errors(np.array([2.0]))
    assert isinstance(one, Errors)
    assert (one.constant, one.absolute) == (2.0, 2.0)
    assert all(isinstance(each, Lacking) for each in (one.variable, one.mean_low, one.mean_high))
    none = errors(np.zeros(0))
    assert isinstance(none, Lacking)


@examples(30)
@given(VALUES, VALUES)
def test_who_is_told_apart_is_student_s_test(one: list[float], other: list[float]) -> None:
    first, second = _errors(one), _errors(other)
    p = stats.ttest_ind(one, other).pvalue if np.ptp(one) + np.ptp(other) > 0.01 else 1.0
    if abs(p - 0.05) > 1e-6 and p < 1.0:
        assert apart(first, second) is apart(second, first) is bool(p < 0.05)


def _errors(values: list[float]) -> Errors:
    found = errors(np.array(values))
    assert isinstance(found, Errors)
    return found


def test_who_is_told_apart_by_hand() -> None:
    """Means 2 and 2 + d, variance 1, 3 values each: t = d / √(2/3), and 2.776 is the 97.5th percentile of t₄."""
    low, one = _errors([1.0, 2, 3]), _errors([90.0])
    assert not apart(low, _errors([3.26, 4.26, 5.26]))
    assert apart(low, _errors([3.27, 4.27, 5.27]))
    assert (apart(low, one), apart(one, low)) == (False, False)


def test_of_unequal_samples_each_counts_as_often_as_it_is() -> None:
    """Variance (1 · 2 + 5 · 1.2) / 6 = 4/3, times 1/2 + 1/6: 0.889; 2.447 is the 97.5th percentile of t₆: 2.307."""
    few = _errors([1.0, 3.0])
    assert not apart(few, _errors([2.30 + each for each in (1.0, 3.0) * 3]))
    assert apart(few, _errors([2.32 + each for each in (1.0, 3.0) * 3]))


def test_own_error_by_hand() -> None:
    """Days of 50 and 54 on average: MSC 24; what row and column leave: MSE 8."""
    found = own_error(np.array([[40.0, 44.0], [50.0, 50.0], [60.0, 68.0]]))
    assert isinstance(found, OwnError)
    assert found.sem == pytest.approx(math.sqrt(8))
    assert found.mdc95 == pytest.approx(1.96 * 4)


def test_where_the_days_agree_the_trials_alone_make_the_error() -> None:
    """Both days 50 on average, differences of −4, 0 and 4: MSE = (8 + 0 + 8) / 2 = 8."""
    found = own_error(np.array([[48.0, 44.0], [50.0, 50.0], [52.0, 56.0]]))
    assert isinstance(found, OwnError)
    assert found.sem == pytest.approx(math.sqrt(8 / 3))


@pytest.mark.parametrize(("shape", "lack"), [((1, 2), Lack.FEW_TARGETS), ((3, 1), Lack.FEW_RATERS)])
def test_a_table_that_is_too_small_has_none(shape: tuple[int, int], lack: Lack) -> None:
    found = own_error(np.ones(shape))
    assert isinstance(found, Lacking)
    assert found.lack is lack


def test_it_covers_what_days_and_trials_do_to_a_mean() -> None:
    """4,000 people of known variances: the mean square of the difference of two day means is 2 SEM²."""
    rng = np.random.default_rng(5)
    found, truth = [], []
    for _ in range(4000):
        table = rng.normal(0, 3, (6, 1)) + rng.normal(0, 2, (1, 2)) + rng.normal(0, 4, (6, 2))
        each = own_error(table)
        assert isinstance(each, OwnError)
        found.append(each.sem**2)
        truth.append(float(np.diff(table.mean(0))[0] ** 2) / 2)
    assert np.mean(truth) == pytest.approx(4 + 16 / 6, rel=0.08)
    assert np.mean(found) == pytest.approx(4 + 16 / 6, rel=0.12)
