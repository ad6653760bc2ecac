"""The way back from a backup: checked to the last byte first, and what was there before is set aside, never deleted."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple
from uuid import UUID
from zipfile import ZipFile

from sqlalchemy import delete, select

from clinic.people import Account
from clinic.store.backup import DATABASE, RECORDS, Manifest, Progress, opened_zip, read_backup
from clinic.store.cipher import engine_of, saying_database
from clinic.store.disk import saying_disk, whole_file
from clinic.store.errors import Absent, Damaged, Newer, NotAllowed, WrongKey
from clinic.store.head import HEAD_FILE, Head, free_name, read_head, remove_database, sweep, write_head
from clinic.store.keys import Key
from clinic.store.opened import Clock, Passphrase, claim, utc_now
from clinic.store.schema import ACCOUNT, CLIENT, RECORD, REVISIONS
from clinic.store.sealed import Envelope, read_envelope
from clinic.store.succession import require_room, require_whole
from clinic.store.trail import Desk, Did, breaks, note

ASIDE: Final = "set-aside-"
"""How the names of former heads begin; the database that such a head names lies beside it."""


class Restored(NamedTuple):
    """What came back."""

    manifest: Manifest
    aside: Path | None
    """The former head, which still leads to the former database."""
    other_records: tuple[str, ...]
    """Files that are there with another content: they were left as they are."""


class Target(NamedTuple):
    """Where everything goes."""

    folder: Path
    records: Path
    replace: bool = False
    """Whether a clinic that is there may be set aside."""


def restore(
    path: Path, way: Passphrase, to: Target, *, clock: Clock = utc_now, progress: Progress = lambda _text: None
) -> Restored:
    """Put a backup in its place; raises `WrongKey`, `Damaged`, `Newer`, `NotAllowed`, `NoRoom` or `Busy`.

    The passphrases are those of the day of the backup. Until the last step, which is one, the clinic is as before.
    """
    envelope = read_envelope(path)
    key = envelope.key(way.login, way.text)
    manifest = read_backup(envelope, key, progress)
    if manifest.revision not in REVISIONS:
        raise Newer(f"{path} was made by a newer version of this program: update it; nothing was changed")
    guard = claim(to.folder)
    try:
        return _put_back(envelope, key, manifest, to, (way, clock()))
    finally:
        guard.release()


def _put_back(
    envelope: Envelope, key: Key, manifest: Manifest, to: Target, who: tuple[Passphrase, datetime]
) -> Restored:
    head_file, (way, now) = to.folder / HEAD_FILE, who
    if head_file.exists() and not to.replace:
        raise NotAllowed(f"{to.folder} holds a clinic: say --replace to set it aside; it is not deleted")
    require_room(to.folder, envelope.path.stat().st_size)
    doors = tuple(door.leading_to(Key(bytes.fromhex(manifest.key))) for door in envelope.head.doors)
    account = next(door.account for door in doors if door.login == way.login or len(doors) == 1)
    head = Head(
        id=manifest.clinic,
        doors=doors,
        database=free_name(to.folder),
        lock_after_min=manifest.lock_after_min,
        erased=_erased(to.folder, manifest.clinic),
    )
    database = to.folder / head.database
    former = _announce(to.folder, head.database)
    try:
        with opened_zip(envelope, key) as content:
            _unpack(content, database)
            files = _checked(head, database, Key(bytes.fromhex(manifest.key)), (account, now))
            others = tuple(_records(content, [name for name in manifest.records if name in files], to.records))
        aside = _set_aside(head_file, former, now)
        write_head(to.folder, head)
    except BaseException:
        remove_database(database)
        if former is not None:
            write_head(to.folder, former)
        raise
    return Restored(manifest, aside, others)


def _unpack(content: ZipFile, path: Path) -> None:
    with whole_file(path) as file, content.open(DATABASE) as source:
        shutil.copyfileobj(source, file, 1 << 16)


def _records(content: ZipFile, names: list[str], folder: Path) -> Iterator[str]:
    """Put them where they are missing; yields those that are there with another content."""
    with saying_disk(folder):
        folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        path = folder / name
        if path.parent != folder:
            raise Damaged("a record in the backup has a name that leads elsewhere: take another backup")
        if not path.exists():
            with whole_file(path) as file, content.open(RECORDS + name) as source:
                shutil.copyfileobj(source, file, 1 << 16)
        elif not _same(path, content, name):
            yield name


def _same(path: Path, content: ZipFile, name: str) -> bool:
    with path.open("rb") as one, content.open(RECORDS + name) as other:
        return hashlib.file_digest(one, "sha256").digest() == hashlib.file_digest(other, "sha256").digest()  # type: ignore[arg-type]  # a zip's file reads like one


def _announce(folder: Path, name: str) -> Head | None:
    """Name what is coming, so that it is deleted where this is interrupted; returns the head as it was."""
    try:
        former = sweep(folder, read_head(folder))
    except (Absent, Damaged, Newer):
        return None
    write_head(folder, former.model_copy(update={"coming": name}))
    return former


def _erased(folder: Path, clinic: UUID) -> tuple[UUID, ...]:
    """Who was deleted here since then; nobody is known where the head is gone or another clinic's."""
    try:
        head = read_head(folder)
    except (Absent, Damaged, Newer):
        return ()
    return head.erased if head.id == clinic else ()


def _checked(head: Head, database: Path, key: Key, who: tuple[UUID, datetime]) -> frozenset[str]:
    """Read every page and the trail, delete again who was deleted since then, and write who restored.

    Returns the records that are about somebody who is still there.
    """
    require_whole(database, key)
    engine, (account, now) = engine_of(database, key), who
    try:
        with saying_database(database), engine.begin() as connection:
            if broken := next(breaks(connection), None):
                raise Damaged(f"the audit trail in the backup is not as it was written: {broken}: take another backup")
            body = connection.scalar(select(ACCOUNT.c.body).where(ACCOUNT.c.id == account))
            if body is None:
                raise WrongKey("this account is not in the backup: use another one")
            desk = Desk(connection, Account.model_validate_json(body), now)
            back = tuple(connection.scalars(select(CLIENT.c.id).where(CLIENT.c.id.in_(head.erased))))
            connection.execute(delete(CLIENT).where(CLIENT.c.id.in_(back)))
            for client in back:
                note(desk, Did.DELETED, client, "again, after a restored backup")
            note(desk, Did.RESTORED)
            return frozenset(connection.scalars(select(RECORD.c.file)))
    finally:
        engine.dispose()


def _set_aside(head_file: Path, former: Head | None, now: datetime) -> Path | None:
    """Keep the head that was there, as it was before; byte by byte where it cannot be read."""
    if not head_file.exists():
        return None
    content = head_file.read_bytes() if former is None else former.model_dump_json(indent=1).encode()
    aside = head_file.with_name(f"{ASIDE}{now.astimezone(UTC):%Y%m%dT%H%M%S%f}.json")
    with saying_disk(head_file), whole_file(aside) as file:
        file.write(content)
    return aside
