from __future__ import annotations

from dataclasses import replace
from math import sqrt

import numpy as np
import pytest
from numpy.typing import NDArray

from analysis.hold import Hold
from analysis.steadiness import band_rms
from tests.analysis.presses import BENCH, PERIOD_US, block, codes, only, path, press, without

STEADY = ("cv_percent", "drift_n_per_s", "tremor_n_rms")


def time_s(count: int) -> NDArray[np.float64]:
    return np.arange(count) * PERIOD_US / 1e6


def wavy(amplitude_n: float, frequency_hz: float) -> Hold:
    """A press of 30 N for 5 s with a wave on more than its settled part."""
    force_n = press()
    force_n[180:620] += amplitude_n * np.sin(2 * np.pi * frequency_hz * time_s(440))
    return only(block(force_n))


def test_the_plateau_runs_from_the_first_to_the_last_reading_at_ninety_percent_of_the_median() -> None:
    hold = only(block(press()))
    assert (hold.plateau_start_s, hold.plateau_end_s) == (1.45, 6.52)


def test_the_median_of_an_even_number_lies_between_the_middle_two() -> None:
    hold = only(block([0, 17, *[18.0] * 58, *[22.0] * 60, *[0.5] * 60]))
    assert (hold.plateau_start_s, hold.plateau_end_s) == (0.02, 1.19)


def test_a_straight_drift_is_found_exactly_and_is_no_unsteadiness() -> None:
    force_n = path((0, 0), (0.01, 30), (5.01, 32.5), (5.02, 0), (6, 0))
    hold = only(block(force_n))
    assert hold.drift_n_per_s == pytest.approx(0.5, abs=1e-4)
    assert hold.cv_percent == pytest.approx(0, abs=1e-3)


def test_the_cv_of_a_sine_is_its_rms_by_its_level() -> None:
    hold = wavy(0.6, 2.0)
    assert hold.cv_percent == pytest.approx(100 * 0.6 / sqrt(2) / 30, rel=1e-2)


def test_the_settled_part_leaves_out_half_a_second_at_each_end() -> None:
    force_n = press()
    calm = only(block(force_n))
    force_n[150:195] += 2
    force_n[603:650] -= 2
    assert only(block(force_n)).cv_percent == calm.cv_percent == 0


@pytest.mark.parametrize("frequency_hz", [5.0, 8.0, 8.3, 11.0])
def test_tremor_inside_the_band_is_its_rms(frequency_hz: float) -> None:
    assert wavy(1.0, frequency_hz).tremor_n_rms == pytest.approx(1 / sqrt(2), rel=0.02)


@pytest.mark.parametrize("frequency_hz", [0.7, 1.5, 2.9, 13.5, 25.0])
def test_tremor_outside_the_band_is_left_out(frequency_hz: float) -> None:
    assert wavy(1.0, frequency_hz).tremor_n_rms == pytest.approx(0, abs=0.01)


@pytest.mark.parametrize("frequency_hz", [4.0, 12.0])
def test_both_edges_of_the_tremor_band_belong_to_it(frequency_hz: float) -> None:
    wave = np.sin(2 * np.pi * frequency_hz * time_s(400))
    assert band_rms(wave, PERIOD_US / 1e6) == pytest.approx(sqrt(5 / 6) / sqrt(2), rel=0.01)


@pytest.mark.parametrize("line", [98, 302])
def test_next_to_the_tremor_band_there_is_none(line: int) -> None:
    """Over 25 s lines lie 0.04 Hz apart: the band has those from 100 to 300, and a window's wave has three."""
    wave = np.sin(2 * np.pi * line / 25 * time_s(2500))
    assert band_rms(wave, PERIOD_US / 1e6) == pytest.approx(0, abs=1e-9)
    assert band_rms(np.sin(2 * np.pi * 200 / 25 * time_s(2500)), PERIOD_US / 1e6) == pytest.approx(1 / sqrt(2))


def test_the_gain_of_the_tremor_at_8_hz_and_50_readings_a_second_is_1_within_5_percent() -> None:
    wave = 0.4 * np.sin(2 * np.pi * 8 * np.arange(101) / 50)
    assert band_rms(wave, 0.02) == pytest.approx(0.4 / sqrt(2), rel=0.05)


def test_a_plateau_below_three_seconds_has_no_settled_part() -> None:
    hold = only(block(press(lasts_s=2.92)))
    short = only(block(press(lasts_s=2.93)))
    for name in (*STEADY, "rise_n_per_s", "fall_s", "fall_n_per_s"):
        assert getattr(hold, name) is None
        assert codes(hold)[name] == "too_short"
        assert getattr(short, name) is not None


