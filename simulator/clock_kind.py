"""What a tool's crystal does wrong."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class ClockKind:
    """One crystal."""

    ppm: float = 20.0
    """How much it is fast; ±20 is usual."""
    wander_ppm: float = 0.0
    """Standard deviation of a slow wander; 0.5 is *assumed* for a tool in a hand."""
    ppm_per_k2: float = 0.0
    """Of a tuning fork, from 25 °C: −0.034 is usual in data sheets (*assumed* here)."""


CLOCKS: Final = MappingProxyType(
    {
        "exact": ClockKind(ppm=0.0),
        "steady": ClockKind(),
        "crystal": ClockKind(ppm=20.0, wander_ppm=0.5, ppm_per_k2=-0.034),
        "poor": ClockKind(ppm=-150.0, wander_ppm=3.0, ppm_per_k2=-0.034),
    }
)
"""Clocks by name."""
