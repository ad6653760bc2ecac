"""What an export of half an hour costs, beside measuring the same record, which everybody waits for anyway."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from palpate.contests.contest import Measured, Outcome
from protocol.control import Command, Request
from protocol.link import Channel, Payload
from session.offline.measure import analyse_record
from session.record import Recorder, RecordHeader
from simulator.scenario import Scenario
from simulator.tool import Tool

SESSION_S: Final = 1800.0
REPEATS: Final = 2
"""They take minutes otherwise."""
VERSUS: Final = "`palpate analyze` of the same record"
READ_LIMIT: Final = 2.0
WRITE_LIMIT: Final = 1.0
STEP_S: Final = 0.04
MTU: Final = 247

Made = TypeVar("Made")


def exports(session_s: float = SESSION_S) -> Iterator[Outcome]:
    """Reading and measuring what is exported, then each format by itself."""
    from clinic.export.choices import Format
    from clinic.export.recording import read_recording
    from clinic.export.writing import write

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        record = recorded(folder / "session.mcap", session_s)
        yardstick, _ = _timed(partial(analyse_record, record))
        read, recording = _timed(partial(read_recording, record, "benchmark"))
        yield Measured("exports.read.30min", read, VERSUS, yardstick, READ_LIMIT)
        for to in Format:
            path = folder / f"out{to.suffix}"
            spent_s, _ = _timed(partial(write, recording, path, to), path.unlink)
            yield Measured(f"exports.{to}.30min", spent_s, VERSUS, yardstick, WRITE_LIMIT)


def recorded(path: Path, session_s: float) -> Path:
    """A record at 100 Hz: presses of 40 s, one a minute."""
    presses = [{"at_s": 10 + 60 * k, "force_n": 30, "for_s": 40} for k in range(int(session_s / 60))]
    values = {"name": "session", "text": "Presses.", "simulated_s": session_s, "presses": presses}
    tool = Tool(Scenario.model_validate(values), seed=1)
    header = RecordHeader(started_at=datetime.now(UTC), started_loop_s=0.0, software="benchmark", simulated=True)
    with Recorder(path, header) as recorder:
        for payload in _payloads(tool, session_s):
            recorder.append(payload)
    return path


def _payloads(tool: Tool, session_s: float) -> Iterator[Payload]:
    tool.connect(0.0, MTU)
    yield Payload(Channel.LAYOUT, 0.0, tool.layout)
    yield Payload(Channel.STATUS, 0.0, tool.status(0.0))
    tool.write_control(0.0, bytes(Request.of(Command.START, 1, 0)))
    for step in range(1, round(session_s / STEP_S) + 1):
        for note in tool.advance(step * STEP_S):
            yield Payload(note.channel, step * STEP_S, note.data)


def _timed(work: Callable[[], Made], after: Callable[[], object] = lambda: None) -> tuple[tuple[float, ...], Made]:
    """Processor time of each run, and what the last one made."""
    spent_s = list[float]()
    for _ in range(REPEATS):
        start_s = time.process_time()
        made = work()
        spent_s.append(time.process_time() - start_s)
        after()
    return tuple(spent_s), made
