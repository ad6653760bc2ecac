"""Taking in what a clinic exported: what is not here yet, all of it or nothing, and never in the place of ours."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple
from uuid import UUID
from zipfile import BadZipFile, ZipFile

from pydantic import ValidationError
from sqlalchemy import Table, select
from sqlalchemy.sql.elements import ColumnElement

from clinic.entries.entry import Value
from clinic.people import Account, Client, Point
from clinic.screening.chart import Chart
from clinic.screening.doses import Dose
from clinic.store.backup import RECORDS
from clinic.store.clients import put_client
from clinic.store.disk import saying_disk, whole_file
from clinic.store.doses import put_dose
from clinic.store.errors import Damaged
from clinic.store.history import belongs_to, put_observation, put_point, put_visit
from clinic.store.opened import Clinic
from clinic.store.schema import ACCOUNT, CHART, CLIENT, DOSE, OBSERVATION, POINT, VISIT, WAY
from clinic.store.shelf import put, take, text_of
from clinic.store.trail import Desk, Did, note
from clinic.store.transfer import FORMAT, LINES
from clinic.store.ways import put_way
from clinic.visits import OBSERVATION as READS
from clinic.visits import Visit
from clinic.way.way import Way


class Came(NamedTuple):
    """What an import did."""

    new: int
    same: int
    kept_ours: int
    """Values that are here already in another form: they were left as they are."""
    left_out: int
    """Lines of the other clinic's audit trail: ours tells what happened here."""
    records: int
    """New files."""


def is_plain(path: Path) -> bool:
    """Whether a file is a zip from its first byte on; a sealed one holds a zip, and begins otherwise."""
    try:
        with path.open("rb") as file:
            return file.read(2) == b"PK"
    except OSError as error:
        raise Damaged(f"{path}: it cannot be read: {error.strerror}") from error


def open_zip(path: Path) -> ZipFile:
    """An export that is not sealed; raises `Damaged`."""
    try:
        return ZipFile(path)
    except (OSError, BadZipFile) as error:
        raise Damaged(f"{path}: this is no export of a clinic: choose another file") from error


def take_in(clinic: Clinic, content: ZipFile, records: Path) -> Came:
    """All that is new; raises `Damaged`, `NotAllowed` or `NoRoom`, and nothing was taken in then."""
    counted = dict.fromkeys(Came._fields, 0)
    with clinic.work() as desk:
        desk.require_practitioner("import people")
        for kind, value in _read(content):
            counted[_kept(desk, kind, value)] += 1
        counted["records"] = sum(_file(content, name, records) for name in content.namelist() if _is_record(name))
        note(desk, Did.IMPORTED, what=f"{counted['new']} values")
    return Came(**counted)


def _read(content: ZipFile) -> Iterator[tuple[str, Any]]:
    try:
        with content.open(LINES) as file:
            lines: Iterator[dict[str, Any]] = (json.loads(line) for line in io.TextIOWrapper(file, encoding="utf-8"))
            first = next(lines, None)
            if first is None or first["kind"] != "format" or first["value"]["format"] != FORMAT:
                raise Damaged("this is no export that this version can read: update it; nothing was taken in")
            for line in lines:
                yield line["kind"], line["value"]
    except (BadZipFile, KeyError, TypeError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise Damaged("the export is damaged; nothing was taken in: take another one") from error


def _kept(desk: Desk, kind: str, value: Any) -> str:
    """Which count of `Came` it adds to."""
    if kind not in _TAKERS:
        return "left_out"
    try:
        return _TAKERS[kind](desk, value)
    except (ValidationError, KeyError, TypeError) as error:
        raise Damaged(f"the export holds something ({kind}) that this version cannot read: update it") from error


def _account(desk: Desk, value: Any) -> str:
    """Somebody of the other clinic has no key here: the account only tells who signed."""
    account = Account.model_validate(value, strict=False).model_copy(update={"active": False})
    if take(desk, ACCOUNT, Account, ACCOUNT.c.id == account.id) is not None:
        return "same"
    login = f"{account.login[:25]}.{account.id.hex[:6]}"  # another person may have that login here
    put(desk, ACCOUNT, account.model_copy(update={"login": login}), id=account.id, login=login)
    return "new"


def _client(desk: Desk, value: Any) -> str:
    client = Client.model_validate(value)
    known = _known(desk, CLIENT, CLIENT.c.id == client.id, client)
    if known == "new":
        put_client(desk, client)
        note(desk, Did.ADDED, client.id, "client, by an import")
    return known


def _chart(desk: Desk, value: Any) -> str:
    client, chart = UUID(value["client"]), Chart.model_validate(value["chart"])
    known = _known(desk, CHART, CHART.c.client == client, chart)
    if known == "new":
        put(desk, CHART, chart, client=client)
    return known


def _dose(desk: Desk, value: Any) -> str:
    client, dose = UUID(value["client"]), Dose.model_validate(value["dose"])
    known = _known(desk, DOSE, DOSE.c.id == dose.id, dose)
    if known == "new":
        put_dose(desk, client, dose)
    return known


def _way(desk: Desk, value: Any) -> str:
    client, way = UUID(value["client"]), Way.model_validate(value["way"])
    known = _known(desk, WAY, WAY.c.id == way.id, way)
    if known == "new":
        put_way(desk, client, way)
    return known


def _point(desk: Desk, value: Any) -> str:
    point = Point.model_validate(value)
    known = _known(desk, POINT, POINT.c.id == point.id, point)
    if known == "new":
        put_point(desk, point)
    return known


def _visit(desk: Desk, value: Any) -> str:
    visit = Visit.model_validate(value)
    known = _known(desk, VISIT, VISIT.c.id == visit.id, visit)
    if known == "new":
        put_visit(desk, visit)
    return known


def _observation(desk: Desk, value: Any) -> str:
    observation = READS.validate_python(value)
    known = _known(desk, OBSERVATION, OBSERVATION.c.id == observation.id, observation)
    if known == "new":
        put_observation(desk, observation)
    return known


def _record(desk: Desk, value: Any) -> str:
    belongs_to(desk, value["file"], UUID(value["client"]))
    return "same"


_TAKERS: Final[dict[str, Callable[[Desk, Any], str]]] = {
    "account": _account,
    "client": _client,
    "chart": _chart,
    "point": _point,
    "dose": _dose,
    "visit": _visit,
    "way": _way,
    "observation": _observation,
    "record": _record,
}


def _known(desk: Desk, table: Table, where: ColumnElement[bool], value: Value) -> str:
    ours = desk.connection.scalar(select(table.c.body).where(where))
    if ours is None:
        return "new"
    return "same" if ours == text_of(value) else "kept_ours"


def _is_record(name: str) -> bool:
    """Whether it is a file right below the records: no name leads elsewhere."""
    return name.startswith(RECORDS) and Path(name).name == name[len(RECORDS) :] != ""


def _file(content: ZipFile, name: str, folder: Path) -> bool:
    path = folder / Path(name).name
    if path.exists():
        return False
    with saying_disk(folder):
        folder.mkdir(parents=True, exist_ok=True)
    with whole_file(path) as file, content.open(name) as source:
        shutil.copyfileobj(source, file, 1 << 16)
    return True
