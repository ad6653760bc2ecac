"""What a trainee does next: a pure function of what was done and of the time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from training.course import Course
from training.exercise import Purpose
from training.nights import ANOTHER_DAY, on_different_days
from training.result import TrialResult

RETENTION_DAYS: Final = (1, 7, 30, 90)
"""What is trained decays within a week (Snodgrass and Odelli 2012): the first two say whether it was learned."""
BASELINE_DAYS: Final = 2
"""On so many the pre-test is done: the least that says how much a hand differs from day to day."""
STEADINESS_DAYS: Final = 3
"""On so many the steadiness test is done: the fewest whose mean has a useful margin (Student's factor 4.3 over the
standard deviation, 12.7 for two)."""
LATEST: Final = timedelta(days=60)
"""After its day the last retention test is done within this time, or not at all; *assumed*."""


class Due(NamedTuple):
    """One thing to do."""

    purpose: Purpose
    exercise: str
    since: datetime
    """From when on it may be done."""
    days: int | None = None
    """Of a retention test: after so many."""

    def is_due(self, now: datetime) -> bool:
        """Whether its time has come."""
        return now >= self.since


def due(course: Course, results: Sequence[TrialResult], now: datetime) -> tuple[Due, ...]:
    """What comes next, the first thing first; what is not due yet says from when on it is."""
    tests = course.tests
    if tests is not None and (first := _on_days(tests.pre_test, Purpose.PRE_TEST, results, now, BASELINE_DAYS)):
        return first
    open_lessons = [name for name in course.practice if not _runs(results, name, Purpose.PRACTICE)]
    if open_lessons:
        return (Due(Purpose.PRACTICE, open_lessons[0], now),)
    learned_at = completed(course, results)
    if tests is None or learned_at is None:
        return ()
    return (
        *_retention(tests.retention, results, learned_at, now),
        *_steadiness(course.steadiness, results, learned_at),
        *_transfer(tests.transfer, results, learned_at),
    )


def completed(course: Course, results: Sequence[TrialResult]) -> datetime | None:
    """When every exercise of the lessons had been done; None before."""
    runs = [_runs(results, name, Purpose.PRACTICE) for name in course.practice]
    return max(each[0].at for each in runs) if runs and all(runs) else None


def _on_days(
    exercise: str, purpose: Purpose, results: Sequence[TrialResult], begin: datetime, days: int
) -> tuple[Due, ...]:
    """A test that is to be done whole on so many days; nothing once it was.

    All with a tool, or all simulated: they do not compare. One with a void trial is done again.
    """
    kinds = [
        on_different_days(_runs(_whole(results, simulated=simulated), exercise, purpose)) for simulated in (False, True)
    ]
    if any(len(done) >= days for done in kinds):
        return ()
    latest = max((each.at for done in kinds for each in done), default=None)
    return (Due(purpose, exercise, begin if latest is None else latest + ANOTHER_DAY),)


def _whole(results: Sequence[TrialResult], *, simulated: bool) -> list[TrialResult]:
    """Of runs on a pad without a void trial."""
    done = [each for each in results if each.on == "pad" and each.counts and each.simulated is simulated]
    trials = Counter(each.run for each in done)
    return [each for each in done if trials[each.run] == each.of]


def _retention(exercise: str, results: Sequence[TrialResult], learned_at: datetime, now: datetime) -> tuple[Due, ...]:
    """The test whose time it is, or else the next one; a test that was left out is not made up for.

    Where the first trial was void, which decides, the test comes again: on another day, without a warm-up.
    """
    tests = [each for each in results if _is_retention(each, exercise)]
    days = [timedelta(days=each) for each in RETENTION_DAYS]
    ends = [*days[1:], days[-1] + LATEST]
    for number, begin, end in zip(RETENTION_DAYS, days, ends, strict=True):
        tried = [each for each in tests if begin <= each.at - learned_at < end]
        if not any(each.counts for each in tried if each.number == 1) and now - learned_at < end:
            since = max([learned_at + begin, *(each.at + ANOTHER_DAY for each in tried)])
            return (Due(Purpose.RETENTION, exercise, since, number),)
    return ()


def _is_retention(result: TrialResult, exercise: str) -> bool:
    return result.on == "pad" and result.exercise == exercise and result.purpose is Purpose.RETENTION


def _steadiness(names: Sequence[str], results: Sequence[TrialResult], learned_at: datetime) -> tuple[Due, ...]:
    """After the course, when its forces are known: what was done of it before does not count."""
    later = [each for each in results if each.at >= learned_at]
    return tuple(
        coming for name in names for coming in _on_days(name, Purpose.STEADINESS, later, learned_at, STEADINESS_DAYS)
    )


def _transfer(names: Sequence[str], results: Sequence[TrialResult], learned_at: datetime) -> tuple[Due, ...]:
    """Each once, from the end of the course on."""
    return tuple(
        Due(Purpose.TRANSFER, name, learned_at) for name in names if not _runs(results, name, Purpose.TRANSFER)
    )


def _runs(results: Sequence[TrialResult], exercise: str, purpose: Purpose) -> list[TrialResult]:
    """A result of each run on a pad, earliest first; a run of nothing but void trials was not done."""
    done = [each for each in results if each.on == "pad" and each.counts]
    runs = {each.run: each for each in done if each.exercise == exercise and each.purpose is purpose}
    return sorted(runs.values(), key=_at)


def _at(result: TrialResult) -> datetime:
    return result.at
