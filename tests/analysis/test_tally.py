from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reading import Reading, reading, unbroken
from analysis.run import Run
from analysis.settings import Settings
from analysis.tally import SUM_FITS_Q, Tally, begun, beside, bridged, over_cap_peak_n, swept
from protocol.blocks import SampleBlock, SampleFlag
from tests.analysis.presses import BENCH, block, only, streams, without


def total(readings: SampleBlock, settings: Settings = BENCH) -> Tally:
    """A contact of all these readings."""
    last = reading(readings, 0)
    tally = begun(last, settings)
    for run in unbroken(readings):
        first = reading(run, 0)
        if first != last:
            tally = bridged(tally, last, first, settings)
        tally = swept(tally, Run.of(run), settings)
        last = reading(run, -1)
    return tally


def test_the_impulse_is_the_trapezoid_over_the_times_of_the_readings() -> None:
    uneven = SampleBlock.of(np.arange(4), np.array([0, 10_000, 30_000, 40_000]), np.array([2.0, 4.0, 8.0, 0.0]))
    assert total(uneven).impulse_n_s == 0.03 + 0.12 + 0.04


@given(streams())
def test_without_gaps_the_impulse_is_what_numpy_says(readings: SampleBlock) -> None:
    whole = SampleBlock(np.arange(len(readings)), readings.time_us, readings.force_q, readings.flags)
    if len(whole):
        expected = np.trapezoid(whole.force_n, whole.time_s)
        assert total(whole).impulse_n_s == pytest.approx(expected, rel=1e-12, abs=1e-9)


def test_forces_whose_sum_leaves_32_bits_add_up_too() -> None:
    force_q = np.array([SUM_FITS_Q + 1, (1 << 31) - 1, SUM_FITS_Q + 2], np.int32)
    huge = SampleBlock(np.arange(3), np.arange(3), force_q, np.zeros(3, np.uint8))
    expected = (SUM_FITS_Q + 1) + 2 * ((1 << 31) - 1) + (SUM_FITS_Q + 2)
    assert total(huge, Settings(1)).impulse_q_2us == expected
    just = SampleBlock(huge.index, huge.time_us, np.full(3, 1 << 30, np.int32), huge.flags)
    assert total(just, Settings(1)).impulse_q_2us == 4 << 30
    pulled = SampleBlock(huge.index, huge.time_us, np.array([-(1 << 30), -(1 << 30) - 1, 0], np.int32), huge.flags)
    assert total(pulled, Settings(1)).impulse_q_2us == -(1 << 30) - 2 * ((1 << 30) + 1)
    pull = SampleBlock(huge.index, huge.time_us, -force_q, huge.flags)
    assert total(pull, Settings(1)).impulse_q_2us == -expected


def test_an_interval_with_missing_readings_counts_as_gap_and_nothing_else() -> None:
    tally = total(without(block([30, 30, 36, 36, 36, 30]), 3))
    assert tally.gap_us == 20_000
    assert tally.impulse_n_s == 0.3 + 0.33 + 0.33
    assert (tally.in_band_s, tally.over_cap_s) == (0.01 + 0.005 + 0.005, 0.01)


def test_both_edges_of_the_band_belong_to_it_and_the_cap_itself_is_allowed() -> None:
    assert total(block([27, 33])).in_band_s == 0.01
    assert total(block([26.99, 33.01])).in_band_s == 0
    assert total(block([35, 35])).over_cap_s == 0
    assert total(block([35.01, 35.01])).over_cap_s == 0.01


def test_the_impulse_above_the_cap_is_the_area_of_the_triangle_that_lies_above_it() -> None:
    """From 20 N to 50 N and back at 1 N a reading: above the cap of 35 N a triangle of 15 N × 0.3 s."""
    peak = [*range(20, 50), *range(50, 19, -1)]
    tally = total(block(peak))
    assert tally.over_cap_n_s == 15 * 0.3 / 2
    assert total(block([*peak, *peak])).over_cap_n_s == 15 * 0.3
    assert total(block(peak), replace(BENCH, cap_n=None)).over_cap_n_s == 0


def test_a_steady_force_above_the_cap_is_its_distance_times_the_time_and_the_cap_itself_adds_nothing() -> None:
    assert total(block([40] * 101)).over_cap_n_s == 5.0
    assert total(block([35] * 101)).over_cap_n_s == 0


def test_what_a_gap_hides_is_not_in_the_impulse_above_the_cap() -> None:
    assert total(without(block([40] * 101), *range(10, 20))).over_cap_n_s == pytest.approx(5.0 - 11 * 0.05)


@given(streams())
def test_without_gaps_the_impulse_above_the_cap_is_what_numpy_says(readings: SampleBlock) -> None:
    whole = SampleBlock(np.arange(len(readings)), readings.time_us, readings.force_q, readings.flags)
    if len(whole):
        above_n = np.maximum(whole.force_n - 35.0, 0)
        assert total(whole).over_cap_n_s == pytest.approx(np.trapezoid(above_n, whole.time_s), rel=1e-12, abs=1e-9)


