"""The tables. A row holds a whole value as JSON, and beside it what is looked for; migrations make them (alembic).

`client` stands everywhere beside what is about a person, and deletes it along.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, MetaData, String, Table, Text
from sqlalchemy.types import Uuid

METADATA: Final = MetaData()
REVISIONS: Final = ("0001", "0002", "0003")
"""The steps of the migrations, oldest first; the last one makes the tables below."""


def _id() -> Column[object]:
    return Column("id", Uuid(native_uuid=False), primary_key=True)


def _client(*, primary_key: bool = False) -> Column[object]:
    link = ForeignKey("client.id", ondelete="CASCADE")
    return Column("client", Uuid(native_uuid=False), link, nullable=False, primary_key=primary_key)


def _at() -> Column[str]:
    """UTC in ISO 8601 with microseconds: sorted as text it is sorted by time."""
    return Column("at", String(32), nullable=False)


def _value() -> tuple[Column[object], ...]:
    return Column("version", Integer, nullable=False), Column("body", Text, nullable=False)


ACCOUNT: Final = Table("account", METADATA, _id(), Column("login", String(32), nullable=False, unique=True), *_value())

CLIENT: Final = Table("client", METADATA, _id(), Column("pseudonym", String(9), nullable=False, unique=True), *_value())

CHART: Final = Table("chart", METADATA, _client(primary_key=True), *_value())

POINT: Final = Table("point", METADATA, _id(), _client(), *_value(), Index("point_of_client", "client"))

VISIT: Final = Table("visit", METADATA, _id(), _client(), _at(), *_value(), Index("visit_of_client", "client", "at"))

DOSE: Final = Table("dose", METADATA, _id(), _client(), _at(), *_value(), Index("dose_of_client", "client", "at"))
"""What was pressed where and when; the limits at a point are fed by it."""

WAY: Final = Table("way", METADATA, _id(), _client(), _at(), *_value(), Index("way_of_client", "client", "at"))
"""Visits as somebody goes through them, page by page; `visit` and `observation` hold what they tell."""

OBSERVATION: Final = Table(
    "observation",
    METADATA,
    _id(),
    _client(),
    Column("visit", Uuid(native_uuid=False), ForeignKey("visit.id", ondelete="CASCADE")),
    Column("kind", String(16), nullable=False),
    Column("site", String(60)),
    Column("side", String(16)),
    _at(),
    *_value(),
    Index("observation_of_client", "client", "kind", "site", "side", "at"),
    Index("observation_of_visit", "visit"),
)

RECORD: Final = Table(
    "record",
    METADATA,
    Column("file", String(255), primary_key=True),
    _client(),
    Index("record_of_client", "client"),
)
"""Which files of the folder of records are about whom; the files themselves name nobody."""

BACKUP: Final = Table(
    "backup", METADATA, _id(), _at(), Column("path", Text, nullable=False), Column("sha256", String(64), nullable=False)
)
"""Copies that were made: they hold whoever was here then, until somebody deletes the file."""

TRAIL: Final = Table(
    "trail",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    _at(),
    Column("account", Uuid(native_uuid=False)),
    Column("did", String(24), nullable=False),
    Column("subject", Uuid(native_uuid=False)),
    Column("what", Text, nullable=False),
    Column("hash", String(64), nullable=False),
    CheckConstraint("number > 0", name="counted_from_one"),
)
"""Who saw and changed what: no row is changed or deleted (triggers), and each hash covers the one before it."""

TOLD: Final = Table(
    "told",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("subject", Uuid(native_uuid=False), nullable=False, unique=True),
    _client(),
    Column("text", Text, nullable=False),
    Index("told_of_client", "client"),
)
"""What can be searched: names, notes and words; `words` is its index (FTS5), kept by triggers."""
