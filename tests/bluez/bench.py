"""What the tests of a link over BlueZ share."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from device.backend import PLATFORM, Backend
from device.ble_link import BleLink
from device.link_status import LinkStatus
from device.scan import find
from device.steady_link import SteadyLink
from protocol.link import Channel, LiveLink, Payload

FIND_S = 15.0
"""A tool is heard within 0.2 s; the rest is for a busy machine."""
AFTERWARDS_S = 0.5
"""What a client leaves BlueZ between two connections."""

ONLINE_S = 60.0
"""It takes 2 s; the rest is for a busy machine."""


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


async def until(link: SteadyLink, seen: Callable[[LinkStatus], bool]) -> LinkStatus:
    """Wait until the link stands like that."""
    async with asyncio.timeout(ONLINE_S):
        async for status in link.statuses():
            if seen(status):
                return status
    raise AssertionError("the link was closed before")
