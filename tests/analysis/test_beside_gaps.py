"""A gap that ends or begins a contact may hide more of it: the upper bound of the dose has to say so."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from analysis.hold import Hold
from analysis.settings import Settings
from analysis.stream import Analysis
from protocol.blocks import SampleBlock

SETTINGS = Settings(period_us=10_000, area_cm2=1.0, full_scale_n=100.0)


def push(seconds: float = 30.0) -> NDArray[np.float64]:
    """30 N from 5 s to 20 s, with ramps of 1 s, at 100 Hz."""
    t_s = np.arange(round(seconds * 100)) / 100
    return np.interp(t_s, [5.0, 6.0, 19.0, 20.0], [0.0, 30.0, 30.0, 0.0])


def holds_without(force_n: NDArray[np.float64], first: int, last: int, settings: Settings = SETTINGS) -> list[Hold]:
    """The holds when the readings from `first` up to `last` are missing."""
    kept = np.r_[0:first, last : len(force_n)]
    block = SampleBlock.of(kept.astype(np.int64), kept.astype(np.int64) * 10_000, force_n[kept])
    analysis = Analysis(settings)
    return [*analysis.update(block), *analysis.finish()]


def bounds_kpa_s(hold: Hold) -> tuple[float, float]:
    """The dose that was measured, and its upper bound."""
    assert hold.dose_kpa_s is not None
    assert hold.dose_kpa_s == hold.dose_low_kpa_s
    assert hold.dose_high_kpa_s is not None
    return hold.dose_kpa_s, hold.dose_high_kpa_s


def test_a_gap_that_ends_a_hold_adds_the_most_that_it_may_hide() -> None:
    """From 30 N at 9.99 s to 0 N at 24 s: up to 100 N in 0.07 s, down from it in 0.1 s, 100 N in between."""
    (hold,) = holds_without(push(), 1000, 2400)
    rise, fall = (100 - 30) / 1000, 100 / 1000
    hidden_n_s = (30 + 100) / 2 * rise + 100 / 2 * fall + 100 * (14.01 - rise - fall)
    dose, high = bounds_kpa_s(hold)
    assert high == pytest.approx(dose + 10 * hidden_n_s, rel=1e-9)
    assert hold.gaps_s == 0


def test_a_gap_right_before_a_hold_adds_the_most_that_it_may_hide() -> None:
    """From 0 N at 0.99 s to 30 N at 10 s."""
    (hold,) = holds_without(push(), 100, 1000)
    rise, fall = 100 / 1000, (100 - 30) / 1000
    hidden_n_s = 100 / 2 * rise + (30 + 100) / 2 * fall + 100 * (9.01 - rise - fall)
    dose, high = bounds_kpa_s(hold)
    assert high == pytest.approx(dose + 10 * hidden_n_s, rel=1e-9)


def test_a_long_gap_in_a_hold_counts_once_for_the_hold_that_it_ends() -> None:
    """More than 10 s: the hold is cut in two, and only the first half answers for the gap."""
    first, second = holds_without(push(), 700, 1800)
    (dose, high), (second_dose, second_high) = bounds_kpa_s(first), bounds_kpa_s(second)
    assert high > dose + 10_000
    assert second_high == second_dose


def test_a_touch_too_short_for_a_hold_leaves_the_gap_after_it_to_the_next_hold() -> None:
    """The only reading above 2 N before the gap is that at 5.07 s."""
    (hold,) = holds_without(push(), 508, 1508)
    dose, high = bounds_kpa_s(hold)
    assert high > dose + 9_000


def test_without_a_full_scale_nothing_bounds_what_a_gap_beside_a_hold_hides() -> None:
    (hold,) = holds_without(push(), 1000, 2400, replace(SETTINGS, full_scale_n=None))
    assert hold.dose_kpa_s is not None
    assert hold.dose_high_kpa_s is None


@given(st.integers(400, 2100), st.integers(1, 1400))
def test_the_truth_lies_between_the_bounds_wherever_readings_are_missing(first: int, missing: int) -> None:
    force_n = push(40.0)
    holds = holds_without(force_n, first, first + missing)
    truth_kpa_s = 10 * np.trapezoid(np.where(force_n >= 2, force_n, 0.0), dx=0.01)
    if holds:
        low, high = (sum(bounds) for bounds in zip(*map(bounds_kpa_s, holds), strict=True))
        assert low <= truth_kpa_s * 1.01
        assert high >= truth_kpa_s * 0.99
