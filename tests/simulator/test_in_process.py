from __future__ import annotations

import asyncio
import hashlib

import pytest

from protocol.control import Command, Reply, Request, ResendDone, Result
from protocol.errors import LinkLost
from protocol.frames import FrameType
from protocol.layout import Layout
from protocol.link import Channel, Payload
from protocol.status import Status
from simulator.happenings.people import PatientStop
from simulator.happenings.tool import Disconnect
from simulator.in_process import InProcessLink
from simulator.scenario import Scenario
from simulator.tool import Tool
from tests.simulator.bench import scenario
from tests.virtual import run_virtual, virtual


def linked(setting: Scenario) -> tuple[Tool, InProcessLink]:
    tool = Tool(setting, 1)
    return tool, InProcessLink(tool)


async def rest(link: InProcessLink) -> list[Payload]:
    return [payload async for payload in link.payloads()]


@virtual
async def test_layout_status_and_battery_come_first() -> None:
    _, link = linked(scenario(serial="SIM-0077"))
    first = asyncio.create_task(rest(link))
    await asyncio.sleep(1)
    await link.close()
    payloads = await first
    assert [payload.channel for payload in payloads] == [Channel.LAYOUT, Channel.STATUS, Channel.BATTERY]
    assert Layout.from_bytes(payloads[0].data).serial == "SIM-0077"
    assert Status.from_bytes(payloads[1].data).rate_mhz == 0
    assert payloads[2].data == bytes((87,))
    assert link.simulated


@virtual
async def test_a_run_ends_with_its_scenario_and_every_notification_arrived() -> None:
    tool, link = linked(scenario(PatientStop(at_s=1), for_s=3))
    assert (await link.command(Command.START, 0)).result == Result.OK
    payloads = await rest(link)
    live = b"".join(payload.data for payload in payloads if payload.channel in (Channel.SAMPLES, Channel.EVENTS))
    assert hashlib.sha256(live).hexdigest() == tool.payload_sha256
    assert tool.over
    with pytest.raises(LinkLost, match="gone"):
        await link.command(Command.STATUS)


@virtual
async def test_both_directions_of_a_command_are_payloads_in_order() -> None:
    _, link = linked(scenario())
    reply = await link.command(Command.TIME)
    await link.close()
    sent, answered = (await rest(link))[3:]
    assert (sent.channel, answered.channel) == (Channel.CONTROL_SENT, Channel.CONTROL_REPLY)
    assert Request.from_bytes(sent.data) == Request.of(Command.TIME, 1)
    assert Reply.from_bytes(answered.data) == reply
    assert sent.arrival_s <= answered.arrival_s


@virtual
async def test_commands_wait_for_each_other_so_that_none_is_busy() -> None:
    _, link = linked(scenario())
    await link.command(Command.START, 0)
    await asyncio.sleep(2)
    replies = await asyncio.gather(*(link.command(command) for command in (Command.TARE, Command.STATUS, Command.TARE)))
    assert [reply.result for reply in replies] == [Result.OK] * 3
    assert [reply.echo for reply in replies] == [2, 3, 4]
    await link.close()


@virtual
async def test_echo_ids_go_round_without_0() -> None:
    _, link = linked(scenario())
    echoes = [(await link.command(Command.STATUS)).echo for _ in range(256)]
    assert echoes == [*range(1, 256), 1]
    await link.close()


@virtual
async def test_frames_arrive_when_they_are_full() -> None:
    loop = asyncio.get_running_loop()
    begun_s = loop.time()
    _, link = linked(scenario(for_s=3))
    await link.command(Command.START, 0)
    arrivals_s = [each.arrival_s - begun_s for each in await rest(link) if each.channel is Channel.SAMPLES]
    assert arrivals_s == pytest.approx([1.03 + 0.04 * i for i in range(len(arrivals_s))], abs=1e-6)
    assert len(arrivals_s) >= 74


