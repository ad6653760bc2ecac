"""Short records of known payloads."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from protocol.link import Channel, Payload
from session.inputs import Stop, input_bytes
from session.record import Recorder, RecordHeader
from simulator.scenario import Scenario
from simulator.tool import Tool
from tests.session.rooms import LIGHT

STARTED = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
HEADER = RecordHeader(started_at=STARTED, started_loop_s=50.0, software="test", simulated=True, plan=LIGHT)


def payloads(count: int = 6) -> list[Payload]:
    """Layout, status, a STOP and frames of a simulated tool."""
    tool = Tool(Scenario(name="test", text="A test.", simulated_s=60, rate_hz=50), 1)
    tool.connect(0.0, 247)
    tool.start(0.0, 50)
    first = [
        Payload(Channel.LAYOUT, 50.0, tool.layout),
        Payload(Channel.STATUS, 50.0, tool.status(0.0)),
        Payload(Channel.INPUT, 50.5, input_bytes(Stop())),
    ]
    frames = tool.advance(1.5 + count / 25)[: count - len(first)]
    return first + [Payload(note.channel, 51.0 + number / 25, note.data) for number, note in enumerate(frames)]


def write(path: Path, kept: list[Payload]) -> None:
    """A whole record with these payloads."""
    with Recorder(path, HEADER) as recorder:
        for payload in kept:
            recorder.append(payload)
