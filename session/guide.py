"""What to do now: the only place with criteria that end a hold."""

from __future__ import annotations

from typing import Final, NamedTuple, assert_never

from analysis.live import Live, Phase
from session.cue import Action, Cue, Why
from session.inputs import GoOn, Input, Quit, Stop, StopReason
from session.plan import BAND_LIMIT_S, CONTACT_LIMIT_S, Plan
from session.silence import silent, stale
from session.state import Finished, LettingGo, Lost, Pressing, Ready, RestDue, Resting, State, Stopped

OFF_SKIN_N: Final = 2.0
"""A let-go is repeated until the force is under this."""
OVER_CAP_S: Final = 1.0
"""Above the cap for this long: let go."""
OVER_CAP_SHARE: Final = 1.15
"""Above this share of the cap at all: let go."""
STEADY_S: Final = 0.3
"""Below the band for longer: "more". A hand that sits on the edge would see the word flicker with its tremor."""
RETURN_S: Final = 10.0
"""Back at the point within this time the hold continues."""


class Seen(NamedTuple):
    """All that the guide looks at, at one moment of the host's clock."""

    live: Live
    age_s: float | None
    """Of the newest valid reading, None before the first."""
    valid_n: float | None
    """The newest valid reading; `live` also looks at saturated ones."""
    zeroed: bool = True
    """Whether the tool's zero has been checked."""
    sensor_fault: bool = False
    overload: bool = False
    tool_stop: bool = False
    """The patient's or the tool's button latched a stop just now."""
    stop_latched: bool = False
    """The tool still holds a stop: its button may still be down."""


