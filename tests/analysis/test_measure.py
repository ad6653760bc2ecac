from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from analysis.hold import Verdict
from analysis.stream import Analysis
from protocol.blocks import SampleBlock, SampleFlag
from tests.analysis.presses import BENCH, block, codes, only, parts, press, without


def test_a_press_in_numbers() -> None:
    hold = only(block(press()))
    assert (hold.index, hold.start_s, hold.end_s, hold.duration_s, hold.gaps_s) == (0, 1.04, 6.7, 5.66, 0.0)
    assert hold.peak_n == 30
    # 30 N for 5 s, the rise from 2.4 N in 0.46 s, the fall in 0.2 s
    assert hold.impulse_n_s == pytest.approx(150 + 0.46 * 16.2 + 0.2 * 15, rel=1e-6)
    assert hold.mean_n == pytest.approx(hold.impulse_n_s / 5.66)
    assert hold.mean_kpa == pytest.approx(5 * (hold.mean_n or 0))
    assert hold.dose_kpa_s == hold.dose_low_kpa_s == hold.dose_high_kpa_s == pytest.approx(5 * hold.impulse_n_s)
    assert hold.in_band_s == pytest.approx(5 + 0.05 + 0.025, abs=0.011)
    assert hold.overshoot_percent == 0
    assert (hold.over_cap_s, hold.over_cap_n_s, hold.over_cap_kpa_s, hold.over_cap_peak_n) == (0, 0, 0, None)
    assert codes(hold) == {
        "relaxation_30s_percent": "too_short",
        "dose_ppt_s": "no_ppt",
        "ramp_error_percent": "no_ramp",
        "cue_latency_s": "no_cue",
        "softening_s": "not_watched",
    }


def test_overshoot_is_the_peak_above_the_target() -> None:
    force_n = press()
    force_n[200] = 37.5
    hold = only(block(force_n))
    assert hold.overshoot_percent == 25
    assert (hold.over_cap_s, hold.over_cap_peak_n, hold.over_cap_peak_kpa) == (0.01, 37.5, 187.5)
    assert (hold.over_cap_n_s, hold.over_cap_kpa_s) == (0.025, 0.125)
    bare = only(block(force_n), replace(BENCH, area_cm2=None))
    assert (bare.over_cap_peak_kpa, bare.over_cap_n_s, bare.over_cap_kpa_s) == (None, 0.025, None)


def test_without_an_area_there_is_no_pressure() -> None:
    hold = only(block(press()), replace(BENCH, area_cm2=None))
    for name in ("mean_kpa", "dose_kpa_s", "dose_low_kpa_s", "dose_high_kpa_s"):
        assert getattr(hold, name) is None
        assert codes(hold)[name] == "no_area"
    assert hold.impulse_n_s > 0


def test_without_a_target_there_is_no_overshoot_and_without_a_band_no_time_in_it() -> None:
    aimless = only(block(press()), replace(BENCH, target_n=None, cap_n=None))
    assert codes(aimless)["overshoot_percent"] == codes(aimless)["in_band_s"] == "no_target"
    assert (aimless.over_cap_s, aimless.over_cap_peak_n) == (None, None)
    assert (aimless.over_cap_n_s, aimless.over_cap_kpa_s) == (None, None)
    wide = only(block(press()), replace(BENCH, band_percent=None))
    assert (wide.in_band_s, wide.overshoot_percent) == (None, 0)


def test_a_gap_in_the_plateau_widens_the_dose_and_leaves_the_mean() -> None:
    hold = only(without(block(press()), *range(300, 309)))
    whole = only(block(press()))
    assert (hold.duration_s, hold.gaps_s) == (whole.duration_s, 0.1)
    assert hold.impulse_n_s == pytest.approx(whole.impulse_n_s - 3)
    assert hold.mean_n == pytest.approx(hold.impulse_n_s / (5.66 - 0.1))
    assert hold.dose_low_kpa_s == hold.dose_kpa_s
    # 30 N on both sides, 0.05 s up and 0.05 s down at 1000 N/s, but 80 N is below the full scale
    assert hold.dose_high_kpa_s == pytest.approx((hold.dose_kpa_s or 0) + 5 * (3 + 0.05 * 50))
    assert Verdict("impulse_n_s", hold.verdicts[-1].code, "readings are missing for 0.1 s and count nothing") in (
        hold.verdicts
    )


def test_the_true_dose_lies_inside_the_bounds() -> None:
    force_n = press()
    force_n[300:309] += 20
    truth = only(block(force_n))
    hold = only(without(block(force_n), *range(300, 309)))
    assert (hold.dose_low_kpa_s or 0) < (truth.dose_kpa_s or 0) < (hold.dose_high_kpa_s or 0)


def test_an_assumed_full_scale_is_said_only_where_it_counts() -> None:
    assumed = replace(BENCH, full_scale_n=45.0, full_scale_assumed=True)
    assert "dose_high_kpa_s" not in codes(only(block(press()), assumed))
    lossy = without(block(press()), 300)
    assert codes(only(lossy, assumed))["dose_high_kpa_s"] == "assumed_full_scale"
    for beside in (range(50, 130), range(640, 720)):
        hold = only(without(block(press()), *beside), assumed)
        assert (hold.gaps_s, codes(hold)["dose_high_kpa_s"]) == (0, "assumed_full_scale")
        assert "impulse_n_s" not in codes(hold)
    assert "dose_high_kpa_s" not in codes(only(lossy))
    assert codes(only(lossy, replace(assumed, area_cm2=None)))["dose_high_kpa_s"] == "no_area"


