"""What can be said of tissue that softens: an advisory that prompts to ask, never a fact."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple, TypeAlias


class Why(StrEnum):
    """Why softening is not watched."""

    NO_CONTACT = "no_contact"
    TARGET_SHOWN = "target_shown"
    FREE_HAND = "free_hand"
    SATURATED = "saturated"
    LET_GO = "let_go"
    TOO_SLOW = "too_slow"


OFF_TEXT: Final = {
    Why.NO_CONTACT: "Nothing is pressed.",
    Why.TARGET_SHOWN: "Softening is not watched while a target is on the screen: the hand follows it, so the force "
    "shows the hand, not the tissue; hide the target and brace the tool to assess.",
    Why.FREE_HAND: "Softening is not watched with a free hand, which gives way more than the tissue does; brace the "
    "tool to assess.",
    Why.SATURATED: "Softening is not watched in this hold: the force went beyond what the sensor can measure.",
    Why.LET_GO: "Softening is not watched any more in this hold: the hand was called to let go.",
    Why.TOO_SLOW: "Softening is not watched: that needs ten readings a second.",
}
"""Sentences for people."""


class Series(StrEnum):
    """What is watched."""

    FORCE = "force"
    """Of a tool that stays where it is."""
    STIFFNESS = "stiffness"
    """Force by depth, N/mm: whatever the hand does."""


SOFTENING_TEXT: Final = {
    Series.FORCE: "Softening, advisory: the force fell faster than tissue relaxes by itself, unless the hand backed "
    "off; ask what is felt.",
    Series.STIFFNESS: "Softening, advisory: the tip sinks in more easily than before; ask what is felt.",
}
"""Sentences for people."""


class Conditions(NamedTuple):
    """How the tool is used, which decides what its force can show."""

    braced: bool = False
    """The tool is blocked, by body weight or against something fixed, so that its depth stays."""
    target_shown: bool = False
    """The hand sees or hears how far it is from a force."""
    depth: bool = False
    """Ticks come with the tip's depth below the surrounding skin."""


@dataclass(frozen=True, slots=True)
class Off:
    """Softening is not watched."""

    why: Why

    @property
    def text(self) -> str:
        """A sentence for people."""
        return OFF_TEXT[self.why]


@dataclass(frozen=True, slots=True)
class Warming:
    """The ramp is not over, or the tissue's relaxation and the hand's unrest are being learned."""


@dataclass(frozen=True, slots=True)
class Watching:
    """Softening is watched."""

    suspicion: float
    """0 and more; from 1 on it is checked for a second whether the hand lets go."""


@dataclass(frozen=True, slots=True)
class Softening:
    """Softening, advisory: the series fell more than tissue relaxes by itself. It does not say what fell."""

    at_s: float
    """When it is said, on the instrument's clock."""
    suspected_s: float
    """When the suspicion reached 1."""
    series: Series

    @property
    def text(self) -> str:
        """A sentence for people."""
        return SOFTENING_TEXT[self.series]


Advisory: TypeAlias = Off | Warming | Watching | Softening


def series(conditions: Conditions) -> Series | Off:
    """What can be watched under `conditions`."""
    if conditions.depth:
        return Series.STIFFNESS
    if conditions.target_shown:
        return Off(Why.TARGET_SHOWN)
    return Series.FORCE if conditions.braced else Off(Why.FREE_HAND)
