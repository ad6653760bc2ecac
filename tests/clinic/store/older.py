"""A clinic as an older version left it: the database in the form of an earlier step."""

from __future__ import annotations

from pathlib import Path

from clinic.store.cipher import engine_of
from clinic.store.keys import Key
from tests.clinic.store.people import again

SINCE_0002 = (
    "DROP TABLE dose",
    "DROP TABLE way",
    "UPDATE alembic_version SET version_num = '0002'",
)
"""Takes back what came with 0003."""
SINCE = (
    *SINCE_0002,
    "DROP TRIGGER told_new",
    "DROP TRIGGER told_gone",
    "DROP TRIGGER told_other",
    "DROP TABLE words",
    "DROP TABLE told",
    "UPDATE alembic_version SET version_num = '0001'",
)
"""Takes back what came with 0002 too."""


def make_older(folder: Path, since: tuple[str, ...] = SINCE) -> None:
    """Turn a clinic of today into one of then."""
    run(folder, *since)


def run(folder: Path, *statements: str) -> None:
    """Change the database of a clinic past the program."""
    with again(folder) as clinic:
        path, key = clinic.database, Key(bytes(clinic.key))
    engine = engine_of(path, key)
    with engine.begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
    engine.dispose()
