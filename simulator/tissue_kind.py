"""What tissue is like under a tip of 1 cm², site by site."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, NamedTuple

import numpy as np

from simulator.stable import Floats, fading

STEP_S: Final = 0.01
"""Step of the physics; the force between two steps is the straight line, by definition, and truth is exact for it.

Tremor and what a hand does lie below 15 Hz.
"""


NEARLY_ALL: Final = 3.1
"""Time constants until `fading` leaves 5 %."""


class Softening(NamedTuple):
    """Tissue loses stiffness by itself: `share` of what it has, exponentially with `tau_s`, from `at_s` on.

    That such an event exists is *assumed*: no publication shows one in force. 5–15 % over 5–15 s is our guess.
    """

    at_s: float
    share: float
    tau_s: float

    @classmethod
    def within(cls, at_s: float, share: float, for_s: float) -> Softening:
        """The same with the time after which 95 % of it is there."""
        return cls(at_s, share, for_s / NEARLY_ALL)


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
    softenings: tuple[Softening, ...] = ()

    def depth_mm(self, force_n: Floats) -> Floats:
        """Depth that gives `force_n` ≥ 0 at once, before any relaxation; the root without cancellation."""
        k1 = self.k1_n_per_mm
        return 2 * force_n / (k1 + np.sqrt(k1 * k1 + 4 * self.k2_n_per_mm2 * force_n))

    def stiffness(self, t_s: Floats) -> Floats:
        """The share of its stiffness that the tissue has at these times."""
        left = np.ones(len(t_s))
        for at_s, share, tau_s in self.softenings:
            left *= 1 - share * (1 - fading(np.maximum(t_s - at_s, 0.0) / tau_s))
        return left


SITES: Final = MappingProxyType(
    {
        "trapezius": TissueKind(),
        "neck": TissueKind(k1_n_per_mm=0.9, k2_n_per_mm2=0.15),
        "infraspinatus": TissueKind(k1_n_per_mm=1.2, k2_n_per_mm2=0.20),
        "erector spinae": TissueKind(k1_n_per_mm=1.0, k2_n_per_mm2=0.15),
        "gluteus": TissueKind(k1_n_per_mm=0.6, k2_n_per_mm2=0.08),
        "thigh": TissueKind(k1_n_per_mm=0.7, k2_n_per_mm2=0.10),
        "calf": TissueKind(k1_n_per_mm=1.05, k2_n_per_mm2=0.15),
        "forearm": TissueKind(k1_n_per_mm=1.2, k2_n_per_mm2=0.25),
        "block": TissueKind(k1_n_per_mm=200.0, k2_n_per_mm2=0.0, shares=(0.0, 0.0, 0.0)),
    }
)
"""Sites by name; all stiffness *assumed*, no indentation of muscle by a small tip is published in N/mm.

The order is: thick soft muscle (gluteus, thigh), the shank half as stiff again as the thigh (an abstract says 150 %),
thin muscle on bone (infraspinatus, forearm) the stiffest. "block" is a dynamometer on a table.
"""
