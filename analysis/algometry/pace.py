"""How fast a force rises, compared with what is prescribed."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

import numpy as np

from analysis.algometry.settings import RampSettings
from analysis.algometry.verdicts import Missing, Reason
from protocol.blocks import GRID_PER_N, SampleBlock
from protocol.sentence import Sentence

WINDOW_US: Final = 500_000
"""The least-squares slope over it has gain 3 (sin x - x cos x) / x³ with x = π f · 0.5 s: -3 dB at 1.15 Hz, at most
0.013 from 10 Hz on (a hand's tremor), and it is 0.25 s old."""
SHORTEST_US: Final = 250_000
"""Half a window: before it no rate is told."""
FEWEST: Final = 5
"""Readings; fewer show the noise of single ones."""
SLOWEST, FASTEST = 0.7, 1.4
"""Accepted share of the prescribed rate; *assumed*. A higher rate gives a higher threshold (Ylinen 2007)."""


class Pace(StrEnum):
    """How fast the hand presses."""

    TOO_SLOW = "too slow"
    RIGHT = "right"
    TOO_FAST = "too fast"


class Rate(NamedTuple):
    """A rate of rise."""

    kpa_per_s: float
    ratio: float
    """To the prescribed one."""
    pace: Pace


def judged(rate_kpa_per_s: float, settings: RampSettings) -> Rate:
    """A rate beside the prescribed one; 0.7 and 1.4 times are still right."""
    ratio = rate_kpa_per_s / settings.rate_kpa_per_s
    pace = Pace.TOO_SLOW if ratio < SLOWEST else Pace.TOO_FAST if ratio > FASTEST else Pace.RIGHT
    return Rate(rate_kpa_per_s, ratio, pace)


def present_rate(readings: SampleBlock, settings: RampSettings) -> Rate | Missing:
    """The rate over `readings`, at least one: those of the last `WINDOW_US` that belong to the ramp.

    Missing readings are left out; a line through the others is still a line through measured points.
    """
    if not lasts(readings):
        return Missing(Reason.TOO_SHORT, Sentence("a rate needs a quarter of a second of readings"))
    return judged(settings.kpa(slope_n_per_s(readings)), settings)


def lasts(readings: SampleBlock) -> bool:
    """Whether there is enough of these readings for a rate."""
    return len(readings) >= FEWEST and bool(readings.time_us[-1] - readings.time_us[0] >= SHORTEST_US)


def slope_n_per_s(readings: SampleBlock) -> float:
    """Least-squares slope through readings of at least two different times; sums are exact integers."""
    time_us, force_q = readings.time_us - readings.time_us[-1], readings.force_q.astype(np.int64)
    n, time_sum, force_sum = len(readings), int(time_us.sum()), int(force_q.sum())
    product = n * int((time_us * force_q).sum()) - time_sum * force_sum
    spread = n * int((time_us * time_us).sum()) - time_sum * time_sum
    return product / spread * 1e6 / GRID_PER_N
