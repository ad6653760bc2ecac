"""When a trainee sees how hard they press: feedback schedules as values, stored with each trial.

Who always sees leans on it: learners who asked for feedback themselves ended nearer to the expert than those who had it
all the time, 6.7 N off against 13.7 N (JOSPT 2012;42:114).
"""

from __future__ import annotations

from typing import Annotated, Literal, assert_never

from pydantic import Field, NonNegativeFloat, model_validator

from protocol.sentence import Sentence
from training.values import Value


class Constant(Value):
    """In each trial."""

    kind: Literal["constant"] = "constant"


class SelfControlled(Value):
    """In those trials in which the trainee asks for it, from then on."""

    kind: Literal["self-controlled"] = "self-controlled"


class Faded(Value):
    """In the first trial of every two, three or five: 50, 33 or 20 % of them."""

    kind: Literal["faded"] = "faded"
    every: Literal[2, 3, 5]


class Blind(Value):
    """In none; with `reveal` the trace is shown once the trial is over."""

    kind: Literal["blind"] = "blind"
    reveal: bool = True


Live = Annotated[Constant | SelfControlled | Faded | Blind, Field(discriminator="kind")]


class Schedule(Value):
    """What is shown while pressing, and when the result is told."""

    live: Live
    result: Literal["each trial", "at the end", "never"] = "each trial"
    delay_s: NonNegativeFloat = 0.0
    """Between a trial's end and its result: who has to wait judges the own hand first."""

    @model_validator(mode="after")
    def _hides(self) -> Schedule:
        if isinstance(self.live, Blind) and self.live.reveal and self.result == "never":
            raise ValueError("a trace that is revealed is a result: write reveal = false, or say when")
        return self

    @property
    def text(self) -> Sentence:
        """For people."""
        return Sentence("feedback: {live}; {result}", live=self.live_text, result=_RESULT[self.result])

    @property
    def live_text(self) -> Sentence:
        """What is shown while pressing, for people."""
        match self.live:
            case Constant():
                return Sentence("all the time")
            case SelfControlled():
                return Sentence("when asked for")
            case Faded(every=every):
                return Sentence("in one trial of {every}", every=every)
            case Blind():
                return Sentence("none")
            case _ as never:
                assert_never(never)


TEST = Schedule(live=Blind(reveal=False), result="never")
"""Of a pre-test and of a retention test: no feedback at all."""
AFTERWARDS = Schedule(live=Constant(), result="at the end")
"""Of a rehearsal: guided as a treatment is, and judged once it is over."""

_RESULT = {
    "each trial": Sentence("result after each trial"),
    "at the end": Sentence("results at the end"),
    "never": Sentence("no result"),
}


def shows(schedule: Schedule, number: int, *, asked: bool) -> bool:
    """Whether the force is shown while trial `number`, counted from 1, runs; `asked`: the trainee asked for it."""
    match schedule.live:
        case Constant():
            return True
        case SelfControlled():
            return asked
        case Faded(every=every):
            return (number - 1) % every == 0
        case Blind():
            return False
        case _ as never:
            assert_never(never)


def tells(schedule: Schedule, *, last: bool) -> bool:
    """Whether the result of a trial is told before the next one; `last`: it is the exercise's last."""
    return schedule.result == "each trial" or (schedule.result == "at the end" and last)


def reveals(schedule: Schedule) -> bool:
    """Whether the trace of a blind trial is shown with its result."""
    return not isinstance(schedule.live, Blind) or schedule.live.reveal
