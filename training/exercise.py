"""Exercises as values: what is pressed, how often, and what the trainee sees meanwhile."""

from __future__ import annotations

from enum import StrEnum
from random import Random
from typing import Annotated, Final, Literal, NamedTuple, Self, assert_never

from pydantic import AfterValidator, Field, PositiveInt, model_validator

from analysis.score_trial import NARROWEST_N, Trial
from analysis.settings import microseconds
from simulator.patient_kind import PATIENTS
from training.schedule import AFTERWARDS, TEST, Constant, Schedule
from training.values import Id, Newtons, Value, Words

SLOW_RISE_N_PER_S: Final = 5.0
"""Half of the 10 N/s that no ramp should exceed (De Meulemeester 2017): so slowly anybody may get to the target."""
BEFORE_S: Final = 2.0
"""To hear "go", to find the point and to settle; *assumed*."""
SLOW_FALL_N_PER_S: Final = 10.0
"""So slowly anybody may let go."""
LATE_S: Final = 1.0
"""To hear "let go", and to lift the tip; *assumed*."""
LONGEST_S: Final = 85.0
"""From go to the let-go: a hold lasts at most 90 s (docs/guidance.md)."""


class Purpose(StrEnum):
    """What an exercise is for."""

    PRACTICE = "practice"
    PRE_TEST = "pre-test"
    """Before the first lesson, without feedback; twice, on two days, it is the trainee's own baseline."""
    RETENTION = "retention"
    """Days later, without feedback and without a warm-up; its first trial counts."""
    TRANSFER = "transfer"
    """Something that was not practised: another force, another site, the other hand."""
    STEADINESS = "steadiness"
    """With the force in view, once the course was done: how even a hand is. A class is ranked by it."""


class Hold(Value):
    """Hold each target for a time; several targets are a ladder, or come in random order."""

    kind: Literal["hold"] = "hold"
    targets_n: tuple[Newtons, ...] = Field(min_length=1)
    for_s: Annotated[float, Field(ge=2, le=80)]
    order: Literal["as listed", "random"] = "as listed"


class Ramp(Value):
    """Press harder at a rate, up to a force; "now" is called on the way at random between two shares of it."""

    kind: Literal["ramp"] = "ramp"
    to_n: Newtons
    rate_n_per_s: Annotated[float, Field(ge=0.5, le=10)]
    stops: tuple[Annotated[float, Field(ge=0.3, le=1)], Annotated[float, Field(ge=0.3, le=1)]] = (1.0, 1.0)


class Release(Value):
    """Hold, and let go on a cue that comes at random between two times."""

    kind: Literal["release"] = "release"
    target_n: Newtons
    after_s: tuple[Annotated[float, Field(ge=2, le=60)], Annotated[float, Field(ge=2, le=60)]]


def _known(patient: str) -> str:
    if patient not in PATIENTS:
        raise ValueError(f"there is no patient “{patient}”: there are {', '.join(PATIENTS)}")
    return patient


class Rehearse(Value):
    """A whole treatment by a plan of the bench, on a patient who is not there: no trials, and no score."""

    kind: Literal["rehearsal"] = "rehearsal"
    patient: Annotated[str, AfterValidator(_known)] = "tender"
    plan: Words = "demonstration"


Press = Annotated[Hold | Ramp | Release | Rehearse, Field(discriminator="kind")]


class Task(NamedTuple):
    """One trial as it is planned; times in s from go."""

    number: int
    """Counted from 1."""
    course: tuple[tuple[float, float], ...]
    """The target: (s, N), joined by straight lines."""
    rise_s: float
    let_go_s: float
    release_s: float
    band_percent: float
    surprise: bool = False
    """Nobody is told before when the let-go comes."""

    @property
    def target_n(self) -> float:
        """At the end of the course."""
        return self.course[-1][1]

    def at(self, go_us: int, let_go_us: int | None = None) -> Trial:
        """On the tool's clock; `let_go_us` is when the let-go was called, None where it was called on time."""
        return Trial(
            go_us=go_us,
            let_go_us=go_us + microseconds(self.let_go_s) if let_go_us is None else let_go_us,
            course=tuple((microseconds(at_s), force_n) for at_s, force_n in self.course),
            band_percent=self.band_percent,
            rise_us=microseconds(self.rise_s),
            release_us=microseconds(self.release_s),
        )


