"""A hand that presses: follows an intent with a delay, trembles, sags, corrects what it sees."""

from __future__ import annotations

import math
from bisect import insort
from typing import Final, NamedTuple

import numpy as np

from simulator.hand_kind import HandKind
from simulator.stable import PI, Deviates, Floats, fading
from simulator.tissue_kind import STEP_S, TissueKind
from simulator.unrest import Unrest

LIFTED_MM: Final = -6.0
"""Where the tip waits between presses, above the skin."""
_ROUNDING: Final = 1e-6
"""A quotient that is a hair above a whole number of steps is that number."""


class Intent(NamedTuple):
    """What the hand wants: a force at the tip; 0 means off the skin."""

    force_n: float
    seen_n: float | None = None
    """The force on the display, None where the hand does not look."""


class Bearing(NamedTuple):
    """Where a hand is in its movement."""

    lift_mm: float = LIFTED_MM
    """Of the tip above the skin, negative; 0 once it touches."""
    wanted_n: float = 0.0
    correction_n: float = 0.0
    """What looking has added."""
    pressed: int = 0
    """Steps since this press began."""
    loaded: int = 0
    """Steps under load in all presses."""


class Course(NamedTuple):
    """Bearings of consecutive steps, column by column."""

    lift_mm: Floats
    wanted_n: Floats
    correction_n: Floats
    pressed: Floats
    loaded: Floats

    def last(self) -> Bearing:
        """The bearing of the last step."""
        lift_mm, wanted_n, correction_n, pressed, loaded = (float(column[-1]) for column in self)
        return Bearing(lift_mm, wanted_n, correction_n, int(pressed), int(loaded))


class Hand:
    """Plans its steps ahead, which are the same however few one asks for; deterministic with its deviates."""

    def __init__(self, kind: HandKind, deviates: Deviates) -> None:
        self.kind = kind
        self._unrest = Unrest(kind, deviates).steps
        self._intents: list[tuple[int, Intent]] = []
        self._intent, self._since, self._from = Intent(0.0), 0, Bearing()
        self._step = 0
        self._move = HandMove(kind)

    def settled(self, t_s: float) -> int:
        """The last step that nothing decided at `t_s` or later can change."""
        return self._due(t_s) - 1

    def tell(self, t_s: float, intent: Intent) -> None:
        """What the person decides at `t_s`; the hand follows a reaction time later."""
        insort(self._intents, (self._due(t_s), intent), key=_step_of)

    def plan(self, steps: int, tissue: TissueKind) -> Floats:
        """The next `steps` points that the hand's spring is held against, in mm below the skin's surface."""
        points: list[Floats] = []
        while steps:
            self._follow()
            until = self._intents[0][0] - 1 if self._intents else self._step + steps
            count = min(until - self._step, steps)
            points.append(self._points(count, tissue))
            self._step += count
            steps -= count
        return np.concatenate(points) if points else np.zeros(0)

    def _due(self, t_s: float) -> int:
        """The first step that obeys what is decided at `t_s`."""
        return math.ceil((t_s + self.kind.reaction_s) / STEP_S - _ROUNDING)

    def _follow(self) -> None:
        """Take up what has to be obeyed from the next step on."""
        while self._intents and self._intents[0][0] <= self._step + 1:
            if self._step > self._since:
                self._from = self._course(self._step, 1).last()
            self._since, self._intent = self._step, self._intents.pop(0)[1]

    def _course(self, first: int, count: int) -> Course:
        """Bearings of the steps from `first` on, under the present intent: always counted from where it began."""
        passed = np.arange(first - self._since, first - self._since + count, dtype=np.float64)
        if self._intent.force_n > 0:
            return self._move.press(self._from, self._intent, passed)
        return self._move.let_go(self._from, passed)

    def _points(self, count: int, tissue: TissueKind) -> Floats:
        kind, course = self.kind, self._course(self._step + 1, count)
        noise = kind.unsteadiness * self._unrest.values(self._step, count)
        if kind.fatigue_per_min:
            noise = noise * (1 + kind.fatigue_per_min * STEP_S / 60 * course.loaded)
        sagging = 1 - kind.sag * (1 - fading(course.pressed * (STEP_S / kind.sag_s)))
        aim_n = course.wanted_n * sagging * (1 + noise) + course.correction_n
        aim_n = np.where(course.wanted_n > 0, np.maximum(aim_n, 0.0), 0.0)
        return course.lift_mm + tissue.depth_mm(aim_n) + aim_n / kind.spring_n_per_mm


class HandMove:
    """How a hand gets from where it is to what it wants: `passed` counts steps, the first one is 1."""

    def __init__(self, kind: HandKind) -> None:
        self._kind = kind
        self._rise_n, self._fall_n = kind.rise_n_per_s * STEP_S, kind.fall_n_per_s * STEP_S
        self._lift_mm = kind.lift_mm_per_s * STEP_S

    def press(self, start: Bearing, intent: Intent, passed: Floats) -> Course:
        """Lower the tip, press or ease off to the wanted force at the hand's rates, then correct what is seen."""
        goal_n = intent.force_n * self._kind.scale
        lowering = _steps(-start.lift_mm, self._lift_mm)
        on_skin = np.maximum(passed - lowering, 0.0)
        if goal_n >= start.wanted_n:
            wanted_n = np.minimum(start.wanted_n + on_skin * self._rise_n, goal_n)
            moving = _steps(goal_n - start.wanted_n, self._rise_n)
        else:
            wanted_n = np.maximum(start.wanted_n - on_skin * self._fall_n, goal_n)
            moving = _steps(start.wanted_n - goal_n, self._fall_n)
        there = np.maximum(passed - max(lowering + moving, 1) + 1, 0.0)
        return Course(
            np.minimum(start.lift_mm + passed * self._lift_mm, 0.0),
            wanted_n,
            start.correction_n + there * self._corrected(intent),
            start.pressed + on_skin,
            start.loaded + on_skin,
        )

    def let_go(self, start: Bearing, passed: Floats) -> Course:
        """Ease off, and lift the tip as soon as nothing is wanted any more."""
        easing = _steps(start.wanted_n, self._fall_n)
        wanted_n = np.where(passed < easing, start.wanted_n - passed * self._fall_n, 0.0)
        lifting = np.maximum(passed - max(easing, 1) + 1, 0.0)
        return Course(
            np.maximum(start.lift_mm - lifting * self._lift_mm, LIFTED_MM),
            wanted_n,
            start.correction_n * (wanted_n / start.wanted_n) if start.wanted_n > 0 else np.zeros(len(passed)),
            np.where(wanted_n > 0, start.pressed + passed, 0.0),
            start.loaded + np.minimum(passed, easing),
        )

    def _corrected(self, intent: Intent) -> float:
        """By how much looking changes the force in a step: an integrator with a dead band."""
        if intent.seen_n is None or abs(intent.force_n - intent.seen_n) <= self._kind.dead_band * intent.force_n:
            return 0.0
        return 2 * PI * self._kind.crossover_hz * STEP_S * (intent.force_n - intent.seen_n)


def _step_of(due: tuple[int, Intent]) -> int:
    return due[0]


def _steps(way: float, per_step: float) -> int:
    """How many steps a way takes."""
    return max(math.ceil(way / per_step - _ROUNDING), 0)
