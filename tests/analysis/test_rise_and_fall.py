from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from analysis.hold import Hold
from analysis.settings import Settings
from analysis.stream import Analysis
from protocol.blocks import SampleBlock
from tests.analysis.presses import BENCH, block, codes, measured, only, path, press, without


def test_rise_and_fall_of_straight_flanks_are_their_slopes() -> None:
    hold = only(block(press()))
    assert hold.rise_n_per_s == pytest.approx(60)
    assert hold.fall_s == pytest.approx(0.16)
    assert hold.fall_n_per_s == pytest.approx(150)


def test_crossings_are_interpolated_between_readings() -> None:
    force_n = path((0, 0), (1, 0), (1.013, 30), (6.0, 30), (6.027, 0), (7, 0))
    hold = only(block(force_n))
    # 30 N at 1.02 s, 10/13 × 30 N at 1.01 s: from 3 N in the first interval to 27 N in the second
    assert hold.rise_n_per_s == pytest.approx(24 / (0.01 + 0.01 * (27 - 300 / 13) / (90 / 13) - 0.01 * 13 / 100))
    assert hold.fall_s == pytest.approx(0.027 * 0.8, rel=0.12)


def test_a_rise_may_begin_before_the_contact_and_a_fall_may_end_after_it() -> None:
    settings = replace(BENCH, on_n=20.0, off_n=15.0)
    hold = only(block(press()), settings)
    assert hold.start_s > 1.3
    assert hold.end_s == 6.61
    assert hold.rise_n_per_s == pytest.approx(60)
    assert hold.fall_s == pytest.approx(0.16)


def test_the_first_crossings_of_the_rise_count() -> None:
    force_n = press()
    force_n[155:165] = 25
    assert only(block(force_n)).rise_n_per_s == pytest.approx(60)


def test_a_fall_between_two_readings_is_their_share() -> None:
    force_n = path((0, 0), (1, 0), (1.5, 30), (6, 30), (6.01, 0), (7, 0))
    assert only(block(force_n)).fall_s == pytest.approx(0.008)


def test_the_last_fall_counts() -> None:
    force_n = press()
    force_n[620:630] = 5
    assert only(block(force_n)).fall_s == pytest.approx(0.16)


def test_a_rise_that_hovers_before_the_contact_is_not_reached() -> None:
    force_n = press()
    force_n[:100] = 4
    force_n[100:110] = np.maximum(force_n[100:110], 4)
    hold = only(block(force_n), replace(BENCH, on_n=20.0, off_n=10.0))
    assert codes(hold)["rise_n_per_s"] == "not_reached"


def test_nothing_is_said_of_a_time_before_the_recording() -> None:
    """The recording begins 0.05 s before the contact."""
    force_n = press()[100:]
    force_n[:10] = 4
    hold = only(block(force_n), replace(BENCH, on_n=5.0, off_n=2.0))
    (why,) = {verdict.text for verdict in hold.verdicts if verdict.metric == "rise_n_per_s"}
    assert why == "no reading of the 0.5 s before the contact is below a tenth of the plateau"


def test_a_fall_that_hangs_after_the_contact_is_not_reached() -> None:
    force_n = press()
    force_n[668:] = 4
    hold = only(block(force_n), replace(BENCH, on_n=20.0, off_n=10.0))
    assert codes(hold)["fall_s"] == codes(hold)["fall_n_per_s"] == "not_reached"
    assert hold.residual_n == 4


def test_a_fall_that_may_have_ended_where_readings_are_missing_is_not_said_to_hang() -> None:
    force_n = press()
    force_n[668:] = 4
    hold = only(without(block(force_n), 690), replace(BENCH, on_n=20.0, off_n=10.0))
    assert codes(hold)["fall_s"] == codes(hold)["fall_n_per_s"] == "gap"


def test_a_contact_that_was_on_before_the_recording_has_no_rise() -> None:
    hold = only(block(press()[120:]))
    assert codes(hold)["rise_n_per_s"] == codes(hold)["start_s"] == "cut"
    assert hold.fall_s is not None


def test_a_recording_that_ends_in_the_hold_has_no_fall_and_no_residual() -> None:
    hold = only(block(press()[:650]))
    assert {name for name, code in codes(hold).items() if code == "cut"} == {
        "end_s",
        "fall_s",
        "fall_n_per_s",
        "residual_n",
    }
    assert hold.rise_n_per_s == pytest.approx(60)


