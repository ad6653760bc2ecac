"""What becomes of live frames between the tool's memory and whoever listens."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field, PositiveInt

from simulator.happenings.base import Lasting, Spell

Share = Annotated[float, Field(gt=0, le=1)]
"""A probability for each frame."""
Delay = Annotated[float, Field(gt=0, le=10)]
"""Seconds."""


class Silence(Lasting):
    """The tool goes on sampling, but nothing reaches the air: these frames are lost for good."""

    kind: Literal["silence"] = "silence"


class FrameLoss(Spell):
    """Each frame is lost with this probability."""

    kind: Literal["frame loss"] = "frame loss"
    share: Share


class BurstLoss(Spell):
    """Frames are lost in bursts: a chain of two states, good and bad (Gilbert 1960, Elliott 1963)."""

    kind: Literal["burst loss"] = "burst loss"
    enter: Share
    """Probability that a frame after a good one finds the bad state."""
    leave: Share
    """Probability that a frame after a bad one finds the good state; 1/leave frames is a burst's mean length."""
    share: Share = 1.0
    """Lost of the frames in the bad state."""


class Latency(Spell):
    """Each frame takes longer, in its order."""

    kind: Literal["latency"] = "latency"
    delay_s: Delay


class Jitter(Spell):
    """Each frame takes longer by anything up to this, in its order: pauses, then several at once."""

    kind: Literal["jitter"] = "jitter"
    up_to_s: Delay


class Reorder(Spell):
    """Some frames take so much longer, and later ones overtake them."""

    kind: Literal["reorder"] = "reorder"
    share: Share = 1.0
    delay_s: Delay = 0.1


class Duplicate(Spell):
    """Some frames come several times."""

    kind: Literal["duplicate"] = "duplicate"
    share: Share = 1.0
    copies: Annotated[int, Field(ge=1, le=10)] = 1
    """Beside the frame itself."""


class Truncated(Spell):
    """Some frames end early, anywhere."""

    kind: Literal["truncated"] = "truncated"
    share: Share = 1.0


class BitFlipped(Spell):
    """Some frames have a wrong bit, anywhere; no check sum of the profile covers them."""

    kind: Literal["bit flipped"] = "bit flipped"
    share: Share = 1.0
    bits: Annotated[int, Field(ge=1, le=64)] = 1


class WrongLength(Spell):
    """Some frames say that they hold more samples than there are bytes for."""

    kind: Literal["wrong length"] = "wrong length"
    share: Share = 1.0
    more: Annotated[PositiveInt, Field(le=200)] = 1
    """Samples that are said and not there."""


class FutureVersion(Spell):
    """Some frames are of a type that only a later version of the profile knows."""

    kind: Literal["future version"] = "future version"
    share: Share = 1.0
    frame_type: Annotated[int, Field(ge=128, le=255)] = 255


FrameFault: TypeAlias = (
    Silence
    | FrameLoss
    | BurstLoss
    | Latency
    | Jitter
    | Reorder
    | Duplicate
    | Truncated
    | BitFlipped
    | WrongLength
    | FutureVersion
)
