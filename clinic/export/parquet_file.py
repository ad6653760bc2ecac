"""Parquet: types, units and all metadata stand in the schema."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as parquet

from clinic.export.choices import What
from clinic.export.recording import Recording
from clinic.export.tables import table


def write_parquet(recording: Recording, path: Path, what: What) -> None:
    """Write one table."""
    parquet.write_table(table(recording, what), path, compression="zstd")
