"""What a hold adds up to: mean, dose with its bounds, time in the band, overshoot."""

from __future__ import annotations

from typing import Final, NamedTuple

from analysis.contact import Contact
from analysis.doses import NO_AREA, dose, pressure_kpa
from analysis.hold import Code, Metric, Missing
from analysis.settings import Settings
from analysis.steadiness import NO_TARGET
from analysis.tally import Tally, over_cap_peak_n
from protocol.sentence import Sentence

NO_BAND: Final = Missing(Code.NO_TARGET, Sentence("no target band was set"))


class Sums(NamedTuple):
    """Mean, dose, band and target."""

    mean_n: Metric
    mean_kpa: Metric
    dose_kpa_s: Metric
    dose_low_kpa_s: Metric
    dose_high_kpa_s: Metric
    dose_ppt_s: Metric
    in_band_s: Metric
    in_band_longest_s: Metric
    overshoot_percent: Metric


class OverCap(NamedTuple):
    """What was pressed above the cap; None without one."""

    over_cap_s: float | None
    over_cap_n_s: float | None
    """The area between the force and the cap."""
    over_cap_kpa_s: float | None
    """The same as a dose; None also without an area."""
    over_cap_peak_n: float | None
    """None also when the cap was never exceeded."""
    over_cap_peak_kpa: float | None
    """None also without an area."""


def over_cap(contact: Contact) -> OverCap:
    """Read off a hold's tally what was above the cap."""
    tally, settings = contact.tally, contact.start.settings
    peak_n = over_cap_peak_n(tally, settings)
    area_cm2 = settings.area_cm2
    above_n_s = None if settings.cap_n is None else tally.over_cap_n_s
    return OverCap(
        over_cap_s=None if settings.cap_n is None else tally.over_cap_s,
        over_cap_n_s=above_n_s,
        over_cap_kpa_s=_in_kpa(above_n_s, area_cm2),
        over_cap_peak_n=peak_n,
        over_cap_peak_kpa=_in_kpa(peak_n, area_cm2),
    )


def _in_kpa(value_n: float | None, area_cm2: float | None) -> float | None:
    """A force, or a force × time, over the tip's area."""
    return None if value_n is None or area_cm2 is None else pressure_kpa(value_n, area_cm2)


def sums(contact: Contact) -> Sums:
    """Read off a hold's tally, with the reasons for what it does not hold."""
    tally, settings = contact.tally, contact.start.settings
    mean_n = _mean_n(contact)
    measured_kpa_s = dose(tally, settings).measured_kpa_s
    dose_kpa_s = NO_AREA if measured_kpa_s is None else measured_kpa_s
    return Sums(
        mean_n=mean_n,
        mean_kpa=_mean_kpa(mean_n, settings),
        dose_kpa_s=dose_kpa_s,
        dose_low_kpa_s=dose_kpa_s,
        dose_high_kpa_s=_dose_high_kpa_s(tally, settings),
        dose_ppt_s=_dose_ppt_s(measured_kpa_s, settings),
        in_band_s=NO_BAND if settings.band is None else tally.in_band_s,
        in_band_longest_s=NO_BAND if settings.band is None else tally.in_band_longest_s,
        overshoot_percent=_overshoot_percent(tally, settings),
    )


def _mean_n(contact: Contact) -> Metric:
    tally = contact.tally
    measured_us = contact.end.time_us - contact.start.time_us - tally.gap_us
    if not measured_us:
        return Missing(Code.TOO_SHORT, Sentence("no two neighbouring readings lie in the hold"))
    return tally.impulse_n_s * 1e6 / measured_us


def _mean_kpa(mean_n: Metric, settings: Settings) -> Metric:
    if settings.area_cm2 is None:
        return NO_AREA
    return mean_n if isinstance(mean_n, Missing) else pressure_kpa(mean_n, settings.area_cm2)


def _dose_high_kpa_s(tally: Tally, settings: Settings) -> Metric:
    if settings.area_cm2 is None:
        return NO_AREA
    if tally.saturated:
        return Missing(Code.SATURATED, Sentence("the force left the sensor's range: there is no upper bound"))
    high_kpa_s = dose(tally, settings).high_kpa_s
    if high_kpa_s is None:
        return Missing(Code.NO_FULL_SCALE, Sentence("readings are missing and the sensor's full scale is not known"))
    return high_kpa_s


def _dose_ppt_s(measured_kpa_s: float | None, settings: Settings) -> Metric:
    """Seconds at the patient's own pressure pain threshold that give the same dose."""
    if measured_kpa_s is None:
        return NO_AREA
    if settings.ppt_kpa is None:
        return Missing(Code.NO_PPT, Sentence("no pressure pain threshold was given"))
    return measured_kpa_s / settings.ppt_kpa


def _overshoot_percent(tally: Tally, settings: Settings) -> Metric:
    if settings.target_n is None:
        return NO_TARGET
    return 100 * (tally.peak_n - settings.target_n) / settings.target_n