def test_a_hold_ended_by_a_gap_has_no_fall_and_no_residual() -> None:
    hold = only(without(block(press()), *range(600, 670)))
    assert hold.end_s == 5.99
    assert {name for name, code in codes(hold).items() if code == "gap"} == {
        "end_s",
        "fall_s",
        "fall_n_per_s",
        "residual_n",
    }


def test_a_hold_ended_by_a_long_gap_has_no_fall() -> None:
    readings = block([*press()[:650], *[30.0] * 1200, *[0.0] * 100])
    analysed = without(readings, *range(650, 1840))
    hold = only(analysed)
    assert codes(hold)["fall_s"] == "gap"
    assert hold.end_s == 6.49


def test_lost_readings_between_the_crossings_take_rise_and_fall() -> None:
    assert codes(only(without(block(press()), 120)))["rise_n_per_s"] == "gap"
    assert codes(only(without(block(press()), 660)))["fall_s"] == "gap"
    beside = only(without(block(press()), 160, 640))
    assert beside.rise_n_per_s == pytest.approx(60)
    assert beside.fall_s == pytest.approx(0.16)


def test_readings_beside_the_two_around_a_crossing_may_be_missing() -> None:
    """The rise ends between 1.44 and 1.45 s, the fall goes from between 6.52 and 6.53 s to between 6.68 and 6.69 s."""
    hold = only(without(block(press()), 146, 651, 670), replace(BENCH, off_n=2.0))
    assert hold.rise_n_per_s == pytest.approx(60)
    assert hold.fall_s == pytest.approx(0.16)


def test_a_contact_right_after_lost_readings_has_no_rise() -> None:
    hold = only(without(block(press()), *range(98, 110)))
    assert codes(hold)["rise_n_per_s"] == codes(hold)["start_s"] == "gap"


def test_stamps_that_stand_still_give_no_rise() -> None:
    readings = block([*[0.0] * 100, *[30.0] * 400, *[0.0] * 100])
    time_us = readings.time_us.copy()
    time_us[100:] -= 10_000
    hold = only(SampleBlock(readings.index, time_us, readings.force_q, readings.flags))
    assert codes(hold)["rise_n_per_s"] == "too_slow"


def test_the_residual_is_the_mean_from_a_fifth_to_half_a_second_after_the_end() -> None:
    force_n = press()
    force_n[670:690] = 0.9
    force_n[690:721] = 0.5
    force_n[721:] = 0.8
    hold = only(block(force_n))
    assert hold.end_s == 6.7
    assert hold.residual_n == 0.5


def test_the_residual_needs_half_a_second_of_readings() -> None:
    force_n = press()
    assert codes(only(block(force_n[:720])))["residual_n"] == "cut"
    assert only(block(force_n[:721])).residual_n == 0
    assert codes(only(without(block(force_n), 700)))["residual_n"] == "gap"
    assert only(without(block(force_n), 680)).residual_n == 0


RAMP = replace(BENCH, ramp_kpa_per_s=300.0)
"""60 N/s on 2 cm², the rise of `press`."""


def test_a_straight_rise_at_the_prescribed_rate_has_no_error() -> None:
    hold = only(block(press()), RAMP)
    assert hold.rise_kpa_per_s == pytest.approx(300)
    assert hold.ramp_error_percent == pytest.approx(0, abs=1e-3)


@pytest.mark.parametrize("prescribed", [0.5, 0.8, 1.25, 2.0])
def test_a_straight_rise_at_another_rate_is_off_by_the_ratio(prescribed: float) -> None:
    """RMS of a line: its height over √12; the readings cover one interval less than the crossings at 1 kHz."""
    force_n = path((0, 0), (1, 0), (2, 30), (7, 30), (7.2, 0), (8.2, 0), period_us=5000)
    hold = only(block(force_n, 5000), replace(RAMP, period_us=5000, ramp_kpa_per_s=150 * prescribed))
    assert hold.ramp_error_percent == pytest.approx(abs(prescribed - 1) * 100 / 12**0.5, rel=0.02)


