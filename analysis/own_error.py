"""How much a person's own results differ from day to day: what a change has to be to mean something."""

from __future__ import annotations

from math import fsum, sqrt
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.agreement import MDC95_PER_SEM
from analysis.anova import mean_squares
from analysis.lacking import Figure, Lack, Lacking
from analysis.quantiles import t_quantile

LEVEL: Final = 0.95
"""Of the confidence intervals."""


class Errors(NamedTuple):
    """Of several trials at a target, in any unit (Schmidt and Lee): where the mean lies, and how far they spread."""

    n: int
    constant: float
    """Mean error: positive is too hard."""
    absolute: float
    """Mean of the errors' sizes."""
    variable: Figure
    """Standard deviation of the errors, divisor n − 1."""
    mean_low: Figure
    """Lower bound of the mean error's confidence interval (Student)."""
    mean_high: Figure


class OwnError(NamedTuple):
    """Of the mean over the trials of one session."""

    sem: float
    """Standard error of such a mean, days counted in."""
    mdc95: float
    """A change of it below this may be error alone."""


def errors(values: NDArray[np.float64]) -> Errors | Lacking:
    """Of the errors of one session, `[n]` in any unit, at least one."""
    n = len(values)
    if not n:
        return Lacking(Lack.FEW_TARGETS, "there is no trial")
    mean = fsum(values) / n
    absolute = fsum(np.abs(values)) / n
    if n == 1:
        why = Lacking(Lack.FEW_TARGETS, "one trial has no spread")
        return Errors(n, mean, absolute, why, why, why)
    sd = sqrt(fsum((values - mean) ** 2) / (n - 1))
    reach = t_quantile((1 + LEVEL) / 2, n - 1) * sd / sqrt(n)
    return Errors(n, mean, absolute, sd, mean - reach, mean + reach)


def apart(one: Errors, other: Errors) -> bool:
    """Whether two people's means differ by more than their spread explains, at 5 %; False where nothing is known of it.

    Student's test of two samples that spread alike, n − 1 degrees of freedom from each.
    """
    if isinstance(one.variable, Lacking) or isinstance(other.variable, Lacking):
        return False
    freedom = one.n + other.n - 2
    variance = ((one.n - 1) * one.variable**2 + (other.n - 1) * other.variable**2) / freedom
    reach = t_quantile((1 + LEVEL) / 2, freedom) * sqrt(variance * (1 / one.n + 1 / other.n))
    return abs(one.constant - other.constant) > reach


def own_error(table: NDArray[np.float64]) -> OwnError | Lacking:
    """From a baseline `[n, k]`: the same n trials on k days; at least two of each.

    Two-way analysis of variance: the variance of a day's mean over n trials is that of the days, max(0, (MSC − MSE)/n),
    and MSE/n; so max(MSC, MSE)/n. With two days the first of these is known poorly.
    """
    ms = mean_squares(table)
    if isinstance(ms, Lacking):
        return ms
    sem = sqrt(max(ms.raters, ms.error) / ms.n)
    return OwnError(sem, MDC95_PER_SEM * sem)
