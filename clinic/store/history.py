"""Visits, points and observations: kept, changed, and read as they are asked for."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Row, Select, select
from sqlalchemy.dialects.sqlite import insert

from clinic.people import Client, Point
from clinic.screening.answers import Spot
from clinic.screening.chart import Chart, of_visit
from clinic.store.charts import chart_of
from clinic.store.clients import client_of
from clinic.store.errors import Absent, NotAllowed
from clinic.store.schema import OBSERVATION, POINT, RECORD, VISIT
from clinic.store.search import tell
from clinic.store.shelf import changed_fields, put, replace, take
from clinic.store.trail import Desk, Did, moment, note
from clinic.visits import OBSERVATION as READS
from clinic.visits import Observation, Visit
from protocol.sentence import Sentence


class Opened(NamedTuple):
    """A client as the first page shows it."""

    client: Client
    chart: Chart
    points: tuple[Point, ...]
    visits: tuple[Visit, ...]
    """Oldest first."""


def open_client(desk: Desk, client: UUID) -> Opened:
    """Everything but the observations; raises `Absent`."""
    points = desk.connection.scalars(select(POINT.c.body).where(POINT.c.client == client))
    visits = desk.connection.scalars(select(VISIT.c.body).where(VISIT.c.client == client).order_by(VISIT.c.at))
    return Opened(
        client_of(desk, client),
        chart_of(desk, client),
        tuple(Point.model_validate_json(body) for body in points),
        tuple(Visit.model_validate_json(body) for body in visits),
    )


def add_visit(desk: Desk, visit: Visit) -> None:
    """A new one; raises `NotAllowed` where nobody has that id."""
    put_visit(desk, visit)
    note(desk, Did.ADDED, visit.client, "visit")


def put_visit(desk: Desk, visit: Visit) -> None:
    """The same without a line in the trail: who calls writes one."""
    put(desk, VISIT, visit, version=visit.version, id=visit.id, client=visit.client, at=moment(visit.at))
    tell(desk, visit.id, visit.client, visit.goals, visit.note)


def change_visit(desk: Desk, visit: Visit) -> Visit:
    """Keep a changed one; returns it with its new version. Raises `NotAllowed` or `Absent`."""
    old = take(desk, VISIT, Visit, VISIT.c.id == visit.id)
    if old is None or old.client != visit.client:
        raise Absent(Sentence("there is no such visit of this person: look at the list again"))
    new = visit.model_copy(update={"version": visit.version + 1})
    replace(desk, VISIT, VISIT.c.id == visit.id, new, visit.version, at=moment(visit.at))
    tell(desk, new.id, new.client, new.goals, new.note)
    note(desk, Did.CHANGED, visit.client, f"visit: {changed_fields(old, visit)}")
    return new


def add_point(desk: Desk, point: Point) -> None:
    """A new one; raises `NotAllowed`."""
    put_point(desk, point)
    note(desk, Did.ADDED, point.client, "point")


def put_point(desk: Desk, point: Point) -> None:
    """The same without a line in the trail: who calls writes one."""
    put(desk, POINT, point, version=point.version, id=point.id, client=point.client)
    tell(desk, point.id, point.client, point.note)


def observe(desk: Desk, *observations: Observation) -> None:
    """Keep what was seen, measured or told; raises `NotAllowed` where a visit is another person's."""
    for each in observations:
        put_observation(desk, each)
        note(desk, Did.ADDED, each.client, each.kind)


def put_observation(desk: Desk, each: Observation) -> None:
    """The same without a line in the trail: who calls writes one."""
    _require_own_visit(desk, each)
    put(desk, OBSERVATION, each, version=each.version, **_beside(each))
    tell(desk, each.id, each.client, getattr(each, "words", ""), getattr(each, "note", ""))
    record: str | None = getattr(each, "record", None)
    if record is not None:
        belongs_to(desk, record, each.client)