def test_the_longest_run_in_the_band_counts_from_reading_to_reading() -> None:
    tally = total(block([30, 30, 30, 34, 30, 30, 30, 30, 20, 30, 30]))
    assert tally.in_band_longest_s == 0.03
    assert tally.in_band_s == 0.02 + 0.005 + 0.005 + 0.03 + 0.005 + 0.005 + 0.01


def test_a_gap_ends_a_run_in_the_band_and_none_above_the_cap() -> None:
    tally = total(without(block([30, 30, 30, 30, 30, 30]), 2))
    assert (tally.in_band_longest_s, tally.in_band_s) == (0.02, 0.03)
    over = total(without(block([36, 36, 36, 36]), 2))
    assert (over.over.since_us, over.over_cap_s) == (0, 0.01)


def test_a_gap_beside_a_contact_counts_in_its_bound_alone() -> None:
    tally = begun(Reading(0, 0, 3 << 14), BENCH)
    more = beside(tally, Reading(0, 0, 3 << 14), Reading(5, 50_000, 0), BENCH)
    assert more._replace(beside_us=0, hidden_n_us=0.0) == tally
    assert (more.beside_us, beside(more, Reading(0, 0, 0), Reading(2, 20_000, 0), BENCH).beside_us) == (50_000, 70_000)
    assert begun(Reading(5, 50_000, 3 << 14), BENCH, Reading(0, 0, 0)).beside_us == 50_000


def test_the_other_side_of_a_gap_decides_on_its_own() -> None:
    """Tent over 20 ms between 10 and 20 N: 15 ms up to 25 N, 5 ms down."""
    left, right = Reading(0, 0, 10 << 14), Reading(2, 20_000, 20 << 14)
    tent_n_us = 15_000 * (10 + 25) / 2 + 5_000 * (25 + 20) / 2
    assert bridged(begun(left, BENCH), left, right, BENCH).hidden_n_us == pytest.approx(tent_n_us)
    assert begun(right, BENCH, left).hidden_n_us == pytest.approx(tent_n_us)
    above, below = Reading(0, 0, 36 << 14), Reading(2, 20_000, 28 << 14)
    fallen = bridged(begun(above, BENCH), above, below, BENCH)
    assert (fallen.over.since_us, fallen.band.since_us, fallen.band.first_us) == (None, 20_000, 20_000)


def test_the_first_reading_in_the_band_stays_the_first() -> None:
    tally = total(without(block([3, 30, 30, 30, 30]), 3))
    assert (tally.band.first_us, tally.band.since_us) == (10_000, 40_000)


def test_a_reading_between_two_gaps_may_be_the_peak() -> None:
    hold = only(without(block([*[30.0] * 100, 36.0, *[30.0] * 100, *[0.0] * 60]), 99, 101))
    assert (hold.peak_n, hold.over_cap_peak_n, hold.over_cap_s) == (36, 36, 0)


def test_saturated_readings_are_counted_on_both_sides_of_a_gap() -> None:
    readings = without(block([30, 30, 30, 30, 30]), 2)
    high = int(SampleFlag.SATURATED_HIGH)
    flags = np.array([0, high, high, int(SampleFlag.OVERLOAD)], np.uint8)
    assert total(SampleBlock(readings.index, readings.time_us, readings.force_q, flags)).saturated == 2
    assert begun(Reading(0, 0, 0, saturated=True), BENCH).saturated == 1


def test_the_peak_over_the_cap_needs_a_cap_and_a_force_above_it() -> None:
    tally = total(block([3, 36]))
    assert over_cap_peak_n(tally, BENCH) == 36
    assert over_cap_peak_n(tally, replace(BENCH, cap_n=36.0)) is None
    assert over_cap_peak_n(tally, replace(BENCH, cap_n=None)) is None


def test_without_a_cap_nothing_is_over_it() -> None:
    tally = total(block([500, 500]), replace(BENCH, cap_n=None, target_n=None))
    assert (tally.over_cap_s, tally.over.since_us, tally.in_band_s, tally.band.first_us) == (0, None, 0, None)


@given(streams(), st.integers(1, 1000))
def test_sums_in_two_steps_are_sums_in_one(readings: SampleBlock, cut: int) -> None:
    if len(readings) < 2:
        return
    whole = SampleBlock(np.arange(len(readings)), readings.time_us, readings.force_q, readings.flags)
    cut = 1 + cut % (len(whole) - 1)
    halfway = total(whole[:cut])
    assert swept(halfway, Run.of(whole[cut - 1 :]), BENCH) == total(whole)
    assert swept(halfway, Run.of(whole[cut:]).behind(reading(whole, cut - 1)), BENCH) == total(whole)
