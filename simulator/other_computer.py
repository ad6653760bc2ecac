"""Another computer that holds a tool: one connection is all that a tool has."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from bumble.core import BaseBumbleError
from bumble.device import Device

from simulator.radio import Air
from simulator.station import station

OTHER: Final = "C0:00:00:00:00:02"


@asynccontextmanager
async def other_computer(air: Air, tool: Device) -> AsyncIterator[None]:
    """Connect as soon as the tool is free, and hold it: it does not advertise meanwhile."""
    other = station(air, "other", OTHER)
    await other.power_on()
    air.prefer(other.random_address)
    try:
        connection = await other.connect(tool.random_address)
        try:
            yield
        finally:
            if connection.handle in other.connections:
                await connection.disconnect()
    except BaseBumbleError:
        return  # everything was switched off before
    finally:
        await other.power_off()
