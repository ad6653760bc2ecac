"""Whom to ask how it was: 24 and 48 hours after a visit, at the next one, and 24 hours after a STOP."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final, Literal, NamedTuple

from clinic.history.course import Course
from clinic.screening.adverse import AdverseEvent
from clinic.visits import FollowUp, Visit

Due = Literal["24 h", "48 h", "next visit"]
AFTER: Final[dict[Due, timedelta]] = {"24 h": timedelta(hours=24), "48 h": timedelta(hours=48)}
"""Soreness mostly begins within 12 h and is over after 36 h (Cambron 2007); thresholds are back by 48 h."""


class Prompt(NamedTuple):
    """Somebody is to be asked."""

    visit: Visit
    due: Due
    at: datetime | None
    """From when on; None for a next visit that nobody agreed on."""


class Entry(NamedTuple):
    """A line of the soreness diary."""

    visit: Visit | None
    told: FollowUp


def prompts(course: Course) -> tuple[Prompt, ...]:
    """What was not asked yet of the newest visit, and at it of the one before; older ones nobody remembers."""
    visits = course.in_order
    asked = {(each.visit, each.due) for each in course.observations if isinstance(each, FollowUp)}
    found = [prompt for visit in visits[-1:] for prompt in _of(visit)]
    if len(visits) > 1:
        found.insert(0, Prompt(visits[-2], "next visit", visits[-1].at))
    return tuple(prompt for prompt in found if (prompt.visit.id, prompt.due) not in asked)


def unasked(course: Course) -> tuple[AdverseEvent, ...]:
    """Each STOP after which nobody asked yet how the client is, oldest first; `due` says from when on."""
    return tuple(event for event in course.events if event.follow_up is None)


def _of(visit: Visit) -> Iterator[Prompt]:
    for due, after in AFTER.items():
        yield Prompt(visit, due, visit.at + after)
    at = datetime.combine(visit.next_visit, visit.at.timetz()) if visit.next_visit else None
    yield Prompt(visit, "next visit", at)


def diary(course: Course) -> tuple[Entry, ...]:
    """What was told afterwards, oldest first."""
    visits = {visit.id: visit for visit in course.visits}
    told = sorted((each for each in course.observations if isinstance(each, FollowUp)), key=lambda each: each.at)
    return tuple(Entry(visits.get(each.visit) if each.visit else None, each) for each in told)
