from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.advisory import Off, Why
from analysis.hold import Hold
from analysis.live import QUIET, Live, Phase
from analysis.settings import Settings
from analysis.slope import leaves_in_s
from analysis.stream import Analysis
from analysis.within import Range
from protocol.blocks import SampleBlock, SampleFlag
from tests.analysis.presses import BENCH, PERIOD_US, block, codes, cuts, measured, parts, path, press, streams, without

Story = tuple[list[tuple[int, Hold]], dict[int, Live]]


def told(readings: SampleBlock, lengths: list[int], settings: Settings = BENCH) -> Story:
    """Holds with the last slot known when they came, and the moment after each block."""
    analysis, holds, lives = Analysis(settings), list[tuple[int, Hold]](), dict[int, Live]()
    seen = 0
    for part in parts(readings, lengths):
        seen += len(part)
        holds += [(seen, hold) for hold in analysis.update(part)]
        lives[seen] = analysis.live
    return holds + [(seen, hold) for hold in analysis.finish()], lives | {-1: analysis.live}


@given(readings=streams(), lengths=cuts)
def test_how_the_stream_was_cut_never_changes_the_answer(readings: SampleBlock, lengths: list[int]) -> None:
    each_holds, each_lives = told(readings, [1])
    holds, lives = told(readings, lengths)
    assert [hold for _, hold in holds] == [hold for _, hold in each_holds]
    assert {seen: each_lives[seen] for seen in lives} == lives
    ends = sorted(lives)
    for (seen, _), (first, _) in zip(holds, each_holds, strict=True):
        assert seen == min(end for end in ends if end >= first)


@given(readings=streams(), lengths=cuts, period_us=st.sampled_from([500, 1000, 3000, 20_000]), hasty=st.booleans())
def test_nor_does_it_where_lanes_are_slower_than_the_tool(
    readings: SampleBlock, lengths: list[int], period_us: int, hasty: bool
) -> None:
    """`hasty`: without waiting whether a let-go lasts, two contacts may share a slot of the lane."""
    time_us = readings.time_us * period_us // BENCH.period_us
    stretched = SampleBlock(readings.index, time_us, readings.force_q, readings.flags)
    quick = replace(BENCH, period_us=period_us, min_hold_s=0.0, merge_s=0.0 if hasty else 0.01, hold_s=0.1)
    each_holds, each_lives = told(stretched, [1], quick)
    holds, lives = told(stretched, lengths, quick)
    assert [hold for _, hold in holds] == [hold for _, hold in each_holds]
    assert {seen: each_lives[seen] for seen in lives} == lives


@given(readings=streams(), lengths=cuts)
def test_what_a_finished_hold_says_is_what_the_display_said_last(readings: SampleBlock, lengths: list[int]) -> None:
    holds, lives = told(readings, [1])
    moments = [live for _, live in sorted(lives.items()) if live.time_s is not None]
    for _, hold in holds:
        inside = [live for live in moments if live.contact and hold.start_s <= (live.time_s or 0) <= hold.end_s]
        last = inside[-1]
        assert (last.impulse_n_s, last.in_band_s) == (hold.impulse_n_s, hold.in_band_s)
        assert (last.dose_kpa_s, last.over_cap_s) == (hold.dose_kpa_s, hold.over_cap_s)
        assert (last.peak_n, last.over_cap_peak_n) == (hold.peak_n, hold.over_cap_peak_n)
        assert last.contact_s == hold.duration_s or abs(last.contact_s - hold.duration_s) < 1e-9


def test_before_the_first_reading_nothing_is_known() -> None:
    analysis = Analysis(BENCH)
    assert analysis.live == QUIET
    assert (QUIET.time_s, QUIET.force_n, QUIET.phase, QUIET.contact, QUIET.samples) == (
        None,
        None,
        Phase.IDLE,
        False,
        0,
    )
    assert (QUIET.rest_s, QUIET.left_s, QUIET.rate_n_per_s, QUIET.dose_kpa_s, QUIET.holds) == (
        None,
        None,
        None,
        None,
        0,
    )
    assert all(value in (None, 0, Phase.IDLE, Off(Why.NO_CONTACT)) for value in QUIET)
    assert analysis.finish() == ()


