"""A clinic whose program is killed while it makes a backup, changes the key, migrates or restores."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

import alembic.command  # noqa: F401 - what is killed is the work and not an import
from sqlalchemy import Connection

from clinic.people import Client
from clinic.store.backup import back_up, read_backup
from clinic.store.cipher import check_whole
from clinic.store.errors import StoreError
from clinic.store.head import read_head
from clinic.store.new_key import change_key
from clinic.store.opened import Clinic, Passphrase
from clinic.store.restore import Target, restore
from clinic.store.sealed import read_envelope
from clinic.store.trail import breaks
from tests.clinic.store.older import make_older
from tests.clinic.store.people import WORD, again, begun, treated

KINDS: Final = ("backup", "key change", "migration", "restore")
RECORD_BYTES: Final = 300_000
LONGER: Final = 1.3
"""The kill falls into so much of the time that the whole takes."""


class Size(NamedTuple):
    """How much is in a clinic, and how often the time of an operation is taken."""

    people: int
    visits: int
    times: int


WHOLE: Final = Size(40, 10, 3)
SMALL: Final = Size(3, 1, 1)


class Ended(NamedTuple):
    """What became of one clinic."""

    kind: str
    seed: int
    share: float
    """When it was killed, of the time that the whole takes."""
    done: bool
    """Whether the new state was there; otherwise the old one was."""
    trouble: str
    """The promise that was broken, "" where none was."""


class Template(NamedTuple):
    """A clinic to copy, and what must be in it afterwards."""

    folder: Path
    people: str
    longest_s: float


class Clinics:
    """Clinics to kill, one kind after the other; this process must have one thread."""

    def __init__(self, folder: Path, size: Size) -> None:
        self._folder, self._size = folder, size
        present, older = folder / "present", folder / "older"
        _prepare(present, size)
        shutil.copytree(present, older)
        make_older(older / "clinic")
        self._templates = {kind: self._template(kind, older if kind == "migration" else present) for kind in KINDS}

    def killed(self, kind: str, seed: int) -> Ended:
        """Kill one, and look at what is there."""
        template, place = self._templates[kind], self._folder / "now"
        share = random.Random(f"{kind} {seed}").uniform(0.0, LONGER)
        shutil.copytree(template.folder, place)
        try:
            _in_child(partial(_work, kind, place), share * template.longest_s)
            done, trouble = _judged(kind, place, template)
        finally:
            shutil.rmtree(place)
        return Ended(kind, seed, share, done, trouble)

    def _template(self, kind: str, folder: Path) -> Template:
        times = []
        for number in range(self._size.times):
            place = self._folder / f"time-{number}"
            shutil.copytree(folder, place)
            began_s = time.monotonic()
            _in_child(partial(_work, kind, place), None)
            times.append(time.monotonic() - began_s)
            shutil.rmtree(place)
        with again(folder / "clinic") as clinic, clinic.work() as desk:
            digest = _digest(desk.connection)
        if kind == "migration":  # to look at it was to migrate it
            make_older(folder / "clinic")
        return Template(folder, digest, sorted(times)[len(times) // 2])


def _prepare(folder: Path, size: Size) -> None:
    records = folder / "records"
    records.mkdir(parents=True)
    for number in range(2):
        (records / f"{number}.mcap").write_bytes(random.Random(number).randbytes(RECORD_BYTES))
    with begun(folder / "clinic") as clinic:
        for number in range(size.people):
            treated(clinic, Client(name=f"Person {number}"), size.visits, f"{number}.mcap")
        back_up(clinic, folder / "old.palpate-backup", records)


def _work(kind: str, folder: Path) -> None:
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


def _in_child(work: Callable[[], None], kill_after_s: float | None) -> None:
    number = os.fork()
    if number == 0:
        try:
            work()
            os._exit(0)
        finally:
            os._exit(1)
    if kill_after_s is not None:
        time.sleep(kill_after_s)
        os.kill(number, signal.SIGKILL)
    _, status = os.waitpid(number, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise RuntimeError("it failed before it was killed")


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
