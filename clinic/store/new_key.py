"""Another key for the whole database."""

from __future__ import annotations

from pathlib import Path

from clinic.store.cipher import engine_of, saying_database
from clinic.store.head import Head
from clinic.store.keys import new_key
from clinic.store.opened import Clinic
from clinic.store.succession import copy_database
from clinic.store.trail import Desk, Did, note


def change_key(clinic: Clinic) -> None:
    """Encrypt everything with a new random key; passphrases stay, and whoever had the old key can read nothing more.

    Raises `NotAllowed` for a trainee, `NoRoom` or `Damaged`, and everything is as before then. Backups keep their keys.
    """
    with clinic.work() as desk:
        desk.require_practitioner("change the key of the clinic")
    key, account = new_key(), clinic.account

    def make(path: Path) -> Head:
        copy_database(clinic.database, old, path, key)
        engine = engine_of(path, key)
        try:
            with saying_database(path), engine.begin() as connection:
                note(Desk(connection, account, clinic.clock()), Did.CHANGED_KEY, what="of the database")
        finally:
            engine.dispose()
        return clinic.head.model_copy(update={"doors": tuple(door.leading_to(key) for door in clinic.head.doors)})

    old = clinic.key
    clinic.move_to(make, key)
