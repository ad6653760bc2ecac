from __future__ import annotations

import hashlib
import itertools
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.advert import Advert
from protocol.control import Command, Result
from protocol.layout import Feature, Layout
from protocol.link import Channel
from protocol.status import Status, ToolState
from simulator.happenings.frames import FrameLoss, Silence
from simulator.happenings.people import PatientStop, Press
from simulator.happenings.sensor import SaturatedSensor
from simulator.identity import FIRMWARE, NAME, RATES_HZ
from simulator.tool import Tool
from tests.short import examples
from tests.simulator.bench import WIDE, Bench, scenario


def run(seed: int, **more: Any) -> str:
    bench = Bench(scenario(presses=[Press(at_s=1, force_n=20, for_s=4)], for_s=8, **more), seed=seed)
    bench.start()
    bench.until(20)
    return bench.tool.payload_sha256


# identity


def test_the_tool_says_who_it_is_in_layout_advert_and_status() -> None:
    tool = Bench(scenario(serial="SIM-0042", rate_hz=200, boot_id=9)).tool
    layout = Layout.from_bytes(tool.layout)
    advert = Advert.from_bytes(tool.service_data(0))
    assert (layout.serial, advert.serial, tool.serial) == ("SIM-0042",) * 3
    assert (layout.firmware, tool.firmware, tool.name) == (FIRMWARE, FIRMWARE, NAME)
    assert len(NAME.encode()) <= 8
    assert layout.rates_mhz == (200_000, 50_000, 100_000, 1_000_000)
    assert tool.rates_hz == (200, 50, 100, 1000)
    assert layout.features == Feature(0b1_1100_1111)
    assert layout.ring_capacity == 12_000
    assert advert == Advert(1, ToolState.IDLE, 87, "SIM-0042")
    assert Status.from_bytes(tool.status(0)) == Status(9, ToolState.IDLE, 0, layout.tips[0].id, 0, 0, 0, 0)
    assert len(tool.layout) <= 512


def test_a_streaming_tool_says_so_and_what_it_holds() -> None:
    bench = Bench()
    bench.start()
    status = Status.from_bytes(bench.tool.status(3.0))
    assert (status.state, status.stream, status.oldest, status.newest) == (ToolState.STREAMING, 1, 0, 200)
    assert status.rate_mhz == 100_000
    assert Advert.from_bytes(bench.tool.service_data(3.0)).state == ToolState.STREAMING


# frames


def test_nothing_comes_before_start() -> None:
    assert Bench().tool.advance(10) == []
    assert math.isinf(Bench().tool.next_due_s(10))


@pytest.mark.parametrize("start_s", [0.0, 0.3, 7.9])
def test_however_late_it_is_started_the_tool_samples_a_second_later_and_its_clock_shows_the_same(
    start_s: float,
) -> None:
    bench = Bench()
    bench.start(start_s)
    assert bench.until(start_s + 1.029).frames == []
    (frame,) = bench.until(start_s + 1.031).frames
    assert (frame.counter, frame.clock_us, frame.span_us) == (0, 1_000_000, 30_000)


def test_a_later_start_goes_on_with_the_clock_of_the_first() -> None:
    bench = Bench()
    bench.start(0.3)
    bench.until(3)
    bench.start(4.0, 200_000)
    assert bench.until(5.5).frames[0].clock_us == 4_000_000


@given(st.sampled_from(RATES_HZ), st.integers(23, 247), st.lists(st.floats(0.001, 0.4), min_size=1, max_size=20))
def test_slots_follow_each_other_without_a_break_however_often_one_asks(
    rate_hz: int, mtu: int, pauses_s: list[float]
) -> None:
    bench = Bench(scenario(rate_hz=rate_hz), mtu=mtu)
    if bench.start().result != Result.OK:
        assert mtu < 185
        return
    t_s, frames = 1.0, []
    for pause_s in pauses_s:
        t_s += pause_s
        frames += bench.until(t_s).frames
    counter = 0
    for frame in frames:
        assert frame.counter == counter
        assert frame.clock_us == 1_000_000 + counter * 1_000_000 // rate_hz
        assert frame.span_us <= 50_000
        assert 14 + 3 * len(frame.counts) <= mtu - 3
        counter += len(frame.counts)


