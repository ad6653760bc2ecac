"""Everything, or everything about one person, as JSON that any program can read.

A zip with `clinic.jsonl`, one value a line as `{"kind": …, "value": …}`, and the records. It is sealed unless somebody
asks for an open one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZipFile

from sqlalchemy import Table, select
from sqlalchemy.sql.elements import ColumnElement

from clinic.store.backup import RECORDS, pack
from clinic.store.disk import whole_file
from clinic.store.opened import Clinic
from clinic.store.records import claim_records
from clinic.store.schema import ACCOUNT, CHART, CLIENT, DOSE, OBSERVATION, POINT, RECORD, TRAIL, VISIT, WAY
from clinic.store.trail import Desk, Did, Line, moment, note

FORMAT: Final = "palpate.clinic-export/1"
LINES: Final = "clinic.jsonl"
SUFFIX: Final = ".palpate-export"
"""Of a sealed one; an open one is a zip and is called so."""
ABOUT_PEOPLE: Final[tuple[Table, ...]] = (CHART, POINT, DOSE, VISIT, WAY, OBSERVATION)
"""In the order in which they come in again."""
UNSIGNED: Final[tuple[Table, ...]] = (CHART, DOSE, WAY)
"""Their values do not say whose they are: it is said beside them."""


def write_export(clinic: Clinic, content: ZipFile, records: Path, client: UUID | None) -> int:
    """Fill a zip; the number of values. Raises `NotAllowed` for a trainee."""
    with clinic.work() as desk:
        desk.require_practitioner("export people")
        claim_records(desk, records)
        count = 0
        with content.open(LINES, "w", force_zip64=True) as file:
            file.write(_line("format", {"format": FORMAT, "clinic": str(clinic.head.id), "at": moment(desk.now)}))
            for kind, value in _values(desk, client):
                file.write(_line(kind, value))
                count += 1
        for name in _files(desk, client):
            if (records / name).is_file():
                with (records / name).open("rb") as source:
                    pack(content, source, RECORDS + name)
        note(desk, Did.EXPORTED, client, f"{count} values")
    return count


@contextmanager
def plain_zip(path: Path) -> Iterator[ZipFile]:
    """An export that anybody can read; raises `NoRoom`."""
    with whole_file(path) as file, ZipFile(file, "w", ZIP_DEFLATED) as content:
        yield content


def _values(desk: Desk, client: UUID | None) -> Iterator[tuple[str, Any]]:
    """Of everybody, or of one person."""
    for body in desk.connection.scalars(select(ACCOUNT.c.body)):
        yield "account", json.loads(body)
    whose = () if client is None else (CLIENT.c.id == client,)
    for body in desk.connection.scalars(select(CLIENT.c.body).where(*whose)):
        yield "client", json.loads(body)
    for table in ABOUT_PEOPLE:
        asked = select(table.c.client, table.c.body).where(*_of(table, client))
        for owner, body in desk.connection.execute(asked):
            value = json.loads(body)
            yield table.name, {"client": str(owner), table.name: value} if table in UNSIGNED else value
    for row in desk.connection.execute(select(RECORD).where(*_of(RECORD, client))):
        yield "record", {"file": row.file, "client": str(row.client)}
    whose = () if client is None else (TRAIL.c.subject == client,)
    for row in desk.connection.execute(select(TRAIL).where(*whose).order_by(TRAIL.c.number)):
        line = Line._make(row)
        yield "trail", line._replace(account=_text(line.account), subject=_text(line.subject))._asdict()


def _of(table: Table, client: UUID | None) -> tuple[ColumnElement[bool], ...]:
    return () if client is None else (table.c.client == client,)


def _text(identity: UUID | None) -> Any:
    return None if identity is None else str(identity)


def _files(desk: Desk, client: UUID | None) -> tuple[str, ...]:
    asked = select(RECORD.c.file).order_by(RECORD.c.file)
    return tuple(desk.connection.scalars(asked if client is None else asked.where(RECORD.c.client == client)))


def _line(kind: str, value: Any) -> bytes:
    return json.dumps({"kind": kind, "value": value}, ensure_ascii=True).encode() + b"\n"
