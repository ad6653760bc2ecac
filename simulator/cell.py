"""The force cell and its converter: newtons to counts."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from protocol.frames import Width
from protocol.layout import ChannelKind, ChannelLayout, Direction
from simulator.between import Between, many, one
from simulator.cell_kind import CellKind
from simulator.forces import Forces
from simulator.stable import Deviates, Floats, Value
from simulator.strain import Strain
from simulator.warmth import COLD_C, temperature_c

N_PER_COUNT: Final = 2e-5
"""A 24-bit converter over ±168 N."""
_LOW, _HIGH = Width.I24.saturated_low, Width.I24.saturated_high


class Cell:
    """Reads the force in a world; each time is later than the last one; deterministic with its deviates."""

    def __init__(self, kind: CellKind, white: Deviates, slow: Deviates) -> None:
        self.kind = kind
        self._white = white
        self._strain = Strain(kind, slow)

    @property
    def layout(self) -> ChannelLayout:
        """What the tool says about this cell: its factory calibration, which knows nothing of `CellKind`."""
        return ChannelLayout(
            kind=ChannelKind.FORCE,
            width=Width.I24,
            direction=Direction.COMPRESSION,
            adc_bits=24,
            coefficients=(0.0, N_PER_COUNT, 0.0, 0.0),
            full_scale=150.0,
            safe_overload=225.0,
            noise=0.02,
        )

    def count(self, world: Forces, world_s: float, offset_n: float = 0.0) -> int:
        """The count at one time, the same as in `counts`, for a zero that is off by `offset_n`."""
        world.ask(world_s)
        measured_n = self._measured(world, world_s, one(world_s)) + offset_n
        if self.kind.noise_n:
            measured_n += self.kind.noise_n * self._white.normal()
        if abs(measured_n) >= self.kind.limit_n:
            return _HIGH if measured_n > 0 else _LOW
        step = self.kind.step_counts
        return min(max(round(measured_n / (N_PER_COUNT * step)) * step, _LOW), _HIGH)

    def counts(self, world: Forces, world_s: Floats) -> NDArray[np.int32]:
        """The counts at many times; saturated where the converter ends, or the sensor before it."""
        world.ask(float(world_s[-1]))
        measured_n = self._measured(world, world_s, many(world_s))
        if self.kind.noise_n:
            measured_n += self.kind.noise_n * self._white.normals(len(world_s))
        step = self.kind.step_counts
        count = np.rint(measured_n / (N_PER_COUNT * step)) * step
        count[measured_n >= self.kind.limit_n] = _HIGH
        count[measured_n <= -self.kind.limit_n] = _LOW
        within: NDArray[np.int32] = np.minimum(np.maximum(count, _LOW), _HIGH).astype(np.int32)
        return within

    def _measured(self, world: Forces, world_s: Value, times: Between[Value]) -> Value:
        """What the converter is given, without its noise."""
        kind, force_n = self.kind, world.between(times)
        strain_n = self._strain.strained(world, times, force_n)
        if kind.nonlinearity:
            strain_n = strain_n + 4 * kind.nonlinearity * strain_n * (1 - strain_n / kind.full_scale_n)
        warmer_k = temperature_c(world_s) - COLD_C
        return strain_n * (kind.gain * (1 + kind.span_per_k * warmer_k)) + (kind.zero_n + kind.zero_n_per_k * warmer_k)
