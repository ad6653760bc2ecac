"""What a person's hand is like."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


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
    """Stiffness of a free hand, *assumed*; a braced tool has about 50."""
    crossover_hz: float = 0.4
    """Speed of visual correction, *assumed* (about 1 Hz is the most, Slifkin 2000); 0 for one who never looks."""
    dead_band: float = 0.01
    """Errors below this share are not seen; *assumed*."""
    unsteadiness: float = 0.03
    """Standard deviation of force over force, without correction (Baweja 2009: 4.5 % for a finger)."""
    wander_s: float = 10.0
    """Time constant of the slower of both wanders, *assumed*."""
    tremor_share: float = 0.43
    """Of the unsteadiness, as a standard deviation; *assumed* after Sutton & Sykes 1967."""
    sag: float = 0.0
    """Share of the force that an unseen press loses in the long run (fitted to Pérez-Palomares 2021 where not 0)."""
    sag_s: float = 12.0
    """Time constant of the loss."""
    scale: float = 1.0
    """What this person calls a newton: who does not look presses so many."""
    fatigue_per_min: float = 0.0
    """How much larger the unsteadiness gets with each minute under load; *assumed*."""


PERSONAS: Final = MappingProxyType(
    {
        "practised": HandKind(),
        "novice": HandKind(),
        "trained": HandKind(),
        "expert": HandKind(),
        "braced": HandKind(),
        "still": HandKind(),
    }
)
"""Personas by name."""
