"""A plan, carried out hold by hold.

What ends a hold stands in `session/criteria.py`, what is said in `session/instruction.py`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final, assert_never

from analysis.live import Phase
from protocol.events import Button
from protocol.sentence import Sentence
from session.calls import Calls
from session.criteria import LIMITS, PAIN_STOPS, Moment, ends, in_band, stop, worst
from session.cue import WELL_DONE, Cue, MayStep, NotYet, Why
from session.inputs import (
    AskPlace,
    AwaitLook,
    GoOn,
    Here,
    Input,
    LeaveOut,
    PainHalved,
    Quit,
    StepUp,
    StopReason,
    ToolFit,
)
from session.instruction import cue_of
from session.looking import UNASKED, Look, Looking, Passed
from session.one_button import following
from session.pain import PainCourse
from session.plan import Plan
from session.seen import Seen, off_skin
from session.silence import stale
from session.state import Finished, LettingGo, Lost, Placing, Pressing, Ready, RestDue, Resting, State, Stopped
from session.stepping import NONE, step_of

PAUSE_S: Final = 1.0
"""Off the skin for longer is a pause; a bounce is none."""
RETURN_S: Final = 10.0
"""Back at the point within this time the hold continues."""


class Guide:
    """Runs a plan. Device time earns progress; every limit also runs on the host's clock `t_s`."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.state: State = Ready()
        self.repetition = 1
        self.calls = Calls()
        """What was called and what followed."""
        self.look: Look = UNASKED
        """Whether somebody may be asked for contact already."""
        self.answer = ""
        """What became of the step up that was asked for at this moment, "" without one."""
        self._answered = 0
        self._felt: PainCourse | None = None
        """The pain of the latest hold; a step up uses it up."""

    def update(self, seen: Seen, t_s: float, inputs: tuple[Input, ...] = ()) -> Cue:
        """The cue at `t_s`, after what people did and what is seen now."""
        self.answer = ""
        moment = Moment(seen, t_s, inputs + seen.marks)
        before = self.state
        for value in moment.said:
            self._hear(value, before, moment)
            self._prepare(value)
        if isinstance(self.look, Looking):
            self.look = self.look.seeing(seen.age_s, t_s)
        moment = moment._replace(look=self.look)
        if seen.tool_stop:
            self._stop(Why.THERAPIST_STOP if seen.stop_by == Button.TOOL else Why.PATIENT_STOP, t_s)
        self.state = self._next(_not_too_soon(self.state, moment), moment)
        cue = cue_of(self.state, self.plan, self.repetition, moment)
        step = step_of(self.plan, self.state, self._felt, self.repetition)
        cue = cue._replace(step=step, answered=self._answered)
        self.calls.hear(cue, seen)
        return cue

    def await_look(self) -> None:
        """Nobody is asked for contact before the pre-flight has passed."""
        self.look = Looking()

    def _hear(self, value: Input, before: State, moment: Moment) -> None:
        """What leads into a STOP, to the end, or out of a STOP that was shown before."""
        match value, self.state:
            case _, Finished():
                return
            case Quit(), _:
                self.state = Finished(Sentence("Ended before it was complete."), leads_on=False)
            case GoOn(reason=reason), Stopped() as stopped if stopped is before:
                self.state = self._after_stop(reason, stopped)
                self._answered += not isinstance(self.state, Stopped)
            case PainHalved(), Stopped() as stopped if stopped is before:
                self.state = replace(stopped, offered=following(stopped.offered))
            case ((AskPlace() | Here() | LeaveOut()), Placing() | Ready()):
                self.state = _placed(value, self.state)
            case _:
                if why := stop(self.plan, _hold(before), value, moment):
                    self._stop(why, moment.t_s)

    def _prepare(self, value: Input) -> None:
        """What is said of what comes next, and neither stops nor begins anything."""
        match value:
            case AwaitLook():
                self.await_look()
            case ToolFit():
                self.look = Passed()
            case StepUp():
                self._step_up()
            case _:
                pass

    def _step_up(self) -> None:
        """Take the next step, or say why not."""
        match step_of(self.plan, self.state, self._felt, self.repetition) or NONE:
            case MayStep(target_n, because):
                self.answer = Sentence(
                    "Step up to {target_n:.1f} N from the next contact on: {because}.",
                    target_n=target_n,
                    because=because,
                )
                self.plan, self._felt = self.plan.stepped(), None
                self.state = self._before_step(self.state)
            case NotYet(why):
                self.answer = Sentence("No step up: {why}.", why=why)

    def _before_step(self, state: State) -> State:
        """A hold that runs ends here; for it, and after the last one, there may be one more."""
        match state:
            case Pressing() | LettingGo(then=Finished()):
                self.plan = self.plan.longer() if self.plan.rise and self.plan.rise.adds_a_hold else self.plan
                return LettingGo(Why.STEP_UP, RestDue(self.plan.rest_s))
            case _:
                return state

    def _stop(self, why: Why, t_s: float) -> None:
        """Nothing re-arms from here by itself. Of reasons at the same moment the worst is named."""
        match self.state:
            case Finished():
                return
            case Stopped() as stopped:
                named = worst(stopped.why, why) if stopped.since_s == t_s else stopped.why
                self.state = replace(stopped, why=named, only_less=stopped.only_less or why in PAIN_STOPS)
            case _:
                self.state = Stopped(why, t_s, only_less=why in PAIN_STOPS)

    def _after_stop(self, reason: StopReason, stopped: Stopped) -> State:
        """The reason decides whether anything may follow today; what follows is a new contact."""
        why = stopped.why
        match reason:
            case StopReason.TOO_PAINFUL:
                self.plan = self.plan.eased()
                return LettingGo(why, Ready(why))
            case StopReason.NERVE:
                return Finished(
                    Sentence("Stopped: this point is closed for today. Tell a doctor if the feeling stays.")
                )
            case StopReason.UNWELL:
                sentence = Sentence("Stopped: no more pressure today. If it does not pass at once, call medical help.")
                return Finished(sentence, leads_on=False)
            case StopReason.OTHER if stopped.only_less:
                return replace(stopped, why=Why.TOO_PAINFUL)
            case StopReason.OTHER:
                return LettingGo(why, Ready(why))

    def _next(self, state: State, moment: Moment) -> State:
        seen, t_s = moment.seen, moment.t_s
        match state:
            case Ready():
                return self._begun(state, moment)
            case Pressing():
                return self._held(_goes_on(state, moment), moment)
            case Lost():
                return self._missed(state, moment)
            case LettingGo(then=then):
                return self._let_go(then, t_s) if off_skin(seen) and not seen.live.contact else state
            case Resting(until_s, interrupted=True):
                return self._begun(Ready(Why.INTERRUPTED) if t_s >= until_s else state, moment)
            case Resting(until_s):
                return Ready() if t_s >= until_s and not seen.live.contact else state
            case Placing() | Stopped() | Finished():
                return state
            case _:
                assert_never(state)

    def _begun(self, waiting: Ready | Resting, moment: Moment) -> State:
        """Contact begins a hold where the tool is fit for one."""
        seen = moment.seen
        if seen.live.contact and seen.zeroed and not seen.stop_latched and self.plan.fits(seen.area_cm2):
            return self._held(_goes_on(Pressing(moment.t_s), moment), moment)
        return waiting

    def _held(self, hold: Pressing, moment: Moment) -> State:
        """A hold ends by the worst criterion that fires, has lost contact, or goes on."""
        why, self._felt = ends(self.plan, hold, moment), _heard(hold, moment).pain
        if why is not None:
            return LettingGo(why, self._after_hold() if why in WELL_DONE | LIMITS else Ready(why))
        return _heard(hold, moment) if moment.seen.live.contact else Lost(moment.t_s, hold)

    def _missed(self, lost: Lost, moment: Moment) -> State:
        """Contact comes back, or a bounce becomes a pause, and a pause the end of the hold."""
        away_s = moment.t_s - lost.since_s
        if moment.seen.live.contact and away_s <= RETURN_S:
            self.calls.go_on(moment.seen.live.time_s)
            return self._held(_goes_on(_returned(lost.hold, away_s), moment), moment)
        if away_s > PAUSE_S and not lost.paused:
            self.calls.pause(lost.hold.device_s)
            lost = replace(lost, paused=True)
        if away_s > RETURN_S:
            self.calls.interrupt()
            return self._next(Resting(lost.since_s + self.plan.rest_s, interrupted=True), moment)
        after = self._held(lost.hold, moment)
        return after if isinstance(after, LettingGo) else lost

    def _after_hold(self) -> RestDue | Finished:
        if self.repetition >= self.plan.repetitions:
            return Finished(Sentence("All holds are done."))
        return RestDue(self.plan.rest_s)

    def _let_go(self, then: Placing | Ready | RestDue | Finished, t_s: float) -> State:
        """A rest counts from the moment the tip is off the skin."""
        if isinstance(then, RestDue):
            self.repetition += 1
            return Resting(t_s + then.for_s)
        return then


