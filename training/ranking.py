"""The order of a class, by the mean of several tests of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

import numpy as np

from analysis.own_error import Errors, apart, errors
from training.collected import Trainee
from training.progress import Test

TESTS: Final = 4
"""So many tests make one person's place, the latest ones: as many as a course has retention tests.

By one unseen test simulated neighbours are in the right order in 84 to 85 % of pairs only, by four of them in 97 %
(docs/ranking.md).
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
    """Tests of those who have not done enough for a place, by pseudonym."""


def rankings(trainees: Iterable[Trainee]) -> tuple[Ranking, ...]:
    """One for each test that anybody did whole; who pressed a person is not in it."""
    means: dict[Test, dict[str, list[float]]] = {}
    for trainee in trainees:
        for test, sessions in trainee.progress.tests.items():
            means.setdefault(test, {})[trainee.pseudonym] = [each.points.constant for each in sessions]
    return tuple(_ranking(test, people) for test, people in means.items())


def _ranking(test: Test, people: Mapping[str, Sequence[float]]) -> Ranking:
    found = {name: errors(np.array(means[-TESTS:])) for name, means in people.items() if len(means) >= TESTS}
    order = sorted((-points.constant, name, points) for name, points in found.items() if isinstance(points, Errors))
    places = [
        Place(name, points, apart=above is None or apart(points, above))
        for (_, name, points), above in zip(order, [None, *(each[2] for each in order)], strict=False)
    ]
    waiting = {name: len(means) for name, means in sorted(people.items()) if len(means) < TESTS}
    return Ranking(test, tuple(places), waiting)
