from __future__ import annotations

import asyncio
import itertools
import math

import pytest

from device.ble_link import BleLink
from device.errors import CommandRefused, CommandTimeout, ToolLost, ToolNotFound
from device.exchange import COMMAND_S
from device.scan import find
from protocol.control import Command, Request, Result
from protocol.errors import FrameError, LinkLost
from protocol.link import Channel, Payload
from simulator.radio_model import RadioModel
from tests.device.bench import bench, collect, first, until_lost
from tests.pretend import BOOT_STATUS, LAYOUT, PretendTool, number_of, ok
from tests.virtual import virtual


@virtual
async def test_layout_status_and_battery_come_first_and_nothing_before_start() -> None:
    async with bench() as (_, _, link):
        await link.open()
        await asyncio.sleep(30)
        await link.close()
        payloads = await collect(link)
        assert [(each.channel, each.data) for each in payloads] == [
            (Channel.LAYOUT, LAYOUT),
            (Channel.STATUS, BOOT_STATUS),
            (Channel.BATTERY, b"\x57"),
        ]
        assert link.firmware == "1.2.3"
        assert link.simulated


@virtual
async def test_a_command_and_its_reply_stand_among_the_payloads() -> None:
    async with bench() as (_, _, link):
        await link.open()
        before_s = asyncio.get_running_loop().time()
        reply = await link.command(Command.TIP, 3)
        sent, answered = (await first(link, 5))[3:]
        request = Request.of(Command.TIP, 1, 3)
        assert sent == Payload(Channel.CONTROL_SENT, before_s, bytes(request))
        assert (answered.channel, answered.data) == (Channel.CONTROL_REPLY, bytes(ok(request)))
        assert reply == ok(request)
        assert before_s < answered.arrival_s <= before_s + 0.06


@virtual
async def test_an_answer_to_another_request_is_not_taken_for_ours() -> None:
    class Confused(PretendTool):
        def write_control(self, t_s: float, data: bytes) -> None:
            self._replies.append(b"\x01")
            super().write_control(t_s, bytes([data[0], data[1] + 1]))
            super().write_control(t_s, bytes([Command.IDENTIFY, data[1]]))
            super().write_control(t_s, data)

    async with bench(Confused()) as (_, _, link):
        await link.open()
        reply = await link.command(Command.STOP)
        assert (reply.command, reply.echo) == (Command.STOP, 1)


@virtual
async def test_commands_take_turns_and_each_gets_its_own_reply() -> None:
    async with bench() as (_, _, link):
        await link.open()
        replies = await asyncio.gather(*(link.command(Command.TIP, tip) for tip in range(1, 9)))
        assert [reply.echo for reply in replies] == list(range(1, 9))
        control = [each.channel for each in await first(link, 3 + 16)][3:]
        assert control == [Channel.CONTROL_SENT, Channel.CONTROL_REPLY] * 8


@virtual
async def test_echo_ids_run_from_1_to_255_and_begin_again() -> None:
    async with bench(radio=RadioModel(interval_s=0.0075)) as (_, _, link):
        await link.open()
        echoes = [(await link.command(Command.STATUS)).echo for _ in range(257)]
        assert echoes == [*range(1, 256), 1, 2]


@virtual
async def test_a_minute_of_a_hundred_frames_a_second_is_complete_and_in_order() -> None:
    async with bench() as (_, _, link):
        await link.open()
        await link.command(Command.START, 0)
        asyncio.get_running_loop().call_later(60, lambda: asyncio.ensure_future(link.close()))
        payloads = await collect(link)
        frames = [each for each in payloads if each.channel is Channel.SAMPLES]
        assert [number_of(each.data) for each in frames] == list(range(len(frames)))
        assert 5_990 <= len(frames) <= 6_002
        assert {len(each.data) for each in frames} == {244}
        arrivals_s = [each.arrival_s for each in payloads]
        assert arrivals_s == sorted(arrivals_s)


@virtual
async def test_battery_notifications_are_payloads() -> None:
    async with bench() as (_, _, link):
        await link.open()
        await link.command(Command.START, 0)
        asyncio.get_running_loop().call_later(2.5, lambda: asyncio.ensure_future(link.close()))
        batteries = [each.data for each in await collect(link) if each.channel is Channel.BATTERY]
        assert batteries == [b"\x57", b"\x56", b"\x56"]


