"""Twins by the name of the driver that reads them, and somebody who pulls."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Final

from simulator.twins.go_direct import GoDirectTwin
from simulator.twins.progressor import ProgressorTwin
from simulator.twins.sig import sig_force, weight_scale
from simulator.twins.twin import Load, Twin
from simulator.twins.wh_c06 import WhC06Twin

TWINS: Final[Mapping[str, Callable[[Load], Twin]]] = {
    "progressor": ProgressorTwin,
    "wh-c06": WhC06Twin,
    "go-direct": GoDirectTwin,
    "weight-scale": weight_scale,
    "sig-force": sig_force,
}

HELD_N: Final = 40.0
UNSTEADY_N: Final = 0.8
"""Amplitude of a hand's slow wander (assumed)."""
WANDER_S: Final = 3.0
REST_S, RISE_S, HOLD_S, FALL_S = 4.0, 1.5, 10.0, 0.8
ROUND_S: Final = REST_S + RISE_S + HOLD_S + FALL_S


def pulls(t_s: float) -> float:
    """Newtons of somebody who holds `HELD_N` for ten seconds, rests for four, and begins anew."""
    in_round_s = t_s % ROUND_S - REST_S
    rise = min(max(in_round_s / RISE_S, 0.0), 1.0)
    fall = min(max((ROUND_S - REST_S - in_round_s) / FALL_S, 0.0), 1.0)
    wander_n = UNSTEADY_N * math.sin(2 * math.pi * t_s / WANDER_S)
    return min(rise, fall) * (HELD_N + wander_n)
