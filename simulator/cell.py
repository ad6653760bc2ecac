"""The force cell and its converter: newtons to counts."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from protocol.frames import Width
from protocol.layout import ChannelKind, ChannelLayout, Direction

N_PER_COUNT: Final = 2e-5
"""A 24-bit converter over ±168 N."""
COLD_C: Final = 22.0
WARM_C: Final = 30.0
WARMING_S: Final = 600.0
"""A cell in a hand, from the room's temperature to nearly the skin's; all three *assumed*."""
_NORMALS_BLOCK: Final = 1024


@dataclass(frozen=True, slots=True)
class CellKind:
    """One cell; what it does wrong is *assumed* for a good button cell."""

    gain: float = 1.0004
    zero_n: float = 0.35
    """Drift of the zero since the factory."""
    noise_n: float = 0.02


class Cell:
    """Reads forces; deterministic with its generator."""

    def __init__(self, kind: CellKind, rng: np.random.Generator) -> None:
        self.kind = kind
        self._normals = _normals(rng)

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

    def read(self, force_n: float) -> int:
        """The count for a true force; saturated where the converter ends."""
        measured_n = force_n * self.kind.gain + self.kind.zero_n + self.kind.noise_n * next(self._normals)
        count = round(measured_n / N_PER_COUNT)
        return min(max(count, Width.I24.saturated_low), Width.I24.saturated_high)


def temperature_c(world_s: float) -> float:
    """How warm the cell is; its readings do not depend on it."""
    return WARM_C - (WARM_C - COLD_C) * math.exp(-world_s / WARMING_S)


def _normals(rng: np.random.Generator) -> Iterator[float]:
    while True:
        yield from rng.standard_normal(_NORMALS_BLOCK).tolist()
