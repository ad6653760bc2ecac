"""Readings without a gap between them, ready to be added up."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.reading import Reading, flagged
from protocol.blocks import SATURATED, SampleBlock


class Run(NamedTuple):
    """Force, time and the range that the force covers; all readings have neighbours."""

    force_q: NDArray[np.int32]
    time_us: NDArray[np.int64]
    low_q: int
    high_q: int
    saturated: NDArray[np.bool_] | None
    """Which readings are; None where none is."""

    @staticmethod
    def of(block: SampleBlock) -> Run:
        """The readings of a block, at least one, none of which is missing."""
        low_q, high_q = int(np.minimum.reduce(block.force_q)), int(np.maximum.reduce(block.force_q))
        saturated = (block.flags & SATURATED) != 0 if flagged(block) else None
        return Run(block.force_q, block.time_us, low_q, high_q, saturated)

    def behind(self, left: Reading) -> Run:
        """The same with the reading right before it in front."""
        return Run(
            np.concatenate((np.array([left.force_q], np.int32), self.force_q)),
            np.concatenate((np.array([left.time_us]), self.time_us)),
            min(left.force_q, self.low_q),
            max(left.force_q, self.high_q),
            None if self.saturated is None else np.append(left.saturated, self.saturated),
        )

    def part(self, first: int, last: int) -> Run:
        """From one reading to another, both included."""
        part = slice(first, last + 1)
        force_q = self.force_q[part]
        return Run(
            force_q,
            self.time_us[part],
            int(np.minimum.reduce(force_q)),
            int(np.maximum.reduce(force_q)),
            None if self.saturated is None else self.saturated[part],
        )
