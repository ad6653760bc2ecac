"""How far two methods or two days lie apart, pair by pair (Bland and Altman 1986, 1999)."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Final

import numpy as np
from numpy.typing import NDArray

from analysis.lacking import Figure, Interval, Lack, Lacking, gap_in, squares
from analysis.quantiles import t_quantile, t_two_sided

LIMIT_SDS: Final = 1.96
"""Limits of agreement: 95 % of normal differences lie between them."""


@dataclass(frozen=True, slots=True)
class BlandAltman:
    """Differences are first minus second, all in the unit of the scores but for the slope."""

    pairs: int
    level: float
    bias: float
    sd: float
    """Of the differences, divisor n − 1."""
    low_limit: float
    high_limit: float
    bias_interval: Interval
    """Exact for normal differences (t)."""
    low_limit_interval: Interval
    """Approximate: SE² = SD² (1/n + 1.96² / (2 (n − 1))) (Bland and Altman 1999)."""
    high_limit_interval: Interval
    slope: Figure
    """Of the differences over the pairs' means, least squares: a bias that grows with the size."""
    slope_p: Figure
    """Two-sided, of the test that there is no such slope."""


def bland_altman(first: NDArray[np.float64], second: NDArray[np.float64], level: float = 0.95) -> BlandAltman | Lacking:
    """Of two arrays `[n]` of the same unit, paired by position.

    Raises `ValueError` when they are not two such arrays or the level is not between 0 and 1.
    """
    if not 0 < level < 1:
        raise ValueError(f"a confidence level lies between 0 and 1, not at {level}")
    if first.ndim != 1 or first.shape != second.shape:
        raise ValueError("the pairs must be two lists of the same length")
    pairs = np.stack([first, second], axis=1)
    if len(pairs) < 2:
        return Lacking(Lack.FEW_PAIRS, f"limits of agreement need at least 2 pairs, not {len(pairs)}")
    return gap_in(pairs) or _compare(pairs, level)


def _compare(pairs: NDArray[np.float64], level: float) -> BlandAltman:
    n, scale = len(pairs), float(np.max(np.abs(pairs)))
    differences = pairs[:, 0] - pairs[:, 1]
    bias = float(differences.mean())
    sd = sqrt(squares(differences - bias, scale) / (n - 1))
    t = t_quantile((1 + level) / 2, n - 1)
    of_bias, of_limit = t * sd / sqrt(n), t * sd * sqrt(1 / n + LIMIT_SDS**2 / (2 * (n - 1)))
    low, high = bias - LIMIT_SDS * sd, bias + LIMIT_SDS * sd
    slope, slope_p = _slope(pairs.mean(1), differences, scale)
    return BlandAltman(
        pairs=n,
        level=level,
        bias=bias,
        sd=sd,
        low_limit=low,
        high_limit=high,
        bias_interval=_around(bias, of_bias),
        low_limit_interval=_around(low, of_limit),
        high_limit_interval=_around(high, of_limit),
        slope=slope,
        slope_p=slope_p,
    )


def _around(centre: float, half: float) -> Interval:
    return Interval(centre - half, centre + half)


def _slope(means: NDArray[np.float64], differences: NDArray[np.float64], scale: float) -> tuple[Figure, Figure]:
    x, y = means - means.mean(), differences - differences.mean()
    spread = squares(x, scale)
    if not spread:
        reason = Lacking(Lack.NO_VARIANCE, "all pairs have the same mean")
        return reason, reason
    slope = float(np.sum(x * y)) / spread
    left, df = squares(y - slope * x, scale), len(x) - 2
    if not df:
        return slope, Lacking(Lack.FEW_PAIRS, "a test of the slope needs at least 3 pairs")
    if not left:
        return slope, Lacking(Lack.NO_ERROR, "the differences lie on a line to the last digit")
    return slope, t_two_sided(slope / sqrt(left / df / spread), df)
