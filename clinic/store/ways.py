"""Visits page by page, and what they tell: each page is in the history of the person as soon as it was filled in."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import delete, select

from clinic.people import Point
from clinic.screening.answers import Spot
from clinic.store.history import belongs_to, put_observation, put_point, put_visit
from clinic.store.schema import OBSERVATION, POINT, TOLD, VISIT, WAY
from clinic.store.search import tell
from clinic.store.shelf import changed_fields, keep, put, take
from clinic.store.trail import Desk, Did, moment, note
from clinic.visits import Observation, Phase, ThresholdReading, Visit
from clinic.way.said import Treated
from clinic.way.told import course_of
from clinic.way.way import Way


def ways_of(desk: Desk, client: UUID) -> tuple[Way, ...]:
    """Look at all of them, oldest first."""
    bodies = desk.connection.scalars(select(WAY.c.body).where(WAY.c.client == client).order_by(WAY.c.at))
    note(desk, Did.SAW, client, "visits page by page")
    return tuple(Way.model_validate_json(body) for body in bodies)


def keep_way(desk: Desk, client: UUID, way: Way) -> None:
    """Keep a visit as it stands now, and what it tells instead of what it told before."""
    whose = (WAY.c.id == way.id) & (WAY.c.client == client)
    old = take(desk, WAY, Way, whose)
    keep(desk, WAY, whose, way, id=way.id, client=client, at=moment(way.began_at))
    if way.entries:
        _tell(desk, client, old, way)
    if old is None:
        note(desk, Did.ADDED, client, "visit")
    elif changed := changed_fields(old, way):
        note(desk, Did.CHANGED, client, f"visit: {changed}")


def put_way(desk: Desk, client: UUID, way: Way) -> None:
    """A new one without a line in the trail, and without what it tells: who calls takes that in too."""
    put(desk, WAY, way, id=way.id, client=client, at=moment(way.began_at))


def _tell(desk: Desk, client: UUID, old: Way | None, way: Way) -> None:
    told, former = course_of(way, client), None if old is None else course_of(old, client)
    before = set() if former is None else {each.id for each in former.observations}
    _visit(desk, told.visits[0])
    _points(desk, () if former is None else former.points, told.points)
    measured = _measured(desk, way)
    new = tuple(each for each in told.observations if not _typed(each, measured))
    for gone in before - {each.id for each in new}:
        desk.connection.execute(delete(OBSERVATION).where(OBSERVATION.c.id == gone))
        desk.connection.execute(delete(TOLD).where(TOLD.c.subject == gone))
    for each in new:
        if each.id not in before:
            put_observation(desk, each)
    for entry in way.entries:
        if isinstance(entry.said, Treated):
            belongs_to(desk, entry.said.record, client)


def _points(desk: Desk, old: tuple[Point, ...], new: tuple[Point, ...]) -> None:
    """Those that were taken out or moved go, those that are new or moved come."""
    for gone in set(old) - set(new):
        desk.connection.execute(delete(POINT).where(POINT.c.id == gone.id))
    for each in new:
        if each not in old:
            put_point(desk, each)


def _measured(desk: Desk, way: Way) -> frozenset[Spot]:
    """Where a threshold of this visit was measured and recorded."""
    bodies = desk.connection.scalars(
        select(OBSERVATION.c.body).where(OBSERVATION.c.visit == way.id, OBSERVATION.c.kind == "threshold")
    )
    found = (ThresholdReading.model_validate_json(body) for body in bodies)
    return frozenset(each.spot for each in found if each.record is not None)


def _typed(told: Observation, measured: frozenset[Spot]) -> bool:
    """Whether it only repeats on a page what was measured at that place before the treatment."""
    return isinstance(told, ThresholdReading) and told.phase is Phase.BEFORE and told.spot in measured


def _visit(desk: Desk, visit: Visit) -> None:
    """As the way tells it; what only the visit knows stays."""
    old = take(desk, VISIT, Visit, VISIT.c.id == visit.id)
    if old is None:
        put_visit(desk, visit)
        return
    new = visit.model_copy(update={"appointment_min": old.appointment_min, "version": old.version})
    if new == old:
        return
    new = new.model_copy(update={"version": old.version + 1})
    keep(desk, VISIT, VISIT.c.id == visit.id, new, at=moment(visit.at))
    tell(desk, new.id, new.client, new.goals, new.note)
