"""What a difference between two figures says: nothing, while it is no larger than the measurement error."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from clinic.entries.figures import Change
from clinic.history.figures import Figure, Quantity
from clinic.library import Library


class Size(StrEnum):
    """How large a change is; a key of the words, `change.SIZE`. None of them says why it happened."""

    WITHIN = "within"
    """It can be the measurement alone."""
    BEYOND = "beyond"
    IMPORTANT = "important"
    """Beyond, and no smaller than what people notice."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A difference, and the smallest change that it was held against."""

    difference: float
    size: Size
    change: Change


@dataclass(frozen=True, slots=True)
class Unjudged:
    """A difference of which nobody knows the measurement error."""

    difference: float


@dataclass(frozen=True, slots=True)
class NotComparable:
    """Two figures of which no difference is taken; names of what was not the same."""

    reasons: tuple[str, ...]


Judgement: TypeAlias = Judged | Unjudged | NotComparable


def smallest_change(library: Library, quantity: Quantity, *, between_sides: bool = False) -> Change | None:
    """The smallest change to believe at this place; None where the library knows none."""
    measure = quantity.measure
    if measure is None:
        return None
    site = library.sites.get(quantity.spot.site) if quantity.spot else None
    return library.change_for(measure, site.muscle if site else None, between_sides=between_sides)


def judge(library: Library, before: Figure, after: Figure) -> Judgement:
    """What the change from `before` to `after` says; both are of one quantity."""
    return unlike(before, after) or sized(after.value - before.value, smallest_change(library, before.quantity))


def sized(difference: float, change: Change | None) -> Judged | Unjudged:
    """A difference held against the smallest change to believe."""
    if change is None:
        return Unjudged(difference)
    if abs(difference) < change.detectable:
        return Judged(difference, Size.WITHIN, change)
    noticed = change.important is not None and abs(difference) >= change.important
    return Judged(difference, Size.IMPORTANT if noticed else Size.BEYOND, change)


def unlike(one: Figure, other: Figure) -> NotComparable | None:
    """Why two figures do not compare; None where they do."""
    if one.conditions is None or other.conditions is None:
        return None
    reasons = one.conditions.differences(other.conditions)
    return NotComparable(reasons) if reasons else None
