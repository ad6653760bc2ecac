"""The regularised incomplete beta function: both tails, and the density that Newton's method needs."""

from __future__ import annotations

from math import exp, lgamma, log, pi, sqrt
from typing import Final, NamedTuple

_TINY: Final = 1e-300
"""Keeps the continued fraction from dividing by zero (Lentz; Thompson and Barnett 1986)."""
_EPSILON: Final = 3e-16
"""A factor of the continued fraction this near to 1 is 1 but for rounding."""
_STIRLING_FROM: Final = 16.0
"""From here on the six terms of Stirling's series are exact to 1e-17."""
_STIRLING: Final = (1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360)
"""Coefficients of n⁻¹, n⁻³, n⁻⁵, … (Abramowitz and Stegun 6.1.41)."""
_SERIES_BELOW: Final = 0.1
"""Nearer to the mean than this share, the deviance by its definition would cancel."""


class Tails(NamedTuple):
    """Of a beta distribution at one place: the two tails and x (1 − x) times its density there."""

    lower: float
    upper: float
    slope: float
    """Derivative of `lower` by the logarithm of the odds x / (1 − x)."""


def beta_tails(a: float, b: float, odds: float) -> Tails:
    """I_x(a, b), its complement and the slope at x = odds / (1 + odds), for a, b, odds > 0.

    Taking the odds keeps the digits of both x and 1 − x. Each tail comes from the continued fraction (DLMF 8.17.22)
    on its own side of the mean, so the smaller one keeps its relative accuracy.
    """
    x, y = odds / (1 + odds), 1 / (1 + odds)
    slope = _power(a, b, x, y)
    if x < (a + 1) / (a + b + 2):
        lower = slope * _fraction(a, b, x, y)
        return Tails(lower, 1 - lower, slope)
    upper = slope * _fraction(b, a, y, x)
    return Tails(1 - upper, upper, slope)


def _power(a: float, b: float, x: float, y: float) -> float:
    """xᵃ yᵇ / B(a, b) by the saddle point (Loader 2000), which large a and b do not spoil."""
    n = a + b
    stirling = _stirling(n) - _stirling(a) - _stirling(b)
    return sqrt(a * b / (2 * pi * n)) * exp(stirling - _deviance(a, n * x) - _deviance(b, n * y))


def _stirling(n: float) -> float:
    """What Stirling's formula leaves of log Γ(n + 1): log Γ(n + 1) − (n + ½) log n + n − ½ log 2π."""
    if n < _STIRLING_FROM:
        return lgamma(n + 1) - (n + 0.5) * log(n) + n - 0.5 * log(2 * pi)
    inverse_square = 1 / (n * n)
    total = 0.0
    for coefficient in reversed(_STIRLING):
        total = total * inverse_square + coefficient
    return total / n


def _deviance(n: float, mean: float) -> float:
    """N log(n / mean) + mean − n, by its series where both are near each other."""
    v = (n - mean) / (n + mean)
    if abs(v) >= _SERIES_BELOW:
        return n * log(n / mean) + mean - n
    total, term, j = (n - mean) * v, 2 * n * v, 0
    while True:
        j += 1
        term *= v * v
        summed = total + term / (2 * j + 1)
        if summed == total:
            return total
        total = summed


def _fraction(a: float, b: float, x: float, y: float) -> float:
    """I_x(a, b) / (xᵃ yᵇ / B(a, b)), by the modified method of Lentz.

    The even part of the continued fraction (DiDonato and Morris 1992, eq. 9): it has a y − b x as a whole, which is
    exact near the mean.
    """
    ahead = a * y - b * x + 1
    value = c = _nonzero(a * ahead / (a + 1))
    d, m = 0.0, 0
    while True:
        m += 1
        cross, middle = m * (b - m) * x, a + 2 * m
        above = (a + m - 1) * (a + b + m - 1) * cross * x / (middle - 1) ** 2
        below = m + cross / (middle - 1) + (a + m) * (ahead + m * (1 + y)) / (middle + 1)
        c, d = _nonzero(below + above / c), 1 / _nonzero(below + above * d)
        value *= c * d
        if abs(c * d - 1) <= _EPSILON:
            return 1 / value


def _nonzero(number: float) -> float:
    return number if abs(number) > _TINY else _TINY
