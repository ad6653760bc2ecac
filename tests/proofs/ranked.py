"""Trials of simulated people, scored: who is more practised should have the higher score."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.score import Score, score
from protocol.blocks import SampleBlock
from simulator.hand import Intent
from simulator.hand_kind import PERSONAS
from simulator.physics import Physics
from simulator.stable import Deviates
from simulator.tissue_kind import SITES, STEP_S
from simulator.world import World
from training.exercise import Exercise, Hold, tasks
from training.schedule import TEST

LOOK_S: Final = 0.1
"""The display changes ten times a second."""
PERIOD_US: Final = 10_000
TOUCHED_N: Final = 1.0
TASK: Final = tasks(
    Exercise(id="ranked", name="ranked", text="25 N", press=Hold(targets_n=(25,), for_s=10), schedule=TEST), 0
)[0]
"""One trial of 25 N for 10 s, the middle of what is practised."""


class Pairs(NamedTuple):
    """How often the more practised of two has more points."""

    pairs: int
    percent: float


def points(persona: str, seed: int, *, looking: bool) -> float:
    """Of one trial of one person on the trapezius."""
    world = World.of(Physics(SITES["trapezius"], PERSONAS[persona]), (), Deviates(np.random.SeedSequence(seed)))
    world.tell(Intent(TASK.target_n))
    for t_s in np.arange(0, TASK.let_go_s, LOOK_S).tolist() if looking else ():
        force_n = world.force_n(t_s)
        world.tell(Intent(TASK.target_n, force_n if force_n > TOUCHED_N else None))
    world.force_n(TASK.let_go_s)
    world.tell(Intent(0.0))
    world.force_n(TASK.let_go_s + TASK.release_s + 1)
    pressed_n = np.asarray(world.trace_n[:: round(PERIOD_US / 1e6 / STEP_S)], np.float64)
    count = np.arange(len(pressed_n))
    found = score(SampleBlock.of(count, count * PERIOD_US, pressed_n), TASK.at(0), PERIOD_US)
    assert isinstance(found, Score), found
    return found.points


def crowd(persona: str, people: int, *, looking: bool) -> NDArray[np.float64]:
    """One trial each of so many people; no two of any persona share their luck."""
    first = 10_000 * list(PERSONAS).index(persona)
    return np.array([points(persona, first + seed, looking=looking) for seed in range(people)])


def ranked(less: NDArray[np.float64], more: NDArray[np.float64], pairs: int) -> Pairs:
    """Of so many different pairs of both crowds, each person in as many as any other."""
    people = len(less)
    won = [less[place % people] < more[(place + place // people) % people] for place in range(pairs)]
    return Pairs(pairs, 100 * float(np.mean(won)))
