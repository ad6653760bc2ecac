"""What is prescribed: a value, checked against its cap when it is made."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, Final, Self

from pydantic import BaseModel, ConfigDict, Field, NonNegativeFloat, PositiveFloat, PositiveInt, model_validator

from protocol.sentence import Sentence
from session.told import Told

DEVICE_CAP_N: Final = 120.0
"""No plan asks for more anywhere; *assumed*, the device and site cap outside face and neck."""
BAND_LIMIT_S: Final = 90.0
"""From first in band to let go; the longest hold in trials (Hou 2002), a limit here."""
CONTACT_LIMIT_S: Final = 110.0
"""From contact to let go, *assumed*: the limit above and time to find the band."""
LESS_PAIN_SHARE: Final = 0.8
"""A target after "too painful"."""
TIP_TOLERANCE: Final = 0.01
"""Relative; one tip's area, from a tool and from a person."""
MOST_RISE_PERCENT: Final = 20.0
"""Of one step up; *assumed*: three just noticeable differences of a hand (6–7 %, Jones 2000)."""
MOST_RISES: Final = 8
"""Steps in one treatment; *assumed*: from a quarter of the highest target eight of 20 % reach it."""
STOP_NRS: Final = 8
"""Pain from which on every hold stops, on the scale from 0 to 10; *assumed*."""
CAPPED_STOP_NRS: Final = 6
"""The same for a client with a lowered cap; *assumed*."""
EXERCISE: Final = "an exercise (docs/training.md)"
"""Source of a plan by which somebody learns, whoever is pressed."""


class Cap(BaseModel):
    """The most force that may be asked for, for how long, and why."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, revalidate_instances="always")

    force_n: Annotated[float, Field(gt=0, le=DEVICE_CAP_N)]
    band_s: Annotated[float, Field(gt=0, le=BAND_LIMIT_S)] = BAND_LIMIT_S
    """The longest hold from first in band on."""
    contact_s: Annotated[float, Field(gt=0, le=CONTACT_LIMIT_S)] = CONTACT_LIMIT_S
    """The longest contact."""
    reasons: tuple[Told, ...] = Field(min_length=1)


class StepAfter(StrEnum):
    """What the client says before a step up."""

    PAIN_GONE = "pain gone"
    PAIN_HALVED = "pain halved"
    PAIN_BELOW = "pain below"
    """A figure, `Rise.below_nrs`: of plans that are led by pain."""


class Rise(BaseModel):
    """The steps up that a plan allows while it runs, each asked for by a person after what the client said."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, revalidate_instances="always")

    after: StepAfter
    below_nrs: Annotated[int, Field(ge=0, le=STOP_NRS)] = 0
    """For `PAIN_BELOW`."""
    by_percent: Annotated[float, Field(gt=0, le=MOST_RISE_PERCENT)]
    left: Annotated[int, Field(ge=0, le=MOST_RISES)]
    """Steps that are not taken yet."""
    highest_target_n: PositiveFloat
    why: Told
    """What sets the highest target; completes "… N is the most here, "."""
    adds_a_hold: bool = True
    """Whether a hold that a step ends, and the last one, is followed by one more; else it was one of the plan's."""

    @property
    def sentence(self) -> str:
        """For people."""
        below = self.after is StepAfter.PAIN_BELOW
        after = Sentence("{after} {nrs}", after=self.after, nrs=self.below_nrs) if below else self.after
        return Sentence(
            "{left} steps up of {by_percent:g} % at most, each asked for after “{after}”, to {highest_n:.1f} N at most "
            "({why})",
            left=self.left,
            by_percent=self.by_percent,
            after=after,
            highest_n=self.highest_target_n,
            why=self.why,
        )


