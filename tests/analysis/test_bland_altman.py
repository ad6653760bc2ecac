"""Limits of agreement against the paper's own example, scipy and hand-computed cases."""

from math import isclose, isfinite, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy import stats

from analysis.bland_altman import BlandAltman, bland_altman
from analysis.lacking import Interval, Lack, Lacking

LARGE_METER = [494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427]
MINI_METER = [512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451]
"""Peak expiratory flow in l/min, 17 people, two meters: the table of Bland and Altman 1986."""


def of(first: object, second: object, level: float = 0.95) -> BlandAltman:
    found = bland_altman(np.asarray(first, np.float64), np.asarray(second, np.float64), level)
    assert isinstance(found, BlandAltman)
    return found


def reason(figure: object) -> Lack:
    assert isinstance(figure, Lacking), figure
    return figure.lack


def test_the_example_of_bland_and_altman() -> None:
    found = of(LARGE_METER, MINI_METER)
    assert found.pairs == 17
    assert (round(found.bias, 1), round(found.sd, 1)) == (-2.1, 38.8)
    assert [round(bound, 1) for bound in found.bias_interval] == [-22.0, 17.8]
    assert (found.low_limit, found.high_limit) == pytest.approx((-78.1, 73.9), abs=0.1)


def test_four_pairs_by_hand() -> None:
    found = of([1, 3, 5, 7], [0, 4, 4, 8])  # differences 1 −1 1 −1, means 0.5 3.5 4.5 7.5
    sd = sqrt(4 / 3)
    t = 3.182446305284263  # 97.5 %, 3 degrees of freedom
    half = t * sd * sqrt(1 / 4 + 1.96**2 / 6)
    assert (found.bias, found.sd) == pytest.approx((0, sd))
    assert (found.low_limit, found.high_limit) == pytest.approx((-1.96 * sd, 1.96 * sd))
    assert found.bias_interval == pytest.approx((-t * sd / 2, t * sd / 2))
    assert found.low_limit_interval == pytest.approx((-1.96 * sd - half, -1.96 * sd + half))
    assert found.high_limit_interval == pytest.approx((1.96 * sd - half, 1.96 * sd + half))
    assert found.slope == pytest.approx(-6 / 25)


@pytest.mark.parametrize("seed", range(30))
def test_bias_and_slope_are_those_of_scipy(seed: int) -> None:
    rng = np.random.default_rng(seed)
    n, level = int(rng.integers(3, 50)), float(rng.uniform(0.5, 0.999))
    truth = rng.normal(50, 10, n)
    first, second = truth + rng.normal(0, 2, n), rng.uniform(0.8, 1.2) * truth + rng.normal(0, 3, n)
    found = of(first, second, level)
    d = first - second
    assert isclose(found.bias, d.mean(), rel_tol=1e-12)
    assert isclose(found.sd, d.std(ddof=1), rel_tol=1e-12)
    expected = stats.ttest_1samp(d, 0).confidence_interval(level)
    assert np.allclose(found.bias_interval, expected, rtol=1e-10, atol=1e-10)
    line = stats.linregress((first + second) / 2, d)
    assert isclose(found.slope if isinstance(found.slope, float) else 0, line.slope, rel_tol=1e-9)
    assert isclose(found.slope_p if isinstance(found.slope_p, float) else 0, line.pvalue, rel_tol=1e-9)


def test_exchanging_the_methods_mirrors_everything() -> None:
    there, back = of(LARGE_METER, MINI_METER), of(MINI_METER, LARGE_METER)
    assert (back.bias, back.low_limit, back.high_limit) == (-there.bias, -there.high_limit, -there.low_limit)
    low, high = there.low_limit_interval
    assert back.high_limit_interval == (-high, -low)
    assert back.slope_p == there.slope_p


def test_pairs_that_differ_by_a_constant_have_limits_without_width() -> None:
    found = of([1.1, 2.1, 3.1], [0.1, 1.1, 2.1])
    assert (found.sd, found.bias_interval) == (0, Interval(found.bias, found.bias))
    assert found.low_limit == found.high_limit == found.bias
    assert reason(found.slope_p) is Lack.NO_ERROR


def test_differences_on_a_line_have_a_slope_and_no_test() -> None:
    found = of([2.0, 4.0, 6.0], [1.0, 2.0, 3.0])
    assert found.slope == pytest.approx(2 / 3)
    assert reason(found.slope_p) is Lack.NO_ERROR


def test_pairs_of_one_mean_have_no_slope() -> None:
    found = of([1.0, 2.0, 3.0], [3.0, 2.0, 1.0])
    assert reason(found.slope) is Lack.NO_VARIANCE
    assert reason(found.slope_p) is Lack.NO_VARIANCE


def test_two_pairs_have_a_slope_and_no_test() -> None:
    found = of([1.0, 2.5], [0.5, 3.0])
    assert found.slope == pytest.approx((-0.5 - 0.5) / (2.75 - 0.75))
    assert reason(found.slope_p) is Lack.FEW_PAIRS


@pytest.mark.parametrize(
    ("first", "second", "lack"),
    [
        ([], [], Lack.FEW_PAIRS),
        ([1.0], [1.0], Lack.FEW_PAIRS),
        ([1.0, 2.0], [1.0, np.nan], Lack.MISSING_CELL),
        ([1.0, -np.inf], [1.0, 2.0], Lack.MISSING_CELL),
    ],
)
def test_pairs_that_support_nothing_say_why(first: list[float], second: list[float], lack: Lack) -> None:
    assert reason(bland_altman(np.array(first), np.array(second))) is lack


@pytest.mark.parametrize(
    ("first", "second"),
    [(np.zeros(3), np.zeros(4)), (np.zeros((2, 2)), np.zeros((2, 2))), (np.zeros(3), np.zeros((3, 1)))],
)
def test_lists_that_do_not_pair_are_refused(first: NDArray[np.float64], second: NDArray[np.float64]) -> None:
    with pytest.raises(ValueError, match="same length"):
        bland_altman(first, second)


@pytest.mark.parametrize("level", [0.0, 1.0, -1.0])
def test_a_level_outside_zero_and_one_is_refused(level: float) -> None:
    with pytest.raises(ValueError, match="confidence level"):
        bland_altman(np.zeros(3), np.zeros(3), level)


scores = st.one_of(st.sampled_from([0.0, 0.1, 0.2, 0.3]), st.floats(-1e6, 1e6))


@given(pairs=st.lists(st.tuples(scores, scores), min_size=2, max_size=8))
def test_no_pairs_give_a_figure_that_is_no_number(pairs: list[tuple[float, float]]) -> None:
    found = of([pair[0] for pair in pairs], [pair[1] for pair in pairs])
    assert found.low_limit <= found.bias <= found.high_limit
    for figure in (found.bias, found.sd, *found.bias_interval, *found.low_limit_interval, found.slope, found.slope_p):
        assert isinstance(figure, Lacking) or isfinite(figure)
    if isinstance(found.slope_p, float):
        assert 0 <= found.slope_p <= 1
