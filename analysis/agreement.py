"""How well measurements of the same targets repeat: the figures of docs/repeatability.md."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.anova import MeanSquares, mean_squares
from analysis.icc import Iccs, iccs
from analysis.lacking import Figure, Lack, Lacking, squares

MDC95_PER_SEM: Final = 1.96 * sqrt(2)
"""The difference of two measurements has √2 times the error of one (Weir 2005)."""


class MeasurementError(NamedTuple):
    """Standard errors of one measurement, in the unit of the scores, and the changes that they can feign."""

    sem_consistency: float
    """√MS_E: with the same rater both times, or rank order alone."""
    sem_agreement: float
    """√(MS_E + variance of the raters): when another rater, or another day, may measure next."""
    sem_within: float
    """√MS_W: the spread of one target's measurements."""
    mdc95_consistency: float
    mdc95_agreement: float
    mdc95_within: float
    raters_clipped: bool
    """The variance of the raters came out negative and counts as 0 in `sem_agreement`."""


class Spread(NamedTuple):
    """How far the raters' means lie apart."""

    sd: float
    """Of the k means, divisor k − 1."""
    cv_percent: Figure
    """100 × SD / |mean of all|."""
    between_to_within: Figure
    """SD of the means / root mean variance of one rater's scores over the targets."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """All figures of one table; `level` is the confidence of the intervals."""

    level: float
    mean_squares: MeanSquares
    iccs: Iccs
    error: MeasurementError
    raters: Spread


def agreement(scores: NDArray[np.float64], level: float = 0.95) -> Agreement | Lacking:
    """Of a complete table `[n, k]`: n targets by k raters, sessions or days, in any unit.

    Raises `ValueError` when the array is no table or the level not between 0 and 1. Nothing is filled in: a cell
    without a number leaves no figure at all, and the reason names it.
    """
    if not 0 < level < 1:
        raise ValueError(f"a confidence level lies between 0 and 1, not at {level}")
    ms = mean_squares(scores)
    if isinstance(ms, Lacking):
        return ms
    return Agreement(level, ms, iccs(ms, level), measurement_error(ms), _spread(scores))


def measurement_error(ms: MeanSquares) -> MeasurementError:
    """Standard errors and minimal detectable changes from the mean squares."""
    raters = (ms.raters - ms.error) / ms.n
    consistency, absolute, within = sqrt(ms.error), sqrt(ms.error + max(raters, 0.0)), sqrt(ms.within)
    return MeasurementError(
        sem_consistency=consistency,
        sem_agreement=absolute,
        sem_within=within,
        mdc95_consistency=MDC95_PER_SEM * consistency,
        mdc95_agreement=MDC95_PER_SEM * absolute,
        mdc95_within=MDC95_PER_SEM * within,
        raters_clipped=raters < 0,
    )


def _spread(scores: NDArray[np.float64]) -> Spread:
    n, k = scores.shape
    scale = float(np.max(np.abs(scores)))
    means = scores.mean(0)
    sd = sqrt(squares(means - means.mean(), scale) / (k - 1))
    within = sqrt(squares(scores - means, scale) / (k * (n - 1)))
    return Spread(sd, _cv_percent(sd, means, scale), _ratio(sd, within))


def _cv_percent(sd: float, means: NDArray[np.float64], scale: float) -> Figure:
    mean = float(means.mean())
    if not squares(np.array([mean]), scale):
        return Lacking(Lack.ZERO_MEAN, "the mean of all scores is 0: a share of it says nothing")
    return 100 * sd / abs(mean)


def _ratio(sd: float, within: float) -> Figure:
    if not within:
        return Lacking(Lack.NO_VARIANCE, "no rater's scores differ between the targets")
    return sd / within
