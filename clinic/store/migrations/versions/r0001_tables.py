"""Clients, visits, observations, accounts, records, backups, and the trail that nobody changes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

ID = sa.Uuid(native_uuid=False)
KEPT = "CREATE TRIGGER trail_{0} BEFORE {0} ON trail BEGIN SELECT RAISE(ABORT, 'the audit trail is never changed'); END"


def upgrade() -> None:
    """Make them."""
    op.create_table("account", _id(), _word("login", 32, unique=True), *_value())
    op.create_table("client", _id(), _word("pseudonym", 9, unique=True), *_value())
    op.create_table("chart", _client(primary_key=True), *_value())
    op.create_table("point", _id(), _client(), *_value())
    op.create_index("point_of_client", "point", ["client"])
    op.create_table("visit", _id(), _client(), _word("at", 32), *_value())
    op.create_index("visit_of_client", "visit", ["client", "at"])
    _observations()
    op.create_table("record", sa.Column("file", sa.String(255), primary_key=True), _client())
    op.create_index("record_of_client", "record", ["client"])
    op.create_table("backup", _id(), _word("at", 32), sa.Column("path", sa.Text, nullable=False), _word("sha256", 64))
    _trail()


def _observations() -> None:
    op.create_table(
        "observation",
        _id(),
        _client(),
        sa.Column("visit", ID, sa.ForeignKey("visit.id", ondelete="CASCADE")),
        _word("kind", 16),
        sa.Column("site", sa.String(60)),
        sa.Column("side", sa.String(16)),
        _word("at", 32),
        *_value(),
    )
    op.create_index("observation_of_client", "observation", ["client", "kind", "site", "side", "at"])
    op.create_index("observation_of_visit", "observation", ["visit"])


def _trail() -> None:
    op.create_table(
        "trail",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        _word("at", 32),
        sa.Column("account", ID),
        _word("did", 24),
        sa.Column("subject", ID),
        sa.Column("what", sa.Text, nullable=False),
        _word("hash", 64),
        sa.CheckConstraint("number > 0", name="counted_from_one"),
    )
    for change in ("UPDATE", "DELETE"):
        op.execute(KEPT.format(change))


def _id() -> sa.Column[object]:
    return sa.Column("id", ID, primary_key=True)


def _word(name: str, length: int, *, unique: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=False, unique=unique)


def _client(*, primary_key: bool = False) -> sa.Column[object]:
    link = sa.ForeignKey("client.id", ondelete="CASCADE")
    return sa.Column("client", ID, link, nullable=False, primary_key=primary_key)


def _value() -> tuple[sa.Column[object], ...]:
    return sa.Column("version", sa.Integer, nullable=False), sa.Column("body", sa.Text, nullable=False)
