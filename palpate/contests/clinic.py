"""A clinic with 1,000 people and 50 visits each: to open one, to read a history, to search; against the bare SQL."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final, NamedTuple
from uuid import UUID, uuid4

from sqlalchemy import insert

from clinic.people import Account, Client
from clinic.screening.answers import Examiner, Role, Side, Spot
from clinic.store.clients import put_client
from clinic.store.history import history, open_client
from clinic.store.keys import Cost
from clinic.store.opened import Clinic, create_clinic
from clinic.store.schema import OBSERVATION, TOLD, VISIT
from clinic.store.search import MOST, search
from clinic.store.trail import Desk, moment
from clinic.visits import HoldResult, Observation, PainScore, Phase, Visit
from palpate.contests.contest import REPEATS, Measured

PEOPLE: Final = 1000
VISITS: Final = 50
LIMIT_S: Final = 0.1
"""What each may take."""
SPOT: Final = Spot(site="upper-trapezius", side=Side.LEFT)
NAMES: Final = ("Abena", "Birgit", "Carlos", "Dmitri", "Elif", "Farid", "Grace", "Hana", "Ines", "Jonas")
BEGAN: Final = datetime(2025, 1, 6, 9, tzinfo=UTC)
FOUND: Final = (
    "SELECT told.client, count(*) FROM words JOIN told ON told.number = words.rowid WHERE words MATCH :asked "
    "GROUP BY told.client ORDER BY count(*) DESC, told.client LIMIT :most"
)


class Task(NamedTuple):
    """What a practitioner waits for, and the statements that it cannot do without."""

    name: str
    ours: Callable[[Desk], object]
    bare: tuple[str, ...]
    given: dict[str, str]


def clinic() -> Iterator[Measured]:
    """Its figures: each against the bare SQL on the same connection, and against the time that is allowed."""
    with tempfile.TemporaryDirectory() as folder:
        yield from measured(Path(folder) / "clinic", PEOPLE, VISITS)


def measured(folder: Path, people: int, visits: int) -> Iterator[Measured]:
    """The same for another size."""
    owner = Account(login="bench", name="Bench", role=Role.PRACTITIONER)
    cheap = Cost(memory_kib=8, iterations=1, lanes=1)
    with create_clinic(folder, owner, "a bench has no secrets", cost=cheap) as opened:
        with opened.work() as desk:
            client = filled(desk, people, visits)
        for task in tasks(client):
            turns = [_turn(opened, task) for _ in range(REPEATS)]
            ours, bare = tuple(turn[0] for turn in turns), tuple(turn[1] for turn in turns)
            yield Measured(f"clinic.{task.name}", ours, "the bare SQL on the same connection", bare, None)
            allowed = (LIMIT_S,) * REPEATS
            yield Measured(f"clinic.{task.name}.allowed", ours, f"{1000 * LIMIT_S:.0f} ms", allowed, 1.0)


def tasks(client: UUID) -> Iterator[Task]:
    """About one of them, who has as many visits as all others."""
    who = {"who": client.hex}
    of_client = [f"SELECT body FROM {table} WHERE client = :who" for table in ("chart", "point", "visit")]
    yield Task(
        "open", lambda desk: open_client(desk, client), ("SELECT body FROM client WHERE id = :who", *of_client), who
    )
    bare = "SELECT body FROM observation WHERE client = :who ORDER BY at"
    yield Task("history", lambda desk: history(desk, client), (bare,), who)
    yield _searching("search.name", "birgit 77")
    yield _searching("search.common", "temple")


def _searching(name: str, asked: str) -> Task:
    terms = " ".join(f'"{word}"*' for word in asked.split())
    return Task(name, lambda desk: search(desk, asked), (FOUND,), {"asked": terms, "most": f"{MOST}"})


def _turn(opened: Clinic, task: Task) -> tuple[float, float]:
    """The whole step with its transaction and its line in the trail, then the statements alone; s."""
    began_s = time.perf_counter()
    with opened.work() as desk:
        task.ours(desk)
    ours_s = time.perf_counter() - began_s
    with opened.work() as desk:
        driver = desk.connection.connection.driver_connection
        assert driver is not None
        began_s = time.perf_counter()
        for statement in task.bare:
            driver.execute(statement, {name: task.given[name] for name in task.given}).fetchall()
        return ours_s, time.perf_counter() - began_s


def filled(desk: Desk, people: int, visits: int) -> UUID:
    """Put people in who all have the same past under other ids; one of them."""
    first = Client(name="Birgit 77", note="stiff neck, desk work")
    past = [_visit(first, number) for number in range(visits)]
    for number in range(people):
        client = first if number == 0 else Client(name=f"{NAMES[number % len(NAMES)]} {number}")
        put_client(desk, client)
        rows = [_moved(visit, observed, client) for visit, observed in past]
        desk.connection.execute(insert(VISIT), [visit for visit, _ in rows])
        desk.connection.execute(insert(OBSERVATION), [each for _, observed in rows for each in observed])
        told = [
            {"subject": visit["id"], "client": client.id, "text": json.loads(visit["body"])["note"]}
            for visit, _ in rows
        ]
        desk.connection.execute(insert(TOLD), told)
    return first.id


def _visit(client: Client, number: int) -> tuple[Visit, list[Observation]]:
    at, by = BEGAN + timedelta(days=7 * number), Examiner(name="Bench", role=Role.PRACTITIONER)
    visit = Visit(client=client.id, at=at, by=by, note=f"visit{number} ache at the temple, better after the stairs")
    scores = [
        PainScore(client=client.id, visit=visit.id, at=at, by=by, spot=SPOT, phase=phase, nrs=nrs, entered_by="patient")
        for phase, nrs in ((Phase.BEFORE, 6), (Phase.AFTER, 3))
    ]
    return visit, [*scores, *(_hold(visit, index) for index in range(3))]


def _hold(visit: Visit, index: int) -> HoldResult:
    return HoldResult(
        client=visit.client,
        visit=visit.id,
        at=visit.at,
        by=visit.by,
        spot=SPOT,
        record=f"{visit.at:%Y-%m-%d}.mcap",
        index=index,
        target_n=25.0,
        area_cm2=1.0,
        duration_s=92.5,
        in_band_s=90.0,
        mean_kpa=249.5,
        peak_n=27.1,
        dose_kpa_s=22_455.0,
    )


def _moved(visit: Visit, observed: list[Observation], client: Client) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The same visit of somebody else, as rows."""
    identity = uuid4()
    swap = {str(visit.client): str(client.id), str(visit.id): str(identity)}
    at = moment(visit.at)
    row = {"id": identity, "client": client.id, "at": at, "version": 1, "body": _swapped(visit, swap)}
    rows = []
    for each in observed:
        own = uuid4()
        body = _swapped(each, swap | {str(each.id): str(own)})
        beside = {"visit": identity, "kind": each.kind, "site": SPOT.site, "side": SPOT.side, "at": at, "version": 1}
        rows.append({"id": own, "client": client.id, "body": body, **beside})
    return row, rows


def _swapped(value: Visit | Observation, swap: dict[str, str]) -> str:
    text = value.model_dump_json()
    for old, new in swap.items():
        text = text.replace(old, new)
    return text