def keep_results(desk: Desk, visit: Visit, *observations: Observation) -> None:
    """Keep what a record or a command tells of a visit, and the visit where it is new.

    What is known already, by its id, stays as it is; where there is nothing to tell, there was no visit.
    """
    if observations and take(desk, VISIT, Visit, VISIT.c.id == visit.id) is None:
        add_visit(desk, visit)
    ids = [each.id for each in observations]
    known = set(desk.connection.scalars(select(OBSERVATION.c.id).where(OBSERVATION.c.id.in_(ids))))
    observe(desk, *(each for each in observations if each.id not in known))


def visit_of_day(desk: Desk, client: UUID, at: datetime) -> Visit:
    """The visit that a moment belongs to; where there is none, a new one by whoever works, which is not kept yet."""
    asked = select(VISIT.c.body).where(VISIT.c.client == client, VISIT.c.at <= moment(at)).order_by(VISIT.c.at.desc())
    body = desk.connection.scalar(asked.limit(1))
    if body is not None and of_visit((newest := Visit.model_validate_json(body)).at, at):
        return newest
    return Visit(client=client, at=at, by=desk.account.examiner)


def reassign(desk: Desk, observation: UUID, spot: Spot, point: UUID | None) -> None:
    """Something was at another place than was noted; raises `Absent`."""
    row = desk.connection.execute(
        select(OBSERVATION.c.body, OBSERVATION.c.version).where(OBSERVATION.c.id == observation)
    ).first()
    if row is None:
        raise Absent("there is no such observation: look at the list again")
    old = READS.validate_json(row.body)
    new = old.model_copy(update={"spot": spot, "point": point, "version": old.version + 1})
    replace(desk, OBSERVATION, OBSERVATION.c.id == observation, new, row.version, site=spot.site, side=spot.side)
    note(desk, Did.CHANGED, old.client, f"{old.kind}: place, it was {old.spot}")


def history(desk: Desk, client: UUID, *, kind: str | None = None, spot: Spot | None = None) -> tuple[Observation, ...]:
    """All observations of a person, or of one kind or at one spot; oldest first."""
    asked: Select[str] = select(OBSERVATION.c.body).where(OBSERVATION.c.client == client)
    if kind is not None:
        asked = asked.where(OBSERVATION.c.kind == kind)
    if spot is not None:
        asked = asked.where(OBSERVATION.c.site == spot.site, OBSERVATION.c.side == spot.side)
    bodies = desk.connection.scalars(asked.order_by(OBSERVATION.c.at))
    note(desk, Did.SAW, client, f"history{f' of {kind}' if kind else ''}")
    return tuple(READS.validate_json(body) for body in bodies)


def belongs_to(desk: Desk, record: str, client: UUID) -> None:
    """A file among the records is about this person; raises `NotAllowed` where it is about another one."""
    desk.connection.execute(insert(RECORD).values(file=record, client=client).on_conflict_do_nothing())
    owner = desk.connection.scalar(select(RECORD.c.client).where(RECORD.c.file == record))
    if owner != client:
        raise NotAllowed(Sentence("the record {record} is about another person: choose the right one", record=record))


def records_about(desk: Desk, client: UUID) -> tuple[str, ...]:
    """The names of all files among the records that are about this person, oldest first."""
    note(desk, Did.SAW, client, "records")
    return tuple(
        desk.connection.scalars(select(RECORD.c.file).where(RECORD.c.client == client).order_by(RECORD.c.file))
    )


def _require_own_visit(desk: Desk, each: Observation) -> None:
    if each.visit is None:
        return
    owner: Row[tuple[UUID]] | None = desk.connection.execute(
        select(VISIT.c.client).where(VISIT.c.id == each.visit)
    ).first()
    if owner is None or owner.client != each.client:
        raise NotAllowed(Sentence("there is no such visit of this person: look at the list again"))


def _beside(each: Observation) -> dict[str, Any]:
    spot = each.spot
    place = {"site": None, "side": None} if spot is None else {"site": spot.site, "side": spot.side}
    return {
        "id": each.id,
        "client": each.client,
        "visit": each.visit,
        "kind": each.kind,
        "at": moment(each.at),
        **place,
    }
