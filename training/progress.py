"""How a trainee develops: sessions in the order of time, the own measurement error, and what is beyond it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import groupby
from typing import NamedTuple, TypeVar

import numpy as np

from analysis.agreement import Agreement, agreement
from analysis.lacking import Lack, Lacking
from analysis.own_error import Errors, OwnError, errors, own_error
from protocol.sentence import Sentence
from training.due import ANOTHER_DAY
from training.exercise import Purpose
from training.result import Scored, TrialResult

Test = TypeVar("Test")


class Skill(NamedTuple):
    """What compares with itself: one exercise, the same hand, seen or unseen, by one version of the score."""

    exercise: str
    hand: str
    guided: bool
    simulated: bool
    version: int
    on: str = "pad"


class Session(NamedTuple):
    """The scored trials of one skill in one run."""

    at: datetime
    run: str
    purpose: Purpose
    points: Errors
    """`constant` is the mean of the points, with its confidence interval; `variable` their spread."""
    error_percent: Errors
    """Constant, absolute and variable error in % of the target."""
    first_points: float | None
    """Of the first trial: what counts in a retention test. None where it has no score."""
    targets_n: tuple[float, ...]
    """Of the trials, lowest first."""
    whole: bool
    """Every trial of the run is among them: none was void, seen where the others were not, or left out."""

    @property
    def is_test(self) -> bool:
        """A whole test of the course: what one person's points can be compared by."""
        return self.whole and self.purpose in (Purpose.PRE_TEST, Purpose.RETENTION)


class Baseline(NamedTuple):
    """The own error, from the pre-test on two days."""

    points: float
    """Mean of both days."""
    absolute_percent: float
    points_error: OwnError
    absolute_error: OwnError
    repeated: Agreement | Lacking
    """Of the mean forces of the trials over both days: ICC and errors (docs/repeatability.md)."""


class Change(NamedTuple):
    """A test against the baseline."""

    session: Session
    points: float
    """Later less baseline."""
    beyond: bool
    """Whether that is more than the MDC95 of the own baseline: only then something changed."""
    absolute_percent: float
    absolute_beyond: bool


class Progress(NamedTuple):
    """All that a trainee's results say."""

    curves: dict[Skill, tuple[Session, ...]]
    baseline: Baseline | Lacking
    changes: tuple[Change, ...]
    """Of each retention test; none without a baseline."""


def progress(results: Sequence[TrialResult]) -> Progress:
    """From a trainee's results, oldest first; void and unscored trials count nowhere."""
    counted = [each for each in results if each.score is not None]
    curves = _curves(counted)
    base = _baseline([each for each in counted if each.on == "pad"])
    if isinstance(base, Lacking):
        return Progress(curves, base, ())
    tested = {each.exercise for each in counted if each.purpose is Purpose.PRE_TEST}
    later = [
        session
        for skill, sessions in curves.items()
        for session in sessions
        if session.purpose is Purpose.RETENTION and skill.exercise in tested and skill.on == "pad"
    ]
    return Progress(curves, base, tuple(_change(session, base) for session in sorted(later, key=_at)))


def _curves(results: Sequence[TrialResult]) -> dict[Skill, tuple[Session, ...]]:
    curves: dict[Skill, list[Session]] = {}
    keyed = sorted(results, key=lambda each: (_skill(each), each.at, each.run, each.number))
    for (skill, _, _), trials in groupby(keyed, key=lambda each: (_skill(each), each.at, each.run)):
        curves.setdefault(skill, []).append(_session(list(trials)))
    return {skill: tuple(sessions) for skill, sessions in curves.items()}


def _skill(result: TrialResult) -> Skill:
    version = result.score.version if result.score else 0
    return Skill(result.exercise, result.hand, result.guided, result.simulated, version, result.on)


def _session(trials: Sequence[TrialResult]) -> Session:
    points = [each.score.points for each in trials if each.score]
    first = trials[0]
    return Session(
        at=first.at,
        run=first.run,
        purpose=first.purpose,
        points=_errors(points),
        error_percent=_errors([each.score.error_percent for each in trials if each.score]),
        first_points=points[0] if first.number == 1 else None,
        targets_n=tuple(sorted(each.target_n for each in trials)),
        whole=len(trials) == first.of,
    )


def _errors(values: Sequence[float]) -> Errors:
    found = errors(np.array(values))
    assert isinstance(found, Errors), "a session has a trial"
    return found


def _baseline(results: Sequence[TrialResult]) -> Baseline | Lacking:
    """Two days of the pre-test, whole runs only: the same trials each day."""
    tests = [each for each in results if each.purpose is Purpose.PRE_TEST]
    runs = [list(run) for _, run in groupby(tests, key=lambda each: (each.at, each.run))]
    days = two_days([run for run in runs if len(run) == run[0].of], lambda run: run[0].at)
    if days is None:
        return Lacking(Lack.FEW_RATERS, Sentence("the own error needs the whole pre-test on two days"))
    first, second = days
    if _same(first) != _same(second):
        return Lacking(Lack.MISSING_CELL, Sentence("the two pre-tests are not the same: do one exercise twice"))
    points, absolute, force_n = (
        np.array([[cell(each) for each in day] for day in (first, second)]).T for cell in (_points, _absolute, _force_n)
    )
    points_error, absolute_error = own_error(points), own_error(absolute)
    if isinstance(points_error, Lacking):
        return points_error
    if isinstance(absolute_error, Lacking):
        return absolute_error
    return Baseline(float(points.mean()), float(absolute.mean()), points_error, absolute_error, agreement(force_n))


def two_days(tests: Sequence[Test], at: Callable[[Test], datetime]) -> tuple[Test, Test] | None:
    """The first test and the first one with a night between them; None without such a one. Oldest first."""
    later = (test for test in tests if at(test) - at(tests[0]) >= ANOTHER_DAY)
    second = next(later, None)
    return None if second is None else (tests[0], second)


def _same(day: Sequence[TrialResult]) -> list[tuple[object, ...]]:
    return [(*_skill(each), each.number, each.target_n) for each in day]


def _points(result: TrialResult) -> float:
    return _score(result).points


def _absolute(result: TrialResult) -> float:
    return abs(_score(result).error_percent)


def _force_n(result: TrialResult) -> float:
    return result.target_n + _score(result).error_n


def _score(result: TrialResult) -> Scored:
    assert result.score is not None, "only scored trials are counted"
    return result.score


def _change(session: Session, base: Baseline) -> Change:
    points = session.points.constant - base.points
    absolute = session.error_percent.absolute - base.absolute_percent
    return Change(
        session,
        points,
        abs(points) > base.points_error.mdc95,
        absolute,
        abs(absolute) > base.absolute_error.mdc95,
    )


def _at(session: Session) -> datetime:
    return session.at
