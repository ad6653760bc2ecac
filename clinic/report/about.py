"""All that a report is made from: the records of a session, and what people noted about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from clinic.history.course import Course
from clinic.library import Library
from clinic.report.measured import Measured, MeasuredHold
from clinic.screening.answers import Spot
from clinic.visits import Observation, Visit


@dataclass(frozen=True, slots=True)
class Noted:
    """What people know and no record holds; all of it may be missing."""

    client: str | None = None
    """A pseudonym, or a name where somebody asked for it."""
    by: str | None = None
    course: Course | None = None
    spots: Mapping[str, Spot] | None = None
    """By the file name of a record: where all of its holds were pressed."""
    next_visit: date | None = None
    phone: str = ""
    """Of the practice, for a client to call."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A hold, its number on the page and where it was pressed."""

    number: int
    hold: MeasuredHold
    record: Measured
    spot: Spot | None


@dataclass(frozen=True, slots=True)
class Session:
    """One visit's records, at least one, oldest first, with what was noted."""

    records: tuple[Measured, ...]
    noted: Noted
    library: Library
    zone: tzinfo | None
    """Of the clinic; None: the machine's own."""
    printed_at: datetime
    software: str
    """The version that made the report."""

    @property
    def started_at(self) -> datetime:
        """On the clinic's clock."""
        return self.records[0].started_at.astimezone(self.zone)

    @property
    def simulated(self) -> bool:
        """Whether any of it is: then nobody may take the page for a person's."""
        return any(record.simulated for record in self.records)

    @property
    def practised(self) -> bool:
        """Whether somebody learned, and nobody was treated."""
        return all(record.plan is not None and record.plan.is_exercise for record in self.records)

    @property
    def visit(self) -> Visit | None:
        """That the records belong to, where a course tells."""
        if self.noted.course is None:
            return None
        found = (self.noted.course.visit_of(each.file, each.started_at) for each in self.records)
        return next((visit for visit in found if visit is not None), None)

    @property
    def observations(self) -> tuple[Observation, ...]:
        """Of the visit."""
        visit, course = self.visit, self.noted.course
        return course.of_visit(visit.id) if visit is not None and course is not None else ()

    @property
    def by(self) -> str | None:
        """Who treated."""
        return self.noted.by or (self.visit.by.name if self.visit else None)

    @property
    def client(self) -> str | None:
        """By pseudonym, unless a name was asked for."""
        return self.noted.client or (self.noted.course.pseudonym if self.noted.course else None)

    @property
    def next_visit(self) -> date | None:
        """When the client comes again."""
        return self.noted.next_visit or (self.visit.next_visit if self.visit else None)

    @property
    def holds(self) -> tuple[Placed, ...]:
        """Of all records, numbered through."""
        found = [(record, hold) for record in self.records for hold in record.holds]
        return tuple(
            Placed(number, hold, record, self._spot(record, hold.figures.index))
            for number, (record, hold) in enumerate(found, start=1)
        )

    @property
    def places(self) -> tuple[Spot, ...]:
        """Where was pressed, each once, in the order of the holds."""
        return tuple(dict.fromkeys(placed.spot for placed in self.holds if placed.spot is not None))

    @property
    def same_point_from(self) -> datetime:
        """When these points may be pressed again at the earliest."""
        hours = self.library.limits["same-point-again"].value
        return self.records[-1].started_at.astimezone(self.zone) + timedelta(hours=hours)

    def _spot(self, record: Measured, index: int) -> Spot | None:
        """As noted with the hold; else as said for the whole record."""
        noted = self.noted.course.spot_of(record.file, index) if self.noted.course else None
        return noted or (self.noted.spots or {}).get(record.file)
