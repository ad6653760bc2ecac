"""A force that was recorded once, instead of a hand on tissue."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from simulator.hand import Intent
from simulator.tissue import STEP_S


class TracedWorld:
    """Follows a curve of (seconds, newtons), linear in between and nothing outside; nobody can tell it anything."""

    def __init__(self, curve: Sequence[tuple[float, float]]) -> None:
        self._times_s = np.array([point[0] for point in curve])
        self._forces_n = np.array([point[1] for point in curve])
        self._trace = array("d", [self._at(0.0)])

    @property
    def time_s(self) -> float:
        """How far the world has got."""
        return (len(self._trace) - 1) * STEP_S

    @property
    def trace_n(self) -> NDArray[np.float64]:
        """True force so far, one value every `STEP_S` from time 0."""
        return np.array(self._trace)

    def tell(self, intent: Intent) -> None:
        """Go on: what was done was done."""

    def force_n(self, t_s: float) -> float:
        """True force at `t_s` ≥ the last time asked, linear between two steps."""
        step, between = divmod(t_s / STEP_S, 1.0)
        while len(self._trace) <= step + 1:
            self._trace.append(self._at(len(self._trace) * STEP_S))
        left_n, right_n = self._trace[int(step)], self._trace[int(step) + 1]
        return left_n + between * (right_n - left_n)

    def _at(self, t_s: float) -> float:
        return float(np.interp(t_s, self._times_s, self._forces_n, 0.0, 0.0))
