"""What missing readings outside of all holds may hide: golden figures, and no press in a gap that exceeds them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from analysis.settings import Settings
from analysis.stream import Analysis
from protocol.blocks import SATURATED, SampleBlock

SETTINGS = Settings(period_us=10_000, area_cm2=1.0, full_scale_n=100.0)
PRESS_N = 30.0


def press(from_s: float, to_s: float, seconds: float = 10.0) -> NDArray[np.float64]:
    """A press with edges of 0.1 s, at 100 Hz."""
    t_s = np.arange(round(seconds * 100)) / 100
    return np.interp(t_s, [from_s, from_s + 0.1, to_s - 0.1, to_s], [0.0, PRESS_N, PRESS_N, 0.0])


def run(
    force_n: NDArray[np.float64],
    *missing: tuple[int, int],
    settings: Settings = SETTINGS,
    flags: dict[int, int] | None = None,
) -> tuple[Analysis, float]:
    """The analysis without the readings of these spans, and its upper bound of the holds' doses."""
    there = np.all(
        [np.ones(len(force_n), bool), *((slots(force_n) < a) | (slots(force_n) >= b) for a, b in missing)], 0
    )
    kept = np.flatnonzero(there)
    block = SampleBlock.of(kept.astype(np.int64), kept.astype(np.int64) * 10_000, force_n[kept])
    for slot, flag in (flags or {}).items():
        block.flags[np.searchsorted(kept, slot)] = flag
    analysis = Analysis(settings)
    holds = [*analysis.update(block), *analysis.finish()]
    return analysis, sum(hold.dose_high_kpa_s or 0.0 for hold in holds)


def slots(force_n: NDArray[np.float64]) -> NDArray[np.int64]:
    return np.arange(len(force_n))


def test_where_nothing_is_missing_nothing_is_hidden() -> None:
    assert run(press(2, 8))[0].unseen_high_kpa_s == 0


def test_a_gap_away_from_the_skin_hides_at_most_a_press_as_fast_and_strong_as_the_tool_allows() -> None:
    """1.01 s from 0 N to 0 N: up to 100 N in 0.1 s, 100 N, down in 0.1 s."""
    analysis, high = run(np.zeros(1000), (100, 200))
    assert analysis.unseen_high_kpa_s == pytest.approx(10 * 100 * (1.01 - 0.1))
    assert high == 0


def test_a_gap_that_borders_on_a_hold_is_in_that_holds_bound_alone() -> None:
    for gap in ((400, 900), (100, 400), (400, 500)):
        assert run(press(2, 8), gap)[0].unseen_high_kpa_s == 0


def test_a_touch_that_a_gap_cuts_short_counts_as_seen_and_the_gap_too() -> None:
    """0.3 s of it were seen: from 2.01 s on at 3 N or more."""
    analysis, high = run(press(2, 8), (231, 900))
    seen_n_s = np.trapezoid(press(2, 8)[201:231], dx=0.01)
    gap_n_s = (30 + 100) / 2 * 0.07 + 100 / 2 * 0.1 + 100 * (6.70 - 0.17)
    assert analysis.unseen_high_kpa_s == pytest.approx(10 * (seen_n_s + gap_n_s))
    assert high == 0


def test_of_a_touch_that_begins_in_a_gap_and_is_too_short_the_same_is_true() -> None:
    analysis, _ = run(press(2, 8), (100, 770))
    seen_n_s = np.trapezoid(press(2, 8)[770:801], dx=0.01)
    gap_n_s = 100 / 2 * 0.1 + (30 + 100) / 2 * 0.07 + 100 * (6.71 - 0.17)
    assert analysis.unseen_high_kpa_s == pytest.approx(10 * (seen_n_s + gap_n_s), rel=1e-3)


def test_a_touch_too_short_without_a_gap_beside_it_is_no_hold_and_hides_nothing() -> None:
    assert run(press(2, 2.4))[0].unseen_high_kpa_s == 0


@pytest.mark.parametrize("settings", [replace(SETTINGS, area_cm2=None), replace(SETTINGS, full_scale_n=None)])
def test_nobody_knows_it_without_an_area_or_a_full_scale(settings: Settings) -> None:
    assert run(np.zeros(1000), (100, 200), settings=settings)[0].unseen_high_kpa_s is None
    assert run(np.zeros(1000), settings=settings)[0].unseen_high_kpa_s == 0


def test_nobody_knows_it_where_what_was_seen_of_a_touch_left_the_sensors_range() -> None:
    analysis, _ = run(press(2, 8), (231, 900), flags={220: SATURATED})
    assert analysis.unseen_high_kpa_s is None
    analysis, _ = run(press(2, 8), (231, 900), (950, 960), flags={220: SATURATED})
    assert analysis.unseen_high_kpa_s is None


@given(st.integers(1, 890), st.integers(1, 890), st.integers(1, 890), st.integers(1, 890))
def test_what_was_pressed_lies_below_the_bounds_of_holds_and_unseen_time_together(
    a: int, b: int, c: int, d: int
) -> None:
    first, second, third, fourth = sorted((a, b, c, d))
    force_n = press(2, 8)
    analysis, high = run(force_n, (first, second), (third, fourth))
    assert analysis.unseen_high_kpa_s is not None
    assert 10 * float(np.trapezoid(force_n, dx=0.01)) <= (high + analysis.unseen_high_kpa_s) * 1.001 + 10
