"""What is injected while a tool runs does what it does in a scenario, and everything that begins is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from protocol.control import Command, Result
from protocol.events import BatteryLevel, EventType
from protocol.status import Status
from simulator.battery import Battery
from simulator.clock import ToolClock
from simulator.happenings.every import Happening, Marker
from simulator.happenings.frames import FrameLoss, Silence
from simulator.happenings.people import PatientStop
from simulator.happenings.radio import OutOfRange, RadioFault
from simulator.happenings.sensor import OffsetStep, StuckSensor
from simulator.happenings.tool import (
    BatteryFall,
    BatteryFlutter,
    BrownOut,
    ClockDrift,
    ClockJump,
    DisconnectAt,
    Reached,
)
from simulator.presence import Presence
from simulator.tool import Tool
from tests.simulator.bench import WIDE, Bench, scenario

START = bytes((Command.START, 1, 0, 0, 0, 0))


def running(*happenings: Happening, **more: Any) -> Bench:
    """A tool whose first sample is at 1 s of its time."""
    bench = Bench(scenario(*happenings, **more))
    bench.start()
    return bench


@pytest.mark.parametrize(
    "happening",
    [
        Silence(at_s=2, for_s=1), FrameLoss(at_s=2, count=9, share=0.5), StuckSensor(at_s=2, for_s=1),
        PatientStop(at_s=2), ClockJump(at_s=2, by_s=9), ClockDrift(at_s=2, ppm=5000), BatteryFall(at_s=2, percent=9),
    ],
    ids=lambda happening: happening.kind,
)  # fmt: skip
def test_injected_or_planned_gives_the_same_bytes(happening: Happening) -> None:
    planned, injected = running(happening), running()
    planned.until(6)
    injected.until(2.5)
    injected.tool.inject(happening.model_copy(update={"at_s": 0.5}), 2.5)
    injected.until(6)
    assert injected.tool.payload_sha256 == planned.tool.payload_sha256
    assert injected.tool.payload_sha256 != running_alone()


def running_alone() -> str:
    bench = running()
    bench.until(6)
    return bench.tool.payload_sha256


def test_each_happening_is_told_once_when_it_begins() -> None:
    bench, told = running(Silence(at_s=2, for_s=1), PatientStop(at_s=4)), list[Marker]()
    bench.tool.hear_begun(told.append)
    bench.until(3.5)
    bench.tool.inject(StuckSensor(for_s=1, at_s=0.25), 3.5)
    bench.until(9)
    assert [(round(marker.world_s, 2), marker.happening.kind) for marker in told] == [
        (2.0, "silence"), (2.75, "stuck sensor"), (4.0, "patient stop"),
    ]  # fmt: skip


def test_what_concerns_the_air_needs_one() -> None:
    bench, taken = running(), list[RadioFault]()
    fault = OutOfRange(for_s=3)
    with pytest.raises(ValueError, match="“out of range” needs a radio, and this link has none"):
        bench.tool.inject(fault, 1.0)
    bench.tool.on_radio = taken.append
    bench.tool.inject(fault, 1.0)
    assert taken == [fault]


def test_a_clock_that_jumps_stamps_later_and_misses_no_slot() -> None:
    bench = running(ClockJump(at_s=2, by_s=20), for_s=8)
    frames = bench.until(20).frames
    assert [frame.counter for frame in frames][:3] == [0, 4, 8]
    slots = np.concatenate([frame.counter + np.arange(len(frame.counts)) for frame in frames])
    clocks_us = np.concatenate([frame.clocks_us() for frame in frames])
    assert slots.tolist() == list(range(len(slots)))
    steps_us = np.diff(clocks_us)
    assert steps_us[200] == 20_010_000
    assert set(np.delete(steps_us, 200).tolist()) == {10_000}


def test_a_clock_that_jumps_back_below_nothing_wraps() -> None:
    clock = ToolClock(0.0, 10.0).jumped(5.0, -20_000_000)
    assert clock.us(5.0) == 2**32 - 5_000_000
    assert clock.s(clock.us(7.0)) == pytest.approx(7.0, abs=1e-6)


def test_late_frames_never_span_a_jump() -> None:
    bench = running(Silence(at_s=1, for_s=2), ClockJump(at_s=2.02, by_s=-0.5), for_s=20)
    bench.until(5)
    bench.ask(5.0, Command.RESEND, 100, 200)
    late = bench.steps(9).late
    slots = np.concatenate([frame.counter + np.arange(len(frame.counts)) for frame in late])
    assert slots.tolist() == list(range(100, 300))
    jump = [frame for frame in late if frame.counter == 203]
    assert len(jump) == 1
    assert all(set(np.diff(frame.clocks_us()).tolist()) <= {10_000} for frame in late)


def test_a_clock_that_drifts_shows_the_same_at_first_and_is_faster_from_then_on() -> None:
    before = ToolClock(20.0, 7.0)
    after = before.paced(100.0, 5000.0)
    assert after.us(100.0) == pytest.approx(before.us(100.0), abs=1)
    assert after.us(200.0) - after.us(100.0) == pytest.approx(100.5e6, abs=2)


def test_something_under_the_tip_reads_more_while_it_is_there() -> None:
    counts = running(OffsetStep(at_s=1, for_s=1, offset_n=3), unsteadiness=0.0).until(4.5).counts
    force_n = np.array(counts) * 2e-5
    assert force_n[100:200].mean() - force_n[:100].mean() == pytest.approx(3.0, abs=0.02)
    assert force_n[200:300].mean() - force_n[:100].mean() == pytest.approx(0.0, abs=0.02)


def test_a_brown_out_is_a_reset_with_an_empty_battery() -> None:
    bench = running(BrownOut(at_s=2, for_s=3, percent=4))
    bench.until(4)
    assert bench.tool.hung_up
    assert bench.tool.away_until_s == pytest.approx(6.0)
    assert bench.tool.battery_percent(4.0) == 4
    bench.tool.disconnect(4.0)
    bench.tool.connect(7.0, WIDE)
    assert Status.from_bytes(bench.tool.status(7.0)).boot_id == 2


def test_a_charge_falls_as_its_curve_says_and_then_slowly() -> None:
    battery = Battery(50)
    battery.fall(100.0, BatteryFall(percent=20, for_s=10))
    assert [battery.percent(t_s) for t_s in (100, 105, 110, 110 + 360, 110 + 3600)] == [50, 35, 20, 19, 10]
    battery.fall(200.0, BatteryFall(percent=3))
    assert battery.percent(200.0) == 3


def test_a_flutter_goes_up_and_down_and_ends() -> None:
    battery = Battery(50)
    battery.flutter(10.0, BatteryFlutter(for_s=4, percent=6, period_s=2))
    assert [battery.percent(t_s) for t_s in (9.9, 10, 10.9, 11, 11.9, 12, 13.9, 14)] == [50, 56, 56, 44, 44, 56, 44, 50]


def test_a_level_that_flutters_is_told_only_beyond_its_hysteresis() -> None:
    told = running(BatteryFlutter(at_s=1, for_s=6, percent=2, period_s=2), battery_percent=16).until(12).events
    assert [(event.type, event.values[1]) for event in told] == [(EventType.BATTERY, BatteryLevel.LOW)]
    wide = running(BatteryFlutter(at_s=1, for_s=6, percent=8, period_s=2), battery_percent=16).until(12).events
    assert [event.values[1] for event in wide][:3] == [BatteryLevel.LOW, BatteryLevel.NORMAL, BatteryLevel.LOW]


@pytest.mark.parametrize(
    ("step", "breaks"),
    [
        (Reached.CONNECTED, lambda tool: tool.connect(0.0, 23)),
        (Reached.MTU, lambda tool: (tool.connect(0.0, 23), tool.connect(0.0, 247))),
        (Reached.SUBSCRIBED, lambda tool: (tool.connect(0.0, 23), tool.subscribe(0.0))),
        (Reached.LAYOUT, lambda tool: (tool.connect(0.0, 23), tool.layout)),
        (Reached.STATUS, lambda tool: (tool.connect(0.0, 23), tool.status(0.0))),
        (Reached.START, lambda tool: (tool.connect(0.0, 23), tool.write_control(0.0, START))),
        (Reached.TIME, lambda tool: (tool.connect(0.0, 23), tool.write_control(0.0, bytes((Command.TIME, 1))))),
        (Reached.TARE, lambda tool: (tool.connect(0.0, 23), tool.write_control(0.0, bytes((Command.TARE, 1))))),
    ],
)  # fmt: skip
def test_a_connection_drops_at_its_step_and_the_next_one_holds(step: Reached, breaks: Callable[[Tool], object]) -> None:
    tool = Tool(scenario(DisconnectAt(step=step)), 1)
    for drops in (True, False):
        breaks(tool)
        assert tool.hung_up is drops
        tool.disconnect(0.0)


def test_a_step_that_breaks_leaves_its_command_unanswered() -> None:
    bench = Bench(scenario(DisconnectAt(step=Reached.START, count=2)))
    for _ in range(2):
        bench.tool.write_control(0.0, bytes(bench.request(Command.START, 0)))
        assert bench.until(0.0).order == []
        assert bench.tool.hung_up
        bench.tool.disconnect(0.0)
        bench.tool.connect(0.0, WIDE)
    assert bench.start().result == Result.OK


def test_steps_are_broken_as_often_as_they_are_armed() -> None:
    presence = Presence()
    presence.arm(DisconnectAt(step=Reached.MTU, count=2))
    presence.arm(DisconnectAt(step=Reached.START))
    steps = [Reached.MTU, Reached.START, Reached.START, Reached.MTU, Reached.MTU]
    assert [presence.breaks_at(step) for step in steps] == [True, True, False, True, False]


def test_a_step_may_be_armed_in_mid_stream() -> None:
    bench = running(DisconnectAt(at_s=2, step=Reached.TIME))
    assert bench.ask(1.5, Command.TIME).result == Result.OK
    bench.until(3.5)
    bench.tool.write_control(3.5, bytes(bench.request(Command.TIME)))
    assert bench.tool.hung_up
