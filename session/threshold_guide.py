"""What to do now while a threshold is measured: the only place with criteria that end a ramp."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple, assert_never

from analysis.algometry.ramp import Off, RampState, Rising
from analysis.algometry.series import Series
from analysis.algometry.threshold import Threshold
from analysis.algometry.verdicts import Missing
from protocol.events import Button
from protocol.sentence import Sentence
from session.cue import Action, Why
from session.inputs import AwaitLook, GoOn, Input, Quit, Stop, StopReason, ToolFit
from session.looking import UNASKED, Look, Looking, Passed
from session.seen import Seen, off_skin
from session.silence import silent, stale
from session.threshold import ThresholdPlan
from session.threshold_cue import Because, RampCue, RampWhy
from session.threshold_state import Finished, LettingGo, Ramping, Ready, Resting, State, Stopped

AFTER_HARM: Final = {
    StopReason.NERVE: "Stopped: this point is closed for today. Tell a doctor if the feeling stays.",
    StopReason.UNWELL: "Stopped: no more pressure today. If it does not pass at once, call medical help.",
}
"""After these nothing more is measured."""


class Sight(NamedTuple):
    """All that the guide looks at, at one moment of the host's clock."""

    seen: Seen
    """Of the data and the tool; its `live` is not looked at."""
    ramp: RampState = Off()
    pressed: bool = False
    """Whether "now" was said in the ramp that runs."""
    stop_by: int | None = None
    """The `Button` that latched the stop; None where only the tool's flags told of it."""
    tip_fits: bool = True
    ended: tuple[Threshold, ...] = ()
    """Ramps that ended since the last look, measured."""


