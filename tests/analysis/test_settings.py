from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from analysis.settings import Band, Settings, grid, microseconds

PLAIN = Settings(10_000)


def but(name: str, value: Any) -> Settings:
    return replace(PLAIN, **{name: value})


@pytest.mark.parametrize("name", ["period_us", "on_n", "area_cm2", "target_n", "cap_n", "full_scale_n", "slew_n_per_s"])
@pytest.mark.parametrize("value", [0, -1, float("nan")])
def test_what_must_be_above_zero_is(name: str, value: float) -> None:
    with pytest.raises(ValueError, match=name):
        but(name, value)


@pytest.mark.parametrize("name", ["min_hold_s", "merge_s", "band_percent"])
def test_what_must_not_be_negative_is_not(name: str) -> None:
    assert getattr(but(name, 0), name) == 0
    with pytest.raises(ValueError, match=name):
        but(name, -0.1)


def test_the_let_go_threshold_is_not_above_the_contact_threshold() -> None:
    assert replace(PLAIN, off_n=2.0).off_n == 2
    with pytest.raises(ValueError, match="let-go"):
        replace(PLAIN, off_n=2.1)


def test_the_band_is_a_share_of_the_target_on_the_grid() -> None:
    assert replace(PLAIN, target_n=30.0, band_percent=10.0).band == Band(27 << 14, 33 << 14)
    assert replace(PLAIN, target_n=30.0).band is None
    assert replace(PLAIN, band_percent=10.0).band is None


def test_fifty_readings_a_second_have_a_tolerance_of_half_a_hertz() -> None:
    assert replace(PLAIN, period_us=20_202).fast
    assert not replace(PLAIN, period_us=20_203).fast


def test_the_grid_and_the_microsecond_take_the_nearest_step() -> None:
    assert (grid(1.0), grid(0.6 / (1 << 14)), grid(-1.0)) == (16384, 1, -16384)
    assert (microseconds(0.3), microseconds(1e-6)) == (300_000, 1)
