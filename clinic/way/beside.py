"""What is done at a point besides compression: timed by hand, pressed with the tool, or only documented."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, NonNegativeFloat

from clinic.entries.entry import Value
from clinic.screening.answers import Named
from session.told import Told


class Technique(StrEnum):
    """Of the hands; the value is the word that is shown."""

    RELEASE = "myofascial release"
    STRETCH = "stretch"
    MOBILISATION = "mobilisation"


class Pressed(Value):
    """A treatment that is over, as its record has it."""

    record: Named
    """The name of its file."""
    outcome: Annotated[Told, Field(min_length=1)]
    simulated: bool
    holds: int = Field(ge=0)
    in_band_s: NonNegativeFloat
    dose_kpa_s: NonNegativeFloat | None = None


class Timed(Value):
    """Done by hand beside a timer: how long, and no dose."""

    kind: Literal["timed"] = "timed"
    technique: Technique
    lasted_s: NonNegativeFloat
    """In the stages in which hands are at work, repeats included."""
    complete: bool
    """Whether every stage was gone through; False where some were skipped or it was broken off."""
    note: str = ""


class Released(Value):
    """A myofascial release with the tool."""

    kind: Literal["released"] = "released"
    pressed: Pressed | None = None
    """None: it was begun, and nobody knows its end."""


class Needled(Value):
    """Dry needling, done by who is qualified for it: documented here, never guided."""

    kind: Literal["needled"] = "needled"
    by: Named
    qualification: Named
    where: Named
    """Muscle and depth, as whoever did it writes it."""
    reaction: Named
    """Twitch, pain, bleeding, dizziness, or none."""


class Beside(Value):
    """All of it at one point, in the order in which it was done; nothing is a page that somebody passed."""

    kind: Literal["beside"] = "beside"
    done: tuple[Annotated[Timed | Released | Needled, Field(discriminator="kind")], ...] = ()