class ThresholdGuide:
    """Runs a plan. What is measured uses the tool's clock; limits and rests run on the host's, `t_s`.

    The patient's button says "now" while a ramp runs or is let go, and is a STOP at any other time.
    """

    def __init__(self, plan: ThresholdPlan) -> None:
        self.plan = plan
        self.state: State = Ready()
        self.readings: list[Threshold] = []
        """One for each ramp that was one, void ones included."""
        self.look: Look = UNASKED
        """Whether somebody may be asked for contact already."""
        self._ramps = 0

    @property
    def result(self) -> Series:
        """The readings so far, summed up."""
        return self.plan.sum_up(self.readings)

    def update(self, sight: Sight, t_s: float, inputs: tuple[Input, ...] = ()) -> RampCue:
        """The cue at `t_s`, after what people did and what is seen now."""
        for value in inputs:
            self._hear(value)
        if isinstance(self.look, Looking):
            self.look = self.look.seeing(sight.seen.age_s, t_s)
        if sight.ended:
            self._keep(sight.ended[0])
        if sight.seen.tool_stop:
            self._stop(sight.stop_by)
        self.state = self._next(self.state, sight, t_s)
        return self._cue(sight, t_s)

    def _hear(self, value: Input) -> None:
        match value, self.state:
            case _, Finished():
                return
            case AwaitLook(), _:
                self.look = Looking()
            case ToolFit(), _:
                self.look = Passed()
            case Stop(), _:
                self.state = Stopped(Why.THERAPIST_STOP)
            case Quit(), _:
                self.state = Finished(Sentence("Ended before it was complete."))
            case GoOn(reason=reason), Stopped(why):
                sentence = AFTER_HARM.get(reason)
                self.state = Finished(sentence) if sentence else LettingGo(why, measured=True)

    def _keep(self, reading: Threshold) -> None:
        """A reading counts where a ramp was asked for: one for each."""
        match self.state:
            case Ramping():
                self.state = LettingGo(RampWhy.PRESSED if reading.method else RampWhy.LIFTED, measured=True)
            case LettingGo(ramped=True, measured=False) as state:
                self.state = replace(state, measured=True)
            case _:
                return
        self.readings.append(reading)

    def _stop(self, stop_by: int | None) -> None:
        """The tool has latched a stop: in a ramp the patient's button means "now"."""
        match self.state:
            case Finished() | Stopped():
                return
            case Ramping() if stop_by == Button.PATIENT:
                self.state = LettingGo(RampWhy.PRESSED)
            case LettingGo(ramped=True) if stop_by == Button.PATIENT:
                return
            case _:
                self.state = Stopped(Why.PATIENT_STOP)

    def _next(self, state: State, sight: Sight, t_s: float) -> State:
        match state:
            case Ready():
                if isinstance(sight.ramp, Off):
                    return state
                unfit = _unfit(sight, self.look)
                why = Why.NOT_YET if unfit is Why.LOOKING else unfit
                return LettingGo(why, ramped=False) if why else Ramping(t_s)
            case Ramping(since_s):
                return self._while_ramping(state, sight, t_s - since_s)
            case LettingGo(ramped=ramped):
                if not _off_skin(sight):
                    return state
                return self._after_ramp(t_s) if ramped else Ready()
            case Resting(until_s):
                return Ready() if t_s >= until_s and _off_skin(sight) else state
            case Stopped() | Finished():
                return state
            case _ as never:
                assert_never(never)

    def _while_ramping(self, state: Ramping, sight: Sight, for_s: float) -> State:
        """A ramp goes on, ends by the first criterion that fires, or was a mere touch."""
        if why := _ends(sight, for_s >= self.plan.longest_s):
            return LettingGo(why)
        return Ready(RampWhy.LIFTED) if isinstance(sight.ramp, Off) else state

    def _after_ramp(self, t_s: float) -> State:
        """A rest counts from the moment the tip is off the skin."""
        self._ramps += 1
        if self._valid >= self.plan.readings:
            return Finished(Sentence("All readings are done."))
        if self._ramps >= self.plan.most_ramps:
            return Finished(
                Sentence(
                    "Ended after {ramps} ramps: {valid} of {readings} readings count.",
                    ramps=self._ramps,
                    valid=self._valid,
                    readings=self.plan.readings,
                )
            )
        return Resting(t_s + self.plan.rest_s)

    @property
    def _valid(self) -> int:
        result = self.result
        return len(result.used_kpa) + result.capped

    def _cue(self, sight: Sight, t_s: float) -> RampCue:
        action, why = self._instruction(sight)
        fresh = not stale(sight.seen.age_s)
        rising = sight.ramp if isinstance(sight.ramp, Rising) and fresh else None
        rate = None if rising is None or isinstance(rising.rate, Missing) else rising.rate
        practising = self.plan.first_is_practice and not self.readings
        return RampCue(
            action=action,
            why=why,
            pace=rate.pace if rate else None,
            rate_kpa_per_s=rate.kpa_per_s if rate else None,
            pressure_kpa=rising.pressure_kpa if rising else None,
            end_kpa=self.plan.end_kpa,
            reading=0 if practising else min(self._valid + 1, self.plan.readings),
            readings=self.plan.readings,
            left_s=self._left_s(t_s),
            target_kpa=None if rising is None else self._target_kpa(rising),
            clear_stop=sight.seen.stop_latched and not isinstance(self.state, Stopped | Ramping),
        )

    def _target_kpa(self, rising: Rising) -> float:
        return min(self.plan.rate_kpa_per_s * (rising.time_us - rising.start_us) / 1e6, self.plan.end_kpa)

    def _left_s(self, t_s: float) -> float:
        """Of the rest, or of the look at the tool."""
        match self.state, self.look:
            case Resting(until_s), _:
                return max(until_s - t_s, 0.0)
            case Ready(), Looking() as look:
                return look.left_s(t_s)
            case _:
                return 0.0

    def _instruction(self, sight: Sight) -> tuple[Action, Because | None]:
        match self.state:
            case Ready(why):
                unfit = _unfit(sight, self.look)
                return (Action.WAIT, unfit) if unfit else (Action.PRESS, why)
            case Ramping():
                return (Action.HOLD, Why.DATA_SILENT) if stale(sight.seen.age_s) else (Action.MORE, None)
            case LettingGo(why):
                return Action.LET_GO, why
            case Resting():
                return (Action.REST, None) if _off_skin(sight) else (Action.LET_GO, Why.RESTING)
            case Stopped(why):
                return Action.STOP, why
            case Finished():
                return (Action.DONE, None) if _off_skin(sight) else (Action.LET_GO, None)
            case _ as never:
                assert_never(never)


def _ends(sight: Sight, too_long: bool) -> Because | None:
    """The first criterion that fires, the dangerous ones first."""
    seen, ramp = sight.seen, sight.ramp
    criteria: tuple[tuple[bool, Because], ...] = (
        (seen.overload, Why.OVERLOAD),
        (seen.sensor_fault, Why.SENSOR_FAULT),
        (silent(seen.age_s), Why.DATA_SILENT),
        (isinstance(ramp, Rising) and ramp.capped, RampWhy.AT_THE_END),
        (sight.pressed, RampWhy.PRESSED),
        (too_long, RampWhy.TOO_LONG),
    )
    return next((why for fires, why in criteria if fires), None)


def _unfit(sight: Sight, look: Look) -> Because | None:
    """Why nobody may begin to press now."""
    seen = sight.seen
    reasons: tuple[tuple[bool, Because], ...] = (
        (seen.stop_latched, RampWhy.BUTTON_HELD),
        (not seen.zeroed, Why.ZERO_NEEDED),
        (seen.overload, Why.OVERLOAD),
        (seen.sensor_fault, Why.SENSOR_FAULT),
        (not sight.tip_fits, RampWhy.OTHER_TIP),
        (stale(seen.age_s), Why.DATA_SILENT),
        (isinstance(look, Looking), Why.LOOKING),
    )
    return next((why for holds, why in reasons if holds), None)


def _off_skin(sight: Sight) -> bool:
    """Only a press that is over is measured."""
    return off_skin(sight.seen) and isinstance(sight.ramp, Off)
