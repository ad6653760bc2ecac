"""A force that was recorded once, instead of a hand on tissue."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from simulator.forces import Forces
from simulator.hand import Intent
from simulator.happenings.tissue import TissueSoftening
from simulator.stable import Floats
from simulator.tissue_kind import STEP_S


class TracedWorld(Forces):
    """Follows a curve of (seconds, newtons), linear in between and nothing outside; nobody can tell it anything."""

    def __init__(self, curve: Sequence[tuple[float, float]]) -> None:
        times_s, forces_n = zip(*curve, strict=True)
        self._last_s = times_s[-1]
        self._times_s = np.array([*times_s, self._last_s + 1.0])
        self._forces_n = np.array([*forces_n, 0.0])
        super().__init__(float(self._at(np.zeros(1))[0]))

    def tell(self, intent: Intent) -> None:
        """Go on: what was done was done."""

    def soften(self, happening: TissueSoftening) -> TissueSoftening:
        """Raise `ValueError`: what was measured once has what the tissue did in it."""
        raise ValueError(f"“{happening.kind}” needs tissue, and a curve has none: use presses or a plan")

    def _more_n(self, step: int) -> list[float]:
        t_s = np.arange(len(self.steps_n), step + 1, dtype=np.float64) * STEP_S
        forces_n: list[float] = self._at(t_s).tolist()
        return forces_n

    def _at(self, t_s: Floats) -> Floats:
        left = np.maximum(np.searchsorted(self._times_s, t_s, side="right") - 1, 0)
        left = np.minimum(left, len(self._times_s) - 2)
        share = (t_s - self._times_s[left]) / (self._times_s[left + 1] - self._times_s[left])
        force_n = self._forces_n[left] + share * (self._forces_n[left + 1] - self._forces_n[left])
        return np.where((t_s < self._times_s[0]) | (t_s > self._last_s), 0.0, force_n)
