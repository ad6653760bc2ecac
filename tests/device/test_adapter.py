"""Several links over one radio: they take turns, and none touches what another one holds."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack

import pytest

from device.adapter import adapter
from device.states import Lost, Online, Searching
from device.steady_link import SteadyLink
from simulator.air import virtual_tools
from tests.device.seat import Seat
from tests.pretend import PretendTool
from tests.virtual import virtual

SERIALS = ("PT-0001", "PT-0002", "PT-0003")


@virtual
async def test_links_that_begin_at_once_each_get_their_tool_and_a_lost_one_comes_back_alone() -> None:
    air = await virtual_tools([PretendTool(serial=serial) for serial in SERIALS])
    async with AsyncExitStack() as stack:
        links = [SteadyLink([serial], backend=air.backend, simulated=True, seed=1) for serial in SERIALS]
        seats = [Seat(await stack.enter_async_context(link), air) for link in links]
        online = [await each.until(Online) for each in seats]
        assert [(each.serial, each.attempt, each.connections) for each in online] == [
            (serial, 0, 1) for serial in SERIALS
        ]
        await air.peripherals[1].disconnect()
        await seats[1].until(Lost)
        assert (await seats[1].until(Online)).connections == 2
        assert [link.status.connections for link in links] == [1, 2, 1]
    await air.close()


@virtual
async def test_what_another_link_holds_is_not_asked_who_it_is() -> None:
    air = await virtual_tools([PretendTool(serial="PT-0001")])
    async with (
        SteadyLink(["PT-0001"], backend=air.backend, simulated=True) as holder,
        SteadyLink(["PT-0009"], backend=air.backend, simulated=True) as seeker,
    ):
        await Seat(holder, air).until(Online)
        await asyncio.sleep(60)
        assert isinstance(seeker.status.state, Searching)
        assert isinstance(holder.status.state, Online)
        assert (holder.status.connections, seeker.status.attempt) == (1, 0)
    await air.close()


async def test_what_is_held_twice_is_free_when_both_have_let_go() -> None:
    mine = adapter()
    with mine.holding("A"):
        with mine.holding("A"):
            assert (mine.holds("A"), mine.holds("B")) == (True, False)
        assert mine.holds("A")
    assert not mine.holds("A")


async def test_a_link_that_fails_to_connect_gives_its_turn_away() -> None:
    with pytest.raises(TimeoutError):
        async with adapter().turn, asyncio.timeout(0):
            await asyncio.Event().wait()
    async with adapter().turn:
        assert adapter().turn.locked()
