"""The tare as an event on the raw stream: what is subtracted, from which reading on."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from protocol.blocks import SampleBlock


class Zeroing:
    """Subtracts the zeros that the tool measured; before the first one, the factory's zero holds."""

    def __init__(self) -> None:
        self._zeros: list[tuple[int, int]] = [(0, 0)]

    def apply_from(self, index: int, zero_q: int) -> None:
        """From the reading with this index on, `zero_q` is zero."""
        self._zeros.append((index, zero_q))

    def update(self, block: SampleBlock) -> SampleBlock:
        """The same readings, tared."""
        starts = np.array([index for index, _ in self._zeros])
        zeros_q = np.array([zero_q for _, zero_q in self._zeros], np.int32)
        at = np.searchsorted(starts, block.index, side="right") - 1
        return replace(block, force_q=block.force_q - zeros_q[at])