def test_a_frame_is_sent_as_soon_as_it_is_full() -> None:
    bench = Bench()
    bench.start()
    due_s = bench.tool.next_due_s(0.6)
    assert due_s == pytest.approx(1.03)
    assert bench.until(due_s - 1e-6).frames == []
    assert len(bench.until(due_s).frames) == 1


def test_a_crystal_that_is_fast_counts_more_microseconds() -> None:
    exact, fast = Bench(scenario(clock_ppm=0)), Bench(scenario(clock_ppm=200))
    assert exact.tool.clock_us(100) == 100_000_000
    assert fast.tool.clock_us(100) == 100_020_000
    fast.start()
    assert fast.tool.next_due_s(0.6) == pytest.approx(1.03 / 1.0002, abs=1e-6)


def test_the_clock_of_a_tool_long_on_wraps_and_the_counter_does_not_mind() -> None:
    bench = Bench(scenario(up_s=4290))
    bench.start()
    said = bench.until(9)
    clocks = [frame.clock_us for frame in said.frames]
    wraps = [a for a, b in itertools.pairwise(clocks) if b < a]
    assert len(wraps) == 1
    assert clocks[0] == 4_291_000_000
    assert {(b - a) % 2**32 for a, b in itertools.pairwise(clocks)} == {40_000}
    assert said.counters == list(range(len(said.counters)))
    received_us, queued_us = bench.ask(9, Command.TIME).values
    assert received_us == queued_us == 4_299_000_000 - 2**32


def test_another_mtu_cuts_the_next_frames() -> None:
    bench = Bench()
    bench.start()
    bench.until(2)
    bench.tool.connect(2, 23)
    sizes = [len(frame.counts) for frame in bench.until(3).frames]
    assert set(sizes) == {2}


# determinism


def test_the_same_seed_says_the_same_and_another_one_does_not() -> None:
    assert run(1) == run(1)
    assert len({run(1), run(2), run(1, rate_hz=200), run(1, unsteadiness=0.0)}) == 4


@examples(30)
@given(st.lists(st.floats(0.01, 3), min_size=1, max_size=10))
def test_how_often_one_asks_does_not_change_what_is_said(pauses_s: list[float]) -> None:
    once, often = (Bench(scenario(FrameLoss(at_s=0, for_s=9, share=0.3), for_s=6)) for _ in range(2))
    for bench in (once, often):
        bench.start()
    t_s = 0.5
    for pause_s in pauses_s:
        t_s += pause_s
        often.until(t_s)
    often.until(40)
    once.until(40)
    assert often.tool.payload_sha256 == once.tool.payload_sha256


def test_the_digest_is_of_frames_and_events_in_their_order() -> None:
    tool = Tool(scenario(PatientStop(at_s=1), for_s=4), 1)
    tool.connect(0, WIDE)
    tool.write_control(0, b"\x01\x01\0\0\0\0")
    said = tool.advance(10)
    live = b"".join(data for channel, data in said if channel in (Channel.SAMPLES, Channel.EVENTS))
    assert said[0].channel is Channel.CONTROL_REPLY
    assert hashlib.sha256(live).hexdigest() == tool.payload_sha256


# the end


@pytest.mark.parametrize("rate_hz", RATES_HZ)
def test_no_sample_comes_after_the_scenarios_time(rate_hz: int) -> None:
    bench = Bench(scenario(for_s=3, rate_hz=rate_hz))
    bench.start()
    began_over = bench.tool.over
    counters = bench.until(30).counters
    assert (began_over, bench.tool.over) == (False, True)
    assert len(counters) == pytest.approx(3 * rate_hz, abs=0.05 * rate_hz)
    assert bench.tool.simulated_s == pytest.approx(3, abs=1 / rate_hz + 0.002)
    assert math.isinf(bench.tool.next_due_s(30))


def test_truth_is_of_the_force_and_not_of_the_readings() -> None:
    press = Press(at_s=1, force_n=20, for_s=4)
    faults = (Silence(at_s=2, for_s=2), SaturatedSensor(at_s=3, for_s=1))
    clean, spoiled = Bench(scenario(presses=[press], for_s=10)), Bench(scenario(*faults, presses=[press], for_s=10))
    for bench in (clean, spoiled):
        bench.start()
        bench.until(20)
    assert clean.tool.truth == spoiled.tool.truth
    assert clean.tool.truth.holds == 1