@virtual
async def test_a_deaf_tool_times_out_and_the_next_command_works() -> None:
    async with bench() as (tool, _, link):
        await link.open()
        tool.deaf = True
        before_s = asyncio.get_running_loop().time()
        with pytest.raises(CommandTimeout, match="did not answer IDENTIFY within 2 s") as caught:
            await link.command(Command.IDENTIFY)
        assert isinstance(caught.value, TimeoutError)
        assert asyncio.get_running_loop().time() == pytest.approx(before_s + COMMAND_S)
        tool.deaf = False
        assert (await link.command(Command.IDENTIFY)).result == Result.OK


@virtual
async def test_out_of_range_is_lost_after_the_supervision_timeout_and_after_the_last_payload() -> None:
    async with bench(radio=RadioModel(supervision_s=6)) as (_, tools, link):
        loop = asyncio.get_running_loop()
        await link.open()
        await link.command(Command.START, 0)
        await asyncio.sleep(10)
        tools.air.in_range = False
        left_s = loop.time()
        numbers = list[int]()

        async def count() -> None:
            async for payload in link.payloads():
                if payload.channel is Channel.SAMPLES:
                    numbers.append(number_of(payload.data))

        with pytest.raises(ToolLost, match="PT-0001 is lost") as caught:
            await count()
        assert isinstance(caught.value, LinkLost)
        assert loop.time() == pytest.approx(left_s + 6)
        assert numbers == list(range(len(numbers)))
        assert len(numbers) >= 990


@virtual
async def test_a_command_pending_when_the_tool_goes_is_lost_with_it() -> None:
    async with bench() as (tool, tools, link):
        await link.open()
        tool.deaf = True
        asyncio.get_running_loop().call_later(0.5, lambda: asyncio.ensure_future(tools.peripheral.disconnect()))
        with pytest.raises(ToolLost):
            await link.command(Command.IDENTIFY)
        with pytest.raises(ToolLost):
            await link.command(Command.STOP)
        sent = [each.data[0] for each in await until_lost(link) if each.channel is Channel.CONTROL_SENT]
        assert sent == [Command.IDENTIFY]


@virtual
async def test_a_new_link_to_the_same_tool_works_after_a_loss() -> None:
    async with bench() as (tool, tools, link):
        await link.open()
        await tools.peripheral.disconnect()
        with pytest.raises(ToolLost):
            await collect(link)
        again = BleLink(await find(tool.serial, 5, tools.backend), backend=tools.backend, simulated=True)
        await again.open()
        assert (await again.command(Command.START, 0)).result == Result.OK
        await again.close()


@virtual
async def test_a_tool_that_left_before_open_is_not_found_in_bounded_time() -> None:
    async with bench() as (_, tools, link):
        loop = asyncio.get_running_loop()
        tools.air.in_range = False
        start_s = loop.time()
        with pytest.raises(ToolNotFound, match="PT-0001 did not answer within 20 s"):
            await link.open()
        assert loop.time() - start_s <= 25.1


@virtual
async def test_an_attribute_error_is_a_refusal_and_not_a_loss() -> None:
    async with bench() as (tool, _, link):
        await link.open()

        def refuse(t_s: float, data: bytes) -> None:
            raise FrameError("no")

        tool.write_control = refuse  # type: ignore[method-assign]  # the tool refuses
        with pytest.raises(CommandRefused, match="0x0d") as caught:
            await link.command(Command.IDENTIFY)
        assert isinstance(caught.value, TimeoutError)  # so that whoever waits for answers goes on
        del tool.write_control
        assert (await link.command(Command.IDENTIFY)).result == Result.OK


@virtual
async def test_parameters_that_do_not_fit_are_refused_before_anything_is_sent() -> None:
    async with bench() as (_, _, link):
        await link.open()
        with pytest.raises(FrameError):
            await link.command(Command.TIP, 300)
        await link.close()
        assert [each.channel for each in await collect(link)] == [Channel.LAYOUT, Channel.STATUS, Channel.BATTERY]


@virtual
async def test_closing_twice_is_closing_once() -> None:
    async with bench() as (tool, _, link):
        await link.open()
        await link.close()
        await link.close()
        await asyncio.sleep(1)
        assert tool.calls.count(("disconnect", 0)) == 1
        with pytest.raises(ToolLost):
            await link.command(Command.IDENTIFY)


@virtual
async def test_indications_do_not_hold_up_the_samples() -> None:
    async with bench() as (_, _, link):
        await link.open()
        await link.command(Command.START, 0)
        for _ in range(50):
            await link.command(Command.STATUS)
        await link.close()
        payloads = [each for each in await collect(link) if each.channel is Channel.SAMPLES]
        steps_s = [after.arrival_s - before.arrival_s for before, after in itertools.pairwise(payloads)]
        assert max(steps_s, default=math.inf) <= 0.015 + 1e-9
