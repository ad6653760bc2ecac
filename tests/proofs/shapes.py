"""Presses whose every figure is known in closed form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import acos, cos, log, pi, sin
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

ON_N: Final = 2.0
OFF_N: Final = 1.0
"""Contact as the contract has it by default."""

Curve = Callable[[NDArray[np.float64]], NDArray[np.float64]]


@dataclass(frozen=True, slots=True)
class Flank:
    """A way from no force to all of it: share of the level at a time from 0 to `lasts_s`.

    `share`, its integral from 0, and its inverse; a fall is the same backwards in force: 1 − share for straight and
    cosine flanks, and e^(−t/τ) for the exponential, of which the rise is the mirror image in force too.
    """

    name: str
    lasts_s: float
    share: Curve
    integral_s: Callable[[float], float]
    reached_s: Callable[[float], float]


def straight(lasts_s: float) -> Flank:
    """A line."""
    return Flank(
        "linear",
        lasts_s,
        lambda t_s: t_s / lasts_s,
        lambda t_s: t_s * t_s / (2 * lasts_s),
        lambda share: share * lasts_s,
    )


def cosine(lasts_s: float) -> Flank:
    """Half a period of a cosine."""
    w = pi / lasts_s
    return Flank(
        "cosine",
        lasts_s,
        lambda t_s: (1 - np.cos(w * t_s)) / 2,
        lambda t_s: t_s / 2 - sin(w * t_s) / (2 * w),
        lambda share: acos(1 - 2 * share) / w,
    )


def exponential(tau_s: float) -> Flank:
    """1 − e^(−t/τ) for twelve τ: what is left then, 6 millionths, is below every figure here."""
    return Flank(
        "exponential",
        12 * tau_s,
        lambda t_s: -np.expm1(-t_s / tau_s),
        lambda t_s: t_s + tau_s * float(np.expm1(-t_s / tau_s)),
        lambda share: -tau_s * log(1 - share),
    )


def of_fall(name: str, fall_s: float) -> Flank:
    """The flank whose way between nine tenths and one tenth takes `fall_s`."""
    match name:
        case "linear":
            return straight(fall_s / 0.8)
        case "cosine":
            return cosine(fall_s * pi / (acos(-0.8) - acos(0.8)))
        case _:
            return exponential(fall_s / log(9))


class Truth(NamedTuple):
    """Closed form."""

    start_s: float
    end_s: float
    impulse_n_s: float
    fall_s: float
    rise_n_per_s: float
    cv_percent: float
    drift_n_per_s: float
    tremor_n: float


@dataclass(frozen=True, slots=True)
class Press:
    """Nothing, a rise, a plateau with a slope and a sine of whole periods, a fall, nothing."""

    level_n: float
    rise: Flank
    plateau_s: float
    fall: Flank
    slope_n_per_s: float = 0.0
    sine_n: float = 0.0
    sine_hz: float = 8.0
    rest_s: float = 1.0

    @property
    def lasts_s(self) -> float:
        """With a rest before and after."""
        return 2 * self.rest_s + self.rise.lasts_s + self.plateau_s + self.fall.lasts_s

    @property
    def top_n(self) -> float:
        """Where the fall begins."""
        return self.level_n + self.slope_n_per_s * self.plateau_s

    def force_n(self, t_s: NDArray[np.float64]) -> NDArray[np.float64]:
        """The force at any time."""
        up_s = t_s - self.rest_s
        flat_s = up_s - self.rise.lasts_s
        down_s = flat_s - self.plateau_s
        plateau_n = self.level_n + self.slope_n_per_s * flat_s + self.sine_n * np.sin(2 * np.pi * self.sine_hz * flat_s)
        pieces = [(up_s >= 0) & (flat_s < 0), (flat_s >= 0) & (down_s < 0), down_s >= 0]
        rise_n = self.level_n * self.rise.share(np.clip(up_s, 0, self.rise.lasts_s))
        left = 1 - self.fall.share(np.clip(down_s, 0, self.fall.lasts_s))
        fall_n = np.where(down_s < self.fall.lasts_s, self.top_n * left, 0.0)
        return np.select(pieces, [rise_n, plateau_n, fall_n], 0.0)

    def truth(self) -> Truth:
        """Of the continuous force, from the crossing of *on* to that of *off*; without sine or slope for the fall."""
        on_s, off_s = self.rise.reached_s(ON_N / self.level_n), self.fall.reached_s(1 - OFF_N / self.top_n)
        flat_s = self.rest_s + self.rise.lasts_s
        impulse_n_s = (
            self.level_n * (self.rise.integral_s(self.rise.lasts_s) - self.rise.integral_s(on_s))
            + self.level_n * self.plateau_s
            + self.slope_n_per_s * self.plateau_s**2 / 2
            + self.sine_n * (1 - cos(2 * pi * self.sine_hz * self.plateau_s)) / (2 * pi * self.sine_hz)
            + self.top_n * (off_s - self.fall.integral_s(off_s))
        )
        return Truth(
            start_s=self.rest_s + on_s,
            end_s=flat_s + self.plateau_s + off_s,
            impulse_n_s=impulse_n_s,
            fall_s=self.fall.reached_s(0.9) - self.fall.reached_s(0.1),
            rise_n_per_s=0.8 * self.level_n / (self.rise.reached_s(0.9) - self.rise.reached_s(0.1)),
            cv_percent=100 * self.sine_n / 2**0.5 / self.level_n,
            drift_n_per_s=self.slope_n_per_s,
            tremor_n=self.sine_n / 2**0.5,
        )
