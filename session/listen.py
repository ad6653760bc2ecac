"""Reading a link without guiding anybody: what a scripted scenario needs."""

from __future__ import annotations

import asyncio

from protocol.link import Channel, Link
from session.record import Recorder
from session.tool_stream import ToolStream


async def listen(
    link: Link, recorder: Recorder, first_reading: asyncio.Event, connections: asyncio.Queue[None] | None = None
) -> None:
    """Keep every payload until the link ends by itself; raises `LinkLost`. `connections` gets one entry for each."""
    stream = ToolStream()
    async for payload in link.payloads():
        recorder.append(payload)
        if connections is not None and payload.channel is Channel.LAYOUT:
            connections.put_nowait(None)
        block = stream.update(payload)
        if block is not None:
            recorder.derive(block, payload.arrival_s)
            first_reading.set()
