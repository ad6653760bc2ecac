from __future__ import annotations

import asyncio
import contextlib

import pytest

from protocol.control import Command, Reply, Request, Result
from protocol.link import Channel, Payload
from protocol.status import Status
from session.inputs import UndoZero, input_bytes
from session.link_health import Level
from session.tare import Refused, Tared, Undone
from session.tool_health import KEPT, LOOK_S, ToolHealth, ToolWatch
from session.tool_stream import NOT_MEASURED, OTHER_TIP, ToolStream
from session.unknown import Unknown
from simulator.happenings.people import Press
from simulator.in_process import InProcessLink
from simulator.scenario import Scenario
from simulator.tool import Tool
from tests.virtual import run_virtual

TOOL = Tool(Scenario(name="test", text="A test.", simulated_s=60, serial="PT-7"), 1)


class Bench:
    """A tool's payloads, read and watched."""

    def __init__(self) -> None:
        self.tool, self.watch = ToolStream(), ToolWatch(rssi_dbm=-55)
        self.now_s = 0.0

    def takes(self, payload: Payload) -> None:
        self.now_s = payload.arrival_s
        self.watch.update(payload, self.tool, self.tool.update(payload))

    def hears(self, channel: Channel, data: bytes, at_s: float = 1.0) -> None:
        self.takes(Payload(channel, at_s, data))

    def tares(self, result: Result = Result.OK, *values: int, at_s: float = 1.0) -> None:
        told = values or ((8192, 164, 1, 0) if result is Result.OK else ())
        self.hears(Channel.CONTROL_REPLY, bytes(Reply.of(Request.of(Command.TARE, 1), result, *told)), at_s)

    def looks(self) -> ToolHealth:
        return self.watch.look(self.now_s)


def watched(scenario: Scenario, *commands: tuple[float, Command]) -> Bench:
    """A simulated tool that is started, and then told these things."""

    async def story() -> Bench:
        bench, loop = Bench(), asyncio.get_running_loop()
        link = InProcessLink(Tool(scenario, 1))

        async def tell() -> None:
            await link.command(Command.START, 0)
            start_s = loop.time()
            for at_s, command in commands:
                await asyncio.sleep(start_s + at_s - loop.time())
                await link.command(command)

        telling = asyncio.create_task(tell())
        async for payload in link.payloads():
            bench.takes(payload)
        telling.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await telling
        await link.close()
        return bench

    return run_virtual(story())


def scenario(*presses: Press, for_s: float = 16.0) -> Scenario:
    return Scenario(name="test", text="A test.", simulated_s=for_s, rate_hz=100, serial="PT-7", presses=presses)


def test_a_simulated_tool_at_rest_is_well_in_everything() -> None:
    bench = watched(scenario(), *((0.1 * each, Command.TIME) for each in range(8)), (2.0, Command.TARE))
    health = bench.looks()
    assert (health.link.level, health.link.lost, health.link.rssi_dbm) == (Level.GOOD, 0, -55)
    assert health.link.rate_hz == pytest.approx(100.0, rel=0.01)
    assert not isinstance(health.link.old_s, Unknown)
    assert 0.0 < health.link.old_s < 0.1
    assert isinstance(health.battery.percent, int)
    assert (health.clock.exchanges, health.clock.contradictions) == (8, 0)
    assert not isinstance(health.clock.error_s, Unknown)
    assert 0.0 < health.clock.error_s < 0.1
    (tared,) = health.zero.standing
    assert health.zero.events == (tared,)
    assert abs(tared.zero_n) < 2.0
    assert 0.0 < tared.noise_n < 0.1
    assert isinstance(health.zero.rest_n, float)
    assert abs(health.zero.rest_n) < 0.02


def test_a_tool_that_is_pressed_refuses_a_tare_and_says_with_how_much() -> None:
    bench = watched(scenario(Press(at_s=0.5, force_n=20.0, for_s=10.0), for_s=8.0), (4.0, Command.TARE))
    (refused,) = bench.looks().zero.events
    assert isinstance(refused, Refused)
    assert refused.result is Result.LOADED
    assert refused.mean_n == pytest.approx(20.0, rel=0.25)
    assert bench.looks().zero.standing == ()


def test_a_tare_stands_until_it_is_taken_back() -> None:
    bench = Bench()
    bench.tares(at_s=1.0)
    bench.tares(Result.UNSTEADY, 1, 4096, at_s=2.0)
    bench.tares(Result.OK, 4096, 164, 1, 50, at_s=3.0)
    first, second = Tared(1.0, 0.5, 164 / 16384, 1, 0), Tared(3.0, 0.25, 164 / 16384, 1, 50)
    assert bench.looks().zero.standing == (first, second)
    bench.hears(Channel.INPUT, input_bytes(UndoZero()), 4.0)
    assert bench.looks().zero.standing == (first,)
    refused = Refused(2.0, Result.UNSTEADY, 1 / 16384, 0.25)
    assert bench.looks().zero.events == (first, refused, second, Undone(4.0))
    for _ in range(2):
        bench.hears(Channel.INPUT, input_bytes(UndoZero()), 5.0)
    assert bench.looks().zero.standing == ()


def test_another_tip_asks_for_another_zero() -> None:
    bench = Bench()
    bench.hears(Channel.LAYOUT, TOOL.layout)
    status = Status.from_bytes(TOOL.status(0.0))
    bench.hears(Channel.STATUS, bytes(status._replace(tip=1)))
    assert bench.looks().zero.state is NOT_MEASURED
    bench.tares()
    bench.hears(Channel.STATUS, bytes(status._replace(tip=1)))
    assert bench.looks().zero.state is Result.OK
    bench.hears(Channel.STATUS, bytes(status._replace(tip=2)))
    assert bench.looks().zero.state is OTHER_TIP
    bench.tares(Result.SATURATED)
    assert bench.looks().zero.state is Result.SATURATED
    bench.tares()
    assert bench.looks().zero.state is Result.OK


def test_an_answer_to_a_tare_that_is_cut_short_says_nothing_of_the_zero() -> None:
    bench = Bench()
    bench.hears(Channel.CONTROL_REPLY, b"\x85\x01\x00\x01")
    assert bench.looks().zero.events == ()
    assert bench.looks().link.malformed == 1


@pytest.mark.parametrize("undo", [False, True])
def test_what_was_read_at_rest_says_nothing_of_another_zero(undo: bool) -> None:
    bench = watched(scenario(for_s=9.0), (1.0, Command.TARE))
    assert isinstance(bench.looks().zero.rest_n, float)
    bench.tares(Result.SATURATED, at_s=9.0)
    assert isinstance(bench.looks().zero.rest_n, float)
    if undo:
        bench.hears(Channel.INPUT, input_bytes(UndoZero()), 9.0)
    else:
        bench.tares(at_s=9.0)
    assert isinstance(bench.looks().zero.rest_n, Unknown)


def test_the_battery_is_heard() -> None:
    bench = Bench()
    bench.hears(Channel.BATTERY, b"\x52")
    assert bench.looks().battery.percent == 82


def test_a_look_at_the_link_is_made_four_times_a_second() -> None:
    watch = ToolWatch()
    first = watch.look(10.0).link
    assert watch.look(10.0 + LOOK_S - 0.01).link is first
    assert watch.look(10.0 + LOOK_S).link is not first
    assert watch.look(3.0).link is not first


def test_memory_does_not_grow() -> None:
    bench = Bench()
    for _ in range(KEPT + 5):
        bench.tares()
    assert len(bench.looks().zero.events) == len(bench.looks().zero.standing) == KEPT
