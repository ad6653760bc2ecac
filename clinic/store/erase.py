"""Deleting a person: every row, every record, the index of what was written; and where copies may still be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple
from uuid import UUID

from sqlalchemy import delete, select

from clinic.store.disk import saying_disk, sync_folder
from clinic.store.errors import Absent, NoRoom
from clinic.store.opened import Clinic
from clinic.store.records import claim_records
from clinic.store.restore import ASIDE
from clinic.store.schema import BACKUP, CLIENT, RECORD, TRAIL
from clinic.store.trail import Desk, Did, note

ADDED: Final = Did.ADDED.value


class Copy(NamedTuple):
    """A file in which the person may still stand."""

    path: str
    made_at: str | None
    """None where nobody noted it."""
    there: bool
    """Whether the file is at its place now; it may lie somewhere else."""


class Erased(NamedTuple):
    """What was deleted, and what only people can delete."""

    records: tuple[str, ...]
    copies: tuple[Copy, ...]
    compacted: bool
    """False where the disk had no room to write the file anew; what was deleted is overwritten all the same."""


def erase(clinic: Clinic, client: UUID, records: Path) -> Erased:
    """Delete a person for good; raises `NotAllowed` for a trainee, `Absent`, `NoRoom`.

    Files go first: where this is interrupted, the person is still there and can be deleted again. Of the person stays
    an id in the audit trail, which nothing leads to any more.
    """
    with clinic.work() as desk:
        desk.require_practitioner("delete people")
        if desk.connection.scalar(select(CLIENT.c.id).where(CLIENT.c.id == client)) is None:
            raise Absent("there is no such client: look at the list (palpate clinic people list)")
        claim_records(desk, records)
        files = tuple(desk.connection.scalars(select(RECORD.c.file).where(RECORD.c.client == client)))
        copies = tuple(_copies(desk, client, clinic))
    clinic.keep_head(clinic.head.model_copy(update={"erased": (*clinic.head.erased, client)}))
    for name in files:
        _delete(records / name)
    if files and records.is_dir():
        sync_folder(records)
    with clinic.work() as desk:
        desk.connection.execute(delete(CLIENT).where(CLIENT.c.id == client))
        desk.connection.exec_driver_sql("INSERT INTO words(words) VALUES ('optimize')")
        note(desk, Did.DELETED, client, f"client, {len(files)} records")
    return Erased(files, copies, _compacted(clinic))


def _delete(path: Path) -> None:
    with saying_disk(path):
        path.unlink(missing_ok=True)


def _compacted(clinic: Clinic) -> bool:
    try:
        clinic.compact()
    except NoRoom:
        return False
    return True


def _copies(desk: Desk, client: UUID, clinic: Clinic) -> Iterator[Copy]:
    """Backups since the person was added, and databases that a restored backup or an import set aside."""
    added = desk.connection.scalar(
        select(TRAIL.c.at).where(TRAIL.c.subject == client, TRAIL.c.did == ADDED).order_by(TRAIL.c.number).limit(1)
    )
    for row in desk.connection.execute(select(BACKUP.c.path, BACKUP.c.at).order_by(BACKUP.c.at)):
        if added is None or row.at >= added:
            yield Copy(row.path, row.at, Path(row.path).exists())
    for path in sorted(clinic.folder.glob("clinic-*.db")):
        if path != clinic.database:
            yield Copy(str(path), None, there=True)
    for path in sorted(clinic.folder.glob(f"{ASIDE}*.json")):
        yield Copy(str(path), None, there=True)
