"""Which records are about whom: those that say so themselves are found without anybody's help."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from sqlalchemy import insert, select

from clinic.store.schema import CLIENT, RECORD
from clinic.store.trail import Desk, Did, note
from session.errors import InputError
from session.offline.record_source import RECORD_SUFFIX
from session.playback import header_of


def claim_records(desk: Desk, folder: Path) -> None:
    """Note whose each record is that names somebody of here and is not known yet, as copies that were recovered are."""
    known = set(desk.connection.scalars(select(RECORD.c.file)))
    people: dict[str, UUID] = {row.pseudonym: row.id for row in desk.connection.execute(select(CLIENT))}
    for path in sorted(folder.glob(f"*{RECORD_SUFFIX}")):
        client = None if path.name in known else people.get(_subject(path))
        if client is not None:
            desk.connection.execute(insert(RECORD).values(file=path.name, client=client))
            note(desk, Did.ADDED, client, "record")


def _subject(path: Path) -> str:
    """The pseudonym in its header; "" where there is none, or it cannot be read."""
    try:
        return header_of(path).subject or ""
    except InputError:
        return ""
