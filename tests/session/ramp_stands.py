"""A guide through pressure pain thresholds in each of its states."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from analysis.algometry.pace import Pace, Rate
from analysis.algometry.ramp import Off, Rising
from analysis.algometry.threshold import Threshold
from session.caps import Region
from session.inputs import Input, Quit, Stop
from session.threshold import ThresholdPlan
from session.threshold_cue import RampCue
from session.threshold_guide import Sight, ThresholdGuide
from session.threshold_state import Finished, LettingGo, Ramping, Ready, Resting, State, Stopped
from tests.analysis.algometry.test_series import NO_PRESS, reading
from tests.session.moments import seen

PLAN = ThresholdPlan(region=Region.BODY, area_cm2=1.0, rate_kpa_per_s=50.0, readings=2)
"""Ends at 80 N, 800 kPa; a ramp lasts at most 800 / 35 = 22.86 s."""


RISING = Rising(1_000_000, 3_000_000, 20.0, 200.0, Rate(50.0, 1.0, Pace.RIGHT), 0.25, capped=False)


AWAY = Off(1_000_000, 0.0)


GOOD = reading(300.0)


LIFTED = reading(NO_PRESS)


def unpressed(threshold: Threshold) -> Threshold:
    return replace(threshold, method=None)


def off(**changes: Any) -> Sight:
    return Sight(seen(valid_n=0.0), AWAY)._replace(**changes)


def on(**changes: Any) -> Sight:
    return Sight(seen(valid_n=20.0), RISING)._replace(**changes)


def bad(sight: Sight, **changes: Any) -> Sight:
    """The same with other data or another tool."""
    return sight._replace(seen=sight.seen._replace(**changes))


class Told:
    """A guide and the host's clock."""

    def __init__(self, plan: ThresholdPlan = PLAN) -> None:
        self.guide = ThresholdGuide(plan)
        self.now_s = 100.0

    def sees(self, sight: Sight, *inputs: Input, after_s: float = 0.05) -> RampCue:
        self.now_s += after_s
        return self.guide.update(sight, self.now_s, inputs)

    def ramps(self, *ended: Threshold) -> RampCue:
        """Press, "now", let go; what the analysis makes of it."""
        self.sees(on())
        self.sees(on(pressed=True))
        return self.sees(off(ended=ended))

    @property
    def state(self) -> State:
        return self.guide.state


def ready() -> Told:
    return Told()


def ramping() -> Told:
    told = Told()
    told.sees(on())
    return told


def letting_go() -> Told:
    told = ramping()
    told.sees(on(pressed=True))
    return told


def resting() -> Told:
    told = Told()
    told.ramps(GOOD)
    return told


def stopped() -> Told:
    told = ramping()
    told.sees(on(), Stop())
    return told


def finished() -> Told:
    told = Told()
    told.sees(off(), Quit())
    return told


EVERY = (ready, ramping, letting_go, resting, stopped, finished)


KINDS = (Ready, Ramping, LettingGo, Resting, Stopped, Finished)
