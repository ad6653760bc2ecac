from __future__ import annotations

import asyncio

import pytest

from device.drivers.advert_link import SILENT_S, AdvertLink
from device.drivers.find import find_instrument
from device.drivers.links import link_to
from device.drivers.registry import driver_named
from device.errors import ToolLost
from protocol.errors import NotOffered
from protocol.instruments.driver import Action
from protocol.link import Channel, Payload
from simulator.twins.air import virtual_twins
from simulator.twins.progressor import ProgressorTwin
from simulator.twins.wh_c06 import WhC06Twin
from tests.device.drivers.bench import bench, decoded, listen
from tests.virtual import virtual


def steady(_t_s: float) -> float:
    return 20.0


@virtual
async def test_only_the_instrument_that_was_found_is_heard() -> None:
    air = await virtual_twins([WhC06Twin(lambda _t_s: 98.07), WhC06Twin(lambda _t_s: 0.0), ProgressorTwin(steady)])
    found = await find_instrument(driver_named("wh-c06"), "F0:00:00:00:00:01", 5.0, air.backend)
    brought = await listen(link_to(found, backend=air.backend, simulated=True), 3.0)
    await air.close()
    assert brought.force_n.min() > 98.0
    assert brought.payloads[0].channel is Channel.INSTRUMENT
    assert {payload.channel for payload in brought.payloads[1:]} == {Channel.HEARD}


@virtual
async def test_a_silent_instrument_is_lost_after_half_a_minute_and_everything_it_said() -> None:
    loop = asyncio.get_running_loop()
    async with bench(WhC06Twin(steady), "wh-c06") as (air, link):
        await link.open()
        loop.call_later(2.0, setattr, air.air, "in_range", False)
        payloads = list[Payload]()

        async def keep() -> None:
            async for payload in link.payloads():
                payloads.append(payload)

        with pytest.raises(ToolLost, match="F0:00:00:00:00:01 is lost"):
            await keep()
        assert loop.time() - payloads[-1].arrival_s == pytest.approx(SILENT_S)
    assert len(decoded(payloads).numbers) >= 10


@virtual
async def test_an_instrument_that_was_never_heard_again_is_lost_too() -> None:
    async with bench(WhC06Twin(steady), "wh-c06") as (air, link):
        air.air.in_range = False
        await link.open()
        with pytest.raises(ToolLost):
            assert [payload.channel async for payload in link.payloads()] == []


@virtual
async def test_nothing_can_be_asked_of_it() -> None:
    async with bench(WhC06Twin(steady), "wh-c06") as (_, link):
        assert isinstance(link, AdvertLink)
        with pytest.raises(NotOffered, match="a WH-C06 has no command to start"):
            await link.ask(Action.START)


@virtual
async def test_closing_ends_the_scan_and_twice_is_once() -> None:
    async with bench(WhC06Twin(steady), "wh-c06") as (_, link):
        await link.open()
        await asyncio.sleep(1.0)
        await link.close()
        await link.close()
        heard = [payload async for payload in link.payloads()]
        await asyncio.sleep(1.0)
        assert [payload async for payload in link.payloads()] == []
    assert len(heard) > 1
