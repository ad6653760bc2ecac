from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from bleak import BleakClient

from device.backend import PLATFORM, Backend, Classes
from device.ble_link import BleLink
from device.errors import ToolLost
from device.scan import find
from protocol.control import Command, Request, Result
from protocol.link import Channel, LiveLink, Payload
from tests.bluez.conftest import Furnish
from tests.bluez.room import Computer
from tests.pretend import BOOT_STATUS, LAYOUT, PretendTool, number_of, ok

FIND_S = 15.0
"""A tool is heard within 0.2 s; the rest is for a busy machine."""
FRAMES = 500
"""Five seconds."""
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


async def test_layout_status_and_battery_come_first_and_the_firmware_is_known(furnish: Furnish) -> None:
    await furnish(PretendTool())
    async with opened() as link:
        await link.close()
        payloads = [(each.channel, each.data) async for each in link.payloads()]
    assert payloads == [(Channel.LAYOUT, LAYOUT), (Channel.STATUS, BOOT_STATUS), (Channel.BATTERY, b"\x57")]
    assert link.firmware == "1.2.3"


def acquiring() -> Backend:
    """Return BlueZ with AcquireNotify: values come through a socket instead of over the bus."""
    from bleak.backends.bluezdbus.client import BleakClientBlueZDBus

    class Acquiring(BleakClientBlueZDBus):
        async def start_notify(self, characteristic: Any, callback: Any, **_: Any) -> None:
            await super().start_notify(characteristic, callback, bluez={"use_start_notify": False})

    return Classes(client=Acquiring)


@pytest.mark.parametrize("acquire", [False, True], ids=["StartNotify", "AcquireNotify"])
async def test_five_seconds_of_frames_are_complete_and_in_order(furnish: Furnish, acquire: bool) -> None:
    await furnish(PretendTool())
    async with opened(backend=acquiring() if acquire else PLATFORM) as link:
        reply = await link.command(Command.START, 0)
        assert reply.result == Result.OK
        received = await frames(link, FRAMES)
    assert [number_of(each.data) for each in received] == list(range(FRAMES))
    assert {len(each.data) for each in received} == {244}


async def test_commands_are_answered_while_frames_arrive(furnish: Furnish) -> None:
    await furnish(PretendTool())
    async with opened() as link:
        await link.command(Command.START, 0)
        replies = [await link.command(Command.TIP, tip) for tip in range(1, 11)]
        assert replies == [ok(Request.of(Command.TIP, echo, tip)) for tip, echo in zip(range(1, 11), range(2, 12))]
        assert [number_of(each.data) for each in await frames(link, 50)] == list(range(50))


async def test_a_tool_that_hangs_up_is_lost_and_the_next_link_works(furnish: Furnish) -> None:
    room = await furnish(PretendTool())
    async with opened() as link:
        await link.command(Command.START, 0)
        await frames(link, 5)
        await room.hang_up()
        with pytest.raises(ToolLost):
            await frames(link, 10_000)
        with pytest.raises(ToolLost):
            await link.command(Command.STATUS)
    await asyncio.sleep(AFTERWARDS_S)
    async with opened() as link:
        await link.command(Command.START, 0)
        assert len(await frames(link, 20)) == 20


async def test_a_tool_out_of_range_is_lost_and_found_when_it_is_back(furnish: Furnish) -> None:
    room = await furnish(PretendTool())
    async with opened() as link:
        await link.command(Command.START, 0)
        await frames(link, 5)
        await room.carry_away()
        with pytest.raises(ToolLost):
            await frames(link, 10_000)
    await room.bring_back()
    await asyncio.sleep(AFTERWARDS_S)
    async with opened() as link:
        await link.command(Command.START, 0)
        assert len(await frames(link, 20)) == 20


async def test_a_link_that_is_closed_lets_the_tool_go(furnish: Furnish) -> None:
    tool = PretendTool()
    await furnish(tool, computer=Computer(linger_s=2.0))
    async with opened():
        assert tool.calls == [("connect", 23), ("connect", 247)]
    assert tool.calls[-1] == ("disconnect", 0)


async def test_three_connections_one_after_the_other(furnish: Furnish) -> None:
    await furnish(PretendTool())
    for _ in range(3):
        async with opened() as link:
            await link.command(Command.START, 0)
            assert len(await frames(link, 10)) == 10
        await asyncio.sleep(AFTERWARDS_S)
