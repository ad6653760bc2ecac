"""An exercise, carried out trial by trial by the clock, over a guide that keeps every alarm.

When a trial begins and ends depends on the clock alone, and in a blind trial so does every word: nothing that is said
tells how hard the hand presses. The alarms are the guide's, they come at any time, and they void the trial.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, assert_never

import numpy as np

from analysis.score import LOOK_US
from analysis.score_shape import AROUND_US
from analysis.settings import microseconds
from protocol.blocks import GRID_PER_N
from protocol.sentence import Sentence
from session.cue import WELL_DONE, Action, Cue, Why
from session.guide import Guide
from session.inputs import Input
from session.seen import Seen, off_skin
from session.state import Finished, Stopped
from training.drill import Drill
from training.exercise import Task
from training.marks import Asked, Go, LetGo, Mark, Over
from training.schedule import SelfControlled, shows

COUNT_S: Final = 3.0
"""From "get ready" to the first go."""
WAITED_S: Final = 3.0
"""Readings that show whether the force is gone are waited for so long, on the host's clock."""
_SILENT_HERE: Final = frozenset({*WELL_DONE, Why.OVER, Why.RESTING})
"""Reasons of the guide for letting go that mean nothing while the clock says when a trial ends."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """The tool is not fit, or an alarm is on."""


@dataclass(frozen=True, slots=True)
class Resting:
    """Until the next go."""

    until_s: float


@dataclass(frozen=True, slots=True)
class Going:
    """A trial runs; `go_s` is on the host's clock."""

    go_s: float
    go_us: int
    shown: bool


@dataclass(frozen=True, slots=True)
class Falling:
    """The let-go was called; `until_us` on the tool's clock, `until_s` on the host's, whichever is first."""

    until_us: int
    until_s: float
    shown: bool


Phase = Waiting | Resting | Going | Falling


