"""Where a guided treatment stands: one of these values at any moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from session.cue import Why


@dataclass(frozen=True, slots=True)
class Ready:
    """Waiting for the tool on the skin."""

    why: Why | None = None


@dataclass(frozen=True, slots=True)
class Pressing:
    """A hold runs. `since_s` and `band_since_s` are on the host's clock."""

    since_s: float
    band_since_s: float | None = None
    before_s: float = 0.0
    """In band before contact was lost and found again."""
    contact_in_band_s: float = 0.0
    """In band since then."""
    in_band_at_s: float | None = None
    """When the latest reading was last in the band."""

    @property
    def earned_s(self) -> float:
        """Time in band that counts for the plan."""
        return self.before_s + self.contact_in_band_s


@dataclass(frozen=True, slots=True)
class Lost:
    """Contact was lost in mid-hold; it may come back."""

    since_s: float
    hold: Pressing


@dataclass(frozen=True, slots=True)
class Resting:
    """Between two holds."""

    until_s: float
    """On the host's clock."""


@dataclass(frozen=True, slots=True)
class RestDue:
    """A rest that begins once the tip is off the skin."""

    for_s: float


@dataclass(frozen=True, slots=True)
class Stopped:
    """After a STOP nothing goes on without an explicit "go on"."""

    why: Why


@dataclass(frozen=True, slots=True)
class Finished:
    """Nothing is asked any more."""

    sentence: str
    """How it ended, for people."""


@dataclass(frozen=True, slots=True)
class LettingGo:
    """The let-go was called and the force is still there; `then` follows."""

    why: Why
    then: Ready | RestDue | Finished


State: TypeAlias = Ready | Pressing | Lost | LettingGo | Resting | Stopped | Finished