def test_below_50_readings_a_second_there_is_no_tremor_and_no_fall() -> None:
    period_us = 20_203
    force_n = path((0, 0), (1, 0), (1.5, 30), (6, 30), (6.2, 0), (7, 0), period_us=period_us)
    hold = only(block(force_n, period_us), replace(BENCH, period_us=period_us))
    assert {name for name, code in codes(hold).items() if code == "below_50_hz"} == {
        "tremor_n_rms",
        "fall_s",
        "fall_n_per_s",
    }
    assert hold.cv_percent is not None
    exact = replace(BENCH, period_us=20_202)
    assert only(block(force_n, 20_202), exact).tremor_n_rms is not None


def test_a_lost_reading_in_the_plateau_takes_the_tremor_and_leaves_the_line() -> None:
    hold = only(without(block(press()), 400))
    assert codes(hold)["tremor_n_rms"] == "gap"
    assert (hold.cv_percent, hold.drift_n_per_s) == (0, 0)


def test_a_settled_part_with_less_than_two_seconds_of_readings_is_none() -> None:
    assert only(without(block(press()), *range(300, 506))).cv_percent is not None
    hold = only(without(block(press()), *range(300, 508)))
    assert [codes(hold)[name] for name in STEADY] == ["gap"] * 3


def test_relaxation_compares_the_thirtieth_second_with_the_first() -> None:
    force_n = press(lasts_s=31)
    start = 145
    force_n[start + 50 : start + 151] = 40
    force_n[start + 2700 : start + 3001] = 28
    hold = only(block(force_n))
    assert hold.relaxation_30s_percent == pytest.approx(100 * (1 - 28 / 40))


def test_relaxation_needs_thirty_seconds_and_readings_in_both_windows() -> None:
    assert codes(only(block(press(lasts_s=29.5))))["relaxation_30s_percent"] == "too_short"
    readings = block(press(lasts_s=31))
    assert codes(only(without(readings, 200)))["relaxation_30s_percent"] == "gap"
    assert codes(only(without(readings, 3000)))["relaxation_30s_percent"] == "gap"
    assert only(without(readings, 1000)).relaxation_30s_percent == 0


def test_readings_too_far_apart_give_neither_line_nor_relaxation() -> None:
    settings = replace(BENCH, period_us=2_000_000)
    hold = only(block([0, *[30.0] * 3, 0, 0, 0], 2_000_000), settings)
    assert [codes(hold)[name] for name in ("cv_percent", "residual_n")] == ["too_slow", "too_slow"]
    long = only(block([0, *[30.0] * 30, 0, 0, 0], 2_000_000), settings)
    assert codes(long)["relaxation_30s_percent"] == "too_slow"


def test_three_readings_are_enough_for_a_line() -> None:
    settings = replace(BENCH, period_us=1_000_000)
    assert only(block([0, 30, 29, 30, 31, 30, 0, 0], 1_000_000), settings).drift_n_per_s == 1


def test_a_median_above_zero_does_not_make_a_level() -> None:
    pulled = np.tile([*[30.0] * 30, *[-90.0] * 25], 80)
    hold = only(block([*pulled, *[0.0] * 100]))
    assert hold.median_n == 30
    assert hold.plateau_start_s == 0
    assert codes(hold)["cv_percent"] == codes(hold)["relaxation_30s_percent"] == "no_plateau"


def test_a_force_that_only_comes_and_goes_has_no_level() -> None:
    beat = np.tile([3.0, *[-3.0] * 9], 400)
    hold = only(block([*beat, *[0.0] * 100]))
    assert hold.median_n == -3
    for name in ("plateau_start_s", "plateau_end_s", "cv_percent", "relaxation_30s_percent"):
        assert codes(hold)[name] == "no_plateau"


def test_cv_drift_and_tremor_are_those_of_the_readings_around_numpys_line() -> None:
    random = np.random.default_rng(11)
    force_n = press(lasts_s=20)
    force_n += np.sin(2 * np.pi * 9 * time_s(len(force_n))) + random.normal(0, 0.3, len(force_n))
    readings = block(force_n)
    hold = only(readings)
    first, last = round((hold.plateau_start_s or 0) * 100) + 50, round((hold.plateau_end_s or 0) * 100) - 50
    part_n, part_s = readings.force_n[first : last + 1], readings.time_s[first : last + 1]
    slope, offset = np.polyfit(part_s, part_n, 1)
    rest_n = part_n - slope * part_s - offset
    assert hold.drift_n_per_s == pytest.approx(slope, rel=1e-9)
    assert hold.cv_percent == pytest.approx(100 * rest_n.std() / part_n.mean(), rel=1e-9)
    assert hold.tremor_n_rms == pytest.approx(band_rms(rest_n, 0.01), rel=1e-9)
