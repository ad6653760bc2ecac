"""A measurement as people read it."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.algometry.threshold import Above, Reached, Threshold
from analysis.algometry.verdicts import Missing
from gui.tongue import say
from gui.words import countdown
from session.cue import Action
from session.threshold_cue import RampCue


def reading(cue: RampCue) -> str:
    """Which reading this is, and how long the rest lasts."""
    which = (
        say("reading {reading} of {readings}", reading=cue.reading, readings=cue.readings)
        if cue.reading
        else say("practice")
    )
    return (
        say("{which} · rest, {left}", which=which, left=countdown(cue.left_s)) if cue.action is Action.REST else which
    )


def so_far(readings: Sequence[Threshold]) -> str:
    """What each ramp gave, oldest first; "" before the first."""
    return " · ".join(f"{number}: {_found(each)}" for number, each in enumerate(readings, 1))


def _found(each: Threshold) -> str:
    match each.outcome:
        case Reached(pressure_kpa=kpa):
            found = say("{kpa:.0f} kPa", kpa=kpa)
        case Above(cap_kpa=kpa):
            found = say("> {kpa:.0f} kPa", kpa=kpa)
        case Missing(text=text):
            return say("no figure, {why}", why=say(text))
    why = "; ".join(say(verdict.text) for verdict in each.verdicts)
    return found if each.valid else say("{found}, does not count: {why}", found=found, why=why)
