"""Why a figure of algometry is missing, and what is wrong with one that is there."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple, TypeAlias


class Reason(StrEnum):
    """Why there is no figure."""

    NO_PRESS = "no_press"
    OUTSIDE = "outside"
    GAP = "gap"
    SATURATED = "saturated"
    TOO_SLOW = "too_slow"
    TOO_SHORT = "too_short"
    CAPPED = "capped"
    TOO_FEW = "too_few"
    NOT_COMPARABLE = "not_comparable"


class Missing(NamedTuple):
    """A figure that the readings do not support; `text` is a sentence for people."""

    reason: Reason
    text: str


Figure: TypeAlias = float | Missing
"""A measured value or the reason why there is none."""


class Flaw(StrEnum):
    """What is wrong with a reading, or has to be known about it."""

    RATE = "rate"
    RATE_UNKNOWN = "rate_unknown"
    NOT_MONOTONE = "not_monotone"
    JUMP_OFF = "jump_off"
    LATE_PRESS = "late_press"
    BLIND = "blind"
    OFF_AXIS = "off_axis"
    TOO_SOON = "too_soon"
    OVERSHOOT = "overshoot"
    TOO_SHORT = "too_short"
    TOO_FEW = "too_few"
    GAP = "gap"
    AXIS_NOT_JUDGED = "axis_not_judged"
    PAINKILLER = "painkiller"


NOTES = frozenset({Flaw.TOO_FEW, Flaw.GAP, Flaw.AXIS_NOT_JUDGED, Flaw.PAINKILLER})
"""These are said and void nothing; every other flaw keeps a reading out of the mean."""


class Verdict(NamedTuple):
    """One flaw; `text` is a sentence for people."""

    flaw: Flaw
    text: str

    @property
    def voids(self) -> bool:
        """Whether the reading does not count."""
        return self.flaw not in NOTES
