"""What Alembic runs: the steps, on the connection that it is given, in its transaction."""

from __future__ import annotations

from alembic import context

from clinic.store.schema import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
context.run_migrations()
