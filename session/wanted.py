"""What a tool is wanted for: how much it has to bear, and for how long."""

from __future__ import annotations

from typing import TypeAlias

from session.plan import Plan
from session.threshold import ThresholdPlan

Wanted: TypeAlias = Plan | ThresholdPlan


def longest_s(plan: Wanted) -> float:
    """The plan's time at most: each hold or ramp at its limit, and the rests between."""
    match plan:
        case Plan():
            return plan.most_holds * plan.cap.contact_s + (plan.most_holds - 1) * plan.rest_s
        case ThresholdPlan():
            return plan.most_ramps * plan.longest_s + (plan.most_ramps - 1) * plan.rest_s


def most_n(plan: Wanted) -> float:
    """The force at which it ends at the latest."""
    return plan.cap.force_n if isinstance(plan, Plan) else plan.end.force_n
