"""What changes while a plan runs: a step up, or an edit. Both are checked against the cap that holds now."""

from __future__ import annotations

from clinic.entries.prescriptions import Steps
from clinic.plans.build import highest_target_n
from clinic.plans.targets import check_absolute
from clinic.screening.effective import EffectiveCap
from session.caps import lowest
from session.errors import InputError
from session.plan import Plan


def stepped(plan: Plan, steps: Steps, cap: EffectiveCap, done: int) -> Plan | None:
    """The plan one step higher after `done` steps; None where there is none, or nothing is left to rise by.

    No step goes above the prescription's share of the threshold, nor above the cap.
    """
    if done >= steps.at_most or cap.threshold_kpa is None or cap.pressure_kpa is None:
        return None
    share_n = steps.highest_share * cap.threshold_kpa * cap.force_n / cap.pressure_kpa
    highest_n = min(share_n, highest_target_n(cap, plan.band_percent), plan.highest_target_n)
    target_n = min(plan.target_n * (1 + steps.by_percent / 100), highest_n)
    return edited(plan, cap, target_n) if target_n > plan.target_n else None


def raised_by_pain(plan: Plan, cap: EffectiveCap, by_percent: float) -> Plan | None:
    """A plan that is led by pain, one step higher; None where the cap is reached."""
    if not cap.pain_guided or not 0 < by_percent <= 20:
        raise InputError("a step led by pain is above 0 % and at most 20 %, and needs reports that can be relied on")
    highest_n = min(highest_target_n(cap, plan.band_percent), plan.highest_target_n)
    target_n = min(plan.target_n * (1 + by_percent / 100), highest_n)
    if target_n <= plan.target_n:
        return None
    return plan.model_copy(update={"target_n": target_n})


def edited(plan: Plan, cap: EffectiveCap, target_n: float) -> Plan:
    """The plan with another target; raises `InputError` above the cap."""
    if not target_n > 0:
        raise InputError("a target is above 0 N: give another one, or end the treatment")
    if target_n > plan.target_n:
        check_absolute(cap)
    try:
        return plan.model_copy(update={"target_n": target_n, "cap": lowest(plan.cap, cap.cap)})
    except ValueError as error:
        raise InputError(f"{target_n:.1f} N is above the limit: {'; '.join(cap.cap.reasons)}") from error
