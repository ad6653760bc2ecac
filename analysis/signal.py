"""What the stream as a whole was like."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from analysis.reading import contiguous, flagged
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
        self._last: tuple[int, int] | None = None

    @property
    def duration_s(self) -> float:
        """From the first reading to the latest; 0 before the first."""
        if self._first_us is None or self._last is None:
            return 0.0
        return (self._last[1] - self._first_us) / 1e6

    def update(self, block: SampleBlock) -> None:
        """Take the next readings, at least one."""
        index, time_us = block.index, block.time_us
        if self._last is None:
            self._first_us = time_us.item(0)
        else:
            self._compare(self._last, (index.item(0), time_us.item(0)))
        if not contiguous(block):
            for left in np.flatnonzero(np.diff(index) != 1).tolist():
                right = left + 1
                self._compare((index.item(left), time_us.item(left)), (index.item(right), time_us.item(right)))
        self.samples += index.size
        if flagged(block):
            self.saturated_samples += int(np.count_nonzero(block.flags & SATURATED))
        self._last = index.item(-1), time_us.item(-1)

    def _compare(self, left: tuple[int, int], right: tuple[int, int]) -> None:
        """Slot and time of two readings, one after the other."""
        lost = right[0] - left[0] - 1
        if lost:
            self.lost_samples += lost
            self.gaps.append(Gap(left[1] / 1e6, right[1] / 1e6, lost))


def trusted(block: SampleBlock) -> SampleBlock:
    """The readings without those that the tool itself says cannot be trusted: they are missing, not zero."""
    if not flagged(block):
        return block
    faulty = (block.flags & int(SampleFlag.SENSOR_FAULT)) != 0
    return block[~faulty] if faulty.any() else block
