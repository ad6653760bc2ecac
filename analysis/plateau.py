"""The steady part of a hold: level, steadiness, drift, tremor, relaxation."""

from __future__ import annotations

from math import sqrt
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.hold import Code, Metric, Missing
from analysis.settings import Settings
from analysis.window import between, mean_n, missing_us, window_mean_n
from protocol.blocks import SampleBlock

TRIM_US: Final = 500_000
"""Left out at each end of the plateau: the hand is still arriving or already leaving."""

MIN_SETTLED_US: Final = 2_000_000
"""Eight periods of the slowest tremor; below it a slope or a spread says more about chance than about the hand."""

TREMOR_HZ: Final = (4.0, 12.0)
"""Where the tremor of a hand is found; below it is correction by eye, above it noise."""


class Plateau(NamedTuple):
    """First and last reading at 90 % of the hold's median force or more."""

    start_us: int
    end_us: int


class Settled(NamedTuple):
    """The plateau without its ends: at least 2 s of readings, and their mean."""

    readings: SampleBlock
    level_n: float


class Steadiness(NamedTuple):
    """How evenly the hand pressed."""

    cv_percent: Metric
    drift_n_per_s: Metric
    tremor_n_rms: Metric


def plateau(hold: SampleBlock) -> Plateau:
    """Find the plateau of a hold's readings, at least one, in exact integers."""
    middle = [(len(hold) - 1) // 2, len(hold) // 2]
    twice_median_q = int(np.partition(hold.force_q, middle)[middle].sum(dtype=np.int64))
    high = np.flatnonzero(20 * hold.force_q.astype(np.int64) >= 9 * twice_median_q)
    return Plateau(int(hold.time_us[high[0]]), int(hold.time_us[high[-1]]))


def settled(hold: SampleBlock, flat: Plateau) -> Settled | Missing:
    """The settled part of a hold."""
    begin_us, end_us = flat.start_us + TRIM_US, flat.end_us - TRIM_US
    if end_us - begin_us < MIN_SETTLED_US:
        return Missing(Code.TOO_SHORT, "the plateau is shorter than 3 s")
    if end_us - begin_us - missing_us(hold, begin_us, end_us) < MIN_SETTLED_US:
        return Missing(Code.GAP, "readings are missing: less than 2 s of the settled plateau are left")
    readings = between(hold, begin_us, end_us)
    if len(readings) < 3 or readings.time_us[0] == readings.time_us[-1]:
        return Missing(Code.TOO_SLOW, "fewer than three readings lie in the settled plateau")
    level_n = mean_n(readings)
    if level_n <= 0:
        return Missing(Code.NO_PLATEAU, "the force came and went: its level is not above zero")
    return Settled(readings, level_n)


def steadiness(part: Settled | Missing, settings: Settings) -> Steadiness:
    """Straight line through the settled part and what is left over."""
    if isinstance(part, Missing):
        return Steadiness(part, part, part)
    time_s = (part.readings.time_us - part.readings.time_us[0]) / 1e6
    time_s -= time_s.mean()
    force_n = part.readings.force_n - part.level_n
    slope_n_per_s = float((time_s * force_n).sum() / (time_s * time_s).sum())
    rest_n = force_n - slope_n_per_s * time_s
    spread_n = sqrt((rest_n * rest_n).mean())
    tremor = _tremor(part.readings, rest_n, settings)
    return Steadiness(100 * spread_n / part.level_n, slope_n_per_s, tremor)


def relaxation_30s_percent(hold: SampleBlock, flat: Plateau) -> Metric:
    """Loss of force from the first to the thirtieth second of the plateau, in percent of the first."""
    if hold.time_us[-1] < flat.start_us + 30_000_000:
        return Missing(Code.TOO_SHORT, "the hold ends less than 30 s after its plateau began")
    early = window_mean_n(hold, flat.start_us + 500_000, flat.start_us + 1_500_000)
    late = window_mean_n(hold, flat.start_us + 27_000_000, flat.start_us + 30_000_000)
    if isinstance(early, Missing):
        return early
    if isinstance(late, Missing):
        return late
    if early <= 0:
        return Missing(Code.NO_PLATEAU, "the force came and went: its level is not above zero")
    return 100 * (1 - late / early)


def _tremor(readings: SampleBlock, rest_n: NDArray[np.float64], settings: Settings) -> Metric:
    if not settings.fast:
        return Missing(Code.BELOW_50_HZ, "tremor needs 50 readings a second")
    if np.any(np.diff(readings.index) != 1):
        return Missing(Code.GAP, "readings are missing in the settled plateau")
    return band_rms(rest_n, settings.period_us / 1e6)


def band_rms(rest_n: NDArray[np.float64], period_s: float) -> float:
    """RMS of the part between 4 and 12 Hz of evenly spaced values around 0.

    Power spectrum under a Hann window, summed over the band (Parseval). The window keeps slow swaying from leaking
    into the band; the gain for a steady tremor inside the band is 1.
    """
    window = np.hanning(len(rest_n))
    power = np.abs(np.fft.rfft(rest_n * window)) ** 2
    frequency_hz = np.fft.rfftfreq(len(rest_n), period_s)
    inside = (frequency_hz >= TREMOR_HZ[0]) & (frequency_hz <= TREMOR_HZ[1])
    return sqrt(2 * power[inside].sum() / (len(rest_n) * (window * window).sum()))
