"""What stands beside a score and is no part of it: the way up, steadiness, and how the hand let go."""

from __future__ import annotations

from typing import Final

from analysis.hold import Code, Hold, Missing
from analysis.score import LOOK_US
from analysis.score_trial import Trial
from analysis.settings import Settings
from analysis.stream import Analysis
from protocol.blocks import SampleBlock
from protocol.sentence import Sentence

AROUND_US: Final = 500_000
"""Readings before go and after the end that a hold needs for its rise and for what is left of its force."""


def trial_hold(readings: SampleBlock, trial: Trial, settings: Settings) -> Hold | Missing:
    """The hold that was on at the let-go, else the longest of the trial, measured as any other (docs/analysis.md).

    `settings` say the target at the let-go; its `cue_latency_s` counts from the let-go.
    """
    begin_us, end_us = trial.go_us - AROUND_US, trial.gone_us + LOOK_US + AROUND_US
    first, last = readings.time_us.searchsorted((begin_us, end_us)).tolist()
    called = int(readings.time_us.searchsorted(trial.let_go_us))
    analysis = Analysis(settings)
    holds = [*analysis.update(readings[first:called])]
    analysis.call_let_go(trial.let_go_us)
    holds += analysis.update(readings[called:last])
    holds += analysis.finish()
    if not holds:
        return Missing(Code.NOT_REACHED, Sentence("nobody pressed during the trial"))
    return max(holds, key=lambda hold: (hold.start_s <= trial.let_go_us / 1e6 <= hold.end_s, hold.duration_s))
