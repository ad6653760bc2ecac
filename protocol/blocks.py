"""Readings of one instrument in physical units, on a grid that makes sums exact."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntFlag
from typing import Final

import numpy as np
from numpy.typing import NDArray

GRID_PER_N: Final = 1 << 14
"""Steps per newton. 61 µN is far below any cell's noise; integer sums on the grid do not depend on how a
stream was cut, and an hour at 500 N stays inside int64."""

MAX_FORCE_N: Final = (1 << 31) / GRID_PER_N - 1
"""The largest magnitude that fits the grid (131,071 N)."""


class SampleFlag(IntFlag):
    """What is known about a single reading."""

    SATURATED_HIGH = 1
    SATURATED_LOW = 2
    OVERLOAD = 4
    SENSOR_FAULT = 8
    LATE = 16


SATURATED: Final = int(SampleFlag.SATURATED_HIGH | SampleFlag.SATURATED_LOW)
"""The true force lies beyond the value. A plain int: numpy asks an enum for a dozen attributes at each operation."""


@dataclass(frozen=True, slots=True, eq=False)
class SampleBlock:
    """Consecutive readings, oldest first; four arrays of one length.

    `index` counts sampling slots and rises by one from reading to reading: a larger step means that readings are
    missing there. `time_us` is the instrument's own clock, not decreasing. `force_q` is force on the grid of
    `GRID_PER_N` steps per newton. `flags` are `SampleFlag`.
    """

    index: NDArray[np.int64]
    time_us: NDArray[np.int64]
    force_q: NDArray[np.int32]
    flags: NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.index)

    @property
    def time_s(self) -> NDArray[np.float64]:
        """Device time in seconds."""
        return self.time_us / 1e6

    @property
    def force_n(self) -> NDArray[np.float64]:
        """Force in newtons."""
        return self.force_q / GRID_PER_N

    def __deepcopy__(self, memo: dict[int, object]) -> SampleBlock:
        """Itself: nobody changes readings, so that copies of what keeps them may share them."""
        return self

    def __getitem__(self, part: slice | NDArray[np.bool_]) -> SampleBlock:
        return SampleBlock(self.index[part], self.time_us[part], self.force_q[part], self.flags[part])

    @staticmethod
    def of(index: NDArray[np.int64], time_us: NDArray[np.int64], force_n: NDArray[np.float64]) -> SampleBlock:
        """Unflagged readings from forces in newtons (finite, at most `MAX_FORCE_N`)."""
        return SampleBlock(index, time_us, to_grid(force_n), np.zeros(len(index), np.uint8))


def to_grid(force_n: NDArray[np.float64]) -> NDArray[np.int32]:
    """Forces in newtons, finite and at most `MAX_FORCE_N`, rounded to the grid."""
    return np.rint(force_n * GRID_PER_N).astype(np.int32)
