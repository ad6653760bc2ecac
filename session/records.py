"""Which records there are, and what each holds in short."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from protocol.sentence import Sentence
from session.errors import InputError
from session.found_documents import RecordDocument
from session.offline.instrument_source import instrument_of
from session.playback import read_record
from session.tool_stream import ToolStream

NAME_FORM: Final = "%Y-%m-%dT%H-%M-%S-%f"
"""How the name of a record begins (`record_path`)."""


def clock_doubt(folder: Path, now: datetime) -> str | None:
    """A sentence where the clock stands before the newest record, by the names in a folder; None where all is well."""
    newest = max((moment for path in folder.glob("*.mcap") if (moment := _named(path))), default=None)
    if newest is None or newest <= now:
        return None
    return Sentence(
        "the clock of this computer stands before the newest record ({newest:%Y-%m-%d %H:%M} UTC): set it right, "
        "or this record will be sorted before that one",
        newest=newest,
    )


def _named(path: Path) -> datetime | None:
    try:
        return datetime.strptime(path.stem.partition("_")[0], NAME_FORM).replace(tzinfo=UTC)
    except ValueError:
        return None


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
        practised=header.practised,
        scenario=header.scenario,
        plan=header.plan.name if header.plan else None,
        subject=header.subject,
        duration_s=recorded.payloads[-1].arrival_s,
        payloads=len(recorded.payloads),
        whole=recorded.whole,
    )
