"""Quantiles and tails of the normal, the t and the F distribution, also for degrees of freedom that are not whole.

Agrees with scipy 1.17 within a relative 1e-12 for degrees of freedom from 0.5 to 1e4; beyond, with exact
arithmetic.
"""

from __future__ import annotations

from math import copysign, exp, inf, log, sqrt
from statistics import NormalDist
from typing import Final

from analysis.beta import Tails, beta_tails

_LOG_ODDS: Final = 690.0
"""Beyond e^±690 a quantile leaves the range of a double."""
_CLOSE: Final = 1e-8
"""A step this short doubles the right digits to all of them: it is the last."""
_STEPS: Final = 100
"""Newton's method takes about 6, bisection down to the last digit 64; whoever needs more is at an end of the range."""


def normal_quantile(p: float) -> float:
    """The z below which a share 0 < p < 1 of the standard normal distribution lies (Wichura 1988, AS 241)."""
    return NormalDist().inv_cdf(_share(p))


def t_quantile(p: float, df: float) -> float:
    """The t below which a share 0 < p < 1 of Student's distribution lies, for `df` > 0."""
    if _share(p) == 0.5:
        return 0.0
    both = 2 * min(p, 1 - p)
    return copysign(sqrt(_f_quantile(1 - both, both, 1.0, _freedom(df))), p - 0.5)


def t_two_sided(t: float, df: float) -> float:
    """The share of Student's distribution that lies at least as far from 0 as `t`."""
    return f_above(t * t, 1.0, df)


def f_quantile(p: float, df1: float, df2: float) -> float:
    """The F below which a share 0 < p < 1 of Fisher's distribution lies; 0 or inf where a double cannot hold it."""
    return _f_quantile(_share(p), 1 - p, _freedom(df1), _freedom(df2))


def f_above(f: float, df1: float, df2: float) -> float:
    """The share of Fisher's distribution that lies above `f` ≥ 0."""
    odds = f * _freedom(df1) / _freedom(df2)
    if odds == 0:
        return 1.0
    return beta_tails(df1 / 2, df2 / 2, odds).upper if odds < exp(_LOG_ODDS) else 0.0


def _f_quantile(lower: float, upper: float, df1: float, df2: float) -> float:
    """Both shares are given, so that none is the difference of 1 and something near it."""
    return _odds(lower, upper, df1 / 2, df2 / 2) * df2 / df1


def _odds(lower: float, upper: float, a: float, b: float) -> float:
    """Newton's method for the logarithm of the odds, inside a bracket that only shrinks."""
    low, high, at = -_LOG_ODDS, _LOG_ODDS, log(a / b)
    for _ in range(_STEPS):
        excess, slope = _excess(lower, upper, beta_tails(a, b, exp(at)))
        step = excess / slope if slope else excess * inf
        if abs(step) <= _CLOSE * max(1.0, abs(at)):
            return exp(at - step)
        low, high = (at, high) if excess < 0 else (low, at)
        at = at - step if low < at - step < high else (low + high) / 2
    return inf if at > 0 else 0.0


def _excess(lower: float, upper: float, tails: Tails) -> tuple[float, float]:
    """How far the odds are too high, in logarithms of the smaller share, and what one unit of log odds adds to it."""
    tail, aim, sign = (tails.lower, lower, 1) if lower <= upper else (tails.upper, upper, -1)
    if tail <= 0:
        return -sign * inf, 1.0
    return sign * log(tail / aim), tails.slope / tail


def _share(p: float) -> float:
    if not 0 < p < 1:
        raise ValueError(f"a share lies between 0 and 1, not at {p}")
    return p


def _freedom(df: float) -> float:
    if not 0 < df < inf:
        raise ValueError(f"degrees of freedom are a number above 0, not {df}")
    return df
