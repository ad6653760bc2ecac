"""A computer's Bluetooth without its operating system: bleak over bumble, on the radio behind a transport."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress

from bumble.core import BaseBumbleError

from simulator.bleak_backend import Backend, backend_for
from simulator.faces.errors import TransportFailed
from simulator.faces.on_air import OPEN_S, host_on, opened
from simulator.faces.place import Place


@asynccontextmanager
async def backend_on(place: Place) -> AsyncIterator[Backend]:
    """Lend bleak the radio behind `place`, while the block runs. Raises `TransportFailed`."""
    async with AsyncExitStack() as stack:
        central = host_on(await opened(place, stack), "computer")
        try:
            async with asyncio.timeout(OPEN_S):
                await central.power_on()
        except (TimeoutError, BaseBumbleError) as error:
            raise TransportFailed(f"nothing answers as a radio at {place}: look what runs there") from error
        try:
            yield backend_for(central)
        finally:
            with suppress(TimeoutError, BaseBumbleError):  # the transport went first
                async with asyncio.timeout(OPEN_S):
                    await central.power_off()
