"""From the tool over the air to where a runner takes it, and from there to readings."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from typing import Any, Final

import numpy as np

from palpate.contests.contest import REPEATS, Contest, Measured, Outcome, Skipped
from palpate.contests.heard import Cost
from protocol.control import Command, Request
from protocol.link import Channel, Payload
from session.tool_stream import ToolStream
from simulator.library import SCENARIOS
from simulator.tool import Tool

Stream = Callable[[int, float], Coroutine[Any, Any, Cost]]

STREAMED: Final = 300
STREAM_HZ: Final = 100.0
FLOODED: Final = 1500
FLOOD_HZ: Final = 20_000.0
"""Faster than anything goes through: the sender is held up."""
LIMIT: Final = 1.5
VERSUS: Final = "bumble alone on both ends"


def link() -> Iterator[Outcome]:
    """Its figures."""
    yield from _decoding()
    try:
        from palpate.contests.bare import bare
        from palpate.contests.ours import ours
    except ModuleNotFoundError as error:
        yield Skipped("link", f"{error.name} is not installed: pip install palpate-app[sim]")
        return
    yield from _streaming(bare, ours)
    yield from _flooding(bare, ours)


def _streaming(bare: Stream, ours: Stream) -> Iterator[Measured]:
    """100 notifications a second, of 244 bytes."""
    runs, yards = _by_turns(ours, bare, STREAMED, STREAM_HZ)

    def figure(name: str, cost: Callable[[Cost], float], limit: float | None) -> Measured:
        return Measured(f"link.{name}", tuple(map(cost, runs)), VERSUS, tuple(map(cost, yards)), limit)

    yield figure("latency_p50.100hz_244b", lambda cost: cost.median_s, LIMIT)
    yield figure("cpu.100hz_244b", lambda cost: cost.cpu_s, LIMIT)
    yield figure("latency_p99.100hz_244b", lambda cost: cost.late_s, None)
    whole = float(STREAMED - max(run.missing for run in runs))
    yield Measured("link.sent_for_each_heard.100hz_244b", (STREAMED / whole,), "every frame heard", (1.0,), 1.0)


def _flooding(bare: Stream, ours: Stream) -> Iterator[Measured]:
    """As many as go through."""
    runs, yards = _by_turns(ours, bare, FLOODED, FLOOD_HZ)
    each_s, bare_s = (tuple(run.each_s for run in side) for side in (runs, yards))
    yield Measured("link.flood_244b", each_s, VERSUS, bare_s, None)


def _by_turns(ours: Stream, bare: Stream, count: int, rate_hz: float) -> tuple[list[Cost], list[Cost]]:
    """The yardstick first, each time."""
    runs: list[Cost] = []
    yards: list[Cost] = []
    for _ in range(REPEATS):
        yards.append(asyncio.run(bare(count, rate_hz)))
        runs.append(asyncio.run(ours(count, rate_hz)))
    return runs, yards


def _decoding() -> Iterator[Contest]:
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
