from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.settings import Settings
from analysis.tally import Tally, add, over_cap_peak_n
from protocol.blocks import SampleBlock
from tests.analysis.presses import BENCH, block, streams, without

LOSSY = replace(BENCH, full_scale_n=100.0)


def hidden_n_s(left_n: float, right_n: float, width_s: float, settings: Settings = LOSSY) -> float:
    readings = SampleBlock.of(
        np.array([0, 9]), np.array([0, round(width_s * 1e6)]), np.array([left_n, right_n], np.float64)
    )
    return add(Tally(), readings, settings).hidden_n_s


def test_the_impulse_is_the_trapezoid_over_the_times_of_the_readings() -> None:
    uneven = SampleBlock.of(np.arange(4), np.array([0, 10_000, 30_000, 40_000]), np.array([2.0, 4.0, 8.0, 0.0]))
    assert add(Tally(), uneven, BENCH).impulse_n_s == 0.03 + 0.12 + 0.04


@given(streams())
def test_without_gaps_the_impulse_is_what_numpy_says(readings: SampleBlock) -> None:
    whole = SampleBlock(np.arange(len(readings)), readings.time_us, readings.force_q, readings.flags)
    if len(whole):
        expected = np.trapezoid(whole.force_n, whole.time_s)
        assert add(Tally(), whole, BENCH).impulse_n_s == pytest.approx(expected, rel=1e-12, abs=1e-9)


def test_an_interval_with_missing_readings_counts_as_gap_and_nothing_else() -> None:
    tally = add(Tally(), without(block([30, 30, 36, 36, 36, 30]), 3), BENCH)
    assert tally.gap_us == 20_000
    assert tally.impulse_n_s == 0.3 + 0.33 + 0.33
    assert (tally.in_band_s, tally.over_cap_s) == (0.01 + 0.005 + 0.005, 0.01)


def test_both_edges_of_the_band_belong_to_it_and_the_cap_itself_is_allowed() -> None:
    assert add(Tally(), block([27, 33]), BENCH).in_band_s == 0.01
    assert add(Tally(), block([26.99, 33.01]), BENCH).in_band_s == 0
    assert add(Tally(), block([35, 35]), BENCH).over_cap_s == 0
    assert add(Tally(), block([35.01, 35.01]), BENCH).over_cap_s == 0.01


def test_a_gap_hides_at_most_the_tent_between_its_edges() -> None:
    assert hidden_n_s(10, 10, 0.02) == pytest.approx(0.02 * 10 + 0.01 * 10)
    assert hidden_n_s(10, 20, 0.02) == pytest.approx(0.015 * (10 + 25) / 2 + 0.005 * (25 + 20) / 2)


def test_the_tent_is_cut_off_at_the_full_scale() -> None:
    flat = replace(LOSSY, full_scale_n=15.0)
    assert hidden_n_s(10, 10, 0.02, flat) == pytest.approx(2 * 0.005 * 12.5 + 0.01 * 15)


@pytest.mark.parametrize(("left_n", "right_n"), [(10, 50), (50, 10)])
def test_where_the_edges_differ_by_more_than_the_slew_limit_the_lower_line_counts(
    left_n: float, right_n: float
) -> None:
    assert hidden_n_s(left_n, right_n, 0.02) == pytest.approx(0.02 * (10 + 30) / 2)


@given(st.floats(0, 100), st.floats(0, 100), st.floats(0.001, 10), st.floats(10, 200), st.floats(10, 5000))
def test_the_tent_is_the_integral_of_the_definition(
    left_n: float, right_n: float, width_s: float, scale_n: float, slew: float
) -> None:
    settings = replace(LOSSY, full_scale_n=scale_n, slew_n_per_s=slew)
    width_s = round(width_s, 6)
    time_s = np.linspace(0, width_s, 20_001)
    roof_n = np.minimum(scale_n, np.minimum(left_n + slew * time_s, right_n + slew * (width_s - time_s)))
    expected = float(np.trapezoid(roof_n, time_s))
    assert hidden_n_s(left_n, right_n, width_s, settings) == pytest.approx(expected, rel=1e-4, abs=1e-3 * width_s)


def test_without_a_full_scale_nothing_is_said_about_gaps() -> None:
    assert hidden_n_s(10, 10, 0.02, replace(LOSSY, full_scale_n=None)) == 0


def test_the_peak_over_the_cap_needs_a_cap_and_a_force_above_it() -> None:
    tally = add(Tally(), block([3, 36]), BENCH)
    assert over_cap_peak_n(tally, BENCH) == 36
    assert over_cap_peak_n(tally, replace(BENCH, cap_n=36.0)) is None
    assert over_cap_peak_n(tally, replace(BENCH, cap_n=None)) is None


def test_without_a_cap_nothing_is_over_it() -> None:
    tally = add(Tally(), block([500, 500]), replace(BENCH, cap_n=None, target_n=None))
    assert (tally.over_cap_s, tally.over_since_us, tally.in_band_s, tally.first_in_band_us) == (0, None, 0, None)


@given(streams(), st.integers(1, 1000))
def test_sums_in_two_steps_are_sums_in_one(readings: SampleBlock, cut: int) -> None:
    if len(readings) < 2:
        return
    cut = 1 + cut % (len(readings) - 1)
    halfway = add(Tally(), readings[:cut], BENCH)
    assert add(halfway, readings[cut - 1 :], BENCH) == add(Tally(), readings, BENCH)
