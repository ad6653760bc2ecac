from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given

from analysis.hold import Hold
from analysis.live import Live, Phase
from analysis.stream import Analysis
from protocol.blocks import SampleBlock, SampleFlag
from tests.analysis.presses import BENCH, block, cuts, measured, parts, path, press, streams, without

Story = tuple[list[tuple[int, Hold]], dict[int, Live]]


def told(readings: SampleBlock, lengths: list[int]) -> Story:
    """Holds with the last slot known when they came, and the moment after each block."""
    analysis, holds, lives = Analysis(BENCH), list[tuple[int, Hold]](), dict[int, Live]()
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
    nothing = (None, None, Phase.IDLE, False, 0, None, 0, 0, None, None, None, 0, 0, None, 0, 0, 0, 0)
    assert tuple(analysis.live) == nothing
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
    expected = [Phase.IDLE, Phase.RAMP, Phase.RAMP, *band, Phase.ABOVE, Phase.BELOW, Phase.IN_BAND]
    expected += [Phase.LETTING_GO] * 2 + [Phase.IN_BAND] + [Phase.LETTING_GO] * 3 + [Phase.IDLE] * 28
    assert phases == expected


def test_without_a_band_contact_stays_a_ramp() -> None:
    analysis = Analysis(replace(BENCH, target_n=None))
    analysis.update(block([0, 30, 40]))
    assert analysis.live.phase is Phase.RAMP


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


def test_without_contact_everything_about_a_contact_is_zero() -> None:
    analysis = Analysis(BENCH)
    analysis.update(block(press()))
    live = analysis.live
    assert live.phase is Phase.IDLE
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
