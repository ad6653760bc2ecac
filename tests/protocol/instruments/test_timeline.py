from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.instruments.timeline import ArrivalSlots, PacedSlots, Slot, StampedSlots, block_of

WRAP = 1 << 32


def stamped(*steps: tuple[int, float]) -> list[Slot | None]:
    slots = StampedSlots()
    return [slots.place(stamp_us % WRAP, arrival_s) for stamp_us, arrival_s in steps]


def test_stamps_are_the_time_and_readings_are_counted() -> None:
    assert stamped((54_000, 1.0), (65_416, 1.01), (76_832, 1.02)) == [(0, 54_000), (1, 65_416), (2, 76_832)]


def test_a_single_reading_left_out_is_no_gap() -> None:
    steps = [(n * 11_416, n * 0.011416) for n in (0, 1, 2, 3, 5, 6)]
    assert [slot.number for slot in stamped(*steps) if slot] == [0, 1, 2, 3, 4, 5]


def test_three_periods_are_no_gap_and_four_leave_three_slots_empty() -> None:
    assert [slot.number for slot in stamped((0, 0.0), (10, 0.0), (40, 0.0)) if slot] == [0, 1, 2]
    assert [slot.number for slot in stamped((0, 0.0), (10, 0.0), (50, 0.0)) if slot] == [0, 1, 5]


def test_a_radio_gap_of_five_seconds_leaves_its_slots_empty() -> None:
    steps = [(n * 12_500, n * 0.0125) for n in range(20)]
    last_us = steps[-1][0]
    found = stamped(*steps, (last_us + 5_300_000, 19 * 0.0125 + 5.3))
    assert found[-1] == (19 + 424, last_us + 5_300_000)


def test_one_gap_does_not_change_what_the_usual_step_is() -> None:
    stamps_us = [0, 100, 200, 1_000, 1_100, 1_900]
    assert [slot.number for slot in stamped(*((us, us / 1e6) for us in stamps_us)) if slot] == [0, 1, 2, 10, 11, 19]


def test_another_rate_is_usual_after_eight_readings() -> None:
    fast = [n * 10 for n in range(16)]
    slow = [150 + n * 100 for n in range(1, 11)]
    numbers = [slot.number for slot in stamped(*((us, us / 1e6) for us in fast + slow)) if slot]
    steps = [b - a for a, b in itertools.pairwise(numbers)]
    assert steps == [1] * 15 + [10] * 8 + [1] * 2


def test_the_counter_wraps_without_a_step() -> None:
    assert stamped((WRAP - 5_000, 0.0), (7_500, 0.0125)) == [(0, WRAP - 5_000), (1, WRAP + 7_500)]


def test_the_host_says_how_often_the_counter_wrapped() -> None:
    steps = [(0, 0.0), (12_500, 0.0125), (12_500 + 2 * WRAP + 1_000_000, 0.0125 + 2 * WRAP / 1e6 + 1.0)]
    last = stamped(*steps)[-1]
    assert last is not None
    assert last.time_us == 12_500 + 2 * WRAP + 1_000_000


def test_a_counter_that_begins_anew_leaves_a_slot_empty_and_takes_the_hosts_time() -> None:
    assert stamped((3_000_000_000, 5.0), (54_000, 5.25)) == [(0, 3_000_000_000), (2, 3_000_250_000)]
    assert stamped((30_000, 5.0), (20_000, 5.0)) == [(0, 30_000), (2, 30_001)]


@pytest.mark.parametrize(("late_us", "time_us"), [(60_000_000, 60_000_000), (60_000_001, 0 + 1)])
def test_a_minute_beyond_the_hosts_clock_is_the_most_that_is_believed(late_us: int, time_us: int) -> None:
    last = stamped((0, 0.0), (late_us, 0.0))[-1]
    assert last is not None
    assert last.time_us == time_us


def test_a_host_that_goes_back_is_taken_to_stand_still() -> None:
    assert stamped((1_000, 5.0), (13_500, 4.0))[-1] == (1, 13_500)


