from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from device.errors import NotOnline
from device.states import Closed, Online
from device.steady_link import SteadyLink
from protocol.control import Command
from simulator.air import virtual_tools
from tests.device.seat import Seat, ours, seat
from tests.pretend import PretendTool
from tests.short import examples
from tests.virtual import run_virtual, virtual


def closed_after(
    start: Callable[[Seat], Any], wait: Callable[[], Any]
) -> tuple[list[str], bool, list[tuple[str, int]]]:
    """Close a link at some moment; return tasks left, whether a scan runs still, and what the tool saw."""

    async def story() -> tuple[list[str], bool, list[tuple[str, int]]]:
        tool = PretendTool()
        air = await virtual_tools([tool])
        link = SteadyLink(["PT-0001"], backend=air.backend, simulated=True, seed=1)
        place = Seat(link, air)
        await link.open()
        reading = asyncio.gather(place.read(), place.watch())
        start(place)
        await wait()
        await link.close()
        await reading
        left, scanning = ours(), air.central.scanning
        await asyncio.sleep(1)
        connected = bool(air.central.connections)
        assert isinstance(link.status.state, Closed)
        await air.close()
        return left, scanning or connected, tool.calls

    return run_virtual(story())


def cut_at(at_s: float) -> Callable[[Seat], None]:
    def start(place: Seat) -> None:
        loop = asyncio.get_running_loop()
        loop.call_later(at_s, lambda: asyncio.ensure_future(place.tools.peripheral.disconnect()))

    return start


@examples(20)
@given(st.floats(0, 8), st.floats(0, 6))
def test_it_can_be_closed_at_any_time_and_leaves_nothing_behind(at_s: float, cut_s: float) -> None:
    left, busy, calls = closed_after(cut_at(cut_s), lambda: asyncio.sleep(at_s))
    assert left == []
    assert not busy
    assert calls[-1:] in ([], [("disconnect", 0)])


def test_it_can_be_closed_in_the_instant_in_which_the_radio_connects() -> None:
    """The tool advertises each 0.1 s."""
    left, busy, calls = closed_after(cut_at(3), lambda: asyncio.sleep(0.1))
    assert (left, busy, calls) == ([], False, [("connect", 23), ("disconnect", 0)])


@examples(40)
@given(st.sampled_from([0.0, 0.03, 0.5, 0.9, 1.0]), st.integers(0, 60))
def test_it_can_be_closed_at_every_step_and_leaves_nothing_behind(at_s: float, steps: int) -> None:
    async def wait() -> None:
        await asyncio.sleep(at_s)
        for _ in range(steps):
            await asyncio.sleep(0)

    left, busy, calls = closed_after(lambda place: None, wait)
    assert left == []
    assert not busy
    assert calls[-1:] in ([], [("disconnect", 0)])


@virtual
async def test_closing_may_be_cancelled_and_goes_on_all_the_same() -> None:
    tool = PretendTool()
    air = await virtual_tools([tool])
    link = SteadyLink(["PT-0001"], backend=air.backend, simulated=True)
    await link.open()
    await Seat(link, air).until(Online)
    closing = asyncio.create_task(link.close())
    await asyncio.sleep(0)
    closing.cancel()
    await asyncio.sleep(1)
    assert tool.calls[-1] == ("disconnect", 0)
    assert ours() == []
    await link.close()
    await air.close()


@virtual
async def test_closing_twice_or_before_it_was_opened_is_closing_once() -> None:
    async with seat() as place:
        await place.link.close()
        await place.link.close()
        with pytest.raises(NotOnline, match="The connection was closed"):
            await place.link.command(Command.STOP)
    air = await virtual_tools([PretendTool()])
    link = SteadyLink(["PT-0001"], backend=air.backend, simulated=True)
    await link.close()
    assert [each async for each in link.payloads()] == []
    assert [type(each.state) async for each in link.statuses()] == [Closed]
    await air.close()


@virtual
async def test_an_exception_in_the_block_ends_the_connection() -> None:
    tool = PretendTool()
    air = await virtual_tools([tool])
    link = SteadyLink(["PT-0001"], backend=air.backend, simulated=True)

    async def session() -> None:
        async with link:
            await Seat(link, air).until(Online)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await session()
    assert tool.calls[-1] == ("disconnect", 0)
    assert ours() == []
    await air.close()