def _placed(said: AskPlace | Here | LeaveOut, state: Placing | Ready) -> State:
    """What is said of the place counts before the first press."""
    match said, state:
        case AskPlace(), Ready(why=None):
            return Placing()
        case Here(), Placing():
            return Ready()
        case LeaveOut(), Placing():
            return Finished(Sentence("This place was left out."))
        case _:
            return state


def _not_too_soon(state: State, moment: Moment) -> State:
    """A press before the tool was looked at is told: it is no hold, and it is counted like one."""
    match state:
        case Placing() | Ready() if moment.seen.live.contact and isinstance(moment.look, Looking):
            return LettingGo(Why.NOT_YET, Placing() if isinstance(state, Placing) else Ready())
        case _:
            return state


def _hold(state: State) -> Pressing | None:
    """The hold that runs or may go on."""
    match state:
        case Pressing():
            return state
        case Lost(hold=hold):
            return hold
        case _:
            return None


def _goes_on(hold: Pressing, moment: Moment) -> Pressing:
    """The hold after what is seen now; a contact that is over has earned what it had."""
    seen, live, t_s = moment.seen, moment.seen.live, moment.t_s
    if not live.contact:
        return replace(hold, earned=hold.earned.left())
    since_s = hold.band_since_s
    if since_s is None and live.since_first_in_band_s is not None:
        since_s = t_s
    return replace(
        hold,
        band_since_s=since_s,
        in_band_at_s=t_s if live.phase is Phase.IN_BAND else hold.in_band_at_s,
        device_s=live.time_s,
        earned=hold.earned.update(live, trusted=not stale(seen.age_s)),
        pain=hold.pain.notice(softening=seen.softening),
    )


def _heard(hold: Pressing, moment: Moment) -> Pressing:
    """The hold after what was said: the next answer is measured against this one."""
    pain = hold.pain.hear(moment.said, hold.held_s(moment.t_s), in_band=in_band(hold, moment))
    return replace(hold, pain=pain)


def _returned(hold: Pressing, away_s: float) -> Pressing:
    """Back on the skin: the time away is no part of the hold."""
    return hold if hold.band_since_s is None else replace(hold, paused_s=hold.paused_s + away_s)
