"""The hand of a simulated tool while a threshold is measured: it goes up with the pacer."""

from __future__ import annotations

from typing import Final

from analysis.algometry.ramp import Rising
from analysis.doses import pressure_kpa
from session.cue import Action
from session.threshold import ThresholdPlan
from session.threshold_cue import RampCue
from session.threshold_guide import Sight
from simulator.hand import Intent

FLOOR_N: Final = 2.5
"""Where a hand begins: just on the skin."""


class RampHand:
    """Says what the hand wants at each cue, `now_s` on the host's clock."""

    def __init__(self, plan: ThresholdPlan) -> None:
        self._rate_n_per_s = plan.rate_kpa_per_s / pressure_kpa(1.0, plan.area_cm2)
        self._goal_n = 0.0
        self._told_s: float | None = None

    def follow(self, cue: RampCue, sight: Sight, now_s: float) -> Intent:
        """Up while it is to press, still on "hold", else off the skin."""
        passed_s = 0.0 if self._told_s is None else now_s - self._told_s
        self._told_s = now_s
        match cue.action:
            case Action.PRESS:
                self._goal_n = FLOOR_N
            case Action.MORE:
                self._goal_n += self._rate_n_per_s * passed_s
            case Action.HOLD:
                pass
            case _:
                self._goal_n = 0.0
        seen_n = sight.ramp.force_n if isinstance(sight.ramp, Rising) and cue.pressure_kpa is not None else None
        return Intent(self._goal_n, seen_n)
