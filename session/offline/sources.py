"""From a file's name to readings and what is known about them: the suffix decides."""

from __future__ import annotations

from pathlib import Path

from session.offline.record_source import RECORD_SUFFIX, open_record
from session.offline.request import Request
from session.offline.source import Source, settings_for
from session.offline.survey import blocks, survey
from session.offline.table import Table


def open_source(file: str, request: Request) -> Source:
    """Look into a file; raises `InputError` with a sentence that does not name the file."""
    return open_record(file, request) if Path(file).suffix == RECORD_SUFFIX else _open_table(file, request)


def _open_table(file: str, request: Request) -> Source:
    table = Table(Path(file), request.table)
    facts = survey(table.rows(), request.table)
    return Source(
        file=file,
        settings=settings_for(request, facts),
        rate_hz=facts.rate_hz,
        pieces=lambda: blocks(table.rows(), facts),
        notes=table.notes,
    )
