from __future__ import annotations

import itertools

import pytest

from protocol.control import Command, Result
from protocol.events import BatteryLevel, Button, EventType
from protocol.frames import ToolFlag, Width
from protocol.status import Status
from simulator.happenings.frames import FrameLoss, Silence
from simulator.happenings.people import PatientStop
from simulator.happenings.sensor import NoReading, SaturatedSensor
from simulator.happenings.tool import Disconnect
from tests.simulator.bench import WIDE, Bench, scenario

WHILE_DOWN_S, AFTER_S = 3.2, 4.0
"""With a start at 0.5 s the first sample comes at 1 s, so a button pressed at 2 s of the scenario is down at 3 s."""


def test_a_patients_stop_is_told_at_its_time_and_latched_in_every_frame() -> None:
    bench = Bench(scenario(PatientStop(at_s=2, for_s=0.5)))
    bench.start()
    said = bench.until(5)
    assert [(event.type, event.values) for event in said.events] == [
        (EventType.BUTTON, (Button.PATIENT, 1)),
        (EventType.STOP, (1, Button.PATIENT)),
        (EventType.BUTTON, (Button.PATIENT, 0)),
    ]
    assert [event.number for event in said.events] == [0, 1, 2]
    assert [(event.stream, event.counter, event.clock_us) for event in said.events] == [
        (1, 200, 3_000_000), (1, 200, 3_000_000), (1, 250, 3_500_000),
    ]  # fmt: skip
    assert {frame.flags for frame in said.frames if frame.counter < 200} == {0}
    assert {frame.flags for frame in said.frames if frame.counter >= 200} == {ToolFlag.STOP_LATCHED}


def test_the_latch_is_cleared_by_command_and_says_so() -> None:
    bench = Bench(scenario(PatientStop(at_s=2, for_s=0.5)))
    bench.start()
    bench.until(AFTER_S)
    bench.tool.write_control(AFTER_S, bytes(bench.request(Command.CLEAR_STOP)))
    said = bench.until(AFTER_S)
    assert [reply.result for reply in said.replies] == [Result.OK]
    assert [(event.type, event.values) for event in said.events] == [(EventType.STOP, (0, Button.COMMAND))]
    assert {frame.flags for frame in bench.until(6).frames} == {0}


def test_the_latch_holds_while_the_button_is_down() -> None:
    bench = Bench(scenario(PatientStop(at_s=2, for_s=0.5)))
    bench.start()
    bench.until(WHILE_DOWN_S)
    assert bench.ask(WHILE_DOWN_S, Command.CLEAR_STOP).result == Result.WRONG_STATE
    assert bench.until(4).frames[-1].flags == ToolFlag.STOP_LATCHED


def test_clearing_what_is_not_latched_is_no_event() -> None:
    bench = Bench()
    bench.start()
    bench.tool.write_control(1, bytes(bench.request(Command.CLEAR_STOP)))
    said = bench.until(1)
    assert (said.replies[0].result, said.events) == (Result.OK, [])


def test_the_latch_survives_a_disconnect() -> None:
    bench = Bench(scenario(PatientStop(at_s=1)))
    bench.start()
    bench.until(5)
    bench.tool.disconnect(5)
    assert Status.from_bytes(bench.tool.status(6)).flags == ToolFlag.STOP_LATCHED


def test_in_a_silence_frames_are_lost_for_good_and_counted() -> None:
    bench = Bench(scenario(Silence(at_s=2, for_s=3)))
    bench.start()
    counters = bench.until(10).counters
    assert [b for a, b in itertools.pairwise(counters) if b != a + 1] == [500]
    assert set(range(500)) - set(counters) == set(range(200, 500))


def test_of_many_frames_about_the_given_share_is_lost() -> None:
    bench = Bench(scenario(FrameLoss(at_s=10, for_s=80, share=0.25), for_s=100))
    bench.start()
    starts = {frame.counter for frame in bench.until(200).frames}
    lost = set(range(0, 10_000, 4)) - starts
    assert min(lost) >= 996
    assert max(lost) < 9_000
    assert len(lost) == pytest.approx(500, abs=60)


def test_a_spoiled_sensor_shows_in_the_counts_of_its_time() -> None:
    bench = Bench(scenario(SaturatedSensor(at_s=1, for_s=0.1), NoReading(at_s=2, for_s=0.1)))
    bench.start()
    counts = bench.until(5).counts
    assert {i for i, count in enumerate(counts) if count == Width.I24.saturated_high} == set(range(100, 110))
    assert {i for i, count in enumerate(counts) if count == Width.I24.no_reading} == set(range(200, 210))


def test_a_tool_that_hangs_up_says_so_once() -> None:
    bench = Bench(scenario(Disconnect(at_s=2)))
    bench.start()
    wants_away = []
    for t_s in (2.9, 3.1):
        bench.until(t_s)
        wants_away.append(bench.tool.hung_up)
    bench.tool.disconnect(3.1)
    bench.tool.connect(4, WIDE)
    assert [*wants_away, bench.tool.hung_up] == [False, True, False]


@pytest.mark.parametrize(("percent", "level"), [(16, BatteryLevel.LOW), (6, BatteryLevel.CRITICAL)])
def test_a_falling_battery_is_told_when_it_crosses_a_level(percent: int, level: BatteryLevel) -> None:
    bench = Bench(scenario(battery_percent=percent, for_s=400, rate_hz=50))
    bench.start()
    before = bench.until(359.9)
    said = bench.until(361)
    assert before.events == []
    assert [(event.type, event.values) for event in said.events] == [(EventType.BATTERY, (percent - 1, level))]
    assert said.frames[-1].flags == ToolFlag.LOW_BATTERY
    assert before.frames[0].flags == (ToolFlag.LOW_BATTERY if percent < 15 else 0)


def test_the_battery_does_not_fall_below_nothing() -> None:
    tool = Bench(scenario(battery_percent=1)).tool
    assert [tool.battery_percent(t_s) for t_s in (0, 359, 361, 10_000)] == [1, 1, 0, 0]
