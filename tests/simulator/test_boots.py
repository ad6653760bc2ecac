"""Resets, absences and changes of the link in the middle of a stream."""

from __future__ import annotations

import itertools

import pytest

from protocol.control import Command, Request, Result, Setting
from protocol.events import EventType
from protocol.status import Status, ToolState
from simulator.happenings.people import PatientStop
from simulator.happenings.tool import Disconnect, MtuChange, Reset
from tests.simulator.bench import WIDE, Bench, scenario


def status(bench: Bench, t_s: float) -> Status:
    return Status.from_bytes(bench.tool.status(t_s))


def after_reset(*more: PatientStop, boot_id: int = 5) -> Bench:
    """The first sample came at 1 s, the reset at 6 s, the next connection at 8 s."""
    bench = Bench(scenario(Reset(at_s=5, for_s=0.5), *more, for_s=100, boot_id=boot_id))
    bench.start()
    bench.until(7.0)
    bench.tool.disconnect(7.0)
    bench.tool.connect(8.0, WIDE)
    return bench


def test_a_reset_drops_the_link_and_nobody_reaches_the_tool_until_it_is_back() -> None:
    bench = Bench(scenario(Reset(at_s=5, for_s=0.5), for_s=100))
    bench.start()
    assert max(bench.until(7.0).counters) < 501
    assert bench.tool.hung_up
    assert bench.tool.away_until_s == pytest.approx(6.5)
    bench.tool.write_control(7.0, bytes(bench.request(Command.TIME)))
    assert bench.until(7.5).order == []


def test_after_a_reset_boot_id_clock_and_state_are_new_and_the_ring_is_lost() -> None:
    bench = after_reset()
    assert status(bench, 8.0) == Status(6, ToolState.IDLE, 0, 1, 0, 0, 0, 0)
    assert bench.ask(8.0, Command.TIME).values == (1_500_000, 1_500_000)
    assert bench.ask(8.0, Command.RESEND, 0, 100).result == Result.WRONG_STATE
    assert bench.start(8.0).values == (1, 100_000, 0)
    frames = bench.until(10.0).frames
    assert (frames[0].stream, frames[0].counter, frames[0].clock_us) == (1, 0, 2_000_000)


def test_a_scenarios_first_counter_is_that_of_its_first_stream_only() -> None:
    bench = Bench(scenario(Reset(at_s=5), first_counter=4_000, for_s=100))
    assert bench.start().values == (1, 100_000, 4_000)
    assert bench.start(2.0, 50_000).values == (2, 50_000, 0)
    bench.until(8.0)
    bench.tool.disconnect(8.0)
    bench.tool.connect(9.0, WIDE)
    assert bench.start(9.0).values == (1, 100_000, 0)


def test_boot_ids_follow_each_other_and_none_is_0() -> None:
    assert status(after_reset(boot_id=2**32 - 1), 8.0).boot_id == 1


def test_a_repeat_from_before_the_reset_is_executed_anew() -> None:
    bench = Bench(scenario(Reset(at_s=5), for_s=100))
    bench.start()
    request = bytes(Request.of(Command.TIP, 9, 2))
    assert bench.write(3.0, request).values == (2,)
    bench.until(7.0)
    bench.tool.disconnect(7.0)
    bench.tool.connect(8.0, WIDE)
    assert bench.write(8.0, request).values == (0,)


def test_events_and_the_stop_latch_do_not_survive_a_reset_and_events_count_from_0() -> None:
    bench = after_reset(PatientStop(at_s=3, for_s=0.5), PatientStop(at_s=12, for_s=0.5))
    assert status(bench, 8.0).flags == 0
    bench.tool.write_control(8.0, bytes(bench.request(Command.START, 0)))
    assert bench.until(9.0).events == []
    assert [event.number for event in bench.until(20.0).events] == [0, 1, 2]


def test_calibration_settings_and_tip_survive_a_reset() -> None:
    bench = Bench(scenario(Reset(at_s=5), for_s=100))
    bench.start()
    bench.ask(2.0, Command.TIP, 2)
    bench.tool.write_setup(2.0, bytes(Request.of(Command.SET, 1, Setting.VIBRATION_PERCENT, 33)))
    bench.until(7.0)
    bench.tool.disconnect(7.0)
    bench.tool.connect(8.0, WIDE)
    assert status(bench, 8.0).tip == 2
    (reply,) = bench.tool.write_setup(8.0, bytes(Request.of(Command.GET, 1, Setting.VIBRATION_PERCENT)))
    assert reply[-4:] == bytes.fromhex("21000000")


