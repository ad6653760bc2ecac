"""Where a guided treatment stands: one of these values at any moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from session.cue import Why
from session.earned import Earned
from session.inputs import StopReason
from session.pain import PainCourse


@dataclass(frozen=True, slots=True)
class Placing:
    """A place was named, and nobody has said yet that the tool is there: contact begins nothing."""


@dataclass(frozen=True, slots=True)
class Ready:
    """Waiting for the tool on the skin."""

    why: Why | None = None


@dataclass(frozen=True, slots=True)
class Pressing:
    """A hold runs. Times are on the host's clock, `device_s` on the tool's."""

    since_s: float
    band_since_s: float | None = None
    """First in band."""
    in_band_at_s: float | None = None
    """When the latest reading was last in the band."""
    paused_s: float = 0.0
    """Off the skin since the band was reached; no part of the hold."""
    device_s: float | None = None
    """Of the latest reading in contact."""
    earned: Earned = field(default_factory=Earned)
    pain: PainCourse = field(default_factory=PainCourse)

    def held_s(self, t_s: float) -> float | None:
        """Time on the skin since the band was reached, None before."""
        return None if self.band_since_s is None else t_s - self.band_since_s - self.paused_s


@dataclass(frozen=True, slots=True)
class Lost:
    """Contact was lost in mid-hold; it may come back."""

    since_s: float
    hold: Pressing
    paused: bool = False
    """For so long that it is a pause."""


@dataclass(frozen=True, slots=True)
class Resting:
    """Between two holds."""

    until_s: float
    """On the host's clock."""
    interrupted: bool = False
    """After a hold that was not complete: the rest is an offer, and contact begins the hold anew."""


@dataclass(frozen=True, slots=True)
class RestDue:
    """A rest that begins once the tip is off the skin."""

    for_s: float


@dataclass(frozen=True, slots=True)
class Stopped:
    """After a STOP nothing goes on without an explicit "go on"."""

    why: Why
    since_s: float
    """On the host's clock."""
    only_less: bool = False
    """Pain was too strong or rose: what goes on goes on with less force."""
    offered: StopReason | None = None
    """The reason that one button was last moved to; a double press takes it."""


@dataclass(frozen=True, slots=True)
class Finished:
    """Nothing is asked any more."""

    sentence: str
    """How it ended, for people."""
    leads_on: bool = True
    """Whether the next place of the same visit may follow by itself."""


@dataclass(frozen=True, slots=True)
class LettingGo:
    """The let-go was called and the force is still there; `then` follows."""

    why: Why
    then: Placing | Ready | RestDue | Finished


State: TypeAlias = Placing | Ready | Pressing | Lost | LettingGo | Resting | Stopped | Finished
