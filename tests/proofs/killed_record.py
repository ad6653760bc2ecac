"""A record that is killed before each call that changes the disk: from its first byte to its closing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from session.examine import examine
from session.record import Recorder
from session.record_documents import State
from session.tool_stream import ToolStream
from tests.proofs.traced import Fate, Moment, run, run_whole
from tests.session.test_recover import SHOWN
from tests.session.tracks import HEADER, payloads

PAYLOADS: Final = 80
"""More than stand before the copy of the header."""
BEGINNING: Final = 1
"""Writes before that of the first payload. At most every second one after it is of readings for viewers."""


class Cut(NamedTuple):
    """What became of one record."""

    call: int
    kept: int
    state: str
    trouble: str
    """The promise that was broken, "" where none was."""


def cut_records(folder: Path, every: int = 1) -> Iterator[Cut]:
    """One for each call; `every` so manieth of them. This process must have one thread."""
    path = folder / "record.mcap"
    calls = run_whole(partial(_record, path)).calls
    path.unlink()
    for call in range(0, calls, every):
        fate = run(partial(_record, path), Moment(call))
        yield _judged(call, path, fate)
        path.unlink(missing_ok=True)


def _record(path: Path) -> int:
    tool = ToolStream()
    with Recorder(path, HEADER) as recorder:
        for payload in payloads(PAYLOADS):
            recorder.append(payload)
            if (block := tool.update(payload)) is not None:
                recorder.derive(block, payload.arrival_s)
        recorder.conclude(SHOWN)
    return 0


def _judged(call: int, path: Path, fate: Fate) -> Cut:
    seen = examine(path.read_bytes() if path.exists() else b"")
    kept = [(each.channel, each.data) for each in seen.kept]
    sent = [(each.channel, each.data) for each in payloads(PAYLOADS)]
    least = min((len(fate.writes) - BEGINNING) // 2, PAYLOADS)
    promises = {
        "the record ended by itself": fate.code is None,
        "the record is damaged": seen.state is not State.DAMAGED,
        "what is on the disk is not what was taken": kept == sent[: len(kept)],
        "a payload is not there that was written": len(kept) >= least,
    }
    trouble = "; ".join(text for text, held in promises.items() if not held)
    return Cut(call, len(kept), str(seen.state), trouble)
