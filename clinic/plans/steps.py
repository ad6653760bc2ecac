"""An edit of a plan, checked against the cap that holds now."""

from __future__ import annotations

from clinic.plans.targets import check_absolute
from clinic.screening.effective import EffectiveCap
from protocol.sentence import Sentence
from session.caps import lowest
from session.errors import InputError
from session.plan import Plan


def edited(plan: Plan, cap: EffectiveCap, target_n: float) -> Plan:
    """The plan with another target; raises `InputError` above the cap."""
    if not target_n > 0:
        raise InputError(Sentence("a target is above 0 N: give another one, or end the treatment"))
    if target_n > plan.target_n:
        check_absolute(cap)
    try:
        return plan.model_copy(update={"target_n": target_n, "cap": lowest(plan.cap, cap.cap)})
    except ValueError as error:
        why = Sentence.joined("; ", cap.cap.reasons)
        raise InputError(Sentence("{target_n:.1f} N is above the limit: {why}", target_n=target_n, why=why)) from error