def test_a_hold_is_complete_with_the_first_reading_later_than_half_a_second_after_its_end() -> None:
    readings, analysis = block(press(lasts_s=2)), Analysis(BENCH)
    came = [(int(part.time_us[0]), hold) for part in parts(readings, [1]) for hold in analysis.update(part)]
    ((time_us, hold),) = came
    assert hold.end_s == 3.7
    assert time_us == 4_210_000
    assert analysis.live.holds == 1


def test_phases_follow_the_force() -> None:
    force_n = [0, 3, 26, 27, 30, 33, 34, 26, 30, 0.5, 0.5, 28, 0.5, *[0] * 30]
    analysis, phases = Analysis(replace(BENCH, period_us=100_000, min_hold_s=0.5)), []
    for part in parts(block(force_n, 100_000), [1]):
        analysis.update(part)
        phases.append(analysis.live.phase)
    band = [Phase.IN_BAND] * 3
    expected = [Phase.IDLE, Phase.CONTACT, Phase.RAMP, *band, Phase.ABOVE, Phase.BELOW, Phase.IN_BAND]
    expected += [Phase.LETTING_GO] * 2 + [Phase.IN_BAND] + [Phase.LETTING_GO] * 3 + [Phase.REST] * 28
    assert phases == expected


def test_below_three_tenths_of_the_target_a_hand_is_still_finding_the_point() -> None:
    analysis, phases = Analysis(BENCH), []
    for part in parts(block([8.99, 9, 3]), [1]):
        analysis.update(part)
        phases.append(analysis.live.phase)
    assert phases == [Phase.CONTACT, Phase.RAMP, Phase.RAMP]


def test_without_a_band_contact_is_nothing_more() -> None:
    analysis = Analysis(replace(BENCH, target_n=None))
    analysis.update(block([0, 30, 40]))
    assert analysis.live.phase is Phase.CONTACT


def test_a_band_that_is_jumped_over_counts_as_reached() -> None:
    analysis = Analysis(BENCH)
    analysis.update(block([0, 5, 40, 5]))
    assert analysis.live.phase is Phase.BELOW
    assert analysis.live.over_cap_run_s == 0
    assert analysis.live.since_first_in_band_s is None


def test_the_present_moment_in_numbers() -> None:
    analysis = Analysis(BENCH)
    analysis.update(block([0, 10, 30, 36, 38, 40]))
    live = analysis.live
    assert (live.time_s, live.force_n, live.contact, live.samples) == (0.05, 40.0, True, 6)
    assert live.contact_s == 0.04
    assert live.since_first_in_band_s == 0.03
    assert live.in_band_s == 0.01
    assert live.impulse_n_s == (10 / 2 + 30 + 36 + 38 + 40 / 2) * 0.01
    assert live.dose_kpa_s == live.dose_high_kpa_s == live.impulse_n_s * 5
    assert (live.over_cap_run_s, live.over_cap_s, live.over_cap_peak_n) == (0.02, 0.025, 40.0)


def test_a_run_over_the_cap_ends_with_a_reading_at_the_cap() -> None:
    analysis = Analysis(BENCH)
    analysis.update(block([0, 36, 36]))
    assert analysis.live.over_cap_run_s == 0.01
    more = block([35, 36, 36, 36])
    analysis.update(SampleBlock(more.index + 3, more.time_us + 30_000, more.force_q, more.flags))
    assert analysis.live.over_cap_run_s == 0.02
    assert analysis.live.over_cap_s == 0.01 + 0.005 + 0.005 + 0.02


def test_a_run_over_a_cap_below_the_contact_thresholds_ends_with_the_force_too() -> None:
    runs_s, analysis = [], Analysis(replace(BENCH, cap_n=0.5))
    for part in parts(block([0, 3, 3, 0.8, 0.8, 0.2, 0.2]), [1]):
        analysis.update(part)
        runs_s.append(analysis.live.over_cap_run_s)
    assert runs_s == [0, 0, 0.01, 0.02, 0.03, 0, 0]


