"""Muscle under a small tip: nonlinear, relaxing."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from simulator.stable import Floats, decay
from simulator.tissue_kind import STEP_S, Softening, TissueKind


class Tissue:
    """Tissue between a hand's spring and the bone, stepped in time."""

    def __init__(self, kind: TissueKind) -> None:
        self.kind = kind
        decays = [decay(STEP_S / tau_s) for tau_s in kind.times_s]
        gains = [g * (1 - e) * t / STEP_S for g, e, t in zip(kind.shares, decays, kind.times_s, strict=True)]
        self._decays, self._gains = tuple(decays), tuple(gains)
        self._state = (0.0, 0.0, 0.0, 0.0)
        """What each decay still holds, and the force without relaxation."""
        self._steps = 0

    def soften(self, softening: Softening) -> None:
        """Lose stiffness, not before the next step."""
        self.kind = replace(self.kind, softenings=(*self.kind.softenings, softening))

    def press(self, references_mm: Floats, spring_n_per_mm: float) -> list[float]:
        """Advance by a step for each reference; the forces in N at the tip, at least 0.

        The hand pushes with a spring against a reference that lies so deep below the skin's surface; depth and force
        follow from the balance of both: the root of a quadratic that is above 0.
        """
        t_s = np.arange(1, 1 + len(references_mm), dtype=np.float64) + self._steps
        self._steps += len(references_mm)
        k1, k2, spring = self.kind.k1_n_per_mm, self.kind.k2_n_per_mm2, spring_n_per_mm
        (e1, e2, e3), (w1, w2, w3), (h1, h2, h3, elastic_n) = self._decays, self._gains, self._state
        fading = w1 + w2 + w3
        direct = 1 - sum(self.kind.shares) + fading
        forces_n: list[float] = []
        for reference_mm, share in zip(references_mm.tolist(), self.kind.stiffness(t_s * STEP_S).tolist(), strict=True):
            h1, h2, h3 = e1 * h1, e2 * h2, e3 * h3
            push_n = spring * reference_mm - share * (h1 + h2 + h3 - fading * elastic_n)
            rise_n, force_n = -elastic_n, 0.0
            if push_n > 0:
                b = share * direct * k1 + spring
                depth_mm = 2 * push_n / (b + math.sqrt(b * b + 4 * share * direct * k2 * push_n))
                rise_n += depth_mm * (k1 + k2 * depth_mm)
                force_n = max(spring * (reference_mm - depth_mm), 0.0)
            elastic_n += rise_n
            h1, h2, h3 = h1 + w1 * rise_n, h2 + w2 * rise_n, h3 + w3 * rise_n
            forces_n.append(force_n)
        self._state = (h1, h2, h3, elastic_n)
        return forces_n