class Plan(BaseModel):
    """One site's treatment: hold `target_n` ± `band_percent` for `hold_s` in band, some times, with rests.

    What ends a hold: its time in band, always; the criteria that are on here; and every limit of safety, which no
    plan can switch off (docs/guidance.md). Raises `ValueError` when the band reaches above the cap, however it is made.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, revalidate_instances="always")

    name: str
    text: str
    source: str
    """Where the prescription comes from."""
    confidence: str
    target_n: PositiveFloat
    band_percent: Annotated[float, Field(gt=0, le=30)] = 10.0
    """±10 % is the narrowest fair band: a hand notices 6–7 % (Jones 2000; Pang 1991)."""
    hold_s: Annotated[float, Field(gt=0, le=BAND_LIMIT_S)]
    repetitions: PositiveInt
    rest_s: NonNegativeFloat
    cap: Cap
    tip_cm2: PositiveFloat | None = None
    """The tip that the force was worked out for: with another one no hold begins. None: any, on the bench."""
    capped: bool = False
    """The client has a lowered cap: a hold stops from `CAPPED_STOP_NRS` on."""
    pain_limit_nrs: Annotated[int, Field(ge=1, le=STOP_NRS)] = STOP_NRS
    """Reported pain that stops a hold of any client by this plan; a clinic or a prescription may set it lower."""
    ends_at_dose_kpa_s: PositiveFloat | None = None
    """None: no dose ends a hold, since no trial knows the right one."""
    ends_when_pain_halved: bool = True
    ends_when_pain_gone: bool = True
    ends_when_softer: bool = True
    """The therapist's own mark, as felt."""
    rise: Rise | None = None
    """None: the target never rises while the plan runs."""

    @model_validator(mode="after")
    def _under_the_cap(self) -> Self:
        if self.high_n > self.cap.force_n:
            raise ValueError(
                Sentence(
                    "the band reaches {high_n:.1f} N, the limit is {limit_n:g} N ({why}): lower the target to "
                    "{highest_n:.1f} N",
                    high_n=self.high_n,
                    highest_n=self.highest_target_n,
                    **self._limit,
                )
            )
        if self.hold_s > self.cap.band_s:
            raise ValueError(
                Sentence(
                    "a hold lasts {hold_s:g} s, the limit is {limit_s:g} s ({why}): shorten it",
                    hold_s=self.hold_s,
                    **self._limit,
                )
            )
        if self.rise and self.rise.highest_target_n * (1 + self.band_percent / 100) > self.cap.force_n:
            raise ValueError(
                Sentence(
                    "its steps would rise to {rise_n:.1f} N, the limit is {limit_n:g} N ({why}): end them at "
                    "{highest_n:.1f} N",
                    rise_n=self.rise.highest_target_n,
                    highest_n=self.highest_target_n,
                    **self._limit,
                )
            )
        return self

    @property
    def _limit(self) -> Mapping[str, object]:
        """What sentences about the cap name."""
        why = Sentence.joined("; ", self.cap.reasons)
        return {"limit_n": self.cap.force_n, "limit_s": self.cap.band_s, "why": why}

    @property
    def low_n(self) -> float:
        """Lower edge of the band."""
        return self.target_n * (1 - self.band_percent / 100)

    @property
    def high_n(self) -> float:
        """Upper edge of the band."""
        return self.target_n * (1 + self.band_percent / 100)

    @property
    def most_holds(self) -> int:
        """With those that its steps up may add."""
        return self.repetitions + (self.rise.left if self.rise and self.rise.adds_a_hold else 0)

    @property
    def is_exercise(self) -> bool:
        """Whether somebody learns by it: then it is no treatment."""
        return self.source == EXERCISE

    @property
    def stop_nrs(self) -> int:
        """Reported pain that stops a hold."""
        return min(self.pain_limit_nrs, CAPPED_STOP_NRS if self.capped else STOP_NRS)

    @property
    def highest_target_n(self) -> float:
        """The highest target whose band stays under the cap."""
        return self.cap.force_n / (1 + self.band_percent / 100)

    def fits(self, area_cm2: float | None) -> bool:
        """Whether this tip is the plan's; 1 % is the rounding of an area."""
        return self.tip_cm2 is None or (area_cm2 is not None and abs(area_cm2 / self.tip_cm2 - 1) <= TIP_TOLERANCE)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """An edited plan, checked like a new one; raises `ValueError` where it cannot be."""
        return self.model_validate(dict(self) | dict(update or {}))

    def eased(self) -> Self:
        """The same with a target 20 % lower, after "too painful"; after that nothing rises any more."""
        return self.model_copy(update={"target_n": self.target_n * LESS_PAIN_SHARE, "rise": None})

    def stepped(self) -> Self:
        """The same one step higher, never above the highest target of its steps; unchanged where it has no step."""
        rise = self.rise
        if rise is None or not rise.left or self.target_n >= rise.highest_target_n:
            return self
        target_n = min(self.target_n * (1 + rise.by_percent / 100), rise.highest_target_n)
        taken = rise.model_copy(update={"left": rise.left - 1})
        return self.model_copy(update={"target_n": target_n, "rise": taken})

    def longer(self) -> Self:
        """The same with one hold more."""
        return self.model_copy(update={"repetitions": self.repetitions + 1})
