"""One visit, and what was observed in it or after it: everything dated that a history, a report or an export tells."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field, NonNegativeFloat, NonNegativeInt, PositiveFloat, TypeAdapter

from analysis.algometry.threshold import Method
from clinic.entries.entry import Id, Value
from clinic.entries.places import Position
from clinic.people import Private
from clinic.screening.answers import Examiner, Named, Side, Spot
from session.inputs import WORST_PAIN, Person
from session.threshold import Area

Nrs = Annotated[int, Field(ge=0, le=WORST_PAIN)]
"""Pain from 0 to 10 in whole numbers."""


class Visit(Private):
    """From the first question to the note; what was measured stands in observations that name it."""

    client: UUID
    at: AwareDatetime
    by: Examiner
    complaints: tuple[Id, ...] = ()
    """Of the library's intake and complaints."""
    goals: str = ""
    aftercare: tuple[Id, ...] = ()
    """Which advice of the library was given."""
    next_visit: date | None = None
    appointment_min: PositiveFloat | None = None
    note: str = ""


class Phase(StrEnum):
    """When in a visit something was measured."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"
    """At the re-test, 2 to 5 min after the last hold."""
    LATER = "later"
    """After the visit, at home or at the follow-up."""


class _Observed(Private):
    """Something that somebody saw, measured or was told at a moment."""

    client: UUID
    visit: UUID | None = None
    """None between visits."""
    at: AwareDatetime
    by: Examiner
    spot: Spot | None = None
    """None: it is about the whole person."""
    point: UUID | None = None
    """The `Point` at that spot, where it is marked."""
    phase: Phase | None = None


class Palpation(_Observed):
    """What fingers found; None where it was not tested. Two of the first three make a trigger point (Delphi 2018)."""

    kind: Literal["palpation"] = "palpation"
    spot: Spot
    taut_band: bool | None = None
    hypersensitive: bool | None = None
    referred_pain: bool | None = None
    familiar: bool | None = None
    """The client knows this pain: the point is active."""
    note: str = ""


class ByHand(_Observed):
    """Pressure by thumb or elbow: documented, without a dose."""

    kind: Literal["by hand"] = "by hand"
    spot: Spot
    with_what: Literal["thumb", "fingers", "elbow", "other"]
    note: str = ""


class Provoked(StrEnum):
    """What the pain was felt at."""

    REST = "rest"
    MOVEMENT = "movement"
    PRESS = "press"
    PROBE = "fixed probe"
    """Of 245 kPa."""


class PainScore(_Observed):
    """How strong the pain was."""

    kind: Literal["pain"] = "pain"
    nrs: Nrs
    at_what: Provoked = Provoked.REST
    entered_by: Person
    recalled: bool = False


class At(Value):
    """A pressure that was found."""

    kind: Literal["at"] = "at"
    kpa: PositiveFloat
    force_n: PositiveFloat


class AboveCap(Value):
    """The ramp ended before it hurt: no figure to average."""

    kind: Literal["above"] = "above"
    cap_kpa: PositiveFloat


class NotHad(Value):
    """The reading gave no figure, and why."""

    kind: Literal["none"] = "none"
    why: Named


Found = Annotated[At | AboveCap | NotHad, Field(discriminator="kind")]


class ThresholdReading(_Observed):
    """One ramp; comparable only with those of the same point, tip, rate, position, method, script and examiner."""

    kind: Literal["threshold"] = "threshold"
    spot: Spot
    of: Literal["threshold", "tolerance", "pain 3"] = "threshold"
    """Pain 3: the one light reading where no threshold may be measured."""
    found: Found
    area_cm2: Area
    rate_kpa_per_s: PositiveFloat
    method: Method | None
    position: Position | None = None
    script: str
    practice: bool = False
    verdicts: tuple[str, ...] = ()
    """Why it is not fully trusted; none where it is."""
    record: str | None = None
    """The name of its file in the folder of the records."""
    simulated: bool = False


class HoldResult(_Observed):
    """One hold in figures, measured from its record; what the record does not support is None, with a verdict."""

    kind: Literal["hold"] = "hold"
    spot: Spot
    record: str
    """The name of its file in the folder of the records."""
    index: NonNegativeInt
    """In that record."""
    target_n: PositiveFloat | None
    area_cm2: Area | None
    duration_s: NonNegativeFloat
    in_band_s: NonNegativeFloat | None
    mean_kpa: NonNegativeFloat | None
    peak_n: NonNegativeFloat
    dose_kpa_s: NonNegativeFloat | None
    dose_low_kpa_s: NonNegativeFloat | None = None
    dose_high_kpa_s: NonNegativeFloat | None = None
    dose_ppt_s: NonNegativeFloat | None = None
    over_cap_s: NonNegativeFloat | None = None
    over_cap_peak_kpa: NonNegativeFloat | None = None
    after_cue_s: NonNegativeFloat | None = None
    ended_by: str = ""
    verdicts: tuple[str, ...] = ()
    core: str = ""
    """The version that measured it."""
    simulated: bool = False


class MotionMethod(StrEnum):
    """By what a range of motion was measured; the value is the word that is shown."""

    INCLINOMETER = "inclinometer"
    GONIOMETER = "goniometer"
    EYE = "by eye"


class Motion(_Observed):
    """How far a joint moves."""

    kind: Literal["motion"] = "motion"
    movement: Id
    """As "neck-side-flexion"."""
    side: Side | None = None
    degrees: NonNegativeFloat
    method: MotionMethod | None = None
    """None: nobody said."""


class Technique(_Observed):
    """What was done at a point besides compression with the tool: documented, without a dose."""

    kind: Literal["technique"] = "technique"
    spot: Spot
    what: Named
    """As "stretch"."""
    lasted_s: NonNegativeFloat | None = None
    """None where nobody timed it."""
    done_by: str = ""
    """With the qualification, where it was somebody else than who treats."""
    note: str = ""


class Score(_Observed):
    """The result of a questionnaire."""

    kind: Literal["score"] = "score"
    scale: Literal["ndi", "global change"]
    """Neck Disability Index, 0 to 50; global impression of change, −7 to 7."""
    value: float


class Response(_Observed):
    """How it felt, in the client's own words: warmth, looseness."""

    kind: Literal["response"] = "response"
    words: Named


class FollowUp(_Observed):
    """How it was afterwards: one line of the soreness diary, or the answer to a call."""

    kind: Literal["follow-up"] = "follow-up"
    due: Literal["24 h", "48 h", "next visit", "diary"]
    soreness_nrs: Nrs | None = None
    words: str = ""


Observation = Annotated[
    Palpation | ByHand | PainScore | ThresholdReading | HoldResult | Motion | Technique | Score | Response | FollowUp,
    Field(discriminator="kind"),
]

OBSERVATION: TypeAdapter[Observation] = TypeAdapter(Observation)
"""Reads and writes any of them."""
