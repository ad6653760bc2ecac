"""A measurement as people read it."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.algometry.threshold import Above, Reached, Threshold
from analysis.algometry.verdicts import Missing
from gui.words import countdown
from session.cue import Action
from session.threshold_cue import RampCue


def reading(cue: RampCue) -> str:
    """Which reading this is, and how long the rest lasts."""
    which = "practice" if cue.reading == 0 else f"reading {cue.reading} of {cue.readings}"
    rest = f" · rest, {countdown(cue.left_s)}" if cue.action is Action.REST else ""
    return f"{which}{rest}"


def so_far(readings: Sequence[Threshold]) -> str:
    """What each ramp gave, oldest first; "" before the first."""
    return " · ".join(f"{number}: {_found(each)}" for number, each in enumerate(readings, 1))


def _found(each: Threshold) -> str:
    match each.outcome:
        case Reached(pressure_kpa=kpa):
            found = f"{kpa:.0f} kPa"
        case Above(cap_kpa=kpa):
            found = f"> {kpa:.0f} kPa"
        case Missing(text=text):
            return f"no figure, {text}"
    return found if each.valid else f"{found}, does not count: {'; '.join(verdict.text for verdict in each.verdicts)}"
