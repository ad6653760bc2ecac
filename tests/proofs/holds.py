"""Holds of simulated hands, measured as the studies measured people's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, NamedTuple

import numpy as np

from simulator.crowd import crowd
from simulator.hand import LIFTED_MM, Intent
from simulator.hand_kind import PERSONAS
from simulator.physics import Physics
from simulator.stable import Deviates, Floats
from simulator.tissue_kind import SITES, STEP_S
from simulator.world import World

LOOK_S: Final = 0.1
"""The display changes ten times a second."""
SETTLING_S: Final = 5.0
"""After the ramp, left out of a hold's variation."""


@dataclass(frozen=True)
class Task:
    """One hold by one person."""

    persona: str
    site: str = "block"
    force_n: float = 30.0
    for_s: float = 80.0
    looking: bool = False
    scale: float = 1.0


class Fall(NamedTuple):
    """How much less the force is than in the first 5 s, in %."""

    at_11_to_15_s: float
    on_average: float


def hold(task: Task, seed: int) -> Floats:
    """Force at each step from when the hand would have arrived at its force, were the tissue elastic."""
    kind = replace(PERSONAS[task.persona], scale=task.scale)
    world = World.of(Physics(SITES[task.site], kind), (), Deviates(np.random.SeedSequence(seed)))
    world.tell(Intent(task.force_n))
    arrived_s = kind.reaction_s - LIFTED_MM / kind.lift_mm_per_s + task.force_n * task.scale / kind.rise_n_per_s
    end_s = arrived_s + task.for_s
    if task.looking:
        for t_s in np.arange(0, end_s, LOOK_S).tolist():
            force_n = world.force_n(t_s)
            world.tell(Intent(task.force_n, force_n if force_n > 1 else None))
    world.force_n(end_s)
    return world.trace_n[round(arrived_s / STEP_S) :]


def fall(task: Task, people: int) -> Fall:
    """Mean over so many people."""
    falls = [_fall(hold(task, seed)) for seed in range(people)]
    return Fall(*np.mean(falls, axis=0).tolist())


def variation_percent(task: Task, people: int) -> float:
    """Coefficient of variation within a hold, mean over so many people."""
    holds = [hold(task, seed)[round(SETTLING_S / STEP_S) :] for seed in range(people)]
    return float(np.mean([100 * force_n.std() / force_n.mean() for force_n in holds]))


def spread_percent(task: Task, people: int) -> float:
    """Standard deviation over mean, between people who press as hard as each thinks right."""
    crowded = crowd(PERSONAS[task.persona], people, seed=1)
    means_n = [hold(replace(task, scale=one.scale), seed).mean() for seed, one in enumerate(crowded)]
    return float(100 * np.std(means_n) / np.mean(means_n))


def _fall(force_n: Floats) -> tuple[float, float]:
    first_n = force_n[: round(5 / STEP_S)].mean()
    later_n = force_n[round(11 / STEP_S) : round(15 / STEP_S)].mean()
    return 100 * (later_n / first_n - 1), 100 * (force_n.mean() / first_n - 1)
