"""The audit trail: who saw and changed what. It is only added to, and each line's hash covers the line before it.

It holds ids and the names of fields, never what stands in them, so that it can stay when a person is deleted. The chain
shows a line that was changed or taken out; that the last lines were cut off shows only who noted the last hash.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, Row, insert, select

from clinic.people import Account
from clinic.store.errors import NotAllowed
from clinic.store.schema import TRAIL

BEGIN: Final = "0" * 64
"""What the first line's hash covers instead of a line before it."""


class Did(StrEnum):
    """What somebody did."""

    BEGAN = "began the clinic"
    UNLOCKED = "unlocked"
    LISTED = "saw the list"
    SEARCHED = "searched"
    SAW = "saw"
    ADDED = "added"
    CHANGED = "changed"
    DELETED = "deleted"
    CHANGED_KEY = "changed a key"
    MIGRATED = "migrated"
    BACKED_UP = "made a backup"
    RESTORED = "restored a backup"
    EXPORTED = "exported"
    IMPORTED = "imported"
    SAW_TRAIL = "saw the audit trail"


class Desk(NamedTuple):
    """One transaction, who does it, and when."""

    connection: Connection
    account: Account
    now: datetime

    def require_practitioner(self, what: str) -> None:
        """Raises `NotAllowed` for a trainee."""
        if self.account.role != "practitioner":
            raise NotAllowed(f"a trainee does not {what}: ask a practitioner")


class Line(NamedTuple):
    """One entry of the trail."""

    number: int
    at: str
    account: UUID | None
    did: str
    subject: UUID | None
    what: str
    hash: str

    def follows(self, before: str) -> bool:
        """Whether the hash is the one of this line behind a line with that hash."""
        return self.hash == _hash(before, self)


def note(desk: Desk, did: Did, subject: UUID | None = None, what: str = "") -> None:
    """Add a line; `what` names kinds and fields, never a person."""
    last = tip(desk.connection)
    line = Line(last.number + 1, moment(desk.now), desk.account.id, did.value, subject, what, "")
    desk.connection.execute(insert(TRAIL).values(**line._replace(hash=_hash(last.hash, line))._asdict()))


class Tip(NamedTuple):
    """The last line: whoever notes it can see later whether lines were cut off."""

    number: int
    hash: str


def tip(connection: Connection) -> Tip:
    """The last line."""
    row = connection.execute(select(TRAIL.c.number, TRAIL.c.hash).order_by(TRAIL.c.number.desc()).limit(1)).first()
    return Tip(0, BEGIN) if row is None else Tip(row.number, row.hash)


def lines(connection: Connection, subject: UUID | None = None) -> tuple[Line, ...]:
    """All, or those about one subject; oldest first."""
    asked = select(TRAIL).order_by(TRAIL.c.number)
    if subject is not None:
        asked = asked.where(TRAIL.c.subject == subject)
    return tuple(_line(row) for row in connection.execute(asked))


def breaks(connection: Connection) -> Iterator[str]:
    """What is wrong with the chain, in words; nothing where it is whole."""
    before, number = BEGIN, 0
    for line in lines(connection):
        if line.number != number + 1:
            yield f"behind line {number} lines are missing"
        elif not line.follows(before):
            yield f"line {line.number} was changed"
        before, number = line.hash, line.number


def moment(at: datetime) -> str:
    """A time as tables keep it: UTC, sorted as text as by time."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _line(row: Row[Any]) -> Line:
    return Line._make(row)


def _hash(before: str, line: Line) -> str:
    told = [before, line.number, line.at, str(line.account), line.did, str(line.subject), line.what]
    return hashlib.sha256(json.dumps(told, ensure_ascii=True).encode()).hexdigest()
