"""From a file's name to readings and what is known about them: the suffix decides."""

from __future__ import annotations

from pathlib import Path

from session.offline.lines import Advance
from session.offline.record_source import RECORD_SUFFIX, open_record
from session.offline.request import Request
from session.offline.source import Source, doubts, settings_for
from session.offline.survey import blocks, survey
from session.offline.table import Table


def open_source(file: str, request: Request, advance: Advance = lambda _: None) -> Source:
    """Look into a file; raises `InputError` with a sentence that does not name the file.

    `advance` is told how many more bytes of a table were read: its size now, and again when its pieces are.
    """
    return open_record(file, request) if Path(file).suffix == RECORD_SUFFIX else _open_table(file, request, advance)


def _open_table(file: str, request: Request, advance: Advance) -> Source:
    table = Table(Path(file), request.table, advance)
    facts = survey(table.rows(), request.table)
    return Source(
        file=file,
        settings=settings_for(request, facts),
        rate_hz=facts.rate_hz,
        pieces=lambda: blocks(table.rows(), facts),
        notes=table.notes + facts.notes + doubts(request, facts) + _in_vain(request),
    )


def _in_vain(request: Request) -> tuple[str, ...]:
    return () if request.tares is None else ("--tares does nothing here: only a record knows when a zero was measured",)
