"""What was pressed where, and visits page by page, which were files of their own before."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

ID = sa.Uuid(native_uuid=False)


def upgrade() -> None:
    """Make both tables."""
    for name in ("dose", "way"):
        op.create_table(
            name,
            sa.Column("id", ID, primary_key=True),
            sa.Column("client", ID, sa.ForeignKey("client.id", ondelete="CASCADE"), nullable=False),
            sa.Column("at", sa.String(32), nullable=False),
            sa.Column("version", sa.Integer, nullable=False),
            sa.Column("body", sa.Text, nullable=False),
        )
        op.create_index(f"{name}_of_client", name, ["client", "at"])
