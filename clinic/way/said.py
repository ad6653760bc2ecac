"""What a station of the way leaves behind once it was filled in: one value for each kind of page."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Final, Literal, Self

from pydantic import AwareDatetime, Field, PositiveFloat, model_validator

from clinic.entries.entry import Id, Value
from clinic.entries.places import Position
from clinic.screening.answers import Form, Named, Spot
from clinic.visits import Nrs
from clinic.way.beside import Beside, Pressed
from clinic.way.motion import Moved
from clinic.way.places import Marked
from protocol.sentence import Sentence
from session.plan import Plan
from session.threshold import Area
from session.told import Told

MOST_POINTS: Final = 6
"""In one visit, as `points-per-visit` of the library has it; a clinic's own file may only lower it."""


class Step(StrEnum):
    """The kinds of stations, in the order of a visit; the value is how it is called."""

    QUESTIONS = "Questions first"
    COMPLAINT = "Complaint"
    CONSENT = "Consent and stop signal"
    BASELINE = "Pain before"
    MOVEMENT = "Movement before"
    POINTS = "Points"
    FINDINGS = "Findings by hand"
    PLACE = "Questions about the place"
    THRESHOLD = "Pain threshold"
    PLAN = "Plan"
    ORDER = "Order and time"
    TREATMENT = "Treatment"
    BESIDE = "Other techniques"
    RESPONSE = "Response"
    RETEST = "Re-test"
    MOVEMENT_AFTER = "Movement after"
    AFTERCARE = "Aftercare"
    NOTE = "Note"
    REPORT = "Report"


class Asked(Value):
    """The questions before anybody is pressed; the answers stand in the chart."""

    kind: Literal["asked"] = "asked"
    form: Form


class Complained(Value):
    """What the client comes with."""

    kind: Literal["complained"] = "complained"
    complaints: tuple[Id, ...] = ()
    goals: str = ""


class Consented(Value):
    """Consent and the tried stop signal; both stand in the chart."""

    kind: Literal["consented"] = "consented"


class Rated(Value):
    """Pain before anything was done, and how it was felt."""

    kind: Literal["rated"] = "rated"
    nrs: Nrs


class Chosen(Value):
    """The points of this visit."""

    kind: Literal["chosen"] = "chosen"
    spots: Annotated[tuple[Spot, ...], Field(min_length=1, max_length=MOST_POINTS)]
    marks: tuple[Marked, ...] = ()
    """Where they are on the map; a point without one is in the middle of its site."""

    @model_validator(mode="after")
    def _once(self) -> Self:
        marked = [mark.spot for mark in self.marks]
        if len(set(self.spots)) < len(self.spots) or len(set(marked)) < len(marked):
            raise ValueError(Sentence("one point stands twice: take one of them out"))
        if not set(marked) <= set(self.spots):
            raise ValueError(Sentence("a place on the map belongs to no point: choose its point first"))
        return self


class Felt(Value):
    """What fingers found at a point; None where it was not tested."""

    kind: Literal["felt"] = "felt"
    taut_band: bool | None = None
    tender: bool | None = None
    referred_pain: bool | None = None
    twitch: bool | None = None
    familiar: bool | None = None
    """The client knows this pain."""
    nrs: Nrs | None = None
    note: str = ""

    @property
    def is_trigger_point(self) -> bool:
        """Two of taut band, tenderness and referred pain (Delphi 2018)."""
        return sum(bool(sign) for sign in (self.taut_band, self.tender, self.referred_pain)) >= 2

    @property
    def standing(self) -> str:
        """Active, latent, or why it is neither."""
        if not self.is_trigger_point:
            return Sentence("no trigger point: fewer than two of the three signs were found")
        if self.familiar is None:
            return Sentence("trigger point; active or latent was not asked")
        return Sentence("active" if self.familiar else "latent")


class PlaceAsked(Value):
    """The questions about this place; the answers stand in the chart."""

    kind: Literal["place asked"] = "place asked"


class Threshold(Value):
    """A pain threshold that was measured here, in this visit."""

    kind: Literal["threshold"] = "threshold"
    kpa: PositiveFloat
    area_cm2: Area
    trusted: bool = True
    """False where it carries a verdict: it is told, and no target is a share of it."""