class Guide:
    """Runs a plan. Device time earns progress; every limit also runs on the host's clock `t_s`."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.state: State = Ready()
        self.repetition = 1
        self.calls: list[tuple[float | None, Why]] = []
        """Device time and reason of each let-go that was called."""

    def update(self, seen: Seen, t_s: float, inputs: tuple[Input, ...] = ()) -> Cue:
        """The cue at `t_s`, after what people did and what is seen now."""
        before = self.state
        for value in inputs:
            self._hear(value)
        if seen.tool_stop and not isinstance(self.state, Finished | Stopped):
            self.state = Stopped(Why.PATIENT_STOP)
        else:
            self.state = self._next(self.state, seen, t_s)
        if called := _called(before, self.state):
            self.calls.append((seen.live.time_s, called))
        return self._cue(seen, t_s)

    def _hear(self, value: Input) -> None:
        match value, self.state:
            case _, Finished():
                return
            case Stop(), _:
                self.state = Stopped(Why.THERAPIST_STOP)
            case Quit(), _:
                self.state = Finished("Ended before it was complete.")
            case GoOn(reason=reason), Stopped(why):
                self.state = self._after_stop(reason, why)

    def _after_stop(self, reason: StopReason, why: Why) -> State:
        """The reason decides whether anything may follow today; what follows is a new contact."""
        match reason:
            case StopReason.TOO_PAINFUL:
                self.plan = self.plan.eased()
                return LettingGo(why, Ready(why))
            case StopReason.NERVE:
                return Finished("Stopped: this point is closed for today. Tell a doctor if the feeling stays.")
            case StopReason.UNWELL:
                return Finished("Stopped: no more pressure today. If it does not pass at once, call medical help.")
            case StopReason.OTHER:
                return LettingGo(why, Ready(why))

    def _next(self, state: State, seen: Seen, t_s: float) -> State:
        match state:
            case Ready():
                return self._touched(Pressing(t_s), seen, t_s) if _armed(seen) and seen.live.contact else state
            case Pressing():
                return self._touched(_earned(state, seen.live, t_s), seen, t_s)
            case Lost(since_s, hold):
                if seen.live.contact:
                    return self._touched(_earned(hold, seen.live, t_s), seen, t_s)
                return Ready(Why.CONTACT_LOST) if t_s - since_s > RETURN_S else state
            case LettingGo(then=then):
                return self._begun(then, t_s) if _off_skin(seen) and not seen.live.contact else state
            case Resting(until_s):
                return Ready() if t_s >= until_s and not seen.live.contact else state
            case Stopped() | Finished():
                return state
            case _:
                assert_never(state)

    def _touched(self, hold: Pressing, seen: Seen, t_s: float) -> State:
        """A hold in contact goes on, ends by the first criterion that fires, or has lost contact."""
        if not seen.live.contact:
            return Lost(t_s, hold)
        why = _ends(hold, self.plan, seen, t_s)
        match why:
            case None:
                return hold
            case Why.TIME_IN_BAND | Why.BAND_LIMIT | Why.CONTACT_LIMIT:
                return LettingGo(why, self._after_hold())
            case _:
                return LettingGo(why, Ready(why))

    def _after_hold(self) -> RestDue | Finished:
        if self.repetition >= self.plan.repetitions:
            return Finished("All holds are done.")
        return RestDue(self.plan.rest_s)

    def _begun(self, then: Ready | RestDue | Finished, t_s: float) -> State:
        """A rest counts from the moment the tip is off the skin."""
        if isinstance(then, RestDue):
            self.repetition += 1
            return Resting(t_s + then.for_s)
        return then

    def _cue(self, seen: Seen, t_s: float) -> Cue:
        action, why = self._instruction(seen, t_s)
        return Cue(
            action=action,
            why=why,
            target_n=self.plan.target_n,
            low_n=self.plan.low_n,
            high_n=self.plan.high_n,
            cap_n=self.plan.cap.force_n,
            repetition=self.repetition,
            repetitions=self.plan.repetitions,
            left_s=self._left_s(t_s),
        )

    def _left_s(self, t_s: float) -> float:
        match self.state:
            case Pressing() as hold:
                return max(self.plan.hold_s - hold.earned_s, 0.0)
            case Lost(hold=hold):
                return max(self.plan.hold_s - hold.earned_s, 0.0)
            case Resting(until_s):
                return max(until_s - t_s, 0.0)
            case Ready() | Stopped():
                return self.plan.hold_s
            case LettingGo() | Finished():
                return 0.0

    def _instruction(self, seen: Seen, t_s: float) -> tuple[Action, Why | None]:
        match self.state:
            case Stopped(why):
                return Action.STOP, why
            case Finished():
                return (Action.DONE, None) if _off_skin(seen) else (Action.LET_GO, None)
            case LettingGo(why):
                return Action.LET_GO, why
            case Ready(why):
                unfit = _unfit(seen)
                return (Action.WAIT, unfit) if unfit else (Action.PRESS, why)
            case Lost():
                return self._while_lost(seen)
            case Resting():
                return (Action.REST, None) if _off_skin(seen) else (Action.LET_GO, Why.RESTING)
            case Pressing() as hold:
                return self._while_pressing(hold, seen, t_s)

    def _while_lost(self, seen: Seen) -> tuple[Action, Why | None]:
        """The skin is looked for only with the eyes open: without data nothing asks for more."""
        if silent(seen.age_s):
            return Action.LET_GO, Why.DATA_SILENT
        return (Action.WAIT, Why.DATA_SILENT) if stale(seen.age_s) else (Action.MORE, Why.CONTACT_LOST)

    def _while_pressing(self, hold: Pressing, seen: Seen, t_s: float) -> tuple[Action, Why | None]:
        """Old readings are no reason to press more: first keep still, then let go until data return."""
        if silent(seen.age_s):
            return Action.LET_GO, Why.DATA_SILENT
        if stale(seen.age_s):
            return Action.HOLD, Why.DATA_SILENT
        if (seen.live.force_n or 0.0) > self.plan.cap.force_n:
            return Action.LESS, Why.OVER_CAP
        match seen.live.phase:
            case Phase.IN_BAND:
                return Action.HOLD, None
            case Phase.ABOVE:
                return Action.LESS, None
            case Phase.BELOW if hold.in_band_at_s is not None and t_s - hold.in_band_at_s < STEADY_S:
                return Action.HOLD, None
            case _:
                return Action.MORE, None


def _earned(hold: Pressing, live: Live, t_s: float) -> Pressing:
    """Add what the analysis has measured; a smaller figure is that of a new contact."""
    before_s = hold.before_s
    if live.in_band_s < hold.contact_in_band_s:
        before_s = hold.earned_s
    first_s = hold.band_since_s
    if first_s is None and live.since_first_in_band_s is not None:
        first_s = t_s
    in_band_at_s = t_s if live.phase is Phase.IN_BAND else hold.in_band_at_s
    return Pressing(hold.since_s, first_s, before_s, live.in_band_s if live.contact else 0.0, in_band_at_s)


def _ends(hold: Pressing, plan: Plan, seen: Seen, t_s: float) -> Why | None:
    """The first criterion that fires, the dangerous ones first."""
    live = seen.live
    peak_n = max(live.force_n or 0.0, live.over_cap_peak_n or 0.0)
    since_band_s = live.since_first_in_band_s or 0.0
    if hold.band_since_s is not None:
        since_band_s = max(since_band_s, t_s - hold.band_since_s)
    criteria = (
        (seen.overload, Why.OVERLOAD),
        (seen.sensor_fault, Why.SENSOR_FAULT),
        (live.over_cap_run_s >= OVER_CAP_S or peak_n > OVER_CAP_SHARE * plan.cap.force_n, Why.OVER_CAP),
        (t_s - hold.since_s >= CONTACT_LIMIT_S or live.contact_s >= CONTACT_LIMIT_S, Why.CONTACT_LIMIT),
        (since_band_s >= BAND_LIMIT_S, Why.BAND_LIMIT),
        (hold.earned_s >= plan.hold_s, Why.TIME_IN_BAND),
    )
    return next((why for fires, why in criteria if fires), None)


def _armed(seen: Seen) -> bool:
    """Whether contact may begin a hold."""
    return seen.zeroed and not seen.stop_latched


def _unfit(seen: Seen) -> Why | None:
    """Why nobody may begin to press now."""
    reasons = (
        (seen.stop_latched, Why.PATIENT_STOP),
        (not seen.zeroed, Why.ZERO_NEEDED),
        (seen.overload, Why.OVERLOAD),
        (seen.sensor_fault, Why.SENSOR_FAULT),
        (stale(seen.age_s), Why.DATA_SILENT),
    )
    return next((why for holds, why in reasons if holds), None)


def _off_skin(seen: Seen) -> bool:
    """Only fresh data that are valid can say that the force is gone."""
    return not silent(seen.age_s) and (seen.valid_n or 0.0) < OFF_SKIN_N


def _called(before: State, after: State) -> Why | None:
    """Why a let-go was called by this change."""
    match after:
        case LettingGo(why) if not isinstance(before, LettingGo):
            return why
        case Stopped(why) if not isinstance(before, Stopped):
            return why
        case _:
            return None
