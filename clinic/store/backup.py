"""A whole clinic in one encrypted file, read back before it takes its name."""

from __future__ import annotations

import hashlib
import io
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Annotated, Final, Literal
from uuid import UUID, uuid4
from zipfile import ZIP_STORED, BadZipFile, ZipFile

from pydantic import ConfigDict, Field, NonNegativeInt, PositiveFloat, StringConstraints, ValidationError
from sqlalchemy import insert, select, update

from clinic.entries.entry import Value
from clinic.store.cipher import check_whole
from clinic.store.disk import whole_file
from clinic.store.errors import Damaged
from clinic.store.keys import Key, new_key
from clinic.store.migrate import revision_of
from clinic.store.opened import Clinic
from clinic.store.records import claim_records
from clinic.store.schema import BACKUP, RECORD
from clinic.store.sealed import Envelope, SealedHead, SealedReader, SealedWriter, read_envelope
from clinic.store.succession import require_room
from clinic.store.trail import Did, moment, note, tip

SUFFIX: Final = ".palpate-backup"
MANIFEST: Final = "manifest.json"
DATABASE: Final = "clinic.db"
RECORDS: Final = "records/"

Progress = Callable[[str], None]
"""Told what is being done, for people."""


class Manifest(Value):
    """What the backup says of itself, inside."""

    model_config = ConfigDict(hide_input_in_errors=True)

    format: Literal["palpate.clinic-backup/1"] = "palpate.clinic-backup/1"
    clinic: UUID
    key: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$"), Field(repr=False)]
    """Of the database in it."""
    revision: Annotated[str, StringConstraints(min_length=1)]
    lock_after_min: PositiveFloat
    lines: NonNegativeInt
    tip: str
    """The last line of the audit trail and its hash."""
    records: tuple[str, ...]
    missing: tuple[str, ...]
    """Records that are about somebody here, and whose files were not there any more."""


def back_up(clinic: Clinic, path: Path, records: Path, progress: Progress = lambda _text: None) -> Manifest:
    """Write everything into one new file, and read it back; raises `NotAllowed`, `NoRoom` or `Damaged`.

    It is listed before it is written: whoever is deleted later must be deleted there too.
    """
    identity = uuid4()
    with clinic.work() as desk:
        desk.require_practitioner("make backups")
        if found := check_whole(desk.connection):
            raise Damaged(f"{clinic.database} is damaged ({found[0]}): restore a backup, it was made before this")
        claim_records(desk, records)
        desk.connection.execute(insert(BACKUP).values(id=identity, at=moment(desk.now), path=str(path), sha256=""))
        note(desk, Did.BACKED_UP, identity)
    manifest = _written(clinic, path, records, progress)
    with path.open("rb") as file, clinic.work() as desk:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        desk.connection.execute(update(BACKUP).where(BACKUP.c.id == identity).values(sha256=digest))
    return manifest


def read_backup(envelope: Envelope, key: Key, progress: Progress = lambda _text: None) -> Manifest:
    """Read every byte; raises `Damaged` where one is not as it was written."""
    progress("reading it back")
    with opened_zip(envelope, key) as content:
        if (bad := content.testzip()) is not None:
            raise Damaged(f"{envelope.path}: {bad} in it is damaged: take another backup")
        try:
            manifest = Manifest.model_validate_json(content.read(MANIFEST))
        except (KeyError, ValidationError) as error:
            raise Damaged(f"{envelope.path}: this is no backup that this version can read: update it") from error
    return manifest


@contextmanager
def opened_zip(envelope: Envelope, key: Key) -> Iterator[ZipFile]:
    """The files inside; raises `Damaged`."""
    with SealedReader(envelope, key) as text, io.BufferedReader(text, 1 << 16) as buffered:
        try:
            with ZipFile(buffered) as content:
                yield content
        except BadZipFile as error:
            raise Damaged(f"{envelope.path}: what is in it is damaged: take another backup") from error


@contextmanager
def new_zip(path: Path, head: SealedHead, key: Key, check: Callable[[Path], None]) -> Iterator[ZipFile]:
    """A sealed file that takes its name once it is whole and checked; raises `NoRoom`."""
    with whole_file(path, check=check) as file:
        writer = SealedWriter(file, head, key)
        with ZipFile(writer, "w", ZIP_STORED) as content:
            yield content
        writer.finish()


def pack(content: ZipFile, source: IO[bytes], name: str) -> None:
    """Put a file in."""
    with content.open(name, "w", force_zip64=True) as target:
        shutil.copyfileobj(source, target, 1 << 16)


def _written(clinic: Clinic, path: Path, records: Path, progress: Progress) -> Manifest:
    key = new_key()
    doors = tuple(door.leading_to(key) for door in clinic.head.doors)
    head = SealedHead(kind="backup", made_at=clinic.clock(), clinic=clinic.head.id, doors=doors)

    def check(part: Path) -> None:
        read_backup(read_envelope(part), key, progress)

    require_room(path.parent, clinic.database.stat().st_size)
    with new_zip(path, head, key, check) as content:
        with clinic.work() as desk:  # nobody writes meanwhile
            files = tuple(desk.connection.scalars(select(RECORD.c.file).order_by(RECORD.c.file)))
            last, revision = tip(desk.connection), revision_of(desk.connection)
            with clinic.database.open("rb") as source:
                pack(content, source, DATABASE)
        there = tuple(name for name in files if (records / name).is_file())
        for name in there:
            progress(name)
            with (records / name).open("rb") as source:
                pack(content, source, RECORDS + name)
        manifest = Manifest(
            clinic=clinic.head.id,
            key=clinic.key.hex(),
            revision=revision or "",
            lock_after_min=clinic.head.lock_after_min,
            lines=last.number,
            tip=last.hash,
            records=there,
            missing=tuple(sorted(set(files) - set(there))),
        )
        content.writestr(MANIFEST, manifest.model_dump_json())
    return manifest
