"""A prescription becomes a plan under an effective cap."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ValidationError

from clinic.entries.entry import Value
from clinic.entries.prescriptions import End, OfPain, Preset
from clinic.mistakes import mistake
from clinic.plans.rises import rise_of, within_time
from clinic.plans.targets import BAND_PERCENT, check_absolute, highest_target_n, wanted_n
from clinic.screening.asked import Use
from clinic.screening.effective import EffectiveCap
from protocol.sentence import Sentence
from session.caps import lowest
from session.errors import InputError
from session.plan import Plan
from session.told import Told


class Built(Value):
    """A plan, and what was lowered or shortened on the way to it."""

    plan: Plan
    told: tuple[Told, ...] = ()
    """Each in one sentence, with the reason; shown before the first press."""


def build(preset: Preset, cap: EffectiveCap, *, acknowledged: bool = False) -> Built:
    """The plan of a preset; `acknowledged`: what this preset asks to be acknowledged was.

    Raises `InputError` where it is not for this person, place or cap.
    """
    _check_offered(preset, cap, acknowledged=acknowledged)
    highest_n = highest_target_n(cap)
    meant_n = wanted_n(preset.target, cap, highest_n)
    hold_s = min(preset.hold_s, cap.hold_s)
    repetitions = _repetitions(preset, cap, hold_s)
    plan = Plan(
        name=preset.id,
        text=preset.text,
        source=", ".join(preset.source),
        confidence=preset.confidence,
        target_n=min(meant_n, highest_n),
        band_percent=BAND_PERCENT,
        hold_s=hold_s,
        repetitions=repetitions,
        rest_s=max(preset.rest_s, cap.shortest_rest_s if repetitions > 1 else 0.0),
        cap=cap.cap,
        tip_cm2=cap.area_cm2,
        capped=cap.capped,
        pain_limit_nrs=_pain_limit_nrs(preset, cap),
        ends_when_pain_halved=bool({End.PAIN_HALVED, End.PAIN_TO_3} & set(preset.ends)),
        ends_when_pain_gone=End.PAIN_GONE in preset.ends,
        ends_when_softer=End.SOFTER in preset.ends,
    )
    plan = _with_steps(preset, plan, cap)
    return Built(plan=plan, told=tuple(_told(preset, plan, meant_n)))


def under(plan: Plan, cap: EffectiveCap) -> Plan:
    """A plan from a file, a command or an edit, under the cap that holds here; its own tighter limits stay.

    Raises `InputError` where it asks for more, or for a fixed force that nobody may ask for here.
    """
    _check_use(cap)
    check_absolute(cap)
    if cap.point_left_s is not None and plan.most_holds * plan.hold_s > cap.point_left_s:
        raise InputError(
            Sentence(
                "the plan presses this point for {pressed_s:g} s, and {left_s:g} s are left in this visit: take fewer "
                "or shorter holds",
                pressed_s=plan.most_holds * plan.hold_s,
                left_s=cap.point_left_s,
            )
        )
    tight = {
        "cap": lowest(plan.cap, cap.cap),
        "tip_cm2": plan.tip_cm2 if cap.area_cm2 is None else cap.area_cm2,
        "capped": plan.capped or cap.capped,
        "pain_limit_nrs": min(plan.pain_limit_nrs, cap.pain_limit_nrs),
        "rest_s": max(plan.rest_s, cap.shortest_rest_s if plan.repetitions > 1 or plan.rise else 0.0),
        "rise": plan.rise if cap.pain_guided else None,
    }
    try:
        return plan.model_copy(update=tight)
    except ValidationError as error:
        raise InputError(mistake(error)) from error


def _with_steps(preset: Preset, plan: Plan, cap: EffectiveCap) -> Plan:
    """The plan with the steps up that it may take, and the rest before each of them."""
    rise = rise_of(preset, cap)
    if rise is None:
        return plan
    rest_s = max(plan.rest_s, cap.shortest_rest_s)
    return within_time(plan.model_copy(update={"rise": rise, "rest_s": rest_s}), cap)


def confirm_rise(plan: Plan, last_n: float | None, *, confirmed: bool) -> None:
    """A target above the last visit's has to be confirmed; raises `InputError` where it was not."""
    if last_n is not None and plan.target_n > last_n and not confirmed:
        raise InputError(
            Sentence(
                "the target of {target_n:.1f} N is above the last visit's {last_n:.1f} N: confirm it, or lower it",
                target_n=plan.target_n,
                last_n=last_n,
            )
        )


def _check_use(cap: EffectiveCap) -> None:
    """A plan under the cap of a measurement could ask for more than a treatment may."""
    if cap.use in {Use.THRESHOLD, Use.LIGHT_READING, Use.TOLERANCE}:
        raise InputError(Sentence("this cap is for a {use}, not for a plan: ask for that of a treatment", use=cap.use))


def _check_offered(preset: Preset, cap: EffectiveCap, *, acknowledged: bool) -> None:
    _check_use(cap)
    person = cap.use is not None
    if person and not preset.on_people:
        raise InputError(Sentence("“{plan}” is for bench and simulator: take another plan", plan=preset.id))
    if cap.capped and not preset.capped_clients:
        raise InputError(
            Sentence("“{plan}” is not offered to a client with a lowered cap: take another plan", plan=preset.id)
        )
    if person and preset.needs_acknowledgement and not acknowledged:
        raise InputError(
            Sentence(
                "“{plan}” has to be acknowledged first: {evidence}", plan=preset.id, evidence=Sentence(preset.evidence)
            )
        )


def _repetitions(preset: Preset, cap: EffectiveCap, hold_s: float) -> int:
    """As many as the point has time left for."""
    if cap.point_left_s is None:
        return preset.repetitions
    return max(1, min(preset.repetitions, int(cap.point_left_s // hold_s)))


def _pain_limit_nrs(preset: Preset, cap: EffectiveCap) -> int:
    """One above the pain that the plan is led to."""
    limits = [cap.pain_limit_nrs]
    limits += [nrs + 1 for nrs in (preset.highest_nrs, cap.highest_nrs) if nrs is not None]
    limits += [preset.target.nrs + 1] if isinstance(preset.target, OfPain) else []
    return min(limits)


def _told(preset: Preset, plan: Plan, meant_n: float) -> Iterator[str]:
    why = Sentence.joined("; ", plan.cap.reasons)
    if plan.target_n < meant_n:
        forces_n = {"meant_n": meant_n, "target_n": plan.target_n}
        yield Sentence("target lowered from {meant_n:.1f} N to {target_n:.1f} N: {why}", why=why, **forces_n)
    if plan.hold_s < preset.hold_s:
        times_s = {"before_s": preset.hold_s, "now_s": plan.hold_s}
        yield Sentence("holds shortened from {before_s:g} s to {now_s:g} s: {why}", why=why, **times_s)
    if plan.repetitions < preset.repetitions:
        holds = {"count": plan.repetitions, "all": preset.repetitions}
        yield Sentence("{count} of {all} holds: the time at this point is limited", **holds)
    if plan.rest_s > preset.rest_s and plan.repetitions > 1:
        rests_s = {"before_s": preset.rest_s, "now_s": plan.rest_s}
        yield Sentence("rests lengthened from {before_s:g} s to {now_s:g} s", **rests_s)
