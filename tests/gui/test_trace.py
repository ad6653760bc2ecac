from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.trace import Span, Trace, ceiling, decimate, span
from protocol.blocks import SampleBlock, SampleFlag
from tests.gui.stage import block

NAN = float("nan")


def test_the_newest_readings_stand_at_the_right_end() -> None:
    trace = Trace(4)
    trace.feed(block([1, 2, 3]))
    np.testing.assert_array_equal(trace.force_n, [NAN, 1, 2, 3])
    trace.feed(block([4, 5], first=3))
    np.testing.assert_array_equal(trace.force_n, [2, 3, 4, 5])


def test_a_lost_reading_is_a_hole() -> None:
    trace = Trace(5)
    trace.feed(block([1, 2]))
    trace.feed(block([5], first=4))
    np.testing.assert_array_equal(trace.force_n, [1, 2, NAN, NAN, 5])


def test_a_late_reading_fills_its_own_slot() -> None:
    trace = Trace(4)
    trace.feed(block([1, 2]))
    trace.feed(block([4], first=3))
    trace.feed(block([3], first=2))
    np.testing.assert_array_equal(trace.force_n, [1, 2, 3, 4])


def test_a_late_reading_whose_slot_has_left_the_picture_changes_nothing() -> None:
    trace = Trace(2)
    trace.feed(block([7, 8], first=10))
    early = block([1, 2], first=0)
    trace.feed(replace(early, flags=early.flags | np.uint8(SampleFlag.LATE)))
    np.testing.assert_array_equal(trace.force_n, [7, 8])


def test_a_gap_longer_than_the_picture_empties_it() -> None:
    trace = Trace(3)
    trace.feed(block([1, 2, 3]))
    trace.feed(block([9], first=1000))
    np.testing.assert_array_equal(trace.force_n, [NAN, NAN, 9])


def test_a_tool_that_counts_anew_starts_a_new_picture() -> None:
    trace = Trace(3)
    trace.feed(block([1, 2, 3], first=5000))
    trace.feed(block([7, 8]))
    np.testing.assert_array_equal(trace.force_n, [NAN, 7, 8])


def test_a_reading_of_a_broken_sensor_is_not_drawn() -> None:
    trace = Trace(2)
    whole = block([1, 2])
    flags = np.array([0, SampleFlag.SENSOR_FAULT], np.uint8)
    trace.feed(SampleBlock(whole.index, whole.time_us, whole.force_q, flags))
    np.testing.assert_array_equal(trace.force_n, [1, NAN])


@given(st.lists(st.integers(1, 5), min_size=1, max_size=30), st.data())
def test_blocks_of_any_size_give_the_same_picture(steps: list[int], data: st.DataObject) -> None:
    index = np.cumsum(np.array(steps, np.int64))
    whole = SampleBlock.of(index, index * 10, index.astype(np.float64))
    cut = data.draw(st.integers(0, len(index)))
    one, two = Trace(16), Trace(16)
    one.feed(whole)
    two.feed(whole[:cut])
    two.feed(whole[cut:])
    np.testing.assert_array_equal(one.force_n, two.force_n)


def test_a_picture_column_keeps_its_least_and_greatest_value() -> None:
    at, values = decimate(np.array([5.0, 1, 9, 2, 7, 3, 8, 8, 8]), newest=8, columns=3)
    np.testing.assert_array_equal(values, [1, 9, 2, 7, 8, 8])
    np.testing.assert_array_equal(at, [-7, -7, -4, -4, -1, -1])


def test_columns_begin_at_fixed_slots_while_the_picture_wanders() -> None:
    at, values = decimate(np.array([1.0, 9, 2, 7, 3, 8, 8, 8, 4]), newest=9, columns=3)
    np.testing.assert_array_equal(values, [1, 9, 2, 7, 8, 8, 4, 4])
    np.testing.assert_array_equal(at, [-7.5, -7.5, -5, -5, -2, -2, 0, 0])


def test_few_values_are_left_alone() -> None:
    at, values = decimate(np.arange(8.0), newest=99, columns=3)
    np.testing.assert_array_equal(values, np.arange(8.0))
    np.testing.assert_array_equal(at, np.arange(-7.0, 1.0))


def test_a_hole_as_wide_as_a_column_stays_a_hole() -> None:
    _, values = decimate(np.array([1.0, 1, 1, NAN, NAN, NAN, 2, NAN, 3]), newest=8, columns=3)
    np.testing.assert_array_equal(values, [1, 1, NAN, NAN, 2, 3])


@given(st.lists(st.floats(0, 100), min_size=1, max_size=60), st.integers(0, 1000), st.integers(1, 20))
def test_no_peak_is_lost_in_a_column(force: list[float], newest: int, columns: int) -> None:
    at, values = decimate(np.array(force), newest, columns)
    assert (values.max(), values.min()) == (max(force), min(force))
    assert len(at) == len(values)
    assert np.all(np.diff(at) >= 0)


@pytest.mark.parametrize(("value", "round_"), [(1, 1), (4.2, 5), (500, 500), (501, 600), (0.061, 0.08), (900, 1000)])
def test_the_axis_ends_on_a_round_number(value: float, round_: float) -> None:
    assert ceiling(value) == pytest.approx(round_)


@given(st.floats(-300, 0), st.floats(0.1, 1e4), st.floats(0, 1e4))
def test_the_axis_holds_every_value_and_stays_once_chosen(least: float, most: float, before: float) -> None:
    chosen = span(Span(0.0, before), least, most)
    assert chosen.top >= most * (1 - 1e-8)
    assert chosen.bottom <= least + 0.02 * chosen.top
    assert span(chosen, least, most) == chosen


def test_the_axis_does_not_jump_back_at_once() -> None:
    assert span(Span(0, 500), 0, 390).top == 500
    assert span(Span(0, 500), 0, 350).top == 400