def test_without_contact_everything_about_a_contact_is_zero() -> None:
    analysis = Analysis(BENCH)
    analysis.update(block(press()))
    live = analysis.live
    assert live.phase is Phase.REST
    assert (live.time_s, live.rest_s) == (7.7, 1.0)
    assert (live.contact, live.contact_s, live.in_band_s, live.impulse_n_s) == (False, 0.0, 0.0, 0.0)
    assert (live.dose_kpa_s, live.peak_n, live.over_cap_peak_n, live.holds) == (None, None, None, 1)


def test_a_new_target_counts_from_the_next_contact_on() -> None:
    analysis, force_n = Analysis(BENCH), press(lasts_s=2)
    readings = block(np.concatenate([force_n, force_n]))
    analysis.update(readings[:200])
    analysis.retarget(20.0, 5.0, 25.0)
    first, second = analysis.update(readings[200:])
    assert (first.overshoot_percent, first.over_cap_s, first.over_cap_peak_n) == (0.0, 0.0, None)
    assert (second.overshoot_percent, second.in_band_s, second.over_cap_peak_n) == (50.0, 0.04 + 0.02, 30.0)


def test_a_reading_that_the_tool_does_not_trust_is_missing() -> None:
    readings = block(press())
    flags = readings.flags.copy()
    flags[300] = SampleFlag.SENSOR_FAULT
    faulty = SampleBlock(readings.index, readings.time_us, readings.force_q, flags)
    assert measured(faulty) == measured(without(readings, 300))
    analysis = Analysis(BENCH)
    analysis.update(faulty)
    assert (analysis.live.samples, analysis.live.lost_samples) == (len(readings) - 1, 1)
    assert analysis.update(faulty[300:301]) == ()


def test_the_next_hold_may_begin_before_the_last_one_is_complete() -> None:
    force_n = path((0, 0), (0.5, 0), (0.6, 30), (2, 30), (2.1, 0), (2.45, 0), (2.5, 30), (4, 30), (4.1, 0), (5, 0))
    first, second = measured(block(force_n))
    assert (first.index, second.index) == (0, 1)
    assert first.end_s == 2.1
    assert [verdict.metric for verdict in first.verdicts if verdict.code == "next_contact"] == ["residual_n"]


def test_memory_is_given_back_after_a_hold() -> None:
    analysis = Analysis(BENCH)
    kept = []
    for part in parts(block(np.concatenate([press()] * 5)), [10]):
        analysis.update(part)
        kept.append(analysis.kept_samples)
    assert analysis.live.holds == 5
    assert kept[-1] == 55
    assert max(kept) == 670  # from 0.5 s before a contact until 0.5 s after it


def test_time_left_counts_down_only_in_the_band() -> None:
    analysis = Analysis(replace(BENCH, hold_s=0.05))
    left = []
    for part in parts(block([0, 20, 30, 30, 40, 30, 30, 30, 30, 30]), [1]):
        analysis.update(part)
        left.append(analysis.live.left_s)
    assert left[0] is None
    assert left[1:] == pytest.approx([0.05, 0.045, 0.035, 0.03, 0.025, 0.015, 0.005, 0.0, 0.0])


def slow(force_n: list[float]) -> Live:
    """The last moment of readings at 10 Hz, from contact on."""
    analysis = Analysis(replace(BENCH, period_us=100_000))
    analysis.update(block(force_n, 100_000))
    return analysis.live


def test_the_rate_is_the_slope_of_the_last_half_second_of_the_contact() -> None:
    assert slow([0, 10, 11, 12, 13]).rate_n_per_s is None
    assert slow([0, 10, 11, 12, 13, 14]).rate_n_per_s == pytest.approx(10)
    assert slow([0, 10, 11, 12, 13, 14, 14]).rate_n_per_s == pytest.approx(8)


