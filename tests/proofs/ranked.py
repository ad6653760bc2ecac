"""Trials of simulated people, scored: who is more practised should have the higher score."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.own_error import Errors, apart, errors
from analysis.score import Score, score
from protocol.blocks import SampleBlock
from simulator.crowd import PUSHED_SIGMA
from simulator.crowd import crowd as people_of
from simulator.hand import Intent
from simulator.hand_kind import EXPERT_SHARE, NOVICE, PERSONAS, TAUGHT_ALONE_SHARE, HandKind
from simulator.physics import Physics
from simulator.stable import Deviates
from simulator.tissue_kind import SITES, STEP_S
from simulator.world import World
from training.course import own_course
from training.exercise import Exercise, Hold, Task, tasks
from training.schedule import TEST

LOOK_S: Final = 0.1
"""The display changes ten times a second."""
PERIOD_US: Final = 10_000
TOUCHED_N: Final = 1.0
TRIAL: Final = Exercise(
    id="ranked", name="ranked", text="25 N", press=Hold(targets_n=(25,), for_s=10), schedule=TEST, rest_s=3
)
"""One trial of 25 N for 10 s, the middle of what is practised."""
WHOLE_TEST: Final = own_course()["test-steady"]
"""The steadiness test of the course as it is done: six trials with its rests. Unseen it is the retention test."""
CROWD_SEED: Final = 2026
STRIDE: Final = 73
"""Shares do not follow each other in their order, so that neighbours in a row are nothing special."""

Scores = NDArray[np.float64]
"""A row of points for each person, a column for each trial."""


class Pairs(NamedTuple):
    """How often the more practised of two has more points."""

    pairs: int
    percent: float


def points(kind: HandKind, seed: int, exercise: Exercise, *, looking: bool) -> list[float]:
    """Of each trial of one person who does an exercise on the trapezius, rests and all."""
    world = World.of(Physics(SITES["trapezius"], kind), (), Deviates(np.random.SeedSequence(seed)))
    planned, go_s = [], 0.0
    for task in tasks(exercise, 0):
        _press(world, task, go_s, looking=looking)
        planned.append((task, go_s))
        go_s += round(task.let_go_s + task.release_s + exercise.rest_s)
    world.force_n(go_s)
    pressed_n = np.asarray(world.trace_n[:: round(PERIOD_US / 1e6 / STEP_S)], np.float64)
    count = np.arange(len(pressed_n))
    readings = SampleBlock.of(count, count * PERIOD_US, pressed_n)
    return [_points(readings, task, go_s) for task, go_s in planned]


def _press(world: World, task: Task, go_s: float, *, looking: bool) -> None:
    """From go to the let-go."""
    world.force_n(go_s)
    world.tell(Intent(task.target_n))
    for t_s in np.arange(0, task.let_go_s, LOOK_S).tolist() if looking else ():
        force_n = world.force_n(go_s + t_s)
        world.tell(Intent(task.target_n, force_n if force_n > TOUCHED_N else None))
    world.force_n(go_s + task.let_go_s)
    world.tell(Intent(0.0))


def _points(readings: SampleBlock, task: Task, go_s: float) -> float:
    found = score(readings, task.at(round(go_s * 1e6)), PERIOD_US)
    assert isinstance(found, Score), found
    return found.points


def crowd(persona: str, people: int, exercise: Exercise, *, looking: bool) -> Scores:
    """So many people with the same hand; no two of any persona share their luck."""
    return _scores(_place(persona), [PERSONAS[persona]] * people, exercise, looking=looking)


def unlike(persona: str, people: int, tests: int, exercise: Exercise, *, looking: bool, level_sigma: float) -> Scores:
    """So many people whose hands differ in steadiness as people's do, and by `level_sigma` in what they call a newton.

    Each does the exercise so many times, in rows that follow each other.
    """
    place, usual = _place(persona), PERSONAS[persona]
    unlike_each_other = people_of(usual, people, CROWD_SEED + place, level_sigma, PUSHED_SIGMA)
    kinds = [_sagging_as(kind, usual) for kind in unlike_each_other for _ in range(tests)]
    return _scores(place, kinds, exercise, looking=looking)


def _sagging_as(kind: HandKind, usual: HandKind) -> HandKind:
    """Whose hand is less steady sags more, by the same share, as in `HandKind.steadier`."""
    share = kind.unsteadiness / usual.unsteadiness if usual.unsteadiness else 1.0
    return replace(kind, sag=usual.sag * share)


def between(people: int, tests: int, exercise: Exercise, *, looking: bool) -> Scores:
    """So many people anywhere between the published bounds of a trained hand, evenly; tests as in `unlike`."""
    kinds = [NOVICE.steadier(share) for share in _shares(people) for _ in range(tests)]
    return _scores(len(PERSONAS), kinds, exercise, looking=looking)


def sagging(who: str, people: int, tests: int, exercise: Exercise, *, looking: bool) -> Scores:
    """Trained people as in `between`, or experts, whose hands sag as much as a novice's; tests as in `unlike`."""
    kept = _shares(people) if who == "trained" else [EXPERT_SHARE] * people
    kinds = [replace(NOVICE, unsteadiness=NOVICE.unsteadiness * share) for share in kept for _ in range(tests)]
    return _scores(_place(who), kinds, exercise, looking=looking)


def _shares(people: int) -> list[float]:
    width = (TAUGHT_ALONE_SHARE - EXPERT_SHARE) / people
    return [EXPERT_SHARE + width * (turn * STRIDE % people + 0.5) for turn in range(people)]


def left(percent: int, people: int, exercise: Exercise, *, looking: bool) -> Scores:
    """So many people who have this share of a novice's unsteadiness and sag."""
    kinds = [NOVICE.steadier(percent / 100)] * people
    return _scores(len(PERSONAS) + percent, kinds, exercise, looking=looking)


def _place(persona: str) -> int:
    return list(PERSONAS).index(persona)


def _scores(place: int, kinds: list[HandKind], exercise: Exercise, *, looking: bool) -> Scores:
    made = [points(kind, 10_000 * place + seed, exercise, looking=looking) for seed, kind in enumerate(kinds)]
    return np.array(made)


def together(scores: Scores, tests: int) -> Scores:
    """The same tests as those of fewer people, so many of each: a row of a test's means for each person."""
    means: Scores = scores.mean(axis=1)
    return means.reshape(-1, tests)


def ranked(less: Scores, more: Scores, pairs: int) -> Pairs:
    """Of so many different pairs of both crowds, each person in as many as any other, by the mean of all columns."""
    low, high = less.mean(axis=1), more.mean(axis=1)
    won = [low[one] < high[other] for one, other in _pairs(len(less), pairs)]
    return Pairs(pairs, 100 * float(np.mean(won)))


class Apart(NamedTuple):
    """How often the spread of two people's tests tells them apart, and how often wrongly, in % of all pairs."""

    right_percent: float
    wrong_percent: float


def told_apart(less: Scores, more: Scores, pairs: int) -> Apart:
    """Of as many pairs as `ranked` has."""
    low, high = ([_own(row) for row in crowd] for crowd in (less, more))
    found = [(low[one], high[other]) for one, other in _pairs(len(less), pairs)]
    sure = [one.constant < other.constant for one, other in found if apart(one, other)]
    return Apart(100 * sure.count(True) / pairs, 100 * sure.count(False) / pairs)


def _pairs(people: int, pairs: int) -> list[tuple[int, int]]:
    return [(place % people, (place + place // people) % people) for place in range(pairs)]


def _own(tests: Scores) -> Errors:
    found = errors(tests)
    assert isinstance(found, Errors), "everybody has a test"
    return found
