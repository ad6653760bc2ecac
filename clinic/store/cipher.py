"""Connections to an encrypted database, and what SQLite says, in words."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from clinic.store.errors import Busy, Damaged, NoRoom, StoreError
from clinic.store.keys import Key
from protocol.sentence import Sentence

SETTINGS: Final = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = FULL",
    "PRAGMA temp_store = MEMORY",
)
"""What is deleted is overwritten, what is committed is on the disk, nothing is sorted in a file without encryption."""
BUSY: Final = frozenset({5, 6})
"""SQLITE_BUSY and SQLITE_LOCKED, of https://sqlite.org/rescode.html; as below."""
FULL: Final = frozenset({13})
UNWRITABLE: Final = frozenset({8, 10, 14})
"""READONLY, IOERR, CANTOPEN."""
EXPORT_FAILS: Final = {
    "database or disk is full": 13,
    "disk I/O error": 10,
    "database disk image is malformed": 11,
    "unable to open database file": 14,
}
DAMAGED: Final = frozenset({11, 26})
"""CORRUPT, NOTADB: what is said where the check sum of a page is wrong, or the key."""


logging.getLogger("sqlalchemy").setLevel(logging.WARNING)
"""It can log whole rows, and these are about people: no setting of the program's own log turns that on."""


def connect(path: Path, key: Key) -> Any:
    """A bare connection to an existing or new file; the key is not checked before something is read."""
    connection = dbapi2.connect(str(path), isolation_level=None, timeout=0, check_same_thread=False)
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = {literal(key)}")
    for setting in SETTINGS:
        connection.execute(setting)
    return connection


def literal(key: Key) -> str:
    """A key as SQLCipher takes it: used as it is, without a derivation."""
    return f"\"x'{key.hex()}'\""


def engine_of(path: Path, key: Key) -> Engine:
    """One connection, for one thread at a time; transactions begin at once and hold all changes, of the schema too."""
    engine = create_engine(
        "sqlite://", creator=lambda: connect(path, key), module=dbapi2, poolclass=StaticPool, hide_parameters=True
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


@contextmanager
def saying_database(path: Path) -> Iterator[None]:
    """Turn what SQLite says into a sentence; raises `Busy`, `NoRoom` or `Damaged`, and lets faults of ours pass."""
    try:
        yield
    except (DBAPIError, dbapi2.Error) as error:
        said = error.orig if isinstance(error, DBAPIError) else error
        told = _sentence(path, _code(said), str(said))
        if told is None:
            raise
        raise told from error


def _code(said: object) -> int:
    """SQLite's code; what fails inside SQLCipher's export is told by its text alone."""
    code: int = getattr(said, "sqlite_errorcode", 0) & 0xFF
    return EXPORT_FAILS.get(str(said), code) if code == 1 else code


def _sentence(path: Path, code: int, said: str) -> StoreError | None:
    if code in BUSY:
        return Busy(Sentence("another program has the clinic open: close it there, then do it again"))
    if code in FULL:
        return NoRoom(
            Sentence("{path}: the disk is full; nothing of this was kept: make room and do it again", path=str(path))
        )
    if code in UNWRITABLE:
        return NoRoom(
            Sentence(
                "{path}: the disk refuses ({why}); nothing of this was kept: look at it and do it again",
                path=str(path),
                why=said,
            )
        )
    if code in DAMAGED:
        return Damaged(
            Sentence(
                "{path} is damaged ({why}); nothing was changed: restore a backup (palpate clinic restore)",
                path=str(path),
                why=said,
            )
        )
    return None


def check_whole(connection: Connection) -> tuple[str, ...]:
    """What is wrong with the file, page by page and then by SQLite's own rules; empty where all is well."""
    pages = [row[0] for row in connection.exec_driver_sql("PRAGMA cipher_integrity_check")]
    if pages:
        return tuple(pages)
    rules = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check(5)")]
    links = [f"{row[0]} {row[1]}" for row in connection.exec_driver_sql("PRAGMA foreign_key_check")]
    return (*(rule for rule in rules if rule != "ok"), *links)
