"""The link that reconnects, over BlueZ."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest

from device.errors import OffReason
from device.link_status import LinkStatus
from device.scan import find, scan
from device.states import Closed, Off, Online
from device.steady_link import SteadyLink
from protocol.control import Command
from protocol.link import Channel
from tests.bluez.bench import FIND_S, frames, until
from tests.bluez.conftest import Furnish
from tests.bluez.room import Room
from tests.pretend import PretendTool, number_of

SERIAL = "PT-0001"


async def online(link: SteadyLink, connection: int = 1) -> None:
    """Wait for this connection, start the stream and read some of it."""
    await until(link, lambda status: isinstance(status.state, Online) and status.connections == connection)
    await link.command(Command.START, 0)
    assert [number_of(each.data) for each in await frames(link, 10)][-1] >= 9


def off(reason: OffReason) -> Callable[[LinkStatus], bool]:
    """Say whether Bluetooth is off for this reason."""
    return lambda status: isinstance(status.state, Off) and status.state.reason is reason


@asynccontextmanager
async def streaming(furnish: Furnish) -> AsyncIterator[tuple[Room, SteadyLink]]:
    """Have a tool stream over a link that is steady."""
    room = await furnish(PretendTool())
    async with SteadyLink([SERIAL], simulated=True, seed=1) as link:
        await online(link)
        yield room, link
    assert isinstance(link.status.state, Closed)


async def test_a_tool_that_hangs_up_is_found_again_and_says_again_who_it_is(furnish: Furnish) -> None:
    async with streaming(furnish) as (room, link):
        await room.hang_up()
        channels = list[Channel]()
        async for payload in link.payloads():
            channels.append(payload.channel)
            if payload.channel is Channel.BATTERY:
                break
        assert channels[-3:] == [Channel.LAYOUT, Channel.STATUS, Channel.BATTERY]
        await online(link, 2)


async def test_the_adapter_switched_off_is_said_and_switched_on_brings_the_tool_back(furnish: Furnish) -> None:
    async with streaming(furnish) as (room, link):
        await room.switch(powered=False)
        status = await until(link, off(OffReason.SWITCHED_OFF))
        assert "switch Bluetooth on" in status.sentence
        await room.switch(powered=True)
        await online(link, 2)


async def test_a_bluetooth_service_that_dies_is_said_and_may_come_back_without_its_memory(
    furnish: Furnish, caplog: pytest.LogCaptureFixture
) -> None:
    async with streaming(furnish) as (room, link):
        await room.kill_service()
        status = await until(link, off(OffReason.NO_SERVICE))
        assert "systemctl start bluetooth" in status.sentence
        room.forget_disk()
        await room.start_service()
        await online(link, 2)
    caplog.clear()  # bleak may warn that it could not tell the service


async def test_a_bluetooth_service_that_is_stopped_is_said_to_be_and_may_come_back(furnish: Furnish) -> None:
    async with streaming(furnish) as (room, link):
        await room.stop_service()
        status = await until(link, off(OffReason.NO_SERVICE))
        assert "systemctl start bluetooth" in status.sentence
        await room.start_service()
        await online(link, 2)


async def test_a_bluetooth_service_that_begins_anew_takes_the_tool_with_it_and_brings_it_back(furnish: Furnish) -> None:
    async with streaming(furnish) as (room, link):
        await link.command(Command.STOP)  # so that no silence of the tool's tells
        await room.kill_service()
        await room.start_service()
        await online(link, 2)
        assert (link.status.serial, link.status.connections) == (SERIAL, 2)


async def test_a_tool_that_the_system_holds_since_another_program_crashed_is_taken_over(furnish: Furnish) -> None:
    room = await furnish(PretendTool())
    await find(SERIAL, FIND_S)
    await room.hold()
    await scan(0.1)  # takes notice of all that BlueZ said about the connection: from now on it says nothing
    async with SteadyLink([SERIAL], simulated=True, seed=1) as link:
        await online(link)
        assert (link.status.serial, link.status.connections) == (SERIAL, 1)
