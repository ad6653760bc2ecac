"""Whether a record has room."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Final, NamedTuple

from session.unknown import Unknown

READING_BYTES: Final = 140
"""What one reading takes in a record, mostly as JSON for viewers: 96 measured with four readings in a payload, 125
with one, and some room."""
FLOOR_BYTES: Final = 50_000_000
"""Left for everything else that this computer writes meanwhile; *assumed*."""


class Storage(NamedTuple):
    """The folder of the records at one moment."""

    folder: str
    free_bytes: int | Unknown
    """Unknown where nothing can be written: the reason says why."""


def look_at(folder: Path) -> Storage:
    """Make the folder where it is missing, write a byte there for a moment, and see how much is free."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"\0")
            file.flush()
        return Storage(str(folder), shutil.disk_usage(folder).free)
    except OSError as error:
        return Storage(str(folder), Unknown(error.strerror or str(error)))


def needed_bytes(duration_s: float, rate_hz: float) -> int:
    """Room for a record of this length."""
    return FLOOR_BYTES + round(duration_s * rate_hz * READING_BYTES)
