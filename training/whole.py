"""A whole course in a calendar of its own: what a simulated person does, and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from training.course import Course
from training.due import Due, completed, due
from training.exercise import Exercise
from training.result import TrialResult

BREAK: Final = timedelta(minutes=20)
"""Between two exercises; *assumed*."""


class Outing(NamedTuple):
    """One exercise, done at a time."""

    number: int
    exercise: Exercise
    at: datetime


@dataclass(frozen=True, slots=True)
class WholeCourse:
    """The pre-tests, all lessons, the transfer tests, and the retention tests up to `until_days` after them."""

    course: Course
    until_days: int
    begins_at: datetime

    def next(self, results: Sequence[TrialResult]) -> Outing | None:
        """What comes after these results; None when all is done."""
        runs = sorted({each.at for each in results})
        now = runs[-1] + BREAK if runs else self.begins_at
        coming = [each for each in due(self.course, results, now) if self._wanted(each, results)]
        if not coming:
            return None
        first = min(coming, key=_since)
        exercise = self.course.as_test(first.exercise, first.purpose)
        return Outing(len(runs), exercise, max(now, first.since))

    def _wanted(self, coming: Due, results: Sequence[TrialResult]) -> bool:
        learned_at = completed(self.course, results)
        return learned_at is None or coming.since - learned_at <= timedelta(days=self.until_days)


def _since(coming: Due) -> datetime:
    return coming.since