def test_without_a_full_scale_a_gap_leaves_no_upper_bound() -> None:
    unknown = replace(BENCH, full_scale_n=None)
    hold = only(without(block(press()), 300), unknown)
    assert (hold.dose_high_kpa_s, codes(hold)["dose_high_kpa_s"]) == (None, "no_full_scale")
    nothing = only(without(block(press()), 300), replace(unknown, full_scale_assumed=True))
    assert nothing.verdicts == hold.verdicts
    whole = only(block(press()), unknown)
    assert whole.dose_high_kpa_s == whole.dose_kpa_s


def test_a_saturated_reading_takes_the_upper_bound_and_marks_the_peak() -> None:
    readings = block(press())
    flags = readings.flags.copy()
    flags[300] = SampleFlag.SATURATED_HIGH
    hold = only(SampleBlock(readings.index, readings.time_us, readings.force_q, flags))
    assert (hold.peak_n, codes(hold)["peak_n"]) == (30, "saturated")
    assert (hold.dose_high_kpa_s, codes(hold)["dose_high_kpa_s"]) == (None, "saturated")
    flags[300], flags[50] = 0, SampleFlag.SATURATED_HIGH
    beside = only(SampleBlock(readings.index, readings.time_us, readings.force_q, flags))
    assert "peak_n" not in codes(beside)


def test_a_hold_of_two_readings_around_a_gap_has_no_mean() -> None:
    hold = only(without(block([5.0] * 100), *range(1, 99)))
    assert (hold.impulse_n_s, hold.mean_n, hold.mean_kpa) == (0, None, None)
    assert codes(hold)["mean_n"] == codes(hold)["mean_kpa"] == "too_short"


def test_the_next_contact_within_half_a_second_is_said() -> None:
    force_n = press()
    force_n[719:] = 2
    assert codes(only(block(force_n[:740])))["residual_n"] == "next_contact"
    force_n[719:721] = 1.9
    assert "residual_n" not in codes(only(block(force_n[:740])))
    assert np.all(force_n[721:740] == 2)


def test_the_dose_counts_in_seconds_at_the_threshold_of_pain() -> None:
    hold = only(block(press()), replace(BENCH, ppt_kpa=300.0))
    assert hold.dose_ppt_s == pytest.approx((hold.dose_kpa_s or 0) / 300)
    assert codes(only(block(press()), replace(BENCH, ppt_kpa=300.0, area_cm2=None)))["dose_ppt_s"] == "no_area"


def test_the_distance_from_the_target_has_three_parts() -> None:
    """A line from 29 to 33 N over 10 s with a sine of 1 N: bias 1, drift 4/√12 of 9 s, fluctuation 1/√2."""
    time_s = np.arange(1200) / 100
    force_n = np.where((time_s >= 1) & (time_s < 11), 27 + 0.4 * time_s + np.sin(10 * np.pi * time_s), 0)
    hold = only(block(force_n), replace(BENCH, target_n=28.4, cap_n=None))
    assert hold.bias_n == pytest.approx(1, abs=0.01)
    assert hold.drift_rms_n == pytest.approx(0.4 * 9 / 12**0.5, rel=0.03)
    assert hold.fluctuation_n == pytest.approx(0.5**0.5, rel=0.03)
    assert hold.rmse_n == pytest.approx(((hold.bias_n or 0) ** 2 + (hold.drift_rms_n or 0) ** 2 + 0.5) ** 0.5, rel=0.03)
    settled = force_n[150:1050]
    assert hold.rmse_n == pytest.approx(np.sqrt(((settled - 28.4) ** 2).mean()), rel=0.01)


def test_without_a_target_there_is_no_distance_from_it() -> None:
    hold = only(block(press()), replace(BENCH, target_n=None, cap_n=None))
    assert (codes(hold)["bias_n"], codes(hold)["rmse_n"]) == ("no_target", "no_target")
    assert hold.fluctuation_n == pytest.approx(0, abs=1e-9)


def test_the_median_is_that_of_all_readings_of_the_hold() -> None:
    hold = only(block(press(level_n=30.5)))
    assert hold.median_n == 30.5


def test_a_hold_ends_with_the_first_reading_that_is_let_go() -> None:
    hold = only(block([0, 3, 5, 0.5, 0.25, *[0.0] * 60]), replace(BENCH, min_hold_s=0.0))
    assert (hold.duration_s, hold.median_n) == (0.02, 3)


def test_the_shape_of_a_contact_of_more_than_an_hour_is_not_kept() -> None:
    force_n = np.full(360_200, 10.0)
    force_n[:50] = force_n[-50:] = 0
    analysis, kept = Analysis(BENCH), []
    for part in parts(block(force_n), [5000]):
        assert not analysis.update(part)
        kept.append(analysis.kept_samples)
    (hold,) = analysis.finish()
    assert hold.impulse_n_s == pytest.approx(36_009.95)
    for name in ("median_n", "plateau_start_s", "cv_percent", "rise_n_per_s", "fall_s", "relaxation_30s_percent"):
        assert codes(hold)[name] == "too_long"
    assert codes(hold)["residual_n"] == "cut"
    assert max(kept) <= 360_000 + 2 * 5000
    assert only(block(force_n[50:360_051])).median_n == 10
    assert codes(only(block(force_n[50:360_052])))["median_n"] == "too_long"
