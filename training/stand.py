"""A run as a window sees it: made in the loop as a value, read from any thread."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import NamedTuple

from analysis.live import Live
from session.cue import Cue
from session.drained import drain
from session.inputs import Input
from training.display import Shown, shown
from training.ghost import Ghost, ghost, last_like
from training.judge import Judged
from training.practice import Practice
from training.telling import Telling


class Patient(NamedTuple):
    """What is shown of the virtual patient of a rehearsal."""

    asked: bool
    """Whether the pain is to be asked now; the answer comes by itself."""
    word: str
    """The last thing that the patient said."""
    judgement: tuple[str, ...]
    """A line for each thing that a patient would have noticed; none before the end."""


class Now(NamedTuple):
    """All that may be drawn at one moment."""

    shown: Shown
    ghost: Ghost | None
    """The own last repetition of the same; None while the force is hidden."""
    at_s: float
    """When this was made, on the loop's clock."""
    over: str
    """How it ended; "" before."""
    patient: Patient | None = None
    """Of a rehearsal."""


class Stand:
    """Joins a practice; belongs to its loop, apart from what is said of its parts."""

    def __init__(self, practice: Practice) -> None:
        self._practice = practice
        self._told: deque[Judged] = deque()
        self._telling = Telling(practice.drill)
        self._drawn: tuple[Judged, Ghost] | None = None
        self._now = self._look()
        before_cue, before_judged = practice.runner.on_cue, practice.on_judged

        def step(cue: Cue, live: Live) -> None:
            if before_cue:
                before_cue(cue, live)
            self._now = self._look()

        def judged(each: Judged) -> None:
            before_judged(each)
            for may_be_told in self._telling.take(each):
                delay_s = practice.drill.schedule.delay_s
                asyncio.get_running_loop().call_later(delay_s, self._told.append, may_be_told)

        practice.runner.on_cue, practice.on_judged = step, judged

    # from any thread

    def now(self) -> Now:
        """The latest moment."""
        summary = self._practice.runner.view().summary
        return self._now if summary is None else self._now._replace(over=summary.outcome)

    def clock_s(self) -> float:
        """The loop's clock, which goes on while the loop is stuck."""
        return self._practice.runner.clock_s()

    def take_told(self) -> tuple[Judged, ...]:
        """Trials whose results may be told, since the last call."""
        return drain(self._told)

    def hear(self, value: Input) -> None:
        """Somebody did something. Raises `RuntimeError` when nothing runs any more."""
        self._practice.runner.hear(value)

    def ask(self) -> None:
        """The trainee asks to see the force."""
        self._practice.coach.ask()

    def _look(self) -> Now:
        practice = self._practice
        now_s = practice.runner.clock_s()
        made = shown(practice.coach, practice.runner.view(), now_s)
        return Now(made, self._ghost() if made.gauge else None, now_s, "")

    def _ghost(self) -> Ghost | None:
        last = last_like(self._practice.judged, self._practice.coach.task)
        if last is None:
            return None
        if self._drawn is None or self._drawn[0] is not last:
            self._drawn = last, ghost(last)
        return self._drawn[1]
