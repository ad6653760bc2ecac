from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.frames import HEADER_LENGTH, SampleFrame, ToolFlag, Width
from simulator.cell import Cell
from simulator.cell_kind import CellKind
from simulator.converter import Converter
from simulator.happenings.sensor import NoReading, SaturatedSensor, SensorFault, StuckSensor
from simulator.identity import RATES_HZ
from simulator.physics import Physics
from simulator.sampler import RING, Sampler, highest_rate_hz, samples_per_frame
from simulator.stable import Deviates
from simulator.world import World

NO_FLAGS = ToolFlag(0)


def read(frame: bytes | None) -> SampleFrame:
    assert frame is not None
    return SampleFrame.from_bytes(frame, (Width.I24,))


def filled(sampler: Sampler, slots: int) -> Sampler:
    for count in range(slots):
        sampler.keep(count)
    return sampler


@given(st.integers(23, 247), st.sampled_from(RATES_HZ))
def test_a_frame_fits_the_link_and_spans_at_most_50_ms(mtu: int, rate_hz: int) -> None:
    size = samples_per_frame(rate_hz, mtu)
    if size:
        assert HEADER_LENGTH + 3 * size <= mtu - 3
        frame = read(filled(Sampler(1, rate_hz, 0), size).frame(size, NO_FLAGS))
        assert frame.span_us <= 50_000


@pytest.mark.parametrize(("mtu", "rate_hz"), [(23, 100), (185, 1000), (247, 1000)])
def test_the_guaranteed_rates_fit(mtu: int, rate_hz: int) -> None:
    assert samples_per_frame(rate_hz, mtu) > 0
    assert highest_rate_hz(RATES_HZ, mtu) == rate_hz


def test_what_does_not_fit_has_no_frame() -> None:
    assert samples_per_frame(200, 23) == 0
    assert highest_rate_hz((200, 1000), 23) == 0


def test_a_hundred_hertz_on_a_wide_link_go_four_in_a_frame() -> None:
    assert [samples_per_frame(rate_hz, 247) for rate_hz in RATES_HZ] == [2, 4, 8, 40]


def test_a_frame_comes_when_it_is_full_and_not_before() -> None:
    sampler = filled(Sampler(7, 100, 1_000_000), 3)
    assert sampler.frame(4, NO_FLAGS) is None
    assert sampler.missing(4) == 1
    sampler.keep(-5)
    frame = read(sampler.frame(4, ToolFlag.STOP_LATCHED))
    assert (frame.late, frame.stream, frame.flags, frame.counter) == (False, 7, 16, 0)
    assert (frame.clock_us, frame.span_us) == (1_000_000, 30_000)
    assert frame.counts[:, 0].tolist() == [0, 1, 2, -5]
    assert sampler.missing(4) == 4


def test_slots_keep_the_tools_time_without_drifting() -> None:
    sampler = Sampler(1, 1000, 5)
    assert [sampler.clock_us(counter) for counter in (0, 1, 86_400_000)] == [5, 1005, 86_400_000_005]


def test_counter_and_clock_wrap_at_32_bits() -> None:
    sampler = Sampler(1, 100, 2**32 - 20_000, first_counter=2**32 - 2)
    frame = read(filled(sampler, 4).frame(4, NO_FLAGS))
    assert (frame.counter, frame.clock_us, frame.span_us) == (2**32 - 2, 2**32 - 20_000, 30_000)
    frame = read(filled(sampler, 4).frame(4, NO_FLAGS))
    assert (frame.counter, frame.clock_us) == (2, 20_000)


def test_the_ring_holds_two_minutes_at_100_hz() -> None:
    ring = filled(Sampler(1, 100, 0), RING + 5).ring
    assert (len(ring), ring[0].counter, ring[-1].counter) == (12_000, 5, 12_004)


def test_what_nobody_heard_stays_in_the_ring_only() -> None:
    sampler = filled(Sampler(1, 100, 0), 3)
    sampler.forget_unsent()
    frame = read(filled(sampler, 4).frame(4, NO_FLAGS))
    assert frame.counter == 3
    assert len(sampler.ring) == 7


def converter(*faults: SensorFault) -> Converter:
    hand, white, slow = map(Deviates, np.random.SeedSequence(1).spawn(3))
    quiet = Cell(CellKind(gain=1, zero_n=0, noise_n=0.02), white, slow)
    spoiled = Converter(quiet, World.of(Physics(), (), hand))
    for fault in faults:
        spoiled.add(fault)
    return spoiled


def test_a_stuck_sensor_repeats_its_last_count_and_goes_on_afterwards() -> None:
    stuck = converter(StuckSensor(at_s=1, for_s=1))
    before = [stuck.count(t_s) for t_s in (0.98, 0.99)]
    during = [stuck.count(t_s) for t_s in (1.0, 1.5, 1.99)]
    assert before[0] != before[1]
    assert during == [before[1]] * 3
    assert stuck.count(2.0) != before[1]


@pytest.mark.parametrize(
    ("fault", "count"),
    [
        (SaturatedSensor(at_s=1, for_s=1), Width.I24.saturated_high),
        (NoReading(at_s=1, for_s=1), Width.I24.no_reading),
    ],
)
def test_a_fault_lasts_from_its_beginning_until_just_before_its_end(fault: SensorFault, count: int) -> None:
    spoiled = converter(fault)
    assert [spoiled.count(t_s) == count for t_s in (0.99, 1.0, 1.99, 2.0)] == [False, True, True, False]


def test_many_at_once_are_the_counts_one_by_one_and_a_stuck_sensor_repeats_the_last() -> None:
    at_once, singly = converter(StuckSensor(at_s=1, for_s=1)), converter(StuckSensor(at_s=1, for_s=1))
    times_s = np.arange(100) / 100
    counts = at_once.counts(times_s)
    assert counts.tolist() == [singly.count(t_s) for t_s in times_s.tolist()]
    assert at_once.count(1.0) == counts[-1]


def test_a_converter_is_quiet_until_its_next_fault_and_not_while_one_lasts() -> None:
    spoiled = converter(StuckSensor(at_s=5, for_s=1), NoReading(at_s=3, for_s=1))
    assert [spoiled.quiet_until_s(t_s) for t_s in (0.0, 3.5, 4.0)] == [3.0, 3.0, 5.0]
    assert spoiled.quiet_until_s(5.999) < 5.999
    assert spoiled.quiet_until_s(6.0) == math.inf


@given(st.sampled_from(RATES_HZ), st.integers(1, 3), st.integers(0, 2**33), st.integers(1, 300))
def test_many_frames_at_once_are_those_one_by_one(rate_hz: int, size: int, first: int, slots: int) -> None:
    at_once, singly = (Sampler(200, rate_hz, 2**32 - 1_000_000, first_counter=first) for _ in range(2))
    counts = (np.arange(slots) * 7919 % 16_000_000 - 8_000_000).astype(np.int32)
    at_once.keep_many(counts)
    for count in counts.tolist():
        singly.keep(count)
    expected = []
    while frame := singly.frame(size, ToolFlag.STOP_LATCHED):
        expected.append(frame)
    assert at_once.frames(size, ToolFlag.STOP_LATCHED) == expected
    assert at_once.cut(NO_FLAGS) == singly.cut(NO_FLAGS)
    assert list(at_once.ring) == list(singly.ring)
    assert at_once.next_counter == singly.next_counter
