"""What the therapist is told, as a value."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple, TypeAlias

from session.inputs import StopReason


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
    DOSE = "the dose is reached"
    SOFTER_FELT = "the therapist felt it become softer"
    PAIN_HALVED = "the pain has halved"
    PAIN_GONE = "the pain is gone"
    BAND_LIMIT = "the time limit since the band was reached"
    CONTACT_LIMIT = "the time limit of contact"
    OVER_CAP = "the pressure is above the limit"
    CONTACT_LOST = "the tool left the skin"
    INTERRUPTED = "interrupted: off the skin for more than 10 s"
    DATA_SILENT = "no data"
    SENSOR_FAULT = "the sensor cannot be trusted"
    OVERLOAD = "the tool is overloaded"
    PAIN_RISING = "the pain rises although the pressure does not"
    PAIN_HIGH = "the pain is too strong"
    TOO_PAINFUL = "after such pain only “too painful” leads on"
    PATIENT_STOP = "the patient pressed stop"
    THERAPIST_STOP = "stop was pressed"
    ZERO_NEEDED = "the zero is being checked: keep the tool off the skin"
    LOOKING = "looking at the tool"
    NOT_YET = "not yet: the tool is still being looked at"
    OTHER_TIP = "another tip is on than the plan is for: put the right one on"
    PLACE = "look at site and side: a short press says it is there"
    RESTING = "this is the rest"
    OVER = "the treatment is over"
    STEP_UP = "a step up follows"
    TRIAL_OVER = "the time of this trial is over"
    INTERNAL_FAULT = "internal fault"

    @classmethod
    def _missing_(cls, value: object) -> Why | None:
        """Records of earlier versions name the two limits by the seconds that they always had then."""
        former = {"90 s since the band was reached": cls.BAND_LIMIT, "110 s of contact": cls.CONTACT_LIMIT}
        return former.get(value) if isinstance(value, str) else None


WELL_DONE: Final = frozenset(
    {Why.TIME_IN_BAND, Why.DOSE, Why.SOFTER_FELT, Why.PAIN_HALVED, Why.PAIN_GONE, Why.STEP_UP, Why.TRIAL_OVER}
)
"""Reasons for letting go that are the aim of a hold, and no alarm."""


class Question(StrEnum):
    """What the patient is to be asked; the value is the word that is shown and spoken."""

    PAIN = "pain?"
    SOFTENING = "softer? pain?"
    """After a mechanical advisory: the force fell, and only people can say what that means."""


class Ask(NamedTuple):
    """A question that waits for its answer."""

    question: Question
    number: int
    """Counts the questions of this hold, so that each is spoken once."""


class MayStep(NamedTuple):
    """The plan's next step up may be taken."""

    target_n: float
    """After it."""
    because: str
    """What the client said."""


class NotYet(NamedTuple):
    """It may not, and why; the reason completes "no step up: "."""

    why: str


Step: TypeAlias = MayStep | NotYet


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
    soon: bool = False
    """The let-go is at most 3 s away if the hand goes on as it does."""
    ask: Ask | None = None
    """A question to the patient, until somebody enters the answer."""
    ends_in_s: float | None = None
    """Until the let-go, if the hand goes on as it does; None while it is not `soon`."""
    offered: StopReason | None = None
    """After a STOP: the reason that one button was moved to, and a double press takes."""
    answered: int = 0
    """Stops so far that a reason led out of; a window that holds a STOP of its own waits for the next."""
    step: Step | None = None
    """Whether the plan's next step up may be taken; None where it has no steps."""
