"""What the therapist is told while a threshold is measured, as a value."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple, TypeAlias

from analysis.algometry.pace import Pace
from session.cue import Action, Why


class RampWhy(StrEnum):
    """Why a ramp ends or cannot begin, beside what ends a hold too; the value completes a sentence for people."""

    PRESSED = "the patient said “now”"
    AT_THE_END = "the ramp has reached its end"
    TOO_LONG = "the ramp takes too long"
    LIFTED = "the tool left the skin"
    OTHER_TIP = "the tip on the tool is not the one of the plan"
    BUTTON_HELD = "the patient's button is still down"


Because: TypeAlias = Why | RampWhy


class RampCue(NamedTuple):
    """One instruction. During a ramp the action is MORE, and `pace` says whether to press slower or faster."""

    action: Action
    why: Because | None
    """Why the action is not the plain course of the plan; None when it is."""
    pace: Pace | None
    """None while no rate is known."""
    rate_kpa_per_s: float | None
    pressure_kpa: float | None
    """None where no fresh reading says."""
    end_kpa: float
    """Where the ramp ends."""
    reading: int
    """The reading that runs or comes next, from 1; 0 for practice."""
    readings: int
    left_s: float
    """Of the rest, or of the look at the tool; else 0."""
    clear_stop: bool
    """Whether the tool holds a stop that was only a “now”: send CLEAR_STOP until it is gone."""
    target_kpa: float | None = None
    """Where the ramp should be now, by the plan's rate since contact; None where none rises."""
