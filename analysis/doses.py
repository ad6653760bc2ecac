"""Pressure × time and its bounds."""

from __future__ import annotations

from typing import Final, NamedTuple

from analysis.hold import Code, Missing
from analysis.settings import KPA_PER_N_PER_CM2, Settings
from analysis.tally import Tally
from protocol.sentence import Sentence

NO_AREA: Final = Missing(Code.NO_AREA, Sentence("the area of the tip is not known"))


class Dose(NamedTuple):
    """kPa·s: what was measured, which is the lower bound too, and the upper bound; None where unknown."""

    measured_kpa_s: float | None
    high_kpa_s: float | None


def pressure_kpa(force_n: float, area_cm2: float) -> float:
    """Mean pressure of a force on an area; kPa·s for N·s."""
    return force_n * KPA_PER_N_PER_CM2 / area_cm2


def dose(tally: Tally, settings: Settings) -> Dose:
    """The dose of a contact; needs the tip's area, and for the bound over a gap the full scale."""
    if settings.area_cm2 is None:
        return Dose(None, None)
    measured_kpa_s = pressure_kpa(tally.impulse_n_s, settings.area_cm2)
    if tally.gap_us + tally.beside_us and settings.full_scale_n is None:
        return Dose(measured_kpa_s, None)
    return Dose(measured_kpa_s, measured_kpa_s + pressure_kpa(tally.hidden_n_s, settings.area_cm2))
