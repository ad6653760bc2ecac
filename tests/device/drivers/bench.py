"""Twins on the air, and what a link to one of them brings."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from device.drivers.find import find_instrument
from device.drivers.links import InstrumentLink, link_to
from device.drivers.registry import driver_named
from protocol.blocks import SampleBlock
from protocol.instruments.driver import Value
from protocol.instruments.stream import InstrumentDecoder
from protocol.link import Payload
from simulator.radio_model import RadioModel
from simulator.twins.air import VirtualTwins, virtual_twins
from simulator.twins.twin import Twin

ADDRESS = "F0:00:00:00:00:01"
"""Of the first twin on the air."""


class Brought(NamedTuple):
    """Everything a link brought, decoded."""

    payloads: list[Payload]
    values: list[Value]
    decoder: InstrumentDecoder

    @property
    def blocks(self) -> list[SampleBlock]:
        return [value for value in self.values if isinstance(value, SampleBlock)]

    @property
    def numbers(self) -> list[int]:
        return [int(number) for block in self.blocks for number in block.index]

    @property
    def time_s(self) -> NDArray[np.float64]:
        return np.concatenate([block.time_s for block in self.blocks])

    @property
    def force_n(self) -> NDArray[np.float64]:
        return np.concatenate([block.force_n for block in self.blocks])


@asynccontextmanager
async def bench(
    twin: Twin, name: str, radio: RadioModel | None = None
) -> AsyncIterator[tuple[VirtualTwins, InstrumentLink]]:
    """Put a twin on the air and find it; the link is not open yet."""
    air = await virtual_twins([twin], radio)
    found = await find_instrument(driver_named(name), ADDRESS, 5.0, air.backend)
    link = link_to(found, backend=air.backend, simulated=True)
    try:
        yield air, link
    finally:
        await link.close()
        await air.close()


async def listen(link: InstrumentLink, for_s: float) -> Brought:
    """Open a link, close it after `for_s` seconds and decode what came."""
    await link.open()
    closing = asyncio.create_task(_close_after(link, for_s))
    payloads = [payload async for payload in link.payloads()]
    await closing
    return decoded(payloads)


def decoded(payloads: list[Payload]) -> Brought:
    """What payloads mean to a decoder that has heard nothing before."""
    decoder = InstrumentDecoder(driver_named)
    return Brought(payloads, [value for payload in payloads for value in decoder.feed(payload)], decoder)


async def _close_after(link: InstrumentLink, for_s: float) -> None:
    await asyncio.sleep(for_s)
    await link.close()