def test_the_same_stamp_again_is_the_same_reading() -> None:
    slots = StampedSlots()
    assert slots.place(1_000, 0.0) == (0, 1_000)
    assert slots.place(1_000, 0.0) is None
    assert slots.repeated == 1
    assert slots.place(13_500, 0.0125) == (1, 13_500)


@given(st.lists(st.tuples(st.integers(0, WRAP - 1), st.floats(0, 1e8)), max_size=30))
def test_stamped_slots_always_go_on(steps: list[tuple[int, float]]) -> None:
    found = [slot for slot in stamped(*steps) if slot is not None]
    for before, after in itertools.pairwise(found):
        assert before.number < after.number
        assert before.time_us < after.time_us


def test_paced_readings_are_one_period_apart_and_the_last_of_the_first_ones_is_now() -> None:
    slots = PacedSlots(10_000)
    assert slots.place(3, 1.0) == [(0, 980_000), (1, 990_000), (2, 1_000_000)]
    assert slots.place(1, 1.5) == [(3, 1_010_000)]


def test_a_pause_of_a_second_is_none_and_a_longer_one_leaves_slots_empty() -> None:
    slots = PacedSlots(10_000)
    slots.place(1, 1.0)
    assert slots.place(1, 2.01) == [(1, 1_010_000)]
    assert slots.place(1, 2.020001 + 0.000001) == [(102, 2_020_000)]


def test_a_burst_of_kept_readings_after_a_pause_is_no_gap() -> None:
    slots = PacedSlots(100_000)
    slots.place(1, 1.0)
    assert [slot.number for slot in slots.place(5, 1.5)] == [1, 2, 3, 4, 5]


def test_lost_readings_leave_at_least_one_slot_empty_and_more_where_the_time_says_so() -> None:
    slots = PacedSlots(100_000)
    slots.lose()
    assert slots.place(1, 1.0) == [(0, 1_000_000)]
    slots.lose()
    assert slots.place(1, 1.1) == [(2, 1_200_000)]
    slots.lose()
    assert slots.place(1, 1.8) == [(8, 1_800_000)]
    assert slots.place(1, 1.9) == [(9, 1_900_000)]


@given(
    st.integers(1, 10_000_000), st.lists(st.tuples(st.integers(1, 50), st.floats(0, 1e6), st.booleans()), max_size=20)
)
def test_paced_slots_always_go_on_by_their_period(period_us: int, packets: list[tuple[int, float, bool]]) -> None:
    slots = PacedSlots(period_us)
    found = list[Slot]()
    for count, arrival_s, lost in packets:
        if lost:
            slots.lose()
        found += slots.place(count, arrival_s)
    for before, after in itertools.pairwise(found):
        assert before.number < after.number
        assert after.time_us - before.time_us == (after.number - before.number) * period_us


def test_what_only_arrives_has_the_time_of_its_arrival_and_never_goes_back() -> None:
    slots = ArrivalSlots()
    assert [slots.place(arrival_s) for arrival_s in (1.0, 1.25, 1.25, 1.0)] == [
        (0, 1_000_000),
        (1, 1_250_000),
        (2, 1_250_001),
        (3, 1_250_002),
    ]


def test_forces_are_rounded_to_the_grid() -> None:
    block = block_of([(Slot(4, 10), 1.0), (Slot(5, 20), -0.5), (Slot(6, 30), 1 / 16384 * 0.6)])
    assert block.index.tolist() == [4, 5, 6]
    assert block.time_us.tolist() == [10, 20, 30]
    assert block.force_q.tolist() == [16384, -8192, 1]
    assert [str(each.dtype) for each in (block.index, block.time_us, block.force_q, block.flags)] == [
        "int64",
        "int64",
        "int32",
        "uint8",
    ]


def test_no_readings_are_an_empty_block() -> None:
    assert len(block_of([])) == 0
    assert len(block_of([(Slot(0, 0), float("nan"))])) == 0
