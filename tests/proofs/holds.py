"""Holds of simulated hands, measured as the studies measured people's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final, NamedTuple

import numpy as np

from simulator.crowd import LEVEL_SIGMA, crowd
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
    unsteady: bool = True


class Fall(NamedTuple):
    """How much less the mean force of all people is than in the first 5 s, in %."""

    at_6_to_10_s: float
    at_11_to_15_s: float
    on_average: float
    """Over the whole hold."""


PUBLISHED: Final = MappingProxyType(
    {
        persona: Fall(*(100 * (later / first - 1) for later in (second, third, whole)))
        for persona, (first, second, third, whole) in {
            "novice": (8.30, 7.87, 7.58, 7.27),
            "with a tool": (8.80, 8.73, 8.50, 8.22),
        }.items()
    }
)
"""Of 15 physiotherapists and 15 students, on a dynamometer for 80 s, by hand and with a tool (Pérez-Palomares 2021).

The numbers are means in N/cm² of the intervals 1–5, 6–10, 11–15 and 1–80 s. How much the fall differs between people
was not published; their standard deviations (3.4 to 4.6 N/cm²) are of the level.
"""


def hold(task: Task, seed: int) -> Floats:
    """Force at each step from when the hand would have arrived at its force, were the tissue elastic."""
    kind = replace(PERSONAS[task.persona], scale=task.scale)
    if not task.unsteady:
        kind = replace(kind, unsteadiness=0.0)
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


def holds(task: Task, people: int) -> Floats:
    """A row for each of so many people."""
    return np.array([hold(task, seed) for seed in range(people)])


def fall(force_n: Floats) -> Fall:
    """Of people's mean force, as the study has it: the fifth, tenth and fifteenth second are the last of theirs."""
    mean_n = force_n.mean(axis=0)
    until = [round(end_s / STEP_S) for end_s in (5, 10, 15)]
    first_n, second_n, third_n = (mean_n[end - until[0] : end].mean() for end in until)
    return Fall(*(100 * (float(later_n / first_n) - 1) for later_n in (second_n, third_n, mean_n.mean())))


def variation_percent(force_n: Floats) -> float:
    """Coefficient of variation within a hold, mean over people."""
    settled_n = force_n[:, round(SETTLING_S / STEP_S) :]
    return float(100 * (settled_n.std(axis=1) / settled_n.mean(axis=1)).mean())


def spread_percent(task: Task, people: int, level_sigma: float = LEVEL_SIGMA) -> float:
    """Standard deviation over mean, between people who press as hard as each thinks right."""
    crowded = crowd(PERSONAS[task.persona], people, seed=1, level_sigma=level_sigma)
    means_n = [hold(replace(task, scale=one.scale), seed).mean() for seed, one in enumerate(crowded)]
    return float(100 * np.std(means_n) / np.mean(means_n))
