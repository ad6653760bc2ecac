"""Quantiles against closed forms, exact arithmetic and scipy."""

from decimal import Decimal, localcontext
from math import inf, isclose, log, pi, sqrt, tan

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from analysis.beta import beta_tails
from analysis.quantiles import f_above, f_quantile, normal_quantile, t_quantile, t_two_sided

SHARES = [1e-10, 1e-4, 0.005, 0.025, 0.05, 0.1, 0.3, 0.5, 0.7, 0.9, 0.95, 0.975, 0.99, 0.995, 0.9999, 1 - 1e-10]
FREEDOMS = [0.5, 0.7, 1, 1.5, 2, 3, 4.2, 5, 7.77, 10, 17, 30, 33.3, 63, 100, 500, 1234.5, 1e4]


def same(ours: float, theirs: float, relative: float = 1e-12) -> bool:
    return isclose(ours, theirs, rel_tol=relative, abs_tol=0)


def exact_f_above(f: float, df1: int, df2: int) -> Decimal:
    """For an even df1 the tail is a sum of df1 / 2 terms (Abramowitz and Stegun 26.6.4)."""
    with localcontext(prec=60):
        odds = Decimal(f) * df1 / df2
        half = Decimal(df2) / 2
        term = total = Decimal(1)
        for i in range(1, df1 // 2):
            term *= (half + i - 1) * odds / (1 + odds) / i
            total += term
        return total / (1 + odds) ** half


@pytest.mark.parametrize("df1", FREEDOMS)
@pytest.mark.parametrize("df2", FREEDOMS)
def test_quantiles_of_f_are_those_of_scipy(df1: float, df2: float) -> None:
    for p in SHARES:
        theirs = float(stats.f.ppf(p, df1, df2))
        assert same(f_quantile(p, df1, df2), theirs), (p, theirs)


@pytest.mark.parametrize("df", [*FREEDOMS, 1e6])
def test_quantiles_of_t_are_those_of_scipy(df: float) -> None:
    for p in SHARES:
        assert same(t_quantile(p, df), float(stats.t.ppf(p, df))), p


@pytest.mark.parametrize("p", SHARES)
def test_quantiles_of_the_normal_distribution_are_those_of_scipy(p: float) -> None:
    assert same(normal_quantile(p), float(stats.norm.ppf(p)), 1e-15)


@pytest.mark.parametrize("df1", [2, 4, 10, 30, 34])
@pytest.mark.parametrize("df2", [1, 3, 10, 999, 10**6, 10**7])
@pytest.mark.parametrize("f", [1e-3, 0.3, 1.0, 1.3, 5.0])
def test_the_tail_of_f_is_exact_arithmetic_to_thirteen_digits_also_where_scipy_has_ten(
    f: float, df1: int, df2: int
) -> None:
    assert same(f_above(f, df1, df2), float(exact_f_above(f, df1, df2)), 3e-14)


@pytest.mark.parametrize("p", SHARES)
def test_t_with_one_and_two_degrees_of_freedom_has_a_formula(p: float) -> None:
    q = min(p, 1 - p)
    sign = 1 if p > 0.5 else -1
    assert same(t_quantile(p, 1), sign / tan(pi * q), 1e-13) or p == 0.5
    assert same(t_quantile(p, 2), sign * (1 - 2 * q) / sqrt(2 * q * (1 - q)), 1e-13)


@given(p=st.floats(1e-12, 0.999999), df2=st.floats(0.1, 1e6))
def test_f_with_two_degrees_of_freedom_above_the_line_has_a_formula(p: float, df2: float) -> None:
    with localcontext(prec=60):
        formula = ((1 - Decimal(p)) ** (Decimal(-2) / Decimal(df2)) - 1) * Decimal(df2) / 2
    assert same(f_quantile(p, 2, df2), float(formula), 1e-11)


@given(p=st.floats(1e-9, 1 - 1e-9), df1=st.floats(0.3, 1e5), df2=st.floats(0.3, 1e5))
def test_exchanging_the_degrees_of_freedom_turns_f_upside_down(p: float, df1: float, df2: float) -> None:
    mirrored = f_quantile(1 - p, df2, df1)
    assert isclose(log(f_quantile(p, df1, df2)), -log(mirrored), rel_tol=1e-9, abs_tol=1e-6)


@given(f=st.floats(1e-6, 1e6), df1=st.floats(0.3, 1e5), df2=st.floats(0.3, 1e5))
def test_the_tails_of_a_beta_distribution_add_up_to_one(f: float, df1: float, df2: float) -> None:
    tails = beta_tails(df1 / 2, df2 / 2, f)
    assert 0 <= tails.lower <= 1
    assert isclose(tails.lower + tails.upper, 1, rel_tol=1e-15)
    mirrored = beta_tails(df2 / 2, df1 / 2, 1 / f)
    assert isclose(tails.lower, mirrored.upper, rel_tol=1e-9, abs_tol=1e-12)
    assert isclose(tails.slope, mirrored.slope, rel_tol=1e-9, abs_tol=1e-300)


@pytest.mark.parametrize("t", [-7.0, -0.3, 1e-3, 2.0, 40.0])
def test_the_share_beyond_t_is_that_of_scipy(t: float) -> None:
    for df in FREEDOMS:
        assert same(t_two_sided(t, df), 2 * float(stats.t.sf(abs(t), df)))


def test_at_zero_all_lies_beyond_and_at_infinity_nothing() -> None:
    assert (t_two_sided(0.0, 5), f_above(0.0, 3, 4), f_above(1e305, 3, 4), f_above(inf, 3, 4)) == (1, 1, 0, 0)
    assert t_quantile(0.5, 3.3) == 0


def test_a_quantile_that_no_double_holds_is_infinite_or_zero() -> None:
    assert f_quantile(0.975, 3, 0.001) == inf
    assert f_quantile(0.025, 0.001, 3) == 0


def test_a_tail_too_small_for_a_double_is_no_obstacle() -> None:
    assert same(f_quantile(1e-300, 2000, 3000), float(stats.f.ppf(1e-300, 2000, 3000)), 1e-11)


@pytest.mark.parametrize("p", [0.0, 1.0, -0.1, 1.1, float("nan")])
def test_a_share_outside_zero_and_one_is_refused(p: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        normal_quantile(p)
    with pytest.raises(ValueError, match="between 0 and 1"):
        t_quantile(p, 3)
    with pytest.raises(ValueError, match="between 0 and 1"):
        f_quantile(p, 3, 3)


@pytest.mark.parametrize("df", [0.0, -1.0, inf, float("nan")])
def test_degrees_of_freedom_are_above_zero(df: float) -> None:
    with pytest.raises(ValueError, match="above 0"):
        t_quantile(0.9, df)
    for df1, df2 in ((df, 3.0), (3.0, df)):
        with pytest.raises(ValueError, match="above 0"):
            f_quantile(0.9, df1, df2)
        with pytest.raises(ValueError, match="above 0"):
            f_above(2.0, df1, df2)
