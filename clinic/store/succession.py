"""How a database is replaced: the new one is made beside the old one, checked, and takes its place in one step.

Change of the key, migration and restoring are this. Wherever it is interrupted, the head leads to a database that is
whole: the old one until the new head is on the disk, the new one from then on.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from clinic.store.cipher import check_whole, connect, engine_of, literal, saying_database
from clinic.store.disk import saying_disk, sync_folder
from clinic.store.errors import Damaged, NoRoom, StoreError
from clinic.store.head import Head, free_name, remove_database, sweep, write_head
from clinic.store.keys import Key

ROOM: Final = 1.2
"""Of the size of what is copied, and a journal beside it; *assumed*."""
LEAST_ROOM: Final = 1_000_000
"""Bytes, for a small one."""


def succeed(folder: Path, head: Head, make: Callable[[Path], Head]) -> Head:
    """Let `make` write the new database and say how the head is then; returns the head with the new database.

    Raises what `make` raises; then everything is as before.
    """
    name = free_name(folder)
    write_head(folder, head.model_copy(update={"coming": name, "former": None}))
    try:
        after = make(folder / name)
        sync_folder(folder)
    except BaseException:
        with suppress(StoreError):  # what cannot be cleared now is cleared when the clinic is opened next
            remove_database(folder / name)
            write_head(folder, head)
        raise
    switched = after.model_copy(update={"database": name, "coming": None, "former": head.database})
    write_head(folder, switched)
    return sweep(folder, switched)


def copy_database(old: Path, key: Key, new: Path, new_key: Key) -> None:
    """Copy everything, compacted, encrypted with another key or the same; raises `NoRoom` or `Damaged`."""
    require_room(new.parent, old.stat().st_size)
    with saying_database(old):
        connection = connect(old, key)
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            new.touch(mode=0o600)
            connection.execute(f"ATTACH DATABASE ? AS new KEY {literal(new_key)}", (str(new),))
            connection.execute("SELECT sqlcipher_export('new')").fetchone()
            connection.execute("DETACH DATABASE new")
        finally:
            connection.close()
    require_whole(new, new_key)


def require_whole(path: Path, key: Key) -> None:
    """Read every page; raises `Damaged`."""
    with saying_database(path):
        engine = engine_of(path, key)
        try:
            with engine.begin() as connection:
                found = check_whole(connection)
        finally:
            engine.dispose()
    if found:
        raise Damaged(f"{path} is damaged ({found[0]}); nothing was changed: restore a backup (palpate clinic restore)")


def require_room(folder: Path, size: int) -> None:
    """Raises `NoRoom` where a copy of so many bytes cannot be written."""
    with saying_disk(folder):
        free = shutil.disk_usage(folder).free
    needed = max(round(ROOM * size), LEAST_ROOM)
    if free < needed:
        raise NoRoom(
            f"{folder}: this needs {needed / 1e6:.0f} MB for a while and {free / 1e6:.0f} MB are free; "
            "nothing was changed: make room and do it again"
        )