@virtual
async def test_a_tool_that_hangs_up_is_a_lost_link_after_all_that_came() -> None:
    _, link = linked(scenario(Disconnect(at_s=1)))
    await link.command(Command.START, 0)
    arrived: list[Payload] = []

    async def read() -> None:  # what came before the link was lost counts
        async for payload in link.payloads():
            arrived.append(payload)  # noqa: PERF401 - it arrives bit by bit

    with pytest.raises(LinkLost, match="dropped"):
        await read()
    assert [payload.channel for payload in arrived].count(Channel.SAMPLES) == 25


@virtual
async def test_closing_twice_is_closing_once() -> None:
    tool, link = linked(scenario())
    await link.command(Command.START, 0)
    await link.close()
    await link.close()
    assert tool.mtu == 23
    assert [payload.channel for payload in await rest(link)][-1] is Channel.CONTROL_REPLY


@virtual
async def test_the_next_connection_goes_on_with_the_tools_time_and_stream() -> None:
    loop = asyncio.get_running_loop()
    on_since_s = loop.time()
    tool, first = linked(scenario(Disconnect(at_s=2, for_s=3), for_s=60))
    await first.command(Command.START, 0)
    with pytest.raises(LinkLost, match="dropped"):
        await rest(first)
    with pytest.raises(LinkLost, match="cannot be reached"):
        InProcessLink(tool, on_since_s)
    await asyncio.sleep(3.0)
    second = InProcessLink(tool, on_since_s)
    with pytest.raises(LinkLost, match="dropped"):
        await rest(first)  # the old link stays lost
    reply = await second.command(Command.START, 0)
    assert reply.values == (1, 100_000, 503)
    await first.close()
    await asyncio.sleep(1.0)
    await second.close()
    payloads = await rest(second)
    status = Status.from_bytes(payloads[1].data)
    assert (status.boot_id, status.stream, status.oldest, status.newest) == (1, 1, 0, 502)
    assert [payload.channel for payload in payloads].count(Channel.SAMPLES) == 25


@virtual
async def test_a_command_that_a_dying_tool_leaves_unanswered_is_a_lost_link() -> None:
    _, link = linked(scenario(Disconnect(at_s=1), for_s=60))
    await link.command(Command.START, 0)
    await asyncio.sleep(1.7)
    with pytest.raises(LinkLost, match="unanswered"):
        await link.command(Command.TARE)


@virtual
async def test_a_resend_comes_to_its_end_even_when_the_scenario_has() -> None:
    _, link = linked(scenario(for_s=4))
    await link.command(Command.START, 0)
    await asyncio.sleep(4.9)
    reply = await link.command(Command.RESEND, 0, 200)
    assert reply.values == (0, 200)
    payloads = await rest(link)
    done = ResendDone.from_bytes(payloads[-1].data)
    assert done == ResendDone(reply.echo, Result.OK, 200, 0)
    assert [payload.data[0] for payload in payloads if payload.channel is Channel.SAMPLES].count(FrameType.LATE) == 34


@virtual
async def test_commands_of_setup_are_answered_too() -> None:
    _, link = linked(scenario())
    assert (await link.command(Command.GET, 2)).values == (60,)
    assert (await link.command(Command.SET, 2, 101)).result == Result.BAD_VALUE
    await link.close()


@virtual
async def test_a_tool_that_is_switched_off_is_a_lost_link() -> None:
    _, link = linked(scenario(for_s=60))
    assert (await link.command(Command.POWER_OFF)).result == Result.OK
    with pytest.raises(LinkLost, match="dropped"):
        await rest(link)


@pytest.mark.parametrize("late_s", [0.1234567, 10.3, 1e6 / 7])
def test_a_tool_that_is_switched_on_late_is_no_standstill(late_s: float) -> None:
    """The tool's seconds are the loop's less those before: what is due in less than rounding is due all the same."""

    async def story() -> int:
        await asyncio.sleep(late_s)
        link = InProcessLink(Tool(Scenario(name="late", text="Nobody presses.", simulated_s=5), 1))
        await link.command(Command.START, 0)
        return len([payload async for payload in link.payloads() if payload.channel is Channel.SAMPLES])

    assert run_virtual(story()) >= 120
