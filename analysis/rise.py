"""How the hand came: the rate of the rise, and how close it kept to the one that was prescribed."""

from __future__ import annotations

from math import sqrt
from typing import Final, NamedTuple

import numpy as np

from analysis.contact import Contact, Edge
from analysis.crossing import HIGH, LOW, Crossing, elapsed_s
from analysis.doses import NO_AREA, pressure_kpa
from analysis.hold import Code, Metric, Missing
from analysis.plateau import Settled
from analysis.settings import Settings
from analysis.tape import Stretch
from protocol.blocks import SampleBlock
from protocol.sentence import Sentence

NO_RAMP: Final = Missing(Code.NO_RAMP, Sentence("no rate of the rise was prescribed"))


class Rise(NamedTuple):
    """From a tenth to nine tenths of the settled level."""

    rise_n_per_s: Metric
    rise_kpa_per_s: Metric
    ramp_error_percent: Metric


def rise(stretch: Stretch, contact: Contact, part: Settled | Missing) -> Rise:
    """Measure how a hold began."""
    settings = contact.start.settings
    crossings = part if isinstance(part, Missing) else _crossings(stretch, contact, part.level_n)
    if isinstance(crossings, Missing):
        return Rise(crossings, _without_area(settings) or crossings, _without_ramp(settings) or crossings)
    low, high = crossings
    time_s = elapsed_s(stretch, low, high)
    if isinstance(time_s, Missing):
        return Rise(time_s, _without_area(settings) or time_s, _without_ramp(settings) or time_s)
    rise_n_per_s = (high.level_n - low.level_n) / time_s
    return Rise(
        rise_n_per_s,
        NO_AREA if settings.area_cm2 is None else pressure_kpa(rise_n_per_s, settings.area_cm2),
        _ramp_error_percent(stretch.readings[low.position : high.position], high.level_n - low.level_n, settings),
    )


def _without_area(settings: Settings) -> Missing | None:
    return NO_AREA if settings.area_cm2 is None else None


def _without_ramp(settings: Settings) -> Missing | None:
    prescribed = _prescribed_n_per_s(settings)
    return prescribed if isinstance(prescribed, Missing) else None


def _prescribed_n_per_s(settings: Settings) -> Metric:
    if settings.ramp_n_per_s is not None:
        return settings.ramp_n_per_s
    return NO_RAMP if settings.ramp_kpa_per_s is None else NO_AREA


def _crossings(stretch: Stretch, contact: Contact, level_n: float) -> tuple[Crossing, Crossing] | Missing:
    """The first upward crossings of both shares of the level."""
    if contact.start.edge is not Edge.FORCE:
        return Missing(Code(contact.start.edge.value), Sentence("the beginning of the contact was not recorded"))
    force_n, first = stretch.readings.force_n, stretch.first
    before = np.flatnonzero(force_n[:first] < LOW * level_n)
    if force_n[first] < LOW * level_n:
        low = first + int(np.argmax(force_n[first:] >= LOW * level_n))
    elif len(before):
        low = int(before[-1]) + 1
    else:
        return Missing(
            Code.NOT_REACHED, Sentence("no reading of the 0.5 s before the contact is below a tenth of the plateau")
        )
    high = low + int(np.argmax(force_n[low:] >= HIGH * level_n))
    return Crossing(low, LOW * level_n), Crossing(high, HIGH * level_n)


def _ramp_error_percent(readings: SampleBlock, step_n: float, settings: Settings) -> Metric:
    """RMS distance of the readings from the nearest line of the prescribed rate, in percent of the rise.

    0 for a straight rise at that rate; |r/r₀ − 1| × 28.9 % of it for a straight one at another rate r.
    """
    prescribed_n_per_s = _prescribed_n_per_s(settings)
    if isinstance(prescribed_n_per_s, Missing):
        return prescribed_n_per_s
    if len(readings) < 3:
        return Missing(Code.TOO_SLOW, Sentence("fewer than three readings lie on the rise"))
    time_s = (readings.time_us - readings.time_us[0]) / 1e6
    rest_n = readings.force_n - prescribed_n_per_s * time_s
    rest_n -= rest_n.mean()
    return 100 * sqrt((rest_n * rest_n).mean()) / step_n