def test_a_rate_needs_five_ticks_and_none_missing_between_them() -> None:
    assert slow([10, 11, 12, 13]).rate_n_per_s is None
    assert slow([10, 11, 12, 13, 14]).rate_n_per_s == pytest.approx(10)
    analysis = Analysis(replace(BENCH, period_us=100_000))
    readings = block([0, 10, 11, 12, 13, 14, 15, 16, 17], 100_000)
    analysis.update(without(readings, 3)[:6])
    assert analysis.live.rate_n_per_s is None
    analysis.update(readings[7:])
    assert analysis.live.rate_n_per_s == pytest.approx(10)


def test_the_rate_knows_nothing_from_before_the_contact() -> None:
    """Contact from slot 104 on: the tick of the slots 100 to 109 is half of it, the next five are all of it."""
    analysis, readings = Analysis(BENCH), block([*[0.0] * 104, *[10.0] * 60])
    analysis.update(readings[:150])
    assert analysis.live.rate_n_per_s is None
    analysis.update(readings[150:160])
    assert analysis.live.rate_n_per_s == pytest.approx(0, abs=1e-9)


def test_at_the_edge_of_the_band_the_time_left_is_zero() -> None:
    assert str(leaves_in_s(-1.0, Range(10, 20), 10)) == str(leaves_in_s(1.0, Range(10, 20), 20)) == "0.0"


def test_an_early_warning_says_when_the_force_will_leave_the_band() -> None:
    assert slow([0, 27.5, 28, 28.5, 29, 29.5]).leaves_band_in_s == pytest.approx(3.5 / 5)
    assert slow([0, 32.5, 32, 31.5, 31, 30.5]).leaves_band_in_s == pytest.approx(3.5 / 5)
    assert slow([0, 30, 30, 30, 30, 30]).leaves_band_in_s is None
    assert slow([0, 30, 30.1, 30.2, 30.3, 30.4]).leaves_band_in_s is None
    assert slow([0, 20, 21, 22, 23, 24]).leaves_band_in_s is None


def test_a_rest_counts_from_the_end_of_the_latest_hold() -> None:
    analysis = Analysis(BENCH)
    analysis.update(block(press(lasts_s=1)))
    assert analysis.live.phase is Phase.REST
    assert analysis.live.rest_s == pytest.approx(1.0)
    fresh = Analysis(BENCH)
    fresh.update(block([0, 10, 0, *[0] * 60]))
    assert (fresh.live.phase, fresh.live.rest_s) == (Phase.IDLE, None)


def cued(at_s: float, *more_s: float) -> Hold:
    """A press from 1 s to 6.7 s that begins to fall at 6.5 s, with let-gos called."""
    analysis, readings = Analysis(BENCH), block(press())
    holds: list[Hold] = []
    for part in parts(readings, [1]):
        holds += analysis.update(part)
        if any(int(part.time_us[0]) == round(call_s * 1e6) for call_s in (at_s, *more_s)):
            analysis.call_let_go(int(part.time_us[0]))
    (hold,) = holds
    return hold


def test_the_latency_of_a_cue_lasts_until_the_force_has_lost_a_tenth() -> None:
    assert cued(6.2).cue_latency_s == pytest.approx(0.32)
    assert cued(6.2, 6.4).cue_latency_s == cued(6.2, 6.9).cue_latency_s == pytest.approx(0.32)


def test_a_cue_before_the_contact_belongs_to_none() -> None:
    assert codes(cued(0.5))["cue_latency_s"] == "no_cue"
    assert cued(0.5, 6.2).cue_latency_s == pytest.approx(0.32)


def test_a_hand_that_was_already_leaving_did_not_react() -> None:
    assert codes(cued(6.6))["cue_latency_s"] == "before_cue"


def test_a_cue_after_the_contact_does_not_count_for_it() -> None:
    assert codes(cued(6.9))["cue_latency_s"] == "no_cue"


