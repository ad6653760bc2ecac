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
    """The reading saturates here, at either sign; the converter itself ends at 167.8 N."""
    step_counts: int = 1
    """The converter's own step, in counts of 20 µN."""
    tip_area_error: float = 0.0
    """Share by which the true tip is larger than its nominal area."""

    def area_cm2(self, nominal_cm2: float) -> float:
        """The true area of a tip."""
        return nominal_cm2 * (1 + self.tip_area_error)


CELLS: Final = MappingProxyType(
    {
        "button cell": CellKind(),
        "good cell": CellKind(
            gain=1.0002,
            zero_n=0.1,
            noise_n=0.01,
            nonlinearity=0.0002,
            plays=(Play(0.1, 0.15),),
            creeps=(Creep(0.0003, 600.0),),
            zero_n_per_k=0.002,
            span_per_k=1e-5,
        ),
        "cheap cell": CellKind(
            gain=1.002,
            zero_n=0.15,
            pink_n=0.01,
            nonlinearity=0.002,
            plays=(Play(0.5, 0.25), Play(2.0, 0.05)),
            creeps=(Creep(0.002, 8.0), Creep(0.003, 120.0)),
            zero_n_per_k=0.045,
            span_per_k=2e-4,
            tip_area_error=0.02,
        ),
        "fsr": CellKind(
            gain=1.06,
            zero_n=0.0,
            noise_n=0.1,
            pink_n=0.05,
            nonlinearity=0.03,
            plays=(Play(5.0, 0.4), Play(15.0, 0.2)),
            creeps=(Creep(0.05, 1.0), Creep(0.05, 10.0), Creep(0.05, 100.0)),
            span_per_k=0.001,
            full_scale_n=100.0,
            limit_n=100.0,
            step_counts=1221,
            tip_area_error=0.05,
        ),
        "ideal": CellKind(gain=1.0, zero_n=0.0, noise_n=0.0),
    }
)
"""Sensors by name.

"good cell": nonlinearity and hysteresis 0.02 %, creep 0.03 % of the reading (a maker's terms page). "cheap cell": 0.2,
0.3 and 0.5 %, *assumed*, as are the temperature's 0.03 % of full scale per K. "fsr": hysteresis 10 %, less than 5 %
drift per decade of time, parts differ by 6 % (Interlink FSR 400 data sheet), 12 bits over 100 N; its nonlinearity is
what is left after a calibration, *assumed*. Tip areas are *assumed*.
"""
