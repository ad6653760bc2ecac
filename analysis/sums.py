"""What a hold adds up to: mean, dose with its bounds, time in the band, overshoot."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from analysis.doses import dose, pressure_kpa
from analysis.hold import Code, Metric, Missing
from analysis.settings import Settings
from analysis.tally import Tally
from protocol.blocks import SATURATED, SampleBlock

NO_AREA = Missing(Code.NO_AREA, "the area of the tip is not known")


class Sums(NamedTuple):
    """Mean, dose, band and target."""

    mean_n: Metric
    mean_kpa: Metric
    dose_kpa_s: Metric
    dose_low_kpa_s: Metric
    dose_high_kpa_s: Metric
    in_band_s: Metric
    overshoot_percent: Metric


def sums(hold: SampleBlock, tally: Tally, settings: Settings) -> Sums:
    """Read off a hold's tally, with the reasons for what it does not hold."""
    mean_n = _mean_n(hold, tally)
    measured_kpa_s = dose(tally, settings).measured_kpa_s
    dose_kpa_s = NO_AREA if measured_kpa_s is None else measured_kpa_s
    return Sums(
        mean_n=mean_n,
        mean_kpa=_mean_kpa(mean_n, settings),
        dose_kpa_s=dose_kpa_s,
        dose_low_kpa_s=dose_kpa_s,
        dose_high_kpa_s=_dose_high_kpa_s(hold, tally, settings),
        in_band_s=_in_band_s(tally, settings),
        overshoot_percent=_overshoot_percent(tally, settings),
    )


def saturated(hold: SampleBlock) -> bool:
    """Whether the true force lay beyond a reading."""
    return bool(np.any(hold.flags & SATURATED))


def _mean_n(hold: SampleBlock, tally: Tally) -> Metric:
    measured_us = int(hold.time_us[-1] - hold.time_us[0]) - tally.gap_us
    if not measured_us:
        return Missing(Code.TOO_SHORT, "no two neighbouring readings lie in the hold")
    return tally.impulse_n_s * 1e6 / measured_us


def _mean_kpa(mean_n: Metric, settings: Settings) -> Metric:
    if settings.area_cm2 is None:
        return NO_AREA
    return mean_n if isinstance(mean_n, Missing) else pressure_kpa(mean_n, settings.area_cm2)


def _dose_high_kpa_s(hold: SampleBlock, tally: Tally, settings: Settings) -> Metric:
    if settings.area_cm2 is None:
        return NO_AREA
    if saturated(hold):
        return Missing(Code.SATURATED, "the force left the sensor's range: there is no upper bound")
    high_kpa_s = dose(tally, settings).high_kpa_s
    if high_kpa_s is None:
        return Missing(Code.NO_FULL_SCALE, "readings are missing and the sensor's full scale is not known")
    return high_kpa_s


def _in_band_s(tally: Tally, settings: Settings) -> Metric:
    if settings.band is None:
        return Missing(Code.NO_TARGET, "no target band was set")
    return tally.in_band_s


def _overshoot_percent(tally: Tally, settings: Settings) -> Metric:
    if settings.target_n is None:
        return Missing(Code.NO_TARGET, "no target force was set")
    return 100 * (tally.peak_n - settings.target_n) / settings.target_n
