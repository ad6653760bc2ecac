"""What a force sensor does wrong."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, NamedTuple


class Creep(NamedTuple):
    """The reading goes on rising under a constant force: by `share` of it in the long run, with `tau_s`."""

    share: float
    tau_s: float


class Play(NamedTuple):
    """One play operator of hysteresis: half its width, and how much of it reaches the reading."""

    radius_n: float
    weight: float


@dataclass(frozen=True, slots=True)
class CellKind:
    """One sensor; what it does wrong is *assumed* for a good button cell."""

    gain: float = 1.0004
    zero_n: float = 0.35
    """Drift of the zero since the factory."""
    noise_n: float = 0.02
    """White, of each reading."""
    pink_n: float = 0.0
    """Standard deviation of slow electronic noise."""
    nonlinearity: float = 0.0
    """Error in the middle of the range over full scale: a parabola."""
    plays: tuple[Play, ...] = ()
    """Hysteresis."""
    creeps: tuple[Creep, ...] = ()
    zero_n_per_k: float = 0.0
    """From 22 °C, the room in which the tool was calibrated."""
    span_per_k: float = 0.0
    full_scale_n: float = 150.0
    limit_n: float = 168.0
    """The reading saturates here, at either sign."""
    tip_area_error: float = 0.0
    """Share by which the true tip is larger than its nominal area."""


CELLS: Final = MappingProxyType(
    {
        "button cell": CellKind(),
        "good cell": CellKind(),
        "cheap cell": CellKind(),
        "fsr": CellKind(),
        "ideal": CellKind(gain=1.0, zero_n=0.0, noise_n=0.0),
    }
)
"""Sensors by name."""
