"""Muscle under a small tip: nonlinear, relaxing."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

STEP_S: Final = 0.001
"""Step of the physics: ten times finer than the tool's default sampling, and truth needs ≥ 1 kHz."""


@dataclass(frozen=True, slots=True)
class TissueKind:
    """Quasi-linear viscoelastic indentation: f(x) = k1 x + k2 x², relaxed by a Prony series."""

    k1_n_per_mm: float = 0.8
    """*Assumed*: 12.8 mm and a tangent of 3.9 N/mm at 30 N, for a tip of 1 cm²."""
    k2_n_per_mm2: float = 0.12
    """*Assumed*; that the law is quadratic is from Zheng, Mak, Lue 1999."""
    shares: tuple[float, float, float] = (0.10, 0.10, 0.12)
    """Relaxing shares, *assumed* within 0.03–0.28 (Zheng & Mak 1999)."""
    times_s: tuple[float, float, float] = (0.6, 3.5, 18.0)
    """*Assumed*; plateau reached in about 20 s (Palevski 2006)."""

    def depth_mm(self, force_n: float) -> float:
        """Depth that gives `force_n` at once, before any relaxation."""
        k1, k2 = self.k1_n_per_mm, self.k2_n_per_mm2
        return (math.sqrt(k1 * k1 + 4 * k2 * max(force_n, 0.0)) - k1) / (2 * k2)


class Tissue:
    """Tissue between a hand's spring and the bone, stepped in time."""

    def __init__(self, kind: TissueKind) -> None:
        self.kind = kind
        self._decay = [math.exp(-STEP_S / t) for t in kind.times_s]
        self._gain = [g * (1 - e) * t / STEP_S for g, e, t in zip(kind.shares, self._decay, kind.times_s, strict=True)]
        self._fading = sum(self._gain)
        self._direct = 1 - sum(kind.shares) + self._fading
        self._memory = (0.0, 0.0, 0.0)
        self._elastic_n = 0.0

    def press(self, reference_mm: float, spring_n_per_mm: float) -> float:
        """Advance by `STEP_S` and return the force in N at the tip.

        The hand pushes with a spring against a reference that lies `reference_mm` below the skin's surface; depth
        and force follow from the balance of both, at least 0.
        """
        k1, k2 = self.kind.k1_n_per_mm, self.kind.k2_n_per_mm2
        (e1, e2, e3), (w1, w2, w3), (h1, h2, h3) = self._decay, self._gain, self._memory
        past_n = e1 * h1 + e2 * h2 + e3 * h3 - self._fading * self._elastic_n
        a, b = self._direct * k2, self._direct * k1 + spring_n_per_mm
        c = past_n - spring_n_per_mm * reference_mm
        depth_mm = (math.sqrt(max(b * b - 4 * a * c, 0.0)) - b) / (2 * a) if c < 0 else 0.0
        elastic_n = k1 * depth_mm + k2 * depth_mm * depth_mm
        rise_n = elastic_n - self._elastic_n
        self._memory = (e1 * h1 + w1 * rise_n, e2 * h2 + w2 * rise_n, e3 * h3 + w3 * rise_n)
        self._elastic_n = elastic_n
        return max(spring_n_per_mm * (reference_mm - depth_mm), 0.0) if depth_mm > 0 else 0.0
