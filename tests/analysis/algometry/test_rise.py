from __future__ import annotations

import math

import numpy as np
import pytest

from analysis.algometry.rise import Rise, falls, rise
from analysis.algometry.verdicts import Flaw, Missing, Reason
from protocol.blocks import SampleBlock
from tests.analysis.algometry.ramps import about
from tests.analysis.presses import block, path, without

LINE = block(path((0, 2), (5, 27)))
"""5 N/s from 2 to 27 N."""


def test_a_line_has_its_rate_and_is_even() -> None:
    found = rise(LINE, 25.0)
    assert found == Rise(about(5.0, rel=1e-5), about(0.0, abs=0.01))


def test_two_speeds_have_their_mean_and_their_spread() -> None:
    """10 % of 40 N is the first reading, 90 % the last: two seconds at 4 N/s, then three at 28/3 N/s."""
    bent = block(path((0, 4), (2, 12), (5, 40)))
    found = rise(bent, 40.0)
    last_s = 2 + (36 - 12) / (28 / 3)
    assert found.rate_n_per_s == pytest.approx((36 - 4) / last_s, rel=2e-3)
    slopes = [4.0] * 4 + [28 / 3] * 5
    assert found.uneven_percent == pytest.approx(100 * np.std(slopes) / np.mean(slopes), rel=1e-3)


def test_missing_readings_do_not_change_the_mean_rate_of_a_line() -> None:
    assert rise(without(LINE, *range(200, 240)), 25.0).rate_n_per_s == pytest.approx(5.0, rel=1e-5)


def test_windows_with_missing_readings_do_not_tell_evenness() -> None:
    every = rise(without(LINE, *range(40, 400, 40)), 25.0)
    assert isinstance(every.rate_n_per_s, float)
    assert isinstance(every.uneven_percent, Missing)
    assert every.uneven_percent.reason is Reason.TOO_SHORT


@pytest.mark.parametrize("count", [0, 4, 200])
def test_too_little_of_a_ramp_has_no_rate(count: int) -> None:
    found = rise(LINE[len(LINE) - count :], 27.0)
    assert isinstance(found.rate_n_per_s, Missing)
    assert found.rate_n_per_s.reason is Reason.TOO_SHORT


def test_the_rate_runs_from_the_first_reading_of_ten_percent_to_the_last_of_ninety_both_included() -> None:
    """E is 20 N: from 2 N at 0 s to 18 N at 0.4 s."""
    assert rise(block([2.0, 8.0, 10.0, 12.0, 18.0, 20.0], 100_000), 20.0).rate_n_per_s == 40.0


@pytest.mark.parametrize(("lasts_s", "known"), [(1.5, True), (1.49, False), (1.4, False)])
def test_evenness_needs_three_whole_half_seconds(lasts_s: float, known: bool) -> None:
    """10 % of 20 N is the first reading; the rest of the line has to be up to 18 N."""
    found = rise(block(path((0, 2), (lasts_s, 18))), 20.0)
    assert isinstance(found.uneven_percent, float) is known


@pytest.mark.parametrize("falls_n", [0.0, 0.5])
def test_a_force_that_rises_only_where_readings_are_missing_has_no_evenness(falls_n: float) -> None:
    steps = block(path((0, 4), (2, 4 - falls_n), (2.4, 20), (4.4, 20 - falls_n)))
    found = rise(without(steps, *range(201, 240)), 24.0)
    assert found.rate_n_per_s == pytest.approx((16 - falls_n) / 4.4, rel=1e-3)
    assert isinstance(found.uneven_percent, Missing)
    assert found.uneven_percent.text == "the force did not rise in the middle of the ramp"


def test_readings_with_one_stamp_have_no_rate() -> None:
    index = np.arange(10, dtype=np.int64)
    assert isinstance(rise(SampleBlock.of(index, index * 0, np.linspace(0, 27, 10)), 27.0).rate_n_per_s, Missing)


def dip(depth_n: float, within_s: float = 0.5, top_n: float = 20.0) -> SampleBlock:
    """Up to the top, down by the depth, up to 30 N."""
    return block(path((0, 2), (4, top_n), (4 + within_s, top_n - depth_n), (8, 30)), 5000)


@pytest.mark.parametrize(
    ("readings", "flaw"),
    [
        (LINE, None),
        (dip(2.99), None),
        (dip(3.01), Flaw.NOT_MONOTONE),
        (dip(1.19, top_n=8.0), None),
        (dip(1.21, top_n=8.0), Flaw.NOT_MONOTONE),
        (dip(1.0, top_n=6.0), None),
        (dip(1.01, top_n=6.0), Flaw.NOT_MONOTONE),
        (dip(5.9, 0.05), Flaw.NOT_MONOTONE),
        (dip(6.1, 0.05), Flaw.JUMP_OFF),
        (dip(6.1, 0.09), Flaw.JUMP_OFF),
        (dip(8.0, 0.5), Flaw.NOT_MONOTONE),
        (dip(1.9, 0.02, top_n=6.0), Flaw.NOT_MONOTONE),
        (dip(2.0, 0.02, top_n=6.0), Flaw.NOT_MONOTONE),
        (dip(2.1, 0.02, top_n=6.0), Flaw.JUMP_OFF),
        (block([5.0, 20.0, 19.0, 13.9, 30.0], 60_000), Flaw.JUMP_OFF),
        (block([5.0, 20.0, 18.9, 13.9, 30.0], 60_000), Flaw.NOT_MONOTONE),
    ],
)
def test_a_rise_is_steady_until_it_falls_by_more_than_15_percent_and_a_fast_fall_by_a_third_is_a_slip(
    readings: SampleBlock, flaw: Flaw | None
) -> None:
    verdict = falls(readings, 30.0)
    assert (verdict.flaw if verdict else None) is flaw


def test_a_slip_is_as_fast_from_its_last_firm_reading_on() -> None:
    """From 20 N to 13.9 N in one step after 0.11 s without readings: nobody knows how fast it was."""
    forces = [5.0, 20.0, 13.9, 25.0]
    for step_us, flaw in ((100_000, Flaw.JUMP_OFF), (100_001, Flaw.NOT_MONOTONE)):
        verdict = falls(block(forces, step_us), 25.0)
        assert verdict is not None
        assert verdict.flaw is flaw


@pytest.mark.parametrize(("end_n", "late"), [(26.99, True), (27.01, False)])
def test_a_press_more_than_a_tenth_below_the_peak_is_late(end_n: float, late: bool) -> None:
    verdict = falls(block(path((0, 2), (5, 30))), end_n)
    assert (verdict is not None and verdict.flaw is Flaw.LATE_PRESS) is late


def test_under_10_n_a_press_is_late_from_one_newton_below_the_peak_on() -> None:
    up = block(path((0, 2), (2, 8)))
    assert falls(up, 7.0) is None
    verdict = falls(up, 6.99)
    assert verdict is not None
    assert verdict.text == "the press came 1.0 N below the peak: the force was falling already"


def test_the_text_says_by_how_much_the_force_fell() -> None:
    verdict = falls(dip(4.0), 30.0)
    assert verdict is not None
    assert verdict.text == "the force did not rise steadily: it fell by 4.0 N"
    assert math.isclose(float(dip(4.0).force_n.max()), 30.0)
