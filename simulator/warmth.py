"""How warm the tool gets in a hand."""

from __future__ import annotations

from typing import Final

from simulator.stable import Value, fading

COLD_C: Final = 22.0
WARM_C: Final = 30.0
WARMING_S: Final = 600.0
"""From the room's temperature to nearly the skin's; all three *assumed*."""


def temperature_c(held_s: Value) -> Value:
    """The temperature of sensor and crystal, so long after the first sample."""
    return WARM_C - (WARM_C - COLD_C) * fading(held_s / WARMING_S)
