"""A hand that presses: follows an intent with a delay, trembles, drifts, corrects what it sees."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np

from simulator.tissue import STEP_S, Tissue

LIFTED_MM: Final = -6.0
"""Where the tip waits between presses, above the skin."""
TREMOR_HZ: Final = 10.0
"""Physiological tremor peaks at 8–12 Hz."""
TREMOR_WIDTH_HZ: Final = 4.0
"""From 8 to 12 Hz."""
NORMALS_BLOCK: Final = 4096


class Intent(NamedTuple):
    """What the hand wants: a force at the tip; 0 means off the skin."""

    force_n: float
    seen_n: float | None = None
    """The force on the display, None where the hand does not look."""


@dataclass(frozen=True, slots=True)
class HandKind:
    """One person's hand."""

    reaction_s: float = 0.22
    """From a cue to the hand's answer; ≥ 0.15 s for vision (Slifkin 2000), the rest *assumed*."""
    rise_n_per_s: float = 9.0
    """Just under the 10 N/s of De Meulemeester 2017."""
    fall_n_per_s: float = 14.0
    """*Assumed*: a release of about 2 s."""
    lift_mm_per_s: float = 25.0
    """*Assumed*."""
    spring_n_per_mm: float = 2.0
    """Stiffness of a free hand, *assumed*."""
    crossover_hz: float = 0.4
    """Speed of visual correction, *assumed* (about 1 Hz is the most, Slifkin 2000)."""
    unsteadiness: float = 0.03
    """Standard deviation of force over force, without correction (Baweja 2009: 4.5 % for a finger)."""
    dead_band: float = 0.01
    """Errors below this share are not seen; *assumed*."""


class Hand:
    """Steps through time; deterministic with its generator."""

    def __init__(self, kind: HandKind, rng: np.random.Generator) -> None:
        self.kind = kind
        self._intents: deque[tuple[float, Intent]] = deque()
        self._intent = Intent(0.0)
        self._wanted_n = 0.0
        self._correction_n = 0.0
        self._lift_mm = LIFTED_MM
        self._tremor = _Unsteadiness(rng)

    def tell(self, t_s: float, intent: Intent) -> None:
        """What the person decides at `t_s`; the hand follows a reaction time later."""
        self._intents.append((t_s + self.kind.reaction_s, intent))

    def step(self, t_s: float, tissue: Tissue) -> float:
        """Advance by `STEP_S` to `t_s`; the force at the tip in N."""
        while self._intents and self._intents[0][0] <= t_s:
            self._intent = self._intents.popleft()[1]
        self._move()
        self._correct()
        unsteady_n = self._tremor.step() * self.kind.unsteadiness * self._wanted_n
        aim_n = max(self._wanted_n + self._correction_n + unsteady_n, 0.0) if self._wanted_n > 0 else 0.0
        reference_mm = self._lift_mm + tissue.kind.depth_mm(aim_n) + aim_n / self.kind.spring_n_per_mm
        return tissue.press(reference_mm, self.kind.spring_n_per_mm)

    def _move(self) -> None:
        """Lower the tip before pressing, press and ease off at the hand's rates, lift at the end."""
        goal_n = self._intent.force_n
        if goal_n > 0 and self._lift_mm < 0:
            self._lift_mm = min(self._lift_mm + self.kind.lift_mm_per_s * STEP_S, 0.0)
        elif goal_n >= self._wanted_n:
            self._wanted_n = min(self._wanted_n + self.kind.rise_n_per_s * STEP_S, goal_n)
        else:
            self._wanted_n = max(self._wanted_n - self.kind.fall_n_per_s * STEP_S, goal_n)
        if goal_n == 0 and self._wanted_n == 0:
            self._lift_mm = max(self._lift_mm - self.kind.lift_mm_per_s * STEP_S, LIFTED_MM)

    def _correct(self) -> None:
        """Integrate the error that is seen; while easing off there is nothing to correct."""
        goal_n, seen_n = self._intent
        if goal_n == 0 or seen_n is None:
            fade = self._wanted_n / (self._wanted_n + self.kind.fall_n_per_s * STEP_S) if goal_n == 0 else 1.0
            self._correction_n *= fade
        elif self._wanted_n == goal_n and abs(goal_n - seen_n) > self.kind.dead_band * goal_n:
            self._correction_n += 2 * math.pi * self.kind.crossover_hz * STEP_S * (goal_n - seen_n)


class _Unsteadiness:
    """Unit noise of a hand: two slow wanders and a tremor around 10 Hz."""

    SHARES: Final = (0.75, 0.50, 0.43)
    """Wander of 1 s, wander of 10 s, tremor; their squares sum to 1. *Assumed* after Sutton & Sykes 1967."""

    def __init__(self, rng: np.random.Generator) -> None:
        self._normals = _normals(rng)
        self._fast = self._slow = 0.0
        self._tremor = (0.0, 0.0)
        self._keep_fast, self._keep_slow = math.exp(-STEP_S / 1.0), math.exp(-STEP_S / 10.0)
        pole, angle = math.exp(-math.pi * TREMOR_WIDTH_HZ * STEP_S), 2 * math.pi * TREMOR_HZ * STEP_S
        self._c1, self._c2 = 2 * pole * math.cos(angle), -pole * pole
        variance = (1 - self._c2) / ((1 + self._c2) * ((1 - self._c2) ** 2 - self._c1**2))
        self._gain = 1 / math.sqrt(variance)

    def step(self) -> float:
        """The next value; mean 0, standard deviation 1."""
        fast, slow, shake = next(self._normals)
        self._fast = self._keep_fast * self._fast + math.sqrt(1 - self._keep_fast**2) * fast
        self._slow = self._keep_slow * self._slow + math.sqrt(1 - self._keep_slow**2) * slow
        last, before = self._tremor
        self._tremor = (self._c1 * last + self._c2 * before + self._gain * shake, last)
        one_s, ten_s, tremor = self.SHARES
        return one_s * self._fast + ten_s * self._slow + tremor * self._tremor[0]


def _normals(rng: np.random.Generator) -> Iterator[tuple[float, float, float]]:
    """Normal deviates, three at a time; drawn in blocks because one by one is thirty times slower."""
    while True:
        for row in rng.standard_normal((NORMALS_BLOCK, 3)).tolist():
            yield tuple(row)
