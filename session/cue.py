"""What the therapist is told, as a value."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Action(StrEnum):
    """What to do now; the value is the word that is shown and spoken."""

    WAIT = "wait"
    PRESS = "press"
    MORE = "more"
    HOLD = "hold"
    LESS = "less"
    LET_GO = "let go slowly"
    REST = "rest"
    STOP = "STOP"
    DONE = "done"


class Why(StrEnum):
    """Why a hold or a treatment ends or waits; the value completes a sentence for people."""

    TIME_IN_BAND = "the time in band is complete"
    BAND_LIMIT = "90 s since the band was reached"
    CONTACT_LIMIT = "110 s of contact"
    OVER_CAP = "the pressure is above the limit"
    CONTACT_LOST = "the tool left the skin"
    DATA_SILENT = "no data"
    SENSOR_FAULT = "the sensor cannot be trusted"
    OVERLOAD = "the tool is overloaded"
    PATIENT_STOP = "the patient pressed stop"
    THERAPIST_STOP = "stop was pressed"
    ZERO_NEEDED = "the zero is being checked: keep the tool off the skin"
    RESTING = "this is the rest"
    INTERNAL_FAULT = "internal fault"


class Cue(NamedTuple):
    """One instruction and what belongs to it."""

    action: Action
    why: Why | None
    """Why the action is not the plain course of the plan; None when it is."""
    target_n: float
    low_n: float
    """Lower edge of the band."""
    high_n: float
    """Upper edge of the band, never above the cap."""
    cap_n: float
    repetition: int
    """The hold that runs or comes next, from 1."""
    repetitions: int
    left_s: float
    """Time in band still to earn; during REST the rest that is left."""
