"""Commands of Setup: encrypted, over a tool that is simulated whole."""

from __future__ import annotations

import asyncio
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from device.ble_link import BleLink
from device.errors import CommandTimeout, NoSetup, StreamRuns, ToolLost
from device.scan import find
from protocol import uuids
from protocol.control import Command, Reply, Request, Result, Setting
from protocol.errors import FrameError
from protocol.layout import Layout, calibration_crc
from protocol.link import Channel
from simulator.air import virtual_tool
from simulator.library import SCENARIOS
from simulator.tool import Tool
from tests.device.bench import bench, first, hide
from tests.device.settable import Settable, bonds, next_link, opened
from tests.virtual import virtual


@virtual
async def test_the_first_command_of_setup_pairs_and_the_next_ones_find_it_done() -> None:
    async with opened() as (_, tools, link):
        assert await bonds(tools) == (0, 0)
        replies = [await link.setup(Command.GET, number) for number in (1, 2, 3)]
        assert [reply.values for reply in replies] == [(1,), (2,), (3,)]
        assert await bonds(tools) == (1, 1)


@virtual
async def test_whoever_only_treats_is_never_paired() -> None:
    async with opened() as (_, tools, link):
        await link.command(Command.START, 0)
        await asyncio.sleep(5)
        await link.command(Command.STOP)
        assert await bonds(tools) == (0, 0)


@virtual
async def test_commands_of_setup_and_of_control_take_turns_each_with_its_own_answer_and_stand_among_the_payloads() -> (
    None
):
    async with opened() as (_, _, link):
        got, tip, again = await asyncio.gather(
            link.setup(Command.GET, 2), link.command(Command.TIP, 7), link.setup(Command.GET, 3)
        )
        assert [reply.command for reply in (got, tip, again)] == [Command.GET, Command.TIP, Command.GET]
        assert (got.values, again.values) == ((2,), (3,))
        control = (await first(link, 9))[3:]
        sent = [Request.from_bytes(each.data) for each in control if each.channel is Channel.CONTROL_SENT]
        replied = [Reply.from_bytes(each.data) for each in control if each.channel is Channel.CONTROL_REPLY]
        assert sorted(each.echo for each in sent) == sorted(each.echo for each in replied) == [1, 2, 3]


@virtual
async def test_a_tool_without_setup_says_so() -> None:
    async with bench(Settable()) as (_, tools, link):
        hide(tools, uuids.SETUP)
        await link.open()
        with pytest.raises(NoSetup, match="PT-0001 offers no setup over Bluetooth"):
            await link.setup(Command.GET, 1)
        assert await bonds(tools) == (0, 0)


@virtual
async def test_a_bond_serves_the_next_connection() -> None:
    async with opened() as (_, tools, link):
        await link.setup(Command.GET, 1)
        await link.close()
        await asyncio.sleep(1)
        async with next_link(tools) as again:
            assert (await again.setup(Command.GET, 2)).values == (2,)
        assert await bonds(tools) == (1, 1)


@virtual
async def test_a_tool_that_goes_while_setup_waits_is_lost() -> None:
    class Mute(Settable):
        def write_setup(self, t_s: float, data: bytes) -> list[bytes]:
            return []

    async with opened(Mute()) as (_, tools, link):
        with pytest.raises(CommandTimeout, match="GET"):
            await link.setup(Command.GET, 1)
        asking = asyncio.create_task(link.setup(Command.GET, 1))
        await asyncio.sleep(0.5)
        await tools.peripheral.disconnect()
        with pytest.raises(ToolLost):
            await asking
        with pytest.raises(ToolLost):
            await link.setup(Command.GET, 1)


@virtual
async def test_parameters_that_do_not_fit_are_refused_before_anything_is_sent() -> None:
    async with opened() as (_, _, link):
        with pytest.raises(FrameError):
            await link.setup(Command.GET, 256)
        assert (await link.setup(Command.GET, 255)).values == (255,)


# a whole tool


@asynccontextmanager
async def whole_tool() -> AsyncIterator[BleLink]:
    tools = await virtual_tool(Tool(SCENARIOS["treatment"], 7))
    link = BleLink(await find(None, 5, tools.backend), backend=tools.backend, simulated=True)
    try:
        await link.open()
        yield link
    finally:
        await link.close()
        await tools.close()


async def layout_of(link: BleLink) -> Layout:
    """The next layout among the payloads."""
    async for payload in link.payloads():
        if payload.channel is Channel.LAYOUT:
            return Layout.from_bytes(payload.data)
    raise AssertionError("the link ended")


@virtual
async def test_a_setting_is_set_and_read() -> None:
    async with whole_tool() as link:
        assert (await link.setup(Command.SET, Setting.BRIGHTNESS_PERCENT, 35)).result == Result.OK
        assert (await link.setup(Command.GET, Setting.BRIGHTNESS_PERCENT)).values == (35,)


@virtual
async def test_a_calibration_is_changed_and_the_layout_with_it_comes_by_itself() -> None:
    async with whole_tool() as link:
        layout = await layout_of(link)
        new = layout.calibration._replace(id=layout.calibration.id + 1, uncertainty_percent=0.25)
        assert (await link.setup(Command.SET_CALIBRATION, *struct.unpack("<IHHH", bytes(new)))).result == Result.OK
        commit = await link.setup(Command.COMMIT, calibration_crc(layout.channels, new))
        assert commit.result == Result.OK
        assert (await layout_of(link)).calibration == new
        (status,) = await first(link, 1)
        assert status.channel is Channel.STATUS


@virtual
async def test_a_calibration_that_the_tool_refuses_brings_no_layout() -> None:
    async with whole_tool() as link:
        await first(link, 3)
        assert (await link.setup(Command.COMMIT, 1)).result == Result.BAD_VALUE
        await link.close()
        channels = [each.channel async for each in link.payloads()]
        assert channels == [Channel.CONTROL_SENT, Channel.CONTROL_REPLY]


@virtual
async def test_no_calibration_changes_under_a_stream() -> None:
    async with whole_tool() as link:
        layout = await layout_of(link)
        crc = calibration_crc(layout.channels, layout.calibration)
        await link.command(Command.START, 0)
        with pytest.raises(StreamRuns, match="stop the stream first"):
            await link.setup(Command.COMMIT, crc)
        await link.command(Command.STOP)
        assert (await link.setup(Command.COMMIT, crc)).result == Result.OK