class Planned(Value):
    """What was agreed on; it is checked again under the cap of the moment when somebody presses."""

    kind: Literal["planned"] = "planned"
    preset: Id
    acknowledged: bool = False
    plan: Plan
    told: tuple[Told, ...] = ()


class Ordered(Value):
    """In which order points are pressed, in which position each, and how long there is for it."""

    kind: Literal["ordered"] = "ordered"
    spots: Annotated[tuple[Spot, ...], Field(min_length=1, max_length=MOST_POINTS)]
    positions: tuple[Position, ...]
    """One for each."""
    appointment_min: PositiveFloat

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if len(set(self.spots)) < len(self.spots):
            raise ValueError(Sentence("one point stands twice: take one of them out"))
        if len(self.positions) != len(self.spots):
            raise ValueError(Sentence("each point has one position"))
        return self


class Begun(Value):
    """A treatment is under way; after a crash this is all that is known of its end."""

    kind: Literal["begun"] = "begun"


class Treated(Pressed):
    """A treatment that is over."""

    kind: Literal["treated"] = "treated"


class Answered(Value):
    """How it felt, in the client's own words."""

    kind: Literal["answered"] = "answered"
    nrs: Nrs
    words: str = ""


class Retested(Value):
    """The same, 2 to 5 minutes later."""

    kind: Literal["retested"] = "retested"
    nrs: Nrs
    kpa: PositiveFloat | None = None
    area_cm2: Area | None = None


class Advised(Value):
    """What was said about the time afterwards."""

    kind: Literal["advised"] = "advised"
    aftercare: tuple[Id, ...] = ()
    next_visit: date | None = None


class Noted(Value):
    """The note."""

    kind: Literal["noted"] = "noted"
    text: str


class Reported(Value):
    """What was written, by the names of its files."""

    kind: Literal["reported"] = "reported"
    files: tuple[Named, ...]


class Skipped(Value):
    """It was left out."""

    kind: Literal["skipped"] = "skipped"
    why: Named


Said = (
    Asked | Complained | Consented | Rated | Moved | Chosen | Felt | PlaceAsked | Threshold | Planned | Ordered | Begun
    | Treated | Beside | Answered | Retested | Advised | Noted | Reported | Skipped
)  # fmt: skip

KINDS: Final[dict[Step, tuple[type[Value], ...]]] = {
    Step.QUESTIONS: (Asked,),
    Step.COMPLAINT: (Complained, Skipped),
    Step.CONSENT: (Consented, Skipped),
    Step.BASELINE: (Rated, Skipped),
    Step.MOVEMENT: (Moved, Skipped),
    Step.POINTS: (Chosen, Skipped),
    Step.FINDINGS: (Felt, Skipped),
    Step.PLACE: (PlaceAsked, Skipped),
    Step.THRESHOLD: (Threshold, Skipped),
    Step.PLAN: (Planned, Skipped),
    Step.ORDER: (Ordered, Skipped),
    Step.TREATMENT: (Begun, Treated, Skipped),
    Step.BESIDE: (Beside, Skipped),
    Step.RESPONSE: (Answered, Skipped),
    Step.RETEST: (Retested, Skipped),
    Step.MOVEMENT_AFTER: (Moved, Skipped),
    Step.AFTERCARE: (Advised, Skipped),
    Step.NOTE: (Noted, Skipped),
    Step.REPORT: (Reported, Skipped),
}
"""What each station may be left with; the questions cannot be skipped."""


class Station(Value):
    """One page of the way: a step, and the point where it has one."""

    step: Step
    spot: Spot | None = None

    def __str__(self) -> str:
        return self.step.value if self.spot is None else f"{self.step.value}: {self.spot}"


class Entry(Value):
    """What was said at a station, and when; a later entry at the same station replaces it, and none is erased."""

    station: Station
    at: AwareDatetime
    said: Annotated[Said, Field(discriminator="kind")]

    @model_validator(mode="after")
    def _belongs(self) -> Self:
        if type(self.said) not in KINDS[self.station.step]:
            what = {"what": self.said.kind, "step": self.station.step}
            raise ValueError(Sentence("“{what}” does not belong to “{step}”", **what))
        return self