def test_the_error_of_a_rise_at_half_the_rate_is_that_of_its_forty_readings() -> None:
    """From 3 N at 1.05 s to 27 N at 1.45 s, which is not counted; 30 N/s of 60 are too much."""
    hold = only(block(press()), replace(RAMP, ramp_kpa_per_s=150.0))
    assert hold.ramp_error_percent == pytest.approx(100 * 30 * 0.01 * ((40**2 - 1) / 12) ** 0.5 / 24, rel=1e-4)


def test_without_a_rate_an_area_or_readings_on_the_rise_there_is_no_ramp_error() -> None:
    assert codes(only(block(press())))["ramp_error_percent"] == "no_ramp"
    assert codes(only(block(press()), replace(RAMP, area_cm2=None)))["ramp_error_percent"] == "no_area"
    steep = path((0, 0), (1, 0), (1.02, 30), (6, 30), (6.2, 0), (7, 0))
    assert codes(only(block(steep), RAMP))["ramp_error_percent"] == "too_slow"
    three = path((0, 0), (1, 0), (1.04, 32), (6, 32), (6.2, 0), (7, 0))  # 8, 16 and 24 N lie between 3.2 and 28.8 N
    assert "ramp_error_percent" not in codes(only(block(three), RAMP))


def test_without_an_area_the_rise_has_no_pressure() -> None:
    hold = only(block(press()), replace(BENCH, area_cm2=None))
    assert hold.rise_n_per_s == pytest.approx(60)
    assert codes(hold)["rise_kpa_per_s"] == "no_area"


def test_a_rise_that_was_not_recorded_has_the_reason_in_each_of_its_figures() -> None:
    hold = only(block(press()[145:]), RAMP)
    for name in ("rise_n_per_s", "rise_kpa_per_s", "ramp_error_percent"):
        assert codes(hold)[name] == "cut"
    bare = only(block(press()[145:]), replace(BENCH, area_cm2=None))
    assert (codes(bare)["rise_kpa_per_s"], codes(bare)["ramp_error_percent"]) == ("no_area", "no_ramp")


def test_a_gap_on_the_rise_is_the_reason_of_all_its_figures() -> None:
    hold = only(without(block(press()), 125), RAMP)
    for name in ("rise_n_per_s", "rise_kpa_per_s", "ramp_error_percent"):
        assert codes(hold)[name] == "gap"


def test_the_next_touch_is_timed_from_the_end() -> None:
    force_n = path((0, 0), (1, 0), (1.5, 30), (5, 30), (5.2, 0), (5.55, 0), (5.56, 20), (7, 20), (7.1, 0), (8, 0))
    hold = measured(block(force_n))[0]
    assert hold.end_s == 5.2
    assert hold.recontact_s == pytest.approx(0.36)
    assert only(block(press())).recontact_s is None


def test_let_gos_that_did_not_last_are_counted() -> None:
    force_n = press()
    force_n[300:310] = force_n[400:420] = 0
    assert only(block(force_n)).merged == 2
    assert only(block(press())).merged == 0


@pytest.mark.parametrize(("missing", "code"), [(652, "gap"), (653, "gap")])
def test_a_latency_needs_the_readings_around_the_beginning_of_the_fall(missing: int, code: str) -> None:
    hold = cued(without(block(press()), missing), 6.2)
    assert codes(hold)["cue_latency_s"] == code


def test_a_latency_needs_a_level() -> None:
    hold = cued(block(press(lasts_s=1)), 1.8)
    assert codes(hold)["cue_latency_s"] == "too_short"


def test_a_recording_that_ends_before_the_fall_has_no_latency() -> None:
    hold = cued(block(press()[:640]), 6.2)
    assert codes(hold)["cue_latency_s"] == "cut"


def cued(readings: SampleBlock, at_s: float, settings: Settings = BENCH) -> Hold:
    """The only hold, with a let-go called."""
    analysis = Analysis(settings)
    before = int(np.searchsorted(readings.time_us, round(at_s * 1e6)))
    analysis.update(readings[:before])
    analysis.call_let_go(round(at_s * 1e6))
    (hold,) = analysis.update(readings[before:]) + analysis.finish()
    return hold


LIGHT = replace(BENCH, on_n=1.0)
"""A let-go begins below 1 N, which is more than nine tenths of 1.05 N."""


