"""Intraclass correlations and their confidence intervals (Shrout and Fleiss 1979; McGraw and Wong 1996)."""

from __future__ import annotations

from typing import Final, NamedTuple

from analysis.anova import MeanSquares
from analysis.lacking import Figure, Interval, Lack, Lacking
from analysis.quantiles import f_quantile

NO_VARIANCE: Final = Lacking(Lack.NO_VARIANCE, "the targets do not differ, so nothing can tell them apart")
NO_ERROR: Final = Lacking(Lack.NO_ERROR, "the measurements repeat to the last digit, so the error cannot be estimated")
NEGATIVE: Final = Lacking(
    Lack.NEGATIVE_VARIANCE, "the targets differ less than their errors: a variance came out at or below zero"
)

_ROUNDING: Final = 1e-12
"""Digits that may be left of a difference that is exactly 0."""


class Icc(NamedTuple):
    """One coefficient; it can be negative, and its interval reach below −1."""

    value: Figure
    f: Figure
    """Of the test that the targets do not differ."""
    df1: int
    df2: int
    interval: Interval | Lacking


class Iccs(NamedTuple):
    """The six forms: one-way (1), absolute agreement (A), consistency (C), of one measurement or of the mean of k."""

    icc_1_1: Icc
    icc_a_1: Icc
    icc_c_1: Icc
    icc_1_k: Icc
    icc_a_k: Icc
    icc_c_k: Icc


def iccs(ms: MeanSquares, level: float) -> Iccs:
    """All six with intervals of the confidence `level`; raises `ValueError` when that is not between 0 and 1."""
    alpha = 1 - level
    one, one_k = _nested(ms, ms.within, ms.n * (ms.k - 1), alpha)
    consistent, consistent_k = _nested(ms, ms.error, (ms.n - 1) * (ms.k - 1), alpha)
    agreed, agreed_k = _crossed(ms, alpha)
    return Iccs(one, agreed, consistent, one_k, agreed_k, consistent_k)


def _nested(ms: MeanSquares, noise: float, df2: int, alpha: float) -> tuple[Icc, Icc]:
    """Forms 1 and C, which differ in what counts as noise: single, and mean of k."""
    df1, k, signal = ms.n - 1, ms.k, ms.targets
    f = _f(ms, noise)
    value, value_k = _share(signal - noise, signal + (k - 1) * noise), _share(signal - noise, signal)
    if isinstance(f, Lacking):
        return Icc(value, f, df1, df2, f), Icc(value_k, f, df1, df2, f)
    bounds = (f * f_quantile(alpha / 2, df2, df1), f * f_quantile(1 - alpha / 2, df2, df1))
    interval = Interval(*((bound - 1) / (bound + k - 1) for bound in bounds))
    interval_k = Interval(*(1 - 1 / bound for bound in bounds)) if f else NO_VARIANCE
    return Icc(value, f, df1, df2, interval), Icc(value_k, f, df1, df2, interval_k)


def _crossed(ms: MeanSquares, alpha: float) -> tuple[Icc, Icc]:
    """Form A: single, and mean of k."""
    n, k = ms.n, ms.k
    df1, df2, f = n - 1, (n - 1) * (k - 1), _f(ms, ms.error)
    value = _share(ms.targets - ms.error, ms.targets + (k - 1) * ms.error + k * (ms.raters - ms.error) / n)
    value_k = _share(ms.targets - ms.error, ms.targets + (ms.raters - ms.error) / n)
    if isinstance(f, Lacking) or isinstance(value, Lacking):
        reason = f if isinstance(f, Lacking) else NEGATIVE
        return Icc(value, f, df1, df2, reason), Icc(value_k, f, df1, df2, reason)
    freedom = _satterthwaite(ms, value)
    single = _bounds(ms, freedom, alpha, k * ms.raters + (k * n - k - n) * ms.error)
    mean = _bounds(ms, freedom, alpha, ms.raters - ms.error)
    return Icc(value, f, df1, df2, single), Icc(value_k, f, df1, df2, mean)


def _bounds(ms: MeanSquares, freedom: float, alpha: float, spare: float) -> Interval | Lacking:
    """McGraw and Wong, table 7; `spare` is what the form adds to the targets' mean square below the line."""
    if not freedom:
        return NEGATIVE
    shrunk, grown = (ms.targets * f_quantile(p, freedom, ms.n - 1) for p in (alpha / 2, 1 - alpha / 2))
    low = _share(ms.n * (shrunk - ms.error), spare + ms.n * shrunk)
    high = _share(ms.n * (grown - ms.error), spare + ms.n * grown)
    if isinstance(low, Lacking) or isinstance(high, Lacking):
        return NEGATIVE
    return Interval(low, high)


def _satterthwaite(ms: MeanSquares, rho: float) -> float:
    """The degrees of freedom v of table 7, a and b both times n (1 − ρ): so ρ = 1 divides by nothing.

    0 where the estimated variance is 0 but for rounding, as in a table whose rows and columns have all one mean.
    """
    n, k = ms.n, ms.k
    raters = k * rho * ms.raters / ms.error
    error = n + rho * (k * n - k - n)
    if abs(raters + error) <= _ROUNDING * n:
        return 0.0
    return (raters + error) ** 2 / (raters**2 / (k - 1) + error**2 / ((n - 1) * (k - 1)))


def _f(ms: MeanSquares, noise: float) -> Figure:
    if noise:
        return ms.targets / noise
    return NO_ERROR if ms.targets else NO_VARIANCE


def _share(part: float, whole: float) -> Figure:
    """A share of an estimated variance, which must be above 0."""
    if whole > 0:
        return part / whole
    return NEGATIVE if part else NO_VARIANCE
