"""What a crystal does beside being a constant part too fast: it wanders, and it feels the temperature."""

from __future__ import annotations

import math
from array import array
from typing import Final

import numpy as np

from simulator.clock_kind import ClockKind
from simulator.stable import Deviates, Floats, Value, decay
from simulator.warmth import temperature_c

KNOT_S: Final = 10.0
"""Between two knots the rate is constant."""
WANDER_S: Final = 300.0
"""Time constant of the wander, *assumed*."""
TURNOVER_C: Final = 25.0
"""Where a tuning fork is fastest (usual in data sheets)."""


class Crystal:
    """Microseconds that it gained by wander and warmth since the clock was started; deterministic with its deviates."""

    def __init__(self, kind: ClockKind, deviates: Deviates) -> None:
        self._kind = kind
        self._deviates = deviates
        self._keep = decay(KNOT_S / WANDER_S)
        self._wander_ppm = kind.wander_ppm * deviates.normal()
        self._gained_us = array("d", [0.0])

    def gained_us(self, since_s: Value) -> Value:
        """The gain after so long; 0 before the start."""
        if isinstance(since_s, float):
            at = max(since_s, 0.0) / KNOT_S
            left = int(at)
            self._reach(left + 1)
            knots_us = self._gained_us
            return knots_us[left] + (at - left) * (knots_us[left + 1] - knots_us[left])
        many = np.maximum(since_s, 0.0) / KNOT_S
        lefts = many.astype(np.int64)
        self._reach(int(lefts.max(initial=0)) + 1)
        gained_us = np.array(self._gained_us)
        gain_us: Floats = gained_us[lefts] + (many - lefts) * (gained_us[lefts + 1] - gained_us[lefts])
        return gain_us

    def _reach(self, knot: int) -> None:
        kind, fresh = self._kind, math.sqrt(1 - self._keep * self._keep)
        while knot >= len(self._gained_us):
            colder_k = temperature_c((len(self._gained_us) - 1) * KNOT_S) - TURNOVER_C
            ppm = self._wander_ppm + kind.ppm_per_k2 * (colder_k * colder_k)
            self._gained_us.append(self._gained_us[-1] + ppm * KNOT_S)
            self._wander_ppm = self._keep * self._wander_ppm + fresh * kind.wander_ppm * self._deviates.normal()


def crystal_of(kind: ClockKind, deviates: Deviates) -> Crystal | None:
    """The crystal, None for one that does nothing by itself."""
    return Crystal(kind, deviates) if kind.wander_ppm or kind.ppm_per_k2 else None
