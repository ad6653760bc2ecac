"""Where the measuring of a threshold stands: one of these values at any moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from session.cue import Why
from session.threshold_cue import Because


@dataclass(frozen=True, slots=True)
class Ready:
    """Waiting for the tool on the skin."""

    why: Because | None = None


@dataclass(frozen=True, slots=True)
class Ramping:
    """A ramp runs since `since_s` on the host's clock."""

    since_s: float


@dataclass(frozen=True, slots=True)
class LettingGo:
    """The let-go was called and the tip may still be on the skin."""

    why: Because
    ramped: bool = True
    """Whether this ends a ramp, so that a rest follows; else the tip was on the skin when nothing could begin."""
    measured: bool = False
    """Whether the ramp's reading is known."""


@dataclass(frozen=True, slots=True)
class Resting:
    """Between two ramps."""

    until_s: float
    """On the host's clock."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """After a STOP nothing goes on without an explicit "go on"."""

    why: Why


@dataclass(frozen=True, slots=True)
class Finished:
    """Nothing is asked any more."""

    sentence: str
    """How it ended, for people."""


State: TypeAlias = Ready | Ramping | LettingGo | Resting | Stopped | Finished