@pytest.mark.parametrize("leaving_n", [[0.98, 0.98, 0.98], [0.98, 0.96, 0.95], [0.96, 0.99, 0.97], [0.98]])
def test_a_hold_that_ends_above_nine_tenths_falls_after_its_end(leaving_n: list[float]) -> None:
    readings = block([*[0.0] * 100, *[1.05] * 500, *leaving_n, 0.5, *[0.0] * 100])
    left_s, last_n = 5.99 + 0.01 * len(leaving_n), leaving_n[-1]
    high_s = left_s + 0.01 * (last_n - 0.945) / (last_n - 0.5)
    low_s = left_s + 0.01 + 0.01 * (0.5 - 0.105) / 0.5
    hold = cued(readings, 5.5, LIGHT)
    assert hold.end_s == 6
    assert hold.fall_s == pytest.approx(low_s - high_s, rel=1e-3)
    assert hold.cue_latency_s == pytest.approx(high_s - 5.5, rel=1e-3)


@pytest.mark.parametrize(("readings", "code"), [(200, "not_reached"), (40, "cut")])
def test_a_hold_that_stays_above_nine_tenths_after_its_end_has_no_fall(readings: int, code: str) -> None:
    hold = cued(block([*[0.0] * 100, *[1.05] * 500, *[0.98] * readings]), 5.5, LIGHT)
    assert codes(hold)["fall_s"] == codes(hold)["cue_latency_s"] == code


def test_a_fall_after_the_end_needs_the_readings_since_the_end() -> None:
    force_n = [*[0.0] * 100, *[1.05] * 500, *[0.98] * 40, *[0.0] * 100]
    hold = cued(without(block(force_n), 620), 5.5, LIGHT)
    assert codes(hold)["fall_s"] == codes(hold)["cue_latency_s"] == "gap"
    stays = cued(without(block([*force_n[:640], *[0.98] * 100]), 620), 5.5, LIGHT)
    assert codes(stays)["fall_s"] == codes(stays)["cue_latency_s"] == "gap"


FAST = replace(BENCH, period_us=1000)


def cosine_fall(lasts_s: float, rate_hz: int = 1000) -> SampleBlock:
    """30 N from 1.5 s to 6 s, down along half a cosine."""
    time_s = np.arange(8 * rate_hz) / rate_hz
    down = (1 + np.cos(np.pi * np.clip((time_s - 6.0) / lasts_s, 0, 1))) / 2
    force_n = 30 * np.clip((time_s - 1) / 0.5, 0, 1) * down
    return block(force_n, 1_000_000 // rate_hz)


def test_means_over_a_bent_fall_are_put_back_on_the_curve() -> None:
    """Half a cosine of 135.5 ms: 80 ms from nine tenths to one; straight lines between means of 10 ms miss by 1 ms."""
    hold = only(cosine_fall(0.13553), FAST)
    assert hold.fall_s == pytest.approx(0.08, abs=0.0008)


def test_where_a_neighbour_is_missing_the_means_stand_as_they_are() -> None:
    whole = cosine_fall(0.13553)
    hold = only(without(whole, *range(6010, 6020)), FAST)
    assert hold.fall_s == pytest.approx(0.08, abs=0.0012)
    assert hold.fall_s != only(whole, FAST).fall_s


def test_only_the_neighbours_of_a_crossing_put_its_means_back() -> None:
    """A tenth of the level lies between the means at 6.1045 and 6.1145 s: that at 6.1345 s has no say."""
    whole = cosine_fall(0.13553)
    assert only(without(whole, *range(6130, 6140)), FAST).fall_s == only(whole, FAST).fall_s


def test_a_kink_beside_a_crossing_moves_no_mean_across_it() -> None:
    """Means of 30, 30, 26.9, 0, 0 N: put back on a curve, 26.9 would lie above the 27 N that it falls below."""
    force_n = np.repeat([0.0] * 100 + [30.0] * 500 + [26.9] + [0.0] * 100, 10)
    first = (30 - 27) / (30 - 26.9)
    left, right = 26.9 + (2 * 26.9 - 30) / 24, -26.9 / 24
    second = 1 + (left - 3) / (left - right)
    assert only(block(force_n, 1000), FAST).fall_s == pytest.approx(0.01 * (second - first), rel=1e-3)
