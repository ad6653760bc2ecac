"""Reading a link without guiding anybody: what a scripted scenario needs."""

from __future__ import annotations

import asyncio

from protocol.link import Link
from session.record import Recorder
from session.tool_stream import ToolStream


async def listen(link: Link, recorder: Recorder, first_reading: asyncio.Event) -> None:
    """Keep every payload until the link ends by itself; raises `LinkLost`."""
    stream = ToolStream()
    async for payload in link.payloads():
        recorder.append(payload)
        block = stream.update(payload)
        if block is not None:
            recorder.derive(block, payload.arrival_s)
            first_reading.set()
