"""What all happenings have: a time, and how long they last."""

from __future__ import annotations

from typing import Self

from pydantic import BaseModel, ConfigDict, NonNegativeFloat, PositiveFloat, PositiveInt, model_validator


class Value(BaseModel):
    """Frozen; a key that it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class AtOnce(Value):
    """Something that happens at one moment."""

    at_s: NonNegativeFloat = 0.0
    """Seconds since the tool's first sample; of one that is injected: from now on."""


class Lasting(AtOnce):
    """Something that lasts."""

    for_s: PositiveFloat

    def active(self, world_s: float) -> bool:
        """Whether it lasts at `world_s`."""
        return self.at_s <= world_s < self.at_s + self.for_s


class Spell(AtOnce):
    """Something that wears off: after a time, after a number of frames, or after whichever comes first."""

    for_s: PositiveFloat | None = None
    count: PositiveInt | None = None

    @model_validator(mode="after")
    def _ends(self) -> Self:
        if self.for_s is None and self.count is None:
            raise ValueError("give for_s (seconds) or count (frames), so that it ends")
        return self

    def active(self, world_s: float) -> bool:
        """Whether it lasts at `world_s`, by its time."""
        return self.at_s <= world_s and (self.for_s is None or world_s < self.at_s + self.for_s)
