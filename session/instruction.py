"""What is said in each state: one cue."""

from __future__ import annotations

from typing import Final

from analysis.live import Phase
from session.criteria import Moment, in_band
from session.cue import Action, Cue, Why
from session.looking import Looking
from session.plan import Plan
from session.seen import Seen, off_skin
from session.silence import silent, stale
from session.state import Finished, LettingGo, Lost, Placing, Pressing, Ready, Resting, State, Stopped

SOON_S: Final = 3.0
"""Before the let-go: time to hear it and to get ready, so that the force goes slowly."""


def cue_of(state: State, plan: Plan, repetition: int, moment: Moment) -> Cue:
    """The cue of this moment."""
    action, why = _instruction(state, plan, moment)
    hold = state if isinstance(state, Pressing) and action is not Action.LET_GO else None
    ends_in_s = None if hold is None else _ends_in_s(hold, plan, moment)
    soon = ends_in_s is not None and ends_in_s <= SOON_S
    return Cue(
        action=action,
        why=why,
        target_n=plan.target_n,
        low_n=plan.low_n,
        high_n=plan.high_n,
        cap_n=plan.cap.force_n,
        repetition=repetition,
        repetitions=plan.repetitions,
        left_s=_left_s(state, plan, moment),
        soon=soon,
        ask=hold.pain.ask(hold.held_s(moment.t_s)) if hold else None,
        ends_in_s=ends_in_s if soon else None,
        offered=state.offered if isinstance(state, Stopped) else None,
    )


def _instruction(state: State, plan: Plan, moment: Moment) -> tuple[Action, Why | None]:
    seen = moment.seen
    match state:
        case Stopped(why):
            return Action.STOP, why
        case Finished():
            return (Action.DONE, None) if off_skin(seen) else (Action.LET_GO, Why.OVER)
        case LettingGo(why):
            return Action.LET_GO, why
        case Placing() | Ready():
            return _before_contact(state, plan, moment)
        case Lost(paused=paused):
            return _while_lost(seen, paused=paused)
        case Resting(interrupted=interrupted):
            return _while_resting(seen, interrupted=interrupted)
        case Pressing():
            return _while_pressing(state, plan, moment)


def _before_contact(state: Placing | Ready, plan: Plan, moment: Moment) -> tuple[Action, Why | None]:
    """What keeps anybody from beginning is said first."""
    if unfit := _unfit(plan, moment):
        return Action.WAIT, unfit
    return (Action.PRESS, state.why) if isinstance(state, Ready) else (Action.WAIT, Why.PLACE)


def _while_pressing(hold: Pressing, plan: Plan, moment: Moment) -> tuple[Action, Why | None]:
    """Old readings are no reason to press more: first keep still, then let go until data return."""
    age_s, live = moment.seen.age_s, moment.seen.live
    if silent(age_s):
        return Action.LET_GO, Why.DATA_SILENT
    if stale(age_s):
        return Action.HOLD, Why.DATA_SILENT
    if (live.force_n or 0.0) > plan.cap.force_n:
        return Action.LESS, Why.OVER_CAP
    match live.phase:
        case Phase.IN_BAND:
            return Action.HOLD, None
        case Phase.ABOVE:
            return Action.LESS, None
        case Phase.BELOW if in_band(hold, moment):
            return Action.HOLD, None
        case _:
            return Action.MORE, None


def _while_lost(seen: Seen, *, paused: bool) -> tuple[Action, Why | None]:
    """The skin is looked for only with the eyes open: without data nothing asks for more."""
    if silent(seen.age_s):
        return Action.LET_GO, Why.DATA_SILENT
    if stale(seen.age_s):
        return Action.WAIT, Why.DATA_SILENT
    return Action.MORE, Why.CONTACT_LOST if paused else None


def _while_resting(seen: Seen, *, interrupted: bool) -> tuple[Action, Why | None]:
    if not off_skin(seen):
        return Action.LET_GO, Why.RESTING
    return Action.REST, Why.INTERRUPTED if interrupted else None


def _unfit(plan: Plan, moment: Moment) -> Why | None:
    """Why nobody may begin to press now."""
    seen = moment.seen
    reasons = (
        (seen.stop_latched, Why.PATIENT_STOP),
        (not seen.zeroed, Why.ZERO_NEEDED),
        (seen.overload, Why.OVERLOAD),
        (seen.sensor_fault, Why.SENSOR_FAULT),
        (not plan.fits(seen.area_cm2), Why.OTHER_TIP),
        (stale(seen.age_s), Why.DATA_SILENT),
        (isinstance(moment.look, Looking), Why.LOOKING),
    )
    return next((why for holds, why in reasons if holds), None)


def _left_s(state: State, plan: Plan, moment: Moment) -> float:
    t_s, look = moment.t_s, moment.look
    match state:
        case Placing() | Ready() if isinstance(look, Looking):
            return look.left_s(t_s)
        case Pressing(earned=earned) | Lost(hold=Pressing(earned=earned)):
            return max(plan.hold_s - earned.in_band_s, 0.0)
        case Resting(until_s):
            return max(until_s - t_s, 0.0)
        case Placing() | Ready() | Stopped():
            return plan.hold_s
        case LettingGo() | Finished():
            return 0.0


def _ends_in_s(hold: Pressing, plan: Plan, moment: Moment) -> float:
    """Until the hold ends, if the hand goes on as it does; a limit needs no progress."""
    left_s = [plan.cap.contact_s - (moment.t_s - hold.since_s)]
    if hold.band_since_s is not None:
        left_s.append(plan.cap.band_s - (moment.t_s - hold.band_since_s))
    if in_band(hold, moment):
        left_s.append(plan.hold_s - hold.earned.in_band_s)
    return min(left_s)
