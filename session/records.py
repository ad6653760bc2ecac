"""Which records there are, and what each holds in short."""

from __future__ import annotations

from pathlib import Path

from session.documents import RecordDocument
from session.errors import InputError
from session.offline.instrument_source import instrument_of
from session.playback import read_record
from session.tool_stream import ToolStream


def list_records(folder: Path) -> tuple[RecordDocument, ...]:
    """All records of a folder, the oldest first; empty where there is no such folder."""
    return tuple(describe(path) for path in sorted(folder.glob("*.mcap")))


def describe(path: Path) -> RecordDocument:
    """One record; one that cannot be read is described by its error."""
    try:
        recorded = read_record(path)
    except InputError as error:
        return RecordDocument(file=str(path), error=str(error))
    tool = ToolStream()
    for payload in recorded.payloads:
        tool.update(payload)
    header = recorded.header
    return RecordDocument(
        file=str(path),
        started_at=header.started_at,
        tool=tool.serial or instrument_of(recorded),
        simulated=header.simulated or tool.simulated,
        scenario=header.scenario,
        plan=header.plan.name if header.plan else None,
        duration_s=recorded.payloads[-1].arrival_s,
        payloads=len(recorded.payloads),
        whole=recorded.whole,
    )
