"""What the tests of a link over BlueZ share."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from device.backend import PLATFORM, Backend
from device.ble_link import BleLink
from device.scan import find
from protocol.link import Channel, LiveLink, Payload

FIND_S = 15.0
"""A tool is heard within 0.2 s; the rest is for a busy machine."""
AFTERWARDS_S = 0.5
"""What a client leaves BlueZ between two connections."""


@asynccontextmanager
async def opened(serial: str = "PT-0001", backend: Backend = PLATFORM) -> AsyncIterator[BleLink]:
    """Find the tool and open a link, over BlueZ."""
    link = BleLink(await find(serial, FIND_S), backend=backend, simulated=True)
    try:
        await link.open()
        yield link
    finally:
        await link.close()


async def frames(link: LiveLink, count: int) -> list[Payload]:
    """Return the next frames of samples."""
    found = list[Payload]()
    async for payload in link.payloads():
        if payload.channel is Channel.SAMPLES:
            found.append(payload)
        if len(found) == count:
            break
    return found