def test_without_time_between_readings_there_is_no_rate() -> None:
    readings = block([0, 10, 11, 12, 13, 14], 100_000)
    frozen = SampleBlock(readings.index, readings.time_us * 0, readings.force_q, readings.flags)
    analysis = Analysis(replace(BENCH, period_us=100_000))
    analysis.update(frozen)
    assert analysis.live.rate_n_per_s is None


@pytest.mark.parametrize("lengths", [[1], [7], [1000]])
@pytest.mark.parametrize(("begins", "ends"), [(1007, 6002), (1003, 6007)])
def test_stamps_that_jump_inside_a_slot_of_the_lane_lose_nothing_of_the_hold(
    begins: int, ends: int, lengths: list[int]
) -> None:
    """At 1 kHz ten readings make one of the lane; the clock jumps by 3 s after slots 1004 and 6004."""
    force_n = np.zeros(8000)
    force_n[begins:ends] = 10
    index = np.arange(8000)
    time_us = index * 1000 + 3_000_000 * (index > 1004) + 3_000_000 * (index > 6004)
    holds, _ = told(SampleBlock.of(index, time_us, force_n), lengths, replace(BENCH, period_us=1000))
    ((_, hold),) = holds
    assert (hold.start_s, hold.end_s) == (time_us[begins] / 1e6, time_us[ends] / 1e6)
    assert (hold.median_n, hold.cv_percent) == (10, 0)


@pytest.mark.parametrize("lengths", [[7], [40_000]])
def test_a_hold_of_almost_an_hour_keeps_its_shape_while_its_let_go_is_waiting(lengths: list[int]) -> None:
    """3599.9 s at 10 Hz, and 20 s until the let-go has lasted."""
    settings = Settings(100_000, merge_s=20.0)
    holds, _ = told(block([*[0.0] * 100, *[10.0] * 35_999, *[0.0] * 300], 100_000), lengths, settings)
    ((_, hold),) = holds
    assert (hold.duration_s, hold.median_n, hold.plateau_start_s) == (3599.9, 10, 10)
    assert hold.rise_n_per_s == pytest.approx(100)


def test_where_the_clock_begins_changes_no_figure() -> None:
    """Microseconds since 1970 leave no room for a fraction in a float."""
    random = np.random.default_rng(3)
    force_n = press() + random.normal(0, 0.2, len(press()))
    time_us = np.arange(len(force_n)) * PERIOD_US + random.integers(0, 5000, len(force_n))
    told_at = []
    for zero_us in (0, 1_754_000_000_000_003):
        analysis = Analysis(replace(BENCH, ramp_kpa_per_s=300.0))
        readings = SampleBlock.of(np.arange(len(force_n)), time_us + zero_us, force_n)
        analysis.update(readings[:600])
        analysis.call_let_go(int(readings.time_us[599]))
        (hold,) = analysis.update(readings[600:])
        told_at.append(replace(hold, start_s=0.0, end_s=0.0, plateau_start_s=0.0, plateau_end_s=0.0))
    assert told_at[0] == told_at[1]
    assert None not in (
        told_at[0].cue_latency_s,
        told_at[0].fall_s,
        told_at[0].ramp_error_percent,
        told_at[0].cv_percent,
    )


def test_a_stream_that_ends_inside_a_slot_of_the_lane_is_measured_to_its_end() -> None:
    """The last five readings at 1 kHz, from 4.000 to 4.004 s, are half a slot."""
    (hold,) = measured(block([10.0] * 4005, 1000), replace(BENCH, period_us=1000))
    assert (hold.end_s, hold.plateau_end_s) == (4.004, 4.002)


def test_a_touch_right_after_a_hold_takes_none_of_its_readings() -> None:
    quick, force_n = (
        replace(BENCH, merge_s=0.0, min_hold_s=0.0),
        [*[10.0] * 500, *[0.0] * 10, *[10.0] * 10, *[0.0] * 60],
    )
    ((_, first), (_, second)), _ = told(block(force_n), [1], quick)
    assert (first.median_n, first.plateau_start_s, second.median_n) == (10, 0, 10)