class Coach(Guide):
    """Leads through the trials of a drill."""

    def __init__(self, drill: Drill) -> None:
        super().__init__(drill.plan(drill.tasks[0]))
        self.drill = drill
        self.phase: Phase = Waiting()
        self.go_s = 0.0
        """Of the latest trial, on the host's clock."""
        self._number = 0
        self._watch = Guide(self.plan)
        self._asked = False
        self._marks: list[Mark] = []
        self._stopped = False

    @property
    def task(self) -> Task:
        """The trial that runs or comes next."""
        return self.drill.tasks[self._number]

    @property
    def shown(self) -> bool:
        """Whether the force may be shown now: between trials of a blind exercise it may not either."""
        match self.phase:
            case Going(shown=shown) | Falling(shown=shown):
                return shown
            case Waiting() | Resting():
                return shows(self.drill.schedule, self.task.number, asked=False)
            case _ as never:
                assert_never(never)

    def await_look(self) -> None:
        """Nobody is asked for contact before the pre-flight has passed."""
        self._watch.await_look()

    def ask(self) -> None:
        """The trainee asks for feedback; means nothing where the schedule does not leave it to them."""
        self._asked = isinstance(self.drill.schedule.live, SelfControlled)

    def take_marks(self) -> tuple[Mark, ...]:
        """What happened since the last call."""
        taken, self._marks = tuple(self._marks), []
        return taken

    def update(self, seen: Seen, t_s: float, inputs: tuple[Input, ...] = ()) -> Cue:
        """The cue at `t_s`, after what people did and what is seen now."""
        said = self._watch.update(seen, t_s, inputs)
        if not isinstance(self.state, Finished):
            self._follow(alarm(said), seen, t_s)
        cue = self._cue(said, seen, t_s)
        self.calls.hear(cue, seen)
        return cue

    def _follow(self, why: Why | None, seen: Seen, t_s: float) -> None:
        now_us = None if seen.live.time_s is None else microseconds(seen.live.time_s)
        if isinstance(self._watch.state, Finished):
            if now_us is not None and isinstance(self.phase, Going | Falling):
                self._marks.append(Over(time_us=now_us, void=Why.OVER))
            self.state = self._watch.state
            return
        if now_us is not None:
            self.phase = self._after(why, now_us, t_s)
        self._end_after_stop()

    def _end_after_stop(self) -> None:
        """What a person stopped is over: an exercise has no reason to press on."""
        stopped, self._stopped = self._stopped, isinstance(self._watch.state, Stopped)
        if stopped and not self._stopped and self.drill.person is not None:
            self.state = Finished(Sentence("Stopped: on a person the exercise is over."))

    def _after(self, why: Why | None, now_us: int, t_s: float) -> Phase:
        """The phase after what is known now."""
        match self.phase:
            case Waiting():
                return self.phase if why else Resting(t_s + (self.drill.rest_s if self._number else COUNT_S))
            case Resting(until_s):
                if why:
                    return Waiting()
                return self.phase if t_s < until_s else self._go(now_us, t_s)
            case Going():
                return self._over(now_us, t_s, why) if why else self._going(self.phase, now_us, t_s)
            case Falling(until_us, until_s):
                done = now_us >= until_us or t_s >= until_s
                return self._over(now_us, t_s, why) if why or done else self.phase
            case _ as never:
                assert_never(never)

    def _go(self, now_us: int, t_s: float) -> Going:
        drill, task = self.drill, self.task
        self.plan, self.repetition = drill.plan(task), task.number
        self._watch = Guide(self.plan)
        shown = shows(drill.schedule, task.number, asked=self._asked)
        go = Go(
            time_us=now_us, exercise=drill.exercise.id, seed=drill.seed, task=task, schedule=drill.schedule, shown=shown
        )
        self._marks.append(go)
        self.go_s = t_s
        return Going(t_s, now_us, shown)

    def _going(self, going: Going, now_us: int, t_s: float) -> Phase:
        shown = shows(self.drill.schedule, self.task.number, asked=self._asked)
        if shown and not going.shown:
            self._marks.append(Asked(time_us=now_us))
        if t_s < going.go_s + self.task.let_go_s:
            return Going(going.go_s, going.go_us, shown)
        self._marks.append(LetGo(time_us=now_us))
        after_us = microseconds(self.task.release_s) + LOOK_US + AROUND_US
        return Falling(now_us + after_us, t_s + after_us / 1e6 + WAITED_S, shown)

    def _over(self, now_us: int, t_s: float, void: Why | None) -> Phase:
        self._marks.append(Over(time_us=now_us, void=void))
        self._asked = False
        if self._number + 1 == len(self.drill.tasks):
            self.state = Finished(Sentence("All trials are done."))
            return Waiting()
        self._number += 1
        return Waiting() if void else Resting(t_s + self.drill.rest_s)

    def _cue(self, said: Cue, seen: Seen, t_s: float) -> Cue:
        why = alarm(said)
        target_n, half_n = self._target(t_s)
        cue = Cue(
            action=Action.WAIT,
            why=why,
            target_n=target_n,
            low_n=max(target_n - half_n, 0.0),
            high_n=target_n + half_n,
            cap_n=self.plan.cap.force_n,
            repetition=self.task.number,
            repetitions=len(self.drill.tasks),
            left_s=self._left_s(t_s),
        )
        if isinstance(self.state, Finished) and (why is None or said.action is Action.WAIT):
            return _ended(cue, seen)
        if why is not None:
            return cue._replace(action=said.action)
        match self.phase:
            case Waiting():
                return cue
            case Resting():
                return cue._replace(action=Action.REST) if off_skin(seen) else _let_go(cue, Why.RESTING)
            case Going(go_s=go_s, shown=shown):
                return cue._replace(action=_steer(cue, seen) if shown else self._by_clock(t_s - go_s))
            case Falling():
                return _let_go(cue, Why.TRIAL_OVER)
            case _ as never:
                assert_never(never)

    def _by_clock(self, since_s: float) -> Action:
        return Action.PRESS if since_s < self.task.rise_s else Action.HOLD

    def _target(self, t_s: float) -> tuple[float, float]:
        """The target now and half of its band, in N: the same that is scored."""
        trial = self.task.at(0)
        since_s = t_s - self.phase.go_s if isinstance(self.phase, Going) else self.task.let_go_s
        target_q = trial.target_q(np.array([microseconds(since_s)], np.int64))
        return float(target_q[0]) / GRID_PER_N, float(trial.half_q(target_q)[0]) / GRID_PER_N

    def _left_s(self, t_s: float) -> float:
        """Of the rest, or of the trial where it is no surprise when that ends."""
        match self.phase:
            case Resting(until_s):
                return max(until_s - t_s, 0.0)
            case Going(go_s=go_s) if not self.task.surprise:
                return max(go_s + self.task.let_go_s - t_s, 0.0)
            case _:
                return 0.0


def alarm(said: Cue) -> Why | None:
    """What the guide says that nobody may miss, whatever the schedule hides; None for what only leads."""
    match said.action:
        case Action.STOP | Action.WAIT:
            return said.why
        case Action.LET_GO:
            return None if said.why in _SILENT_HERE else said.why
        case Action.LESS:
            return said.why if said.why is Why.OVER_CAP else None
        case _:
            return said.why if said.why is Why.DATA_SILENT else None


def _steer(cue: Cue, seen: Seen) -> Action:
    force_n = seen.live.force_n or 0.0
    if force_n < cue.low_n:
        return Action.MORE if seen.live.contact else Action.PRESS
    return Action.LESS if force_n > cue.high_n else Action.HOLD


def _let_go(cue: Cue, why: Why) -> Cue:
    return cue._replace(action=Action.LET_GO, why=why)


def _ended(cue: Cue, seen: Seen) -> Cue:
    return cue._replace(action=Action.DONE, why=None) if off_skin(seen) else _let_go(cue, Why.OVER)
