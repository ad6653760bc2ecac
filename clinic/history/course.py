"""All visits of one client, and what was observed in them and after them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

from pydantic import ValidationError

from clinic.entries.entry import Value
from clinic.mistakes import mistake
from clinic.people import Language, Point, Pseudonym
from clinic.screening.adverse import AdverseEvent
from clinic.screening.answers import Spot
from clinic.screening.chart import VISIT
from clinic.visits import HoldResult, Observation, Visit
from session.errors import InputError

SOONER: Final = timedelta(hours=1)
"""A record may begin before somebody opens the visit on the screen; *assumed*."""


class Course(Value):
    """One client by pseudonym; no name stands here."""

    pseudonym: Pseudonym
    language: Language = Language.ENGLISH
    points: tuple[Point, ...] = ()
    visits: tuple[Visit, ...] = ()
    observations: tuple[Observation, ...] = ()
    events: tuple[AdverseEvent, ...] = ()
    """Of the register: each STOP, oldest first."""

    @property
    def in_order(self) -> tuple[Visit, ...]:
        """Visits, oldest first."""
        return tuple(sorted(self.visits, key=lambda visit: visit.at))

    def of_visit(self, visit: UUID) -> tuple[Observation, ...]:
        """What was observed in it, oldest first."""
        found = (each for each in self.observations if each.visit == visit)
        return tuple(sorted(found, key=lambda each: each.at))

    @property
    def last_records(self) -> tuple[str, ...]:
        """The records of the newest visit that has any, by the names of their files, oldest first."""
        found = (self._records_in(visit) for visit in reversed(self.in_order))
        return next((names for names in found if names), ())

    def records_of_day(self, day: date) -> tuple[str, ...]:
        """The records of all visits of a day on this computer's calendar, oldest first; () where there is none."""
        visits = (visit for visit in self.in_order if visit.at.astimezone().date() == day)
        return tuple(name for visit in visits for name in self._records_in(visit))

    def _records_in(self, visit: Visit) -> tuple[str, ...]:
        holds = (each for each in self.of_visit(visit.id) if isinstance(each, HoldResult))
        return tuple(dict.fromkeys(each.record for each in holds))

    def visit_of(self, record: str, started_at: datetime) -> Visit | None:
        """The visit that a record belongs to: the one whose holds name it, else the one that it falls into."""
        named = {each.visit for each in self.observations if isinstance(each, HoldResult) and each.record == record}
        for visit in self.in_order:
            if visit.id in named:
                return visit
        around = [visit for visit in self.in_order if -SOONER <= started_at - visit.at <= VISIT]
        return around[-1] if around else None

    def spot_of(self, record: str, index: int) -> Spot | None:
        """Where a hold of a record was pressed, as it was noted."""
        for each in self.observations:
            if isinstance(each, HoldResult) and (each.record, each.index) == (record, index):
                return each.spot
        return None


def read_course(path: Path) -> Course:
    """Read a course as JSON; raises `InputError`."""
    try:
        return Course.model_validate_json(path.read_bytes())
    except OSError as error:
        raise InputError(f"{path}: it cannot be read: {error.strerror}") from error
    except ValidationError as error:
        raise InputError(f"{path}: this is no course of a client: {mistake(error)}") from error
