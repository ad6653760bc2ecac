"""Prescriptions from the literature, before a person's threshold and caps are known."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, NonNegativeFloat, PositiveFloat, PositiveInt

from clinic.entries.entry import Entry, Value, Words
from clinic.entries.restriction import Share
from session.plan import BAND_LIMIT_S, DEVICE_CAP_N, STOP_NRS


class OfThreshold(Value):
    """A share of the pain threshold."""

    of: Literal["threshold"]
    share: Share


class OfMidpoint(Value):
    """Halfway between threshold and tolerance; where no tolerance was measured, a share of the threshold."""

    of: Literal["midpoint"]
    otherwise_share: Share


class OfPain(Value):
    """As strong as the client says: pain from 0 to 10."""

    of: Literal["pain"]
    nrs: Annotated[int, Field(ge=1, lt=STOP_NRS)]


class OfPressure(Value):
    """The same pressure for everybody."""

    of: Literal["pressure"]
    pressure_kpa: PositiveFloat


class OfForce(Value):
    """The same force for everybody: on the bench."""

    of: Literal["force"]
    force_n: Annotated[float, Field(gt=0, le=DEVICE_CAP_N)]


Target = Annotated[OfThreshold | OfMidpoint | OfPain | OfPressure | OfForce, Field(discriminator="of")]


class End(StrEnum):
    """What ends a hold besides its time and every limit of safety."""

    PAIN_GONE = "pain-gone"
    PAIN_HALVED = "pain-halved"
    PAIN_TO_3 = "pain-to-3"
    SOFTER = "softer"
    """The therapist's own mark."""


class Steps(Value):
    """The pressure rises again when the pain has fallen."""

    when: Literal[End.PAIN_GONE, End.PAIN_HALVED]
    by_percent: Annotated[float, Field(gt=0, le=20)]
    at_most: Annotated[int, Field(ge=1, le=3)]
    """Rises after the first plateau."""
    highest_share: Share
    """Of the threshold; no step goes above."""


class Preset(Entry):
    """How hard, how long, how often."""

    name: Words
    text: Words
    target: Target
    hold_s: Annotated[float, Field(gt=0, le=BAND_LIMIT_S)]
    repetitions: PositiveInt = 1
    rest_s: NonNegativeFloat = 0.0
    steps: Steps | None = None
    ends: tuple[End, ...] = ()
    highest_nrs: Annotated[int, Field(ge=1, lt=STOP_NRS)] | None = None
    """Pain that this prescription keeps below, where it says one."""
    on_people: bool = True
    """False: for bench and simulator."""
    capped_clients: bool = True
    """Whether a client with a lowered cap is offered it."""
    needs_acknowledgement: bool = False
    evidence: Words
    """What trials found, and what they did not."""
