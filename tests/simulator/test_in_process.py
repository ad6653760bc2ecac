from __future__ import annotations

import asyncio
import hashlib

import pytest

from protocol.control import Command, Reply, Request, Result
from protocol.errors import LinkLost
from protocol.layout import Layout
from protocol.link import Channel, Payload
from protocol.status import Status
from simulator.in_process import InProcessLink
from simulator.scenario import Disconnect, PatientStop, Scenario
from simulator.tool import Tool
from tests.simulator.bench import scenario
from tests.virtual import virtual


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
            arrived.append(payload)  # noqa: PERF401

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
