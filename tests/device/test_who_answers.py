from __future__ import annotations

import asyncio
from datetime import date

import pytest

from device.errors import CommandTimeout, NotATool, ToolLost, WrongTool
from protocol import uuids
from protocol.control import Command, Result
from protocol.frames import Width
from protocol.layout import Calibration, ChannelLayout, Feature, Layout, Tip
from protocol.link import Channel
from tests.device.bench import bench, collect, first, hide
from tests.pretend import BOOT_STATUS, PretendTool
from tests.virtual import virtual


def layout_of(serial: str) -> bytes:
    """A layout that can be read."""
    force = ChannelLayout(0, Width(3), 1, 24, (0.0, 1e-3, 0.0, 0.0), 200.0, 300.0, 0.01)
    calibration = Calibration(1, date(2026, 9, 1), None, 0.5)
    return bytes(Layout(Feature.TARE, serial, "1", (force,), calibration, (100_000,), (Tip(1, 1.0, "round"),), 0))


class Twin(PretendTool):
    """Says one serial number in its advert and another one in its layout."""

    inside = "PT-0009"

    @property
    def layout(self) -> bytes:
        return layout_of(self.inside)


@virtual
async def test_a_device_whose_layout_has_another_serial_number_is_refused_and_let_go() -> None:
    async with bench(Twin()) as (tool, _, link):
        with pytest.raises(WrongTool, match="PT-0001 was called and PT-0009 answered") as caught:
            await link.open()
        assert (caught.value.called, caught.value.answered) == ("PT-0001", "PT-0009")
        await asyncio.sleep(1)
        assert tool.calls[-1] == ("disconnect", 0)
        assert await collect(link) == []


@virtual
async def test_the_layout_says_who_it_is_where_the_advert_says_the_same() -> None:
    class Same(Twin):
        inside = "PT-0001"

    async with bench(Same()) as (_, _, link):
        await link.open()
        assert link.serial == "PT-0001"


@virtual
async def test_a_device_that_says_no_serial_number_is_no_tool() -> None:
    async with bench() as (_, tools, link):
        hide(tools, uuids.SERIAL)
        with pytest.raises(NotATool) as caught:
            await link.open()
        assert caught.value.missing == (uuids.SERIAL,)


@virtual
async def test_no_more_is_taken_of_a_value_than_an_attribute_may_have() -> None:
    class Huge(PretendTool):
        @property
        def layout(self) -> bytes:
            return bytes(1) * 20_000

    async with bench(Huge()) as (_, _, link):
        await link.open()
        (layout,) = await first(link, 1)
        assert len(layout.data) == 512


@virtual
async def test_a_tool_that_falls_silent_is_asked_and_what_it_says_is_a_payload() -> None:
    class Fading(PretendTool):
        def status(self, t_s: float) -> bytes:
            return BOOT_STATUS if t_s < 10 else BOOT_STATUS[:4] + b"\x03" + BOOT_STATUS[5:]

    async with bench(Fading()) as (tool, _, link):
        loop = asyncio.get_running_loop()
        await link.open()
        await link.command(Command.START, 0)
        await asyncio.sleep(11 - loop.time())
        tool.write_control(11, bytes((Command.STOP, 99)))  # as if by itself: nobody is told
        await asyncio.sleep(60)
        await link.close()
        payloads = await collect(link)
        samples_s = [each.arrival_s for each in payloads if each.channel is Channel.SAMPLES]
        after = [each for each in payloads if each.arrival_s > samples_s[-1] + 1]
        assert [(each.channel, each.data[4]) for each in after] == [(Channel.STATUS, 3)]
        assert after[0].arrival_s == pytest.approx(samples_s[-1] + 3, abs=0.1)


@virtual
async def test_a_tool_that_owes_an_answer_is_asked_whether_it_is_there() -> None:
    class Asked(PretendTool):
        reads = 0

        def status(self, t_s: float) -> bytes:
            self.reads += 1
            return super().status(t_s)

    async with bench(Asked()) as (tool, _, link):
        assert isinstance(tool, Asked)
        await link.open()
        tool.deaf, before = True, tool.reads
        with pytest.raises(CommandTimeout):
            await link.command(Command.IDENTIFY)
        await asyncio.sleep(0.1)
        assert tool.reads == before + 1
        tool.deaf = False
        assert (await link.command(Command.IDENTIFY)).result == Result.OK


@virtual
async def test_a_link_that_died_between_connecting_and_setting_up_is_lost() -> None:
    async with bench() as (_, tools, link):
        connect = link._client.connect

        async def connect_and_lose() -> None:
            await connect()
            await tools.peripheral.disconnect()
            await asyncio.sleep(0.1)

        link._client.connect = connect_and_lose  # type: ignore[method-assign, assignment]  # a stack's race
        with pytest.raises(ToolLost):
            await link.open()


@virtual
async def test_a_device_without_the_attributes_is_no_tool() -> None:
    async with bench() as (_, tools, link):
        hide(tools, uuids.STATUS)
        with pytest.raises(NotATool, match="remove it from the system's list") as caught:
            await link.open()
        assert caught.value.missing == (uuids.STATUS,)
