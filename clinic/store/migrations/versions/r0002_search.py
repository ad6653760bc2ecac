"""Names, notes and words can be searched: a table of texts with its index, filled from what is there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

ID = sa.Uuid(native_uuid=False)
INDEX = (
    """
    CREATE VIRTUAL TABLE words USING fts5(
      text, content='told', content_rowid='number', tokenize='unicode61 remove_diacritics 2', prefix='2 3 4'
    )
    """,
    "INSERT INTO words(words, rank) VALUES ('secure-delete', 1)",
    """
    CREATE TRIGGER told_new AFTER INSERT ON told BEGIN
      INSERT INTO words(rowid, text) VALUES (new.number, new.text);
    END
    """,
    """
    CREATE TRIGGER told_gone AFTER DELETE ON told BEGIN
      INSERT INTO words(words, rowid, text) VALUES ('delete', old.number, old.text);
    END
    """,
    """
    CREATE TRIGGER told_other AFTER UPDATE ON told BEGIN
      INSERT INTO words(words, rowid, text) VALUES ('delete', old.number, old.text);
      INSERT INTO words(rowid, text) VALUES (new.number, new.text);
    END
    """,
)
"""Without letters' marks, so that "muller" finds "Müller"; what is deleted is deleted from the index too."""
FILLED = (
    """
    INSERT INTO told(subject, client, text)
    SELECT id, id, concat_ws(' ', body ->> 'name', body ->> 'pseudonym', body ->> 'contact', body ->> 'note')
    FROM client
    """,
    """
    INSERT INTO told(subject, client, text)
    SELECT id, client, concat_ws(' ', body ->> 'goals', body ->> 'note')
    FROM visit WHERE concat(body ->> 'goals', body ->> 'note') <> ''
    """,
    """
    INSERT INTO told(subject, client, text)
    SELECT id, client, concat_ws(' ', body ->> 'words', body ->> 'note')
    FROM observation WHERE concat(body ->> 'words', body ->> 'note') <> ''
    """,
    """
    INSERT INTO told(subject, client, text) SELECT id, client, body ->> 'note' FROM point WHERE body ->> 'note' <> ''
    """,
)
"""The texts that the store tells from then on."""


def upgrade() -> None:
    """Make and fill it."""
    op.create_table(
        "told",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("subject", ID, nullable=False, unique=True),
        sa.Column("client", ID, sa.ForeignKey("client.id", ondelete="CASCADE"), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_index("told_of_client", "told", ["client"])
    for statement in (*INDEX, *FILLED):
        op.execute(statement)
