"""The order of a class, by the mean of several tests of each with the force in view."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

import numpy as np

from analysis.own_error import Errors, apart, errors
from training.collected import Trainee
from training.due import STEADINESS_DAYS
from training.nights import on_different_days
from training.progress import Session, Test

TESTS: Final = STEADINESS_DAYS
"""So many tests make one person's place: the latest ones, each on another day.

With the force in view simulated neighbours are so in the right order in more than 95 % of pairs, unseen they are not
(docs/ranking.md): who is not seen is compared with the own baseline alone.
"""


class Place(NamedTuple):
    """One person's, by their latest tests."""

    pseudonym: str
    points: Errors
    """Of the tests' means: `constant` is the mean, with its confidence interval; `variable` their spread."""
    apart: bool
    """From the place above, by more than both people's tests differ among themselves; True of the first."""


class Ranking(NamedTuple):
    """By one test."""

    test: Test
    places: tuple[Place, ...]
    """The most points first."""
    waiting: Mapping[str, int]
    """Days of those who have not done enough for a place, by pseudonym."""


def rankings(trainees: Iterable[Trainee]) -> tuple[Ranking, ...]:
    """One for each steadiness test that anybody did whole; who pressed a person is not in it."""
    means: dict[Test, dict[str, list[float]]] = {}
    for trainee in trainees:
        for test, sessions in trainee.progress.steadiness.items():
            means.setdefault(test, {})[trainee.pseudonym] = _latest(sessions)
    return tuple(_ranking(test, people) for test, people in means.items())


def _latest(tests: Sequence[Session]) -> list[float]:
    """Mean points of each, the latest first."""
    return [each.points.constant for each in on_different_days(reversed(tests))[:TESTS]]


def _ranking(test: Test, people: Mapping[str, Sequence[float]]) -> Ranking:
    found = {name: errors(np.array(means)) for name, means in people.items() if len(means) == TESTS}
    order = sorted((-points.constant, name, points) for name, points in found.items() if isinstance(points, Errors))
    places = [
        Place(name, points, apart=above is None or apart(points, above))
        for (_, name, points), above in zip(order, [None, *(each[2] for each in order)], strict=False)
    ]
    waiting = {name: len(means) for name, means in sorted(people.items()) if len(means) < TESTS}
    return Ranking(test, tuple(places), waiting)
