from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.gap_bound import hidden_n_us
from analysis.settings import Settings, grid
from tests.analysis.presses import BENCH

LOSSY = replace(BENCH, full_scale_n=100.0)


def hidden_n_s(left_n: float, right_n: float, width_s: float, settings: Settings = LOSSY) -> float:
    return hidden_n_us(grid(left_n), grid(right_n), round(width_s * 1e6), settings) / 1e6


def test_a_gap_hides_at_most_the_tent_between_its_edges() -> None:
    assert hidden_n_s(10, 10, 0.02) == pytest.approx(0.02 * 10 + 0.01 * 10)
    assert hidden_n_s(10, 20, 0.02) == pytest.approx(0.015 * (10 + 25) / 2 + 0.005 * (25 + 20) / 2)


def test_the_tent_is_cut_off_at_the_full_scale() -> None:
    flat = replace(LOSSY, full_scale_n=15.0)
    assert hidden_n_s(10, 10, 0.02, flat) == pytest.approx(2 * 0.005 * 12.5 + 0.01 * 15)
    assert hidden_n_s(20, 20, 0.02, flat) == pytest.approx(0.02 * 15, rel=1e-12)


@pytest.mark.parametrize(("left_n", "right_n"), [(10, 50), (50, 10)])
def test_where_the_edges_differ_by_more_than_the_slew_limit_the_lower_line_counts(
    left_n: float, right_n: float
) -> None:
    assert hidden_n_s(left_n, right_n, 0.02) == pytest.approx(0.02 * (10 + 30) / 2)


def test_a_pull_beside_a_gap_takes_nothing_off_the_bound() -> None:
    """From -1 N at 1000 N/s: above 0 from 1 ms to 19 ms, 9 N in the middle."""
    assert hidden_n_s(-1, -1, 0.02) == pytest.approx(9 * 0.018 / 2)
    assert hidden_n_s(-1, 30, 0.01) == pytest.approx(9 * 0.009 / 2)
    assert hidden_n_s(-1, -1, 0.002) == hidden_n_s(-100, -1, 0.1) == 0


@given(st.floats(-50, 100), st.floats(-50, 100), st.floats(0.001, 10), st.floats(10, 200), st.floats(10, 5000))
def test_the_tent_is_the_integral_of_the_definition(
    left_n: float, right_n: float, width_s: float, scale_n: float, slew: float
) -> None:
    settings = replace(LOSSY, full_scale_n=scale_n, slew_n_per_s=slew)
    width_s = round(width_s, 6)
    time_s = np.linspace(0, width_s, 20_001)
    roof_n = np.minimum(scale_n, np.minimum(left_n + slew * time_s, right_n + slew * (width_s - time_s)))
    expected = float(np.trapezoid(np.maximum(roof_n, 0), time_s))
    assert hidden_n_s(left_n, right_n, width_s, settings) == pytest.approx(expected, rel=1e-4, abs=1e-3 * width_s)


def test_without_a_full_scale_nothing_is_said_about_gaps() -> None:
    assert hidden_n_s(10, 10, 0.02, replace(LOSSY, full_scale_n=None)) == 0
