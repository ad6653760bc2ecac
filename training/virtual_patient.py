"""A whole treatment on a patient who is not there: pain that follows the force, answers when asked, a stop word.

The tissue is a simulated tool's, or the pad under a real one. Nothing that the patient says knows more than the force.
"""

from __future__ import annotations

import asyncio
from typing import Final, NamedTuple

from analysis.live import Live
from protocol.sentence import Sentence
from session.cue import Cue
from session.inputs import GoOn, Pain, Stop, StopReason
from session.runner import Runner
from session.view import Summary
from simulator.feeling import AWAY_N, Feeling
from simulator.moments import ButtonDown
from simulator.patient_kind import PatientKind

ANSWER_S: Final = 1.5
"""From "pain?" to the number; *assumed*."""
GO_ON_S: Final = 3.0
"""After the force is gone a simulated trainee goes on; *assumed*."""
IN_TIME_S: Final = 1.5
"""From the stop word until nobody is pressed: to hear it, and to let go softly; *assumed*."""


class Stopped(NamedTuple):
    """One stop word."""

    nrs: float
    """How much it hurt."""
    gone_s: float | None
    """Until the force was gone; None where it was not before the end."""


class VirtualPatient:
    """Feels what the tool measures, from `attend` on; belongs to the loop."""

    def __init__(self, kind: PatientKind, area_cm2: float) -> None:
        self.word = Sentence("")
        """The last thing that the patient said."""
        self.answers: list[int] = []
        self.stops: list[Stopped] = []
        self._feeling = Feeling(kind, area_cm2)
        self._asked: tuple[int, int] | None = None
        self._stop_s: float | None = None

    def attend(self, runner: Runner, *, goes_on: bool) -> None:
        """Live through this run; `goes_on`: somebody simulated says after a stop that it was too painful."""
        before = runner.on_cue

        def live_through(cue: Cue, live: Live) -> None:
            if before:
                before(cue, live)
            self._feel(runner, live, goes_on=goes_on)
            self._answer(runner, cue)

        runner.on_cue = live_through

    def _feel(self, runner: Runner, live: Live, *, goes_on: bool) -> None:
        now_s, force_n = runner.clock_s(), live.force_n or 0.0
        if isinstance(self._feeling.step(now_s, force_n), ButtonDown):
            self.word = Sentence("Stop!")
            self.stops.append(Stopped(self._feeling.nrs, None))
            self._stop_s = now_s
            runner.hear(Stop())
        if self._stop_s is not None and force_n < AWAY_N:
            self.stops[-1] = self.stops[-1]._replace(gone_s=now_s - self._stop_s)
            self._stop_s = None
            if goes_on:
                asyncio.get_running_loop().call_later(GO_ON_S, runner.hear, GoOn(reason=StopReason.TOO_PAINFUL))

    def _answer(self, runner: Runner, cue: Cue) -> None:
        asked = None if cue.ask is None else (cue.repetition, cue.ask.number)
        if asked is None or asked == self._asked:
            return
        self._asked = asked
        asyncio.get_running_loop().call_later(ANSWER_S, self._say, runner)

    def _say(self, runner: Runner) -> None:
        nrs = round(self._feeling.nrs)
        self.word = Sentence("Pain {nrs}", nrs=nrs)
        self.answers.append(nrs)
        runner.hear(Pain(nrs=nrs, by="patient"))


def judgement(patient: VirtualPatient, summary: Summary) -> tuple[str, ...]:
    """What a trainee is told of a rehearsal: a line for each thing that a patient would have noticed."""
    said = ", ".join(map(str, patient.answers)) or Sentence("never asked")
    return (
        summary.outcome,
        Sentence("Holds: {count}. Pain, as the patient said it: {said}.", count=len(summary.holds), said=said),
        Sentence(
            "Above the limit: {over_s:.1f} s. Pressed after a let-go was called: {after_s:.1f} s.",
            over_s=summary.over_cap_s,
            after_s=summary.after_cue_s,
        ),
        *(_stop(number, stop) for number, stop in enumerate(patient.stops, 1)),
    )


def _stop(number: int, stop: Stopped) -> Sentence:
    return Sentence(
        "Stop {number}: the patient said it at pain {nrs:.0f}, {gone}.", number=number, nrs=stop.nrs, gone=_gone(stop)
    )


def _gone(stop: Stopped) -> Sentence:
    if stop.gone_s is None:
        return Sentence("and was still pressed at the end")
    if stop.gone_s <= IN_TIME_S:
        return Sentence("and nobody was pressed {gone_s:.1f} s later", gone_s=stop.gone_s)
    return Sentence(
        "and nobody was pressed {gone_s:.1f} s later, later than {in_time_s:g} s: let go at the word",
        gone_s=stop.gone_s,
        in_time_s=IN_TIME_S,
    )
