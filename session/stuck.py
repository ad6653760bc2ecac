"""A converter that repeats itself: marked before anything is computed from it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np

from protocol.blocks import SampleBlock, SampleFlag

STUCK_SAMPLES: Final = 5
"""A cell with a noise of 2 counts repeats a value so often by chance less than once in 1000 readings; the first
four readings of a stuck sensor pass, since nobody could know."""


class StuckWatch:
    """Marks readings SENSOR_FAULT from the `STUCK_SAMPLES`-th equal one in a row on.

    Only for a cell that is known to be noisy; without noise equal readings say nothing.
    """

    def __init__(self) -> None:
        self._last_q: int | None = None
        self._repeats = 0

    def update(self, block: SampleBlock) -> SampleBlock:
        """The same readings with their flags."""
        force_q = block.force_q
        if not len(force_q):
            return block
        changed = np.empty(len(force_q), np.bool_)
        changed[0] = self._last_q is None or int(force_q[0]) != self._last_q
        np.not_equal(force_q[1:], force_q[:-1], out=changed[1:])
        position = np.arange(len(force_q))
        start = np.maximum.accumulate(np.where(changed, position, -self._repeats))
        repeats = position - start + 1
        self._last_q, self._repeats = int(force_q[-1]), int(repeats[-1])
        stuck = repeats >= STUCK_SAMPLES
        if not stuck.any():
            return block
        fault = np.where(stuck, np.uint8(SampleFlag.SENSOR_FAULT), np.uint8(0))
        return replace(block, flags=block.flags | fault)