class Exercise(Value):
    """One exercise of a course, or anybody's own."""

    id: Id
    name: Words
    text: Words
    """What the trainee is told."""
    level: PositiveInt = 1
    purpose: Purpose = Purpose.PRACTICE
    press: Press
    trials: Annotated[int, Field(ge=1, le=60)] = 1
    """Times that all targets come."""
    band_percent: Annotated[float, Field(ge=2, le=30)] = 10.0
    """±10 % is the narrowest fair band for passing; never less than ±1 N is scored."""
    rest_s: Annotated[float, Field(ge=3, le=300)] = 10.0
    site: Words | None = None
    """Where a simulated hand presses, and what a trainee is asked to lay the pad on."""
    hand: Literal["usual", "other"] = "usual"
    schedule: Schedule

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if self.purpose in (Purpose.PRE_TEST, Purpose.RETENTION) and self.schedule != TEST:
            raise ValueError(f"a {self.purpose} has no feedback: write live = blind without reveal, result = never")
        if self.purpose is Purpose.STEADINESS and not _in_view(self.press, self.schedule):
            raise ValueError("a steadiness test is a hold with the force in view: write live = constant")
        if isinstance(self.press, Rehearse) and (self.purpose, self.schedule) != (Purpose.PRACTICE, AFTERWARDS):
            raise ValueError("a rehearsal is no test: write live = constant, result = at the end")
        if isinstance(self.press, Release) and self.press.after_s[0] > self.press.after_s[1]:
            raise ValueError("after_s: the first of two bounds is the lower one")
        if isinstance(self.press, Ramp) and self.press.stops[0] > self.press.stops[1]:
            raise ValueError("stops: the first of two bounds is the lower one")
        if self.longest_s > LONGEST_S:
            raise ValueError(f"a trial lasts {self.longest_s:.0f} s, the limit is {LONGEST_S:.0f} s: shorten it")
        return self

    @property
    def highest_n(self) -> float:
        """The upper edge of the highest target's band: what the cap has to allow; a rehearsal's is that of its plan."""
        edges_n = [force_n * (1 + _band_percent(self, force_n) / 100) for force_n in _targets_n(self.press)]
        return max(edges_n, default=0.0)

    @property
    def lasts_s(self) -> float:
        """About, with its rests."""
        return sum(task.let_go_s + task.release_s + self.rest_s for task in tasks(self, 0))

    @property
    def longest_s(self) -> float:
        """From go to the let-go, at most."""
        return max((_longest_s(self.press, force_n) for force_n in _targets_n(self.press)), default=0.0)


def tasks(exercise: Exercise, seed: int) -> tuple[Task, ...]:
    """The trials, none of a rehearsal; what is random in them comes from `seed` alone."""
    luck, press = Random(seed), exercise.press
    match press:
        case Hold():
            targets_n = [target_n for _ in range(exercise.trials) for target_n in _ordered(press, luck)]
            made = [_held(target_n, press.for_s) for target_n in targets_n]
        case Ramp():
            made = [_ramp(press, luck.uniform(*press.stops)) for _ in range(exercise.trials)]
        case Release():
            made = [_held(press.target_n, luck.uniform(*press.after_s), surprise=True) for _ in range(exercise.trials)]
        case Rehearse():
            made = []
        case _ as never:
            assert_never(never)
    return tuple(_numbered(task, number, exercise) for number, task in enumerate(made, 1))


def _in_view(press: Press, schedule: Schedule) -> bool:
    return isinstance(press, Hold) and isinstance(schedule.live, Constant)


def _ordered(press: Hold, luck: Random) -> tuple[float, ...]:
    if press.order == "as listed":
        return press.targets_n
    return tuple(luck.sample(press.targets_n, len(press.targets_n)))


def _targets_n(press: Press) -> tuple[float, ...]:
    match press:
        case Hold(targets_n=targets_n):
            return targets_n
        case Ramp(to_n=force_n) | Release(target_n=force_n):
            return (force_n,)
        case Rehearse():
            return ()
        case _ as never:
            assert_never(never)


def _longest_s(press: Press, target_n: float) -> float:
    match press:
        case Hold(for_s=for_s) | Release(after_s=(_, for_s)):
            return _rise_s(target_n) + for_s
        case Ramp(to_n=to_n, rate_n_per_s=rate_n_per_s, stops=(_, share)):
            return BEFORE_S + share * to_n / rate_n_per_s
        case Rehearse():
            return 0.0
        case _ as never:
            assert_never(never)


def _rise_s(target_n: float) -> float:
    return BEFORE_S + target_n / SLOW_RISE_N_PER_S


def _held(target_n: float, for_s: float, *, surprise: bool = False) -> Task:
    rise_s = _rise_s(target_n)
    return Task(0, ((0.0, target_n),), rise_s, rise_s + for_s, _release_s(target_n), 0.0, surprise)


def _ramp(press: Ramp, share: float) -> Task:
    """It begins `BEFORE_S` after go; the first third of the way is for finding the line."""
    stop_s = share * press.to_n / press.rate_n_per_s
    course = ((0.0, 0.0), (BEFORE_S, 0.0), (BEFORE_S + stop_s, share * press.to_n))
    surprise = press.stops[0] < press.stops[1]
    return Task(
        0, course, BEFORE_S + stop_s / 3, BEFORE_S + stop_s, _release_s(share * press.to_n), 0.0, surprise=surprise
    )


def _release_s(force_n: float) -> float:
    return LATE_S + force_n / SLOW_FALL_N_PER_S


def _band_percent(exercise: Exercise, target_n: float) -> float:
    """A light target's band is never under ±1 N."""
    return max(exercise.band_percent, 100 * NARROWEST_N / target_n)


def _numbered(task: Task, number: int, exercise: Exercise) -> Task:
    return task._replace(number=number, band_percent=min(_band_percent(exercise, task.target_n), 30.0))
