from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from analysis.hold import Hold
from analysis.repetitions import Spread, repetitions, totals, totals_by_site
from tests.analysis.presses import BENCH, block, measured, press, without


def holds(*levels_n: float, lost: tuple[int, ...] = ()) -> tuple[Hold, ...]:
    force_n = np.concatenate([press(level_n) for level_n in levels_n])
    return measured(without(block(force_n), *lost))


def test_totals_add_up_and_leave_out_gaps() -> None:
    pressed = holds(28, 30, lost=(300,))
    both = totals(pressed)
    assert both.holds == 2
    assert both.pressure_s == pytest.approx(pressed[0].duration_s + pressed[1].duration_s - 0.02)
    assert both.impulse_n_s == pressed[0].impulse_n_s + pressed[1].impulse_n_s
    assert both.dose_kpa_s == pytest.approx(5 * both.impulse_n_s)
    assert (both.dose_high_kpa_s or 0) > (both.dose_kpa_s or 0)
    assert both.in_band_s == (pressed[0].in_band_s or 0) + (pressed[1].in_band_s or 0)
    assert both.over_cap_s == 0
    assert both.dose_ppt_s is None


def test_nothing_pressed_is_a_sum_of_nothing() -> None:
    assert totals(()) == (0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)


def test_a_sum_over_a_hold_without_a_value_has_none() -> None:
    first, second = holds(30, 30)
    assert totals([first, replace(second, dose_kpa_s=None)]).dose_kpa_s is None


def test_each_site_has_its_own_totals_in_the_order_of_pressing() -> None:
    first, second, third = holds(28, 30, 32)
    sites = totals_by_site([("left", first), ("right", second), ("left", third)])
    assert list(sites) == ["left", "right"]
    assert sites["left"] == totals([first, third])
    assert sites["right"] == totals([second])


def test_rests_last_from_let_go_to_touch() -> None:
    pressed = holds(30, 30, 30)
    assert repetitions(pressed).rests_s == pytest.approx((2.05, 2.05))
    assert repetitions(pressed[:1]).rests_s == ()


def test_the_spread_between_holds_is_that_of_a_sample() -> None:
    pressed = holds(28, 30, 32)
    means = [hold.mean_n or 0 for hold in pressed]
    spread = repetitions(pressed).spreads["mean_n"]
    assert spread is not None
    assert spread.n == 3
    assert spread.sd == pytest.approx(np.std(means, ddof=1))
    assert spread.cv_percent == pytest.approx(100 * np.std(means, ddof=1) / np.mean(means))


def test_one_hold_has_no_spread_and_holds_without_a_value_are_not_counted() -> None:
    first, second, third = holds(28, 30, 32)
    assert repetitions([first]).spreads["mean_n"] is None
    fewer = repetitions([first, replace(second, mean_n=None), third]).spreads["mean_n"]
    assert fewer is not None
    assert fewer.n == 2


def test_around_zero_there_is_no_share() -> None:
    first, second = holds(30, 30)
    flat = [replace(first, in_band_s=0.0), replace(second, in_band_s=0.0)]
    assert repetitions(flat).spreads["in_band_s"] == Spread(2, 0.0, 0.0, None)


def test_no_area_means_no_dose_to_compare() -> None:
    pressed = measured(block(np.concatenate([press(), press()])), replace(BENCH, area_cm2=None))
    assert repetitions(pressed).spreads["dose_kpa_s"] is None
