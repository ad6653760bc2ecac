"""What was asked for in one trial, and when, on the instrument's clock."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import isfinite
from typing import Final

import numpy as np
from numpy.typing import NDArray

from analysis.settings import grid
from protocol.blocks import GRID_PER_N

NARROWEST_N: Final = 1.0
"""Half of the narrowest band (*assumed*): below it a cell's own error would be scored."""
LIGHTEST_N: Final = 3.0
"""The lightest target, at the moment of the let-go: a force below 1 N counts as gone."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One trial: a person is told to go, holds what is asked for, is told to let go.

    Nothing here depends on what the hand did, so that no reading can move what the others are measured by. Raises
    `ValueError` for what contradicts itself.
    """

    go_us: int
    let_go_us: int
    course: tuple[tuple[int, float], ...]
    """The target: (µs after go, N), joined by straight lines; before the first and after the last point it stays."""
    band_percent: float
    rise_us: int
    """After go: the way up, which is not scored."""
    release_us: int
    """After the let-go: by then the force should be gone."""

    def __post_init__(self) -> None:
        if not self.course or any(left[0] >= right[0] for left, right in pairwise(self.course)):
            raise ValueError("a target needs points whose times rise")
        if not all(isfinite(force_n) and force_n >= 0 for _, force_n in self.course):
            raise ValueError("a target is a force of 0 N or more")
        if not 0 < self.band_percent < 100:
            raise ValueError(f"a band of ±{self.band_percent:g} % is none")
        if min(self.rise_us, self.release_us) < 0 or self.let_go_us < self.go_us:
            raise ValueError("the times of a trial do not follow one another")
        if self.target_q(np.array([self.let_go_us], np.int64))[0] < grid(LIGHTEST_N):
            raise ValueError(f"a target of less than {LIGHTEST_N:g} N cannot be told from a force that is gone")

    @property
    def begin_us(self) -> int:
        """From here to the let-go the target is to be held."""
        return self.go_us + self.rise_us

    @property
    def gone_us(self) -> int:
        """From here on the force should be gone."""
        return self.let_go_us + self.release_us

    def target_q(self, time_us: NDArray[np.int64]) -> NDArray[np.int64]:
        """The target at these times, on the force grid."""
        at_us, force_n = zip(*self.course, strict=True)
        wanted_n = np.interp(time_us - self.go_us, at_us, force_n)
        wanted_q: NDArray[np.int64] = np.rint(wanted_n * GRID_PER_N).astype(np.int64)
        return wanted_q

    def half_q(self, target_q: NDArray[np.int64]) -> NDArray[np.int64]:
        """Half the band's width around these targets."""
        share_q = np.rint(target_q * (self.band_percent / 100)).astype(np.int64)
        half_q: NDArray[np.int64] = np.maximum(share_q, grid(NARROWEST_N))
        return half_q
