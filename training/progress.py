"""How a trainee develops: sessions in the order of time, the own measurement error, and what is beyond it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Final, NamedTuple

import numpy as np

from analysis.agreement import Agreement, agreement
from analysis.lacking import Lack, Lacking
from analysis.own_error import Errors, OwnError, errors, own_error
from protocol.sentence import Sentence
from training.exercise import Purpose
from training.nights import on_different_days
from training.result import Scored, TrialResult

UNSEEN: Final = (Purpose.PRE_TEST, Purpose.RETENTION)
"""The tests that compare with the own baseline."""


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


class Test(NamedTuple):
    """What compares with itself as a test: the same targets, pressed by the same skill."""

    skill: Skill
    targets_n: tuple[float, ...]


class Baseline(NamedTuple):
    """The own error, from the pre-test on two days."""

    test: Test
    days: tuple[float, float]
    """Mean points of each."""
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
    tests: dict[Test, tuple[Session, ...]]
    """The whole unseen ones that were done on a pad, oldest first."""
    steadiness: dict[Test, tuple[Session, ...]]
    """Likewise, of the tests with the force in view."""
    baseline: Baseline | Lacking
    changes: tuple[Change, ...]
    """Of each whole retention test that is the baseline's; none without a baseline."""

    @property
    def compared(self) -> tuple[Session, ...]:
        """The tests that compare with each other: the baseline's, without one those like the latest."""
        if not isinstance(self.baseline, Lacking):
            return self.tests[self.baseline.test]
        return max(self.tests.values(), key=lambda sessions: sessions[-1].at, default=())


def progress(results: Sequence[TrialResult]) -> Progress:
    """From a trainee's results, oldest first; void and unscored trials count nowhere."""
    counted = [each for each in results if each.score is not None]
    curves = _curves(counted)
    tests = _tests(curves, UNSEEN)
    steady = _tests(curves, (Purpose.STEADINESS,))
    base = _baseline(tests, [each for each in counted if each.on == "pad"])
    if isinstance(base, Lacking):
        return Progress(curves, tests, steady, base, ())
    later = [session for session in tests[base.test] if session.purpose is Purpose.RETENTION]
    return Progress(curves, tests, steady, base, tuple(_change(session, base) for session in later))


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


def _tests(curves: Mapping[Skill, Sequence[Session]], purposes: Sequence[Purpose]) -> dict[Test, tuple[Session, ...]]:
    tests: dict[Test, list[Session]] = {}
    for skill, curve in curves.items():
        for session in curve:
            if skill.on == "pad" and session.whole and session.purpose in purposes:
                tests.setdefault(Test(skill, session.targets_n), []).append(session)
    return {test: tuple(sessions) for test, sessions in tests.items()}


def _baseline(tests: Mapping[Test, Sequence[Session]], results: Sequence[TrialResult]) -> Baseline | Lacking:
    """Two days of the pre-test, real ones rather than simulated ones, and the first of these."""
    before = {test: [each for each in sessions if each.purpose is Purpose.PRE_TEST] for test, sessions in tests.items()}
    twice = [(test, days) for test, sessions in before.items() if (days := _two_days(sessions))]
    if not twice and _two_days(sorted((each for sessions in before.values() for each in sessions), key=_at)):
        return Lacking(Lack.MISSING_CELL, Sentence("the two pre-tests are not the same: do one exercise twice"))
    if not twice:
        return Lacking(Lack.FEW_RATERS, Sentence("the own error needs the whole pre-test on two days"))
    test, days = min(twice, key=lambda each: (each[0].skill.simulated, each[1][0].at))
    trials = [_trials(day, results) for day in days]
    points, absolute, force_n = (
        np.array([[cell(each) for each in day] for day in trials]).T for cell in (_points, _absolute, _force_n)
    )
    points_error, absolute_error = own_error(points), own_error(absolute)
    if isinstance(points_error, Lacking):
        return points_error
    if isinstance(absolute_error, Lacking):
        return absolute_error
    return Baseline(
        test,
        (days[0].points.constant, days[1].points.constant),
        float(points.mean()),
        float(absolute.mean()),
        points_error,
        absolute_error,
        agreement(force_n),
    )


def _two_days(tests: Sequence[Session]) -> tuple[Session, Session] | None:
    """The first test and the first one with a night between them; None without such a one. Oldest first."""
    days = on_different_days(tests)
    return (days[0], days[1]) if len(days) > 1 else None


def _trials(day: Session, results: Sequence[TrialResult]) -> list[TrialResult]:
    """By target, whatever order they came in: then a row of two days holds the same."""
    trials = [each for each in results if (each.at, each.run) == (day.at, day.run)]
    return sorted(trials, key=lambda each: (each.target_n, each.number))


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
