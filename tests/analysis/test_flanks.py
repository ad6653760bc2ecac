from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from protocol.blocks import SampleBlock
from tests.analysis.presses import BENCH, block, codes, only, path, press, without


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


def test_a_fall_that_hangs_after_the_contact_is_not_reached() -> None:
    force_n = press()
    force_n[668:] = 4
    hold = only(block(force_n), replace(BENCH, on_n=20.0, off_n=10.0))
    assert codes(hold)["fall_s"] == codes(hold)["fall_n_per_s"] == "not_reached"
    assert hold.residual_n == 4


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