def test_the_worlds_time_goes_on_through_a_reset() -> None:
    bench = after_reset(PatientStop(at_s=12))
    bench.start(8.0)
    events = bench.until(20.0).events
    assert events[0].counter == 450  # at 13 s; sampling began anew at 8.5 s, a whole second of the new clock
    assert bench.tool.simulated_s == pytest.approx(19.0, abs=0.02)


# absences


def test_a_tool_can_drop_its_link_as_often_as_the_scenario_says() -> None:
    drops = [Disconnect(at_s=2, for_s=0.4), Disconnect(at_s=4), Disconnect(at_s=6, for_s=1.5)]
    bench = Bench(scenario(*drops, for_s=20))
    bench.start()
    left_s: list[float] = []
    counters: list[int] = []
    t_s = 0.0
    while t_s < 12:
        t_s += 0.05
        counters += bench.until(t_s).counters
        if bench.tool.hung_up:
            left_s.append(round(bench.tool.away_until_s, 3))
            bench.tool.disconnect(t_s)
            t_s = max(t_s, bench.tool.away_until_s)
            bench.tool.connect(t_s, WIDE)
            bench.start(t_s)
    assert left_s == [3.4, 5.0, 8.5]
    gaps = [(a, b) for a, b in itertools.pairwise(counters) if b != a + 1]
    assert len(gaps) == 3
    assert status(bench, 12.0).boot_id == 1
    assert status(bench, 12.0).oldest == 0


def test_another_mtu_in_mid_stream_cuts_the_frames_anew_and_loses_nothing() -> None:
    bench = Bench(scenario(MtuChange(at_s=2, mtu=23), MtuChange(at_s=4, mtu=185), for_s=20))
    bench.start()
    said = bench.until(8.0)
    sizes = {frame.counter // 200: set[int]() for frame in said.frames}
    for frame in said.frames:
        sizes[frame.counter // 200].add(len(frame.counts))
    assert (sizes[0], sizes[2]) == ({4}, {4})
    assert 2 in sizes[1]
    assert said.counters == list(range(len(said.counters)))


def test_a_rate_that_the_new_link_cannot_carry_is_refused_when_attaching() -> None:
    bench = Bench(scenario(rate_hz=1000, for_s=100))
    bench.start()
    bench.until(3.0)
    bench.tool.disconnect(3.0)
    bench.tool.connect(4.0, 23)
    reply = bench.start(4.0)
    assert (reply.result, reply.values) == (Result.LINK_TOO_NARROW, (100_000,))
    assert bench.until(5.0).frames == []
    bench.tool.connect(5.0, WIDE)
    assert bench.start(5.0).values[:2] == (1, 1_000_000)


# tips


def test_another_tip_begins_a_new_stream_and_is_told() -> None:
    bench = Bench(scenario(for_s=100))
    bench.start()
    bench.until(3.0)
    bench.tool.write_control(3.0, bytes(bench.request(Command.TIP, 2)))
    said = bench.until(5.0)
    assert said.replies[0].values == (2,)
    (event,) = said.events
    assert (event.type, event.values, event.stream, event.counter) == (EventType.TIP, (2, 2), 2, 0)
    assert {frame.stream for frame in said.frames} == {2}
    assert (said.frames[0].counter, said.frames[0].clock_us) == (0, 3_010_000)
    assert status(bench, 5.0)[2:4] == (2, 2)


def test_a_tip_that_the_layout_does_not_list_is_refused() -> None:
    bench = Bench()
    for number in (0, 3, 255):
        assert bench.ask(1.0, Command.TIP, number).result == Result.BAD_VALUE
    assert status(bench, 1.0).tip == 1


def test_a_tip_put_on_while_idle_begins_no_stream() -> None:
    bench = Bench()
    assert bench.ask(1.0, Command.TIP, 2).values == (0,)
    assert status(bench, 1.0)[1:4] == (ToolState.IDLE, 0, 2)
    assert bench.start(1.0).values[0] == 1
