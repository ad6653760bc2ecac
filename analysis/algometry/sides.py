"""The threshold of one side beside that of the other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final, NamedTuple

from analysis.algometry.change import Measured, difference
from analysis.algometry.conditions import Side
from analysis.algometry.verdicts import Figure, Missing, Reason
from protocol.sentence import Sentence

NO_DIAGNOSIS: Final = "a flag, not a diagnosis"


class Limit(NamedTuple):
    """A difference of sides that is worth a word."""

    least_kpa: float
    text: str
    confidence: str


class SideFlag(Enum):
    """From which difference on what is said; both may hold."""

    FISCHER = Limit(196.0, "2 kg/cm² or more below the other side (Fischer 1987, cited from memory)", "low")
    BEYOND_REPEATABILITY = Limit(
        121.0, "more than side differences repeat to, 1.23 kg/cm² (Antonaci 1998, head and neck, n = 21)", "medium"
    )


@dataclass(frozen=True, slots=True)
class SideComparison:
    """Left against right, under otherwise equal conditions."""

    left_minus_right_kpa: Figure
    lower: Side | None
    """The side with the lower threshold; None where they are equal or there is no figure."""
    flags: tuple[SideFlag, ...]
    text: str
    """A sentence for people."""


def compare_sides(one: Measured, other: Measured) -> SideComparison:
    """Compare two series that differ in nothing but left and right."""
    if {one.conditions.side, other.conditions.side} != {Side.LEFT, Side.RIGHT}:
        return _none(Missing(Reason.NOT_COMPARABLE, Sentence("a comparison of sides needs one left and one right")))
    left, right = (one, other) if one.conditions.side is Side.LEFT else (other, one)
    difference_kpa = difference(right, left, allowed="side")
    if isinstance(difference_kpa, Missing):
        return _none(difference_kpa)
    flags = tuple(flag for flag in SideFlag if abs(difference_kpa) >= flag.value.least_kpa)
    lower = Side.LEFT if difference_kpa < 0 else Side.RIGHT if difference_kpa > 0 else None
    return SideComparison(difference_kpa, lower, flags, _sentence(difference_kpa, lower, flags))


def _none(why: Missing) -> SideComparison:
    return SideComparison(why, None, (), why.text)


def _sentence(difference_kpa: float, lower: Side | None, flags: tuple[SideFlag, ...]) -> str:
    if lower is None:
        return "both sides are equal."
    size = f"the {lower} side is {abs(difference_kpa):.0f} kPa lower"
    if not flags:
        return f"{size}: within what side differences repeat to."
    return f"{size}: {'; '.join(flag.value.text for flag in flags)}; {NO_DIAGNOSIS}."
