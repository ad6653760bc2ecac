"""The steps up that a prescription allows while its plan runs, under the effective cap."""

from __future__ import annotations

from typing import Final

from clinic.entries.prescriptions import End, OfPain, Preset, Steps
from clinic.plans.targets import highest_target_n
from clinic.screening.effective import EffectiveCap
from protocol.sentence import Sentence
from session.plan import MOST_RISES, Plan, Rise, StepAfter

LED_PERCENT: Final = 20.0
"""A step of a plan that is led by pain; *assumed*: the largest that any plan may take."""
AFTER: Final = {End.PAIN_GONE: StepAfter.PAIN_GONE, End.PAIN_HALVED: StepAfter.PAIN_HALVED}


def rise_of(preset: Preset, cap: EffectiveCap) -> Rise | None:
    """The steps up of a prescription under a cap; None where it has none, or reports of pain cannot be relied on.

    No step goes above the prescription's share of the threshold, nor above the cap.
    """
    if not cap.pain_guided:
        return None
    match preset.steps, preset.target:
        case Steps() as steps, _:
            return _by_relief(steps, cap)
        case None, OfPain(nrs=nrs):
            return Rise(
                after=StepAfter.PAIN_BELOW,
                below_nrs=nrs,
                by_percent=LED_PERCENT,
                left=MOST_RISES,
                highest_target_n=highest_target_n(cap),
                why=cap.cap.reasons[0],
                adds_a_hold=preset.repetitions == 1,
            )
        case _:
            return None


def within_time(plan: Plan, cap: EffectiveCap) -> Plan:
    """The plan with no more steps that add a hold than the point has time left for."""
    rise = plan.rise
    if rise is None or not rise.adds_a_hold or cap.point_left_s is None:
        return plan
    room = int(cap.point_left_s // plan.hold_s) - plan.repetitions
    fewer = rise.model_copy(update={"left": max(min(rise.left, room), 0)})
    return plan.model_copy(update={"rise": fewer})


def _by_relief(steps: Steps, cap: EffectiveCap) -> Rise | None:
    if cap.threshold_kpa is None or cap.pressure_kpa is None:
        return None
    share_n = steps.highest_share * cap.threshold_kpa * cap.force_n / cap.pressure_kpa
    highest_n = highest_target_n(cap)
    return Rise(
        after=AFTER[steps.when],
        by_percent=steps.by_percent,
        left=steps.at_most,
        highest_target_n=min(share_n, highest_n),
        why=Sentence("{share:g} × the threshold", share=steps.highest_share)
        if share_n <= highest_n
        else cap.cap.reasons[0],
    )
