"""A timer that guides through stages: a value, to which the time of the host's clock is told. Nothing is measured."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, NamedTuple, Self, assert_never


class Doing(StrEnum):
    """What hands do in a stage; the value is the word that is shown large."""

    TAKE_UP = "take up slowly"
    HOLD = "hold"
    LET_GO = "let go slowly"
    STRETCH = "stretch"
    MOVE = "move"
    REST = "rest"


class Stage(NamedTuple):
    """One part of a technique."""

    doing: Doing
    lasts_s: float
    """Above 0."""

    @property
    def works(self) -> bool:
        """Whether hands are at the client."""
        return self.doing is not Doing.REST


class Standing(NamedTuple):
    """It does not run: before the start, or in a pause."""

    done_s: float = 0.0
    """Of the stage."""


class Running(NamedTuple):
    """It runs since a moment at which so much of the stage was done."""

    since_s: float
    done_s: float = 0.0


class Over(NamedTuple):
    """The last stage has ended."""


READY: Final = Standing()


@dataclass(frozen=True, slots=True)
class Timer:
    """Where it is among its stages. Times are of one clock that never goes back; looking changes no answer.

    Each stage that runs out leads to the next one at that very moment, however late somebody looks.
    """

    stages: tuple[Stage, ...]
    """At least one."""
    at: int = 0
    state: Standing | Running | Over = READY
    worked_s: float = 0.0
    """In the stages that were left so far, those without rests; repeated ones count each time."""
    whole: frozenset[int] = frozenset()
    """Stages that ran to their end."""

    @property
    def stage(self) -> Stage:
        """The one that runs, or is next."""
        return self.stages[self.at]

    @property
    def runs(self) -> bool:
        """Whether time counts."""
        return isinstance(self.state, Running)

    @property
    def complete(self) -> bool:
        """Whether every stage ran to its end."""
        return len(self.whole) == len(self.stages)

    def done_s(self, now_s: float) -> float:
        """Of the stage, until now; at most what it lasts."""
        match self.state:
            case Standing(done_s=done_s):
                return done_s
            case Running(since_s=since_s, done_s=done_s):
                return min(done_s + max(now_s - since_s, 0.0), self.stage.lasts_s)
            case Over():
                return self.stage.lasts_s
            case _:
                assert_never(self.state)

    def left_s(self, now_s: float) -> float:
        """Of the stage."""
        return self.stage.lasts_s - self.done_s(now_s)

    def all_left_s(self, now_s: float) -> float:
        """Of this stage and those behind it."""
        return self.left_s(now_s) + sum(stage.lasts_s for stage in self.stages[self.at + 1 :])

    def all_worked_s(self, now_s: float) -> float:
        """Hands at the client, until now."""
        over = isinstance(self.state, Over)
        return self.worked_s + (self.done_s(now_s) if self.stage.works and not over else 0.0)

    def seen(self, now_s: float) -> Self:
        """As it is now: past every stage that has run out."""
        timer = self
        while isinstance(timer.state, Running) and timer.left_s(now_s) <= 0:
            ends_s = timer.state.since_s + timer.stage.lasts_s - timer.state.done_s
            timer = timer._left(timer.stage.lasts_s, whole=True)
            if timer.at + 1 == len(timer.stages):
                return replace(timer, state=Over())
            timer = replace(timer, at=timer.at + 1, state=Running(ends_s))
        return timer

    def started(self, now_s: float) -> Self:
        """Begin, or go on after a pause; from the first stage where it is over."""
        match self.state:
            case Standing(done_s=done_s):
                return replace(self, state=Running(now_s, done_s))
            case Running():
                return self.seen(now_s)
            case Over():
                return replace(self, at=0, state=Running(now_s))
            case _:
                assert_never(self.state)

    def paused(self, now_s: float) -> Self:
        """Time no longer counts; nothing is changed where it does not run."""
        timer = self.seen(now_s)
        return replace(timer, state=Standing(timer.done_s(now_s))) if timer.runs else timer

    def skipped(self, now_s: float) -> Self:
        """On to the next stage, running where it ran; behind the last one it is over."""
        timer = self.seen(now_s)
        if isinstance(timer.state, Over):
            return timer
        last = timer.at + 1 == len(timer.stages)
        return replace(timer._left(timer.done_s(now_s)), state=Over()) if last else timer._to(timer.at + 1, now_s)

    def repeated(self, now_s: float) -> Self:
        """This stage from its begin; the last one where it is over."""
        timer = self.seen(now_s)
        return timer._to(timer.at, now_s)

    def back(self, now_s: float) -> Self:
        """The stage before from its begin; the first one again where there is none."""
        timer = self.seen(now_s)
        return timer._to(max(timer.at - 1, 0), now_s)

    def _to(self, at: int, now_s: float) -> Self:
        """At the begin of another stage, running where it ran or was over."""
        left = self if isinstance(self.state, Over) else self._left(self.done_s(now_s))
        stands = isinstance(self.state, Standing)
        return replace(left, at=at, state=Standing() if stands else Running(now_s))

    def _left(self, done_s: float, *, whole: bool = False) -> Self:
        """With what was done of this stage counted."""
        worked_s = self.worked_s + (done_s if self.stage.works else 0.0)
        return replace(self, worked_s=worked_s, whole=self.whole | {self.at} if whole else self.whole)
