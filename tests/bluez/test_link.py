from __future__ import annotations

import asyncio

import pytest

from device.backend import NOTIFY_VARIABLE
from device.ble_link import BleLink
from device.errors import ToolLost
from device.pulse import IDLE_S
from protocol.control import Command, Request, Result
from protocol.link import Channel
from tests.bluez.bench import AFTERWARDS_S, frames, opened
from tests.bluez.conftest import Furnish
from tests.bluez.peer import Computer
from tests.pretend import BOOT_STATUS, LAYOUT, PretendTool, number_of, ok


async def test_layout_status_and_battery_come_first_and_the_firmware_is_known(furnish: Furnish) -> None:
    await furnish(PretendTool())
    async with opened() as link:
        await link.close()
        payloads = [(each.channel, each.data) async for each in link.payloads()]
    assert payloads == [(Channel.LAYOUT, LAYOUT), (Channel.STATUS, BOOT_STATUS), (Channel.BATTERY, b"\x57")]
    assert link.firmware == "1.2.3"


def acquired(link: BleLink) -> int:
    """Through how many sockets of their own values come."""
    return len(link._client._backend._notification_fds)  # type: ignore[attr-defined]  # bleak says it of BlueZ's alone


async def test_five_seconds_of_frames_are_complete_and_in_order(furnish: Furnish) -> None:
    await furnish(PretendTool())
    async with opened() as link:
        reply = await link.command(Command.START, 0)
        assert reply.result == Result.OK
        received = await frames(link, 500)
    assert [number_of(each.data) for each in received] == list(range(500))
    assert {len(each.data) for each in received} == {244}


@pytest.fixture
def acquiring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NOTIFY_VARIABLE, "acquire")


@pytest.mark.usefixtures("acquiring")
async def test_frames_through_acquired_sockets_are_complete_and_in_order(furnish: Furnish) -> None:
    room = await furnish(PretendTool(rate_hz=200))
    async with opened() as link:
        assert acquired(link) == 3  # samples, events, battery; what is indicated comes over the bus
        await link.command(Command.START, 0)
        received = await frames(link, 200)
        assert [number_of(each.data) for each in received] == list(range(200))
        await room.hang_up()
        with pytest.raises(ToolLost):
            await frames(link, 10_000)


@pytest.mark.usefixtures("acquiring")
async def test_commands_are_answered_where_values_come_through_sockets(furnish: Furnish) -> None:
    await furnish(PretendTool())
    async with opened() as link:
        replies = [await link.command(Command.TIP, tip) for tip in range(1, 11)]
        assert replies == [ok(Request.of(Command.TIP, tip, tip)) for tip in range(1, 11)]


@pytest.mark.usefixtures("acquiring")
async def test_a_service_that_dies_with_the_sockets_loses_a_silent_tool_before_anybody_asks_it(
    furnish: Furnish,
) -> None:
    room = await furnish(PretendTool())
    async with opened() as link:
        await room.kill_service()
        async with asyncio.timeout(IDLE_S / 2):
            with pytest.raises(ToolLost):
                await frames(link, 1)


async def test_without_being_told_to_no_value_comes_through_a_socket(furnish: Furnish) -> None:
    await furnish(PretendTool())
    async with opened() as link:
        assert acquired(link) == 0


async def test_commands_are_answered_while_frames_arrive(furnish: Furnish) -> None:
    await furnish(PretendTool())
    async with opened() as link:
        await link.command(Command.START, 0)
        replies = [await link.command(Command.TIP, tip) for tip in range(1, 11)]
        assert replies == [ok(Request.of(Command.TIP, tip + 1, tip)) for tip in range(1, 11)]
        assert [number_of(each.data) for each in await frames(link, 50)] == list(range(50))


async def test_a_tool_that_hangs_up_is_lost_and_so_is_every_command(furnish: Furnish) -> None:
    room = await furnish(PretendTool())
    async with opened() as link:
        await link.command(Command.START, 0)
        await frames(link, 5)
        await room.hang_up()
        with pytest.raises(ToolLost):
            await frames(link, 10_000)
        with pytest.raises(ToolLost):
            await link.command(Command.STATUS)


async def test_of_a_silent_tool_that_hangs_up_the_stack_says_so_itself(furnish: Furnish) -> None:
    room = await furnish(PretendTool())
    async with opened() as link:
        await room.hang_up()
        async with asyncio.timeout(IDLE_S / 2):  # until then the link does not ask
            with pytest.raises(ToolLost):
                await frames(link, 1)


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
