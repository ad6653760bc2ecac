"""From the bytes of a link to readings."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from palpate.contests.contest import Contest, Skipped
from protocol.control import Command, Request
from protocol.link import Channel, Payload
from session.tool_stream import ToolStream
from simulator.scenario import SCENARIOS
from simulator.tool import Tool


def link() -> Iterator[Contest | Skipped]:
    """One minute of a tool's notifications, from bytes to tared readings."""
    tool = Tool(SCENARIOS["scripted"], seed=1)
    tool.connect(0.0, 247)
    tool.write_control(0.0, bytes(Request.of(Command.START, 1, 0)))
    first = [Payload(Channel.LAYOUT, 0.0, tool.layout), Payload(Channel.STATUS, 0.0, tool.status(0.0))]
    payloads = first + [Payload(note.channel, 0.0, note.data) for note in tool.advance(62.0)]

    def decode() -> None:
        stream = ToolStream()
        for payload in payloads:
            stream.update(payload)

    yield Contest(
        "link.decode.1min_100hz",
        decode,
        "numpy.frombuffer and astype, same payloads",
        lambda: [np.frombuffer(p.data, np.uint8).astype(np.float64) for p in payloads],
        120.0,
    )
