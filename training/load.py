"""How long a trainee's hand has pressed, and when it needs a break: practice is no reason to hurt the own thumb."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from training.result import TrialResult

BUDGET_S: Final = 600.0
"""Of pressing within `WITHIN`; *assumed*.

71 % of manual therapists have known pain of the thumb, and who compresses trigger points has it more often (odds ratio
3.0, Rossettini 2016); how much pressing is too much is not known.
"""
WITHIN: Final = timedelta(hours=1)


class Break(NamedTuple):
    """The hand has done enough for now."""

    pressed_s: float
    """Within the last hour."""
    until: datetime
    """From then on less than the budget lies within an hour."""


def hand_break(results: Sequence[TrialResult], now: datetime) -> Break | None:
    """None while the hand may go on. Simulated hands need none; of a trial without figures nobody knows how long."""
    recent = [each for each in results if not each.simulated and timedelta() <= now - each.at < WITHIN]
    pressed_s = left_s = sum(map(_pressed_s, recent))
    for each in sorted(recent, key=lambda each: each.at):
        if left_s < BUDGET_S:
            break
        left_s -= _pressed_s(each)
        until = each.at + WITHIN
    return Break(pressed_s, until) if pressed_s >= BUDGET_S else None


def _pressed_s(result: TrialResult) -> float:
    return (result.pressed.duration_s or 0.0) if result.pressed else 0.0
