"""What the stream as a whole was like."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from analysis.reading import Reading, reading
from protocol.blocks import SATURATED, SampleBlock, SampleFlag


class Gap(NamedTuple):
    """Missing readings between two that are there."""

    start_s: float
    end_s: float
    lost: int


class SignalStage:
    """Counts readings and losses.

    Every gap is kept: the only thing in the analysis that grows with a stream, by 100 bytes for each.
    """

    def __init__(self) -> None:
        self.samples = 0
        self.lost_samples = 0
        self.saturated_samples = 0
        self.gaps: list[Gap] = []
        self._first_us: int | None = None
        self._last: Reading | None = None

    @property
    def duration_s(self) -> float:
        """From the first reading to the latest; 0 before the first."""
        if self._first_us is None or self._last is None:
            return 0.0
        return (self._last.time_us - self._first_us) / 1e6

    def update(self, block: SampleBlock) -> None:
        """Take the next readings, at least one."""
        first = reading(block, 0)
        if self._last is None:
            self._first_us = first.time_us
        elif first.slot != self._last.slot + 1:
            self._miss(self._last, first)
        for left in np.flatnonzero(np.diff(block.index) != 1).tolist():
            self._miss(reading(block, left), reading(block, left + 1))
        self.samples += len(block)
        self.saturated_samples += int(np.count_nonzero(block.flags & SATURATED))
        self._last = reading(block, -1)

    def _miss(self, left: Reading, right: Reading) -> None:
        lost = right.slot - left.slot - 1
        self.lost_samples += lost
        self.gaps.append(Gap(left.time_us / 1e6, right.time_us / 1e6, lost))


def trusted(block: SampleBlock) -> SampleBlock:
    """The readings without those that the tool itself says cannot be trusted: they are missing, not zero."""
    faulty = (block.flags & SampleFlag.SENSOR_FAULT) != 0
    return block[~faulty] if faulty.any() else block
