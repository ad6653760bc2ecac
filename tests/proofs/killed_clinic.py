"""A clinic whose program is interrupted while it makes a backup, changes the key, migrates or restores."""

from __future__ import annotations

import hashlib
import random
import shutil
from collections.abc import Iterator
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

import alembic.command  # noqa: F401 - what is killed is the work and not an import
from sqlalchemy import Connection

from clinic.people import Client
from clinic.store.backup import back_up, read_backup
from clinic.store.cipher import check_whole
from clinic.store.errors import NoRoom, StoreError
from clinic.store.head import read_head
from clinic.store.new_key import change_key
from clinic.store.opened import Clinic, Passphrase
from clinic.store.restore import Target, restore
from clinic.store.sealed import read_envelope
from clinic.store.trail import breaks
from tests.clinic.store.older import make_older
from tests.clinic.store.people import WORD, again, begun, treated
from tests.proofs.traced import Moment, run, run_whole

KINDS: Final = ("backup", "key change", "migration", "restore")
RECORD_BYTES: Final = 300_000
SAID: Final = 3
"""How a program ends that said that there was no room."""
LATER_S: Final = 0.001
"""A random moment falls into so much time after a call; longer than any but the longest takes here."""


class Size(NamedTuple):
    """How much is in a clinic."""

    people: int
    visits: int


WHOLE: Final = Size(10, 4)
SMALL: Final = Size(2, 1)


class How(StrEnum):
    """How a program is interrupted."""

    AT_CALL = "at a call"
    AT_RANDOM = "at random"
    FULL = "full disk"


class Ended(NamedTuple):
    """What became of one clinic."""

    kind: str
    how: str
    number: int
    """Of the call before which it was killed or found no room; of the random moment."""
    over: bool
    """It came to its end and was not killed."""
    said: bool
    """That there was no room."""
    done: bool
    """Whether the new state was there; otherwise the old one was."""
    trouble: str
    """The promise that was broken, "" where none was."""


class Template(NamedTuple):
    """A clinic to copy, and what must be in it afterwards."""

    folder: Path
    people: str
    calls: int
    """That the whole makes and that change the disk."""
    writes: tuple[int, ...]
    """Those among them that write."""


class Clinics:
    """Clinics to interrupt, one kind after the other; this process must have one thread."""

    def __init__(self, folder: Path, size: Size) -> None:
        self._folder = folder
        present, older = folder / "present", folder / "older"
        _prepare(present, size)
        shutil.copytree(present, older)
        make_older(older / "clinic")
        self.templates = {kind: self._template(kind, older if kind == "migration" else present) for kind in KINDS}

    def interrupted(self, kind: str, how: How, number: int) -> Ended:
        """Interrupt one, and look at what is there."""
        template, place = self.templates[kind], self._folder / "now"
        shutil.copytree(template.folder, place)
        try:
            fate = run(partial(_work, kind, place), _moment(kind, how, number, template.calls))
            done, trouble = _judged(kind, place, template)
            if fate.code not in {None, 0, SAID} or (fate.code == 0 and not done):
                trouble = f"it did not do its work and did not say why; {trouble}"
        finally:
            shutil.rmtree(place)
        return Ended(kind, how, number, fate.code is not None, fate.code == SAID, done, trouble)

    def _template(self, kind: str, folder: Path) -> Template:
        place = self._folder / "whole"
        shutil.copytree(folder, place)
        fate = run_whole(partial(_work, kind, place))
        shutil.rmtree(place)
        with again(folder / "clinic") as clinic, clinic.work() as desk:
            digest = _digest(desk.connection)
        if kind == "migration":  # to look at it was to migrate it
            make_older(folder / "clinic")
        return Template(folder, digest, fate.calls, fate.writes)


def _moment(kind: str, how: How, number: int, calls: int) -> Moment:
    dice = random.Random(f"{kind} {number}")
    match how:
        case How.AT_CALL:
            return Moment(number)
        case How.AT_RANDOM:
            return Moment(dice.randrange(calls), dice.uniform(0.0, LATER_S))
        case How.FULL:
            return Moment(number, full=True)


def _prepare(folder: Path, size: Size) -> None:
    records = folder / "records"
    records.mkdir(parents=True)
    for number in range(2):
        (records / f"{number}.mcap").write_bytes(random.Random(number).randbytes(RECORD_BYTES))
    with begun(folder / "clinic") as clinic:
        for number in range(size.people):
            treated(clinic, Client(name=f"Person {number}"), size.visits, f"{number}.mcap")
        back_up(clinic, folder / "old.palpate-backup", records)


def _work(kind: str, folder: Path) -> int:
    try:
        _do(kind, folder)
    except NoRoom:
        return SAID
    return 0


def _do(kind: str, folder: Path) -> None:
    place, records = folder / "clinic", folder / "records"
    match kind:
        case "backup":
            with again(place) as clinic:
                back_up(clinic, folder / "new.palpate-backup", records)
        case "key change":
            with again(place) as clinic:
                change_key(clinic)
        case "migration":
            again(place).close()
        case _:
            restore(folder / "old.palpate-backup", Passphrase("anna", WORD), Target(place, records, replace=True))


def _judged(kind: str, place: Path, template: Template) -> tuple[bool, str]:
    records, before = place / "records", template.folder / "records"
    promises: dict[str, bool] = {
        "a record changed": all((records / path.name).read_bytes() == path.read_bytes() for path in before.iterdir())
    }
    done = read_head(place / "clinic").database != read_head(template.folder / "clinic").database
    try:
        with again(place / "clinic") as clinic:
            promises |= _looked_at(kind, clinic, template)
        again(place / "clinic").close()
    except StoreError as error:
        return done, f"it does not open: {error}"
    out = place / "new.palpate-backup"
    if out.exists():
        done = True
        promises["the backup is not whole"] = _restorable(out)
    promises["the backup that was there is damaged"] = _restorable(place / "old.palpate-backup")
    return done, "; ".join(text for text, held in promises.items() if not held)


def _looked_at(kind: str, clinic: Clinic, template: Template) -> dict[str, bool]:
    with clinic.work() as desk:
        promises = {
            "the database is damaged": check_whole(desk.connection) == (),
            "the trail is broken": next(breaks(desk.connection), None) is None,
            "people are missing or others": _digest(desk.connection) == template.people,
        }
    kept = {clinic.database.name} | ({"clinic-1.db"} if kind == "restore" else set())
    there = {path.name for path in clinic.folder.glob("*.db*")}
    promises["something was left lying"] = there <= kept and not list(clinic.folder.glob(".*.part"))
    promises["the head still waits"] = read_head(clinic.folder).coming is None
    return promises


def _restorable(path: Path) -> bool:
    envelope = read_envelope(path)
    try:
        read_backup(envelope, envelope.key("anna", WORD))
    except StoreError:
        return False
    return True


def _digest(connection: Connection) -> str:
    """Of all that is about people."""
    asked = "SELECT id, body FROM {} ORDER BY id"
    rows: Iterator[object] = (
        tuple(row)
        for table in ("client", "visit", "observation", "point")
        for row in connection.exec_driver_sql(asked.format(table))
    )
    return hashlib.sha256(repr(list(rows)).encode()).hexdigest()
