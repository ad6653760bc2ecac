from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from analysis.settings import ABOVE_ZERO, Settings, grid, microseconds
from analysis.within import Range

PLAIN = Settings(10_000)


def but(name: str, value: Any) -> Settings:
    return replace(PLAIN, **{name: value})


@pytest.mark.parametrize("name", ABOVE_ZERO)
@pytest.mark.parametrize("value", [0, -1, float("nan"), float("inf")])
def test_what_must_be_above_zero_is(name: str, value: float) -> None:
    with pytest.raises(ValueError, match=name):
        but(name, value)


@pytest.mark.parametrize("name", ["min_hold_s", "merge_s", "band_percent"])
def test_what_must_not_be_negative_is_not(name: str) -> None:
    assert getattr(but(name, 0), name) == 0
    for value in (-0.1, float("nan"), float("inf")):
        with pytest.raises(ValueError, match=name):
            but(name, value)


def test_the_let_go_threshold_is_not_above_the_contact_threshold() -> None:
    assert replace(PLAIN, off_n=2.0).off_n == 2
    for off_n in (2.1, float("nan"), -float("inf")):
        with pytest.raises(ValueError, match="let-go"):
            replace(PLAIN, off_n=off_n)


def test_the_contact_threshold_is_at_least_one_step_of_the_grid() -> None:
    step_n = 1 / (1 << 14)
    assert replace(PLAIN, on_n=step_n, off_n=0.0).on_n == step_n
    with pytest.raises(ValueError, match="cannot be told from 0"):
        replace(PLAIN, on_n=0.4 * step_n, off_n=0.0)


def test_the_band_is_a_share_of_the_target_on_the_grid() -> None:
    assert replace(PLAIN, target_n=30.0, band_percent=10.0).band == Range(27 << 14, 33 << 14)
    assert replace(PLAIN, target_n=30.0).band is None
    assert replace(PLAIN, band_percent=10.0).band is None


def test_the_defaults_are_those_of_the_definitions() -> None:
    assert (PLAIN.on_n, PLAIN.off_n, PLAIN.min_hold_s, PLAIN.merge_s, PLAIN.slew_n_per_s) == (2, 1, 0.5, 0.3, 1000)
    assert not PLAIN.braced
    assert not PLAIN.full_scale_assumed


def test_fifty_readings_a_second_have_a_tolerance_of_half_a_hertz() -> None:
    assert replace(PLAIN, period_us=20_202).fast
    assert not replace(PLAIN, period_us=20_203).fast


def test_the_grid_and_the_microsecond_take_the_nearest_step() -> None:
    assert (grid(1.0), grid(0.6 / (1 << 14)), grid(-1.0)) == (16384, 1, -16384)
    assert (microseconds(0.3), microseconds(1e-6), microseconds(10)) == (300_000, 1, 10_000_000)


def test_the_prescribed_rate_is_a_force_where_the_area_is_known() -> None:
    assert replace(PLAIN, ramp_kpa_per_s=30.0, area_cm2=2.0).ramp_n_per_s == 6.0
    assert replace(PLAIN, ramp_kpa_per_s=30.0).ramp_n_per_s is None
    assert replace(PLAIN, area_cm2=2.0).ramp_n_per_s is None


@pytest.mark.parametrize(
    ("period_us", "lane_us"),
    [(1000, 10_000), (10, 10_000), (2000, 10_000), (4000, 8_000), (4999, 9_998), (5000, 5000), (20_000, 20_000)],
)
def test_a_tool_faster_than_200_hz_is_averaged_to_about_100(period_us: int, lane_us: int) -> None:
    assert Settings(period_us).lane_us == lane_us


def test_forces_above_the_cap_begin_one_step_above_it() -> None:
    over = replace(PLAIN, cap_n=30.0).over_cap
    assert over is not None
    assert (over.holds(30 << 14), over.holds((30 << 14) + 1), over.holds((1 << 31) - 1)) == (False, True, True)
    assert PLAIN.over_cap is None
