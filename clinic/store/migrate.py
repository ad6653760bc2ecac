"""Which form a database has, and the way to the present one."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from clinic.store.errors import Damaged, Newer
from clinic.store.schema import REVISIONS

MIGRATIONS: Final = Path(__file__).with_name("migrations")


def revision_of(connection: Connection) -> str | None:
    """The step that was made last; None for a file without tables."""
    named = "SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'"
    if not connection.exec_driver_sql(named).scalar():
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def is_old(connection: Connection, path: Path) -> bool:
    """Whether steps are missing; raises `Newer` for a step that is not known here, `Damaged` for an empty file."""
    revision = revision_of(connection)
    if revision is None:
        raise Damaged(f"{path} is empty: restore a backup (palpate clinic restore)")
    if revision not in REVISIONS:
        raise Newer(f"{path} was made by a newer version of this program: update it; nothing was changed")
    return revision != REVISIONS[-1]


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Make the missing steps, in the connection's transaction."""
    from alembic import command  # takes a tenth of a second, and is needed once in a year
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
