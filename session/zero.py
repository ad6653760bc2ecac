"""The tare as an event on the raw stream: what is subtracted, from which reading on (docs/link-health.md)."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

import numpy as np
from numpy.typing import NDArray

from protocol.blocks import SampleBlock

FACTORY_Q: Final = 0
"""The zero of the calibration: what holds before the first tare."""
_ALWAYS: Final = -(1 << 63)
"""Before every reading."""


class Zeroing:
    """Subtracts the zeros that the tool measured; before the first one, the factory's zero holds.

    `only` are the numbers of the tares that count, 1 for the first; None: all of them. An undo takes back the newest
    tare that stands, whether it counts or not, so a record keeps its numbering whatever is chosen.
    """

    def __init__(self, only: Container[int] | None = None) -> None:
        self.tares = 0
        """Tares so far, those that do not count and those that were undone included."""
        self._only = only
        self._standing: list[int | None] = []
        """Zeros of the tares that nobody took back; None for one that does not count."""
        self._zeros: list[tuple[int, int]] = [(_ALWAYS, FACTORY_Q)]

    @property
    def zero_q(self) -> int:
        """The zero that holds for the newest readings, against the factory's."""
        return self._zeros[-1][1]

    @property
    def standing(self) -> int:
        """Tares that nobody took back."""
        return len(self._standing)

    def apply_from(self, index: int, zero_q: int) -> None:
        """From the reading with this index on, `zero_q` is zero, whatever was said before of those readings."""
        self.tares += 1
        counts = self._only is None or self.tares in self._only
        self._standing.append(zero_q if counts else None)
        if counts:
            self._set(index, zero_q)

    def undo_from(self, index: int) -> bool:
        """From this reading on the zero before the newest tare holds again; False where no tare is left to undo.

        Readings before it keep what was subtracted: holds that were measured and shown do not change afterwards.
        """
        if not self._standing:
            return False
        self._standing.pop()
        self._set(index, next((zero_q for zero_q in reversed(self._standing) if zero_q is not None), FACTORY_Q))
        return True

    def update(self, block: SampleBlock) -> SampleBlock:
        """The same readings, tared."""
        first, zero_q = self._zeros[-1]
        if len(block) and block.index[0] >= first:  # as nearly always
            return self._taken(block, np.int32(zero_q))
        starts = np.array([index for index, _ in self._zeros], np.int64)
        zeros_q = np.array([zero_q for _, zero_q in self._zeros], np.int32)
        at = np.searchsorted(starts, block.index, side="right") - 1
        return self._taken(block, zeros_q[at])

    def _taken(self, block: SampleBlock, zero_q: NDArray[np.int32] | np.int32) -> SampleBlock:
        return SampleBlock(block.index, block.time_us, block.force_q - zero_q, block.flags)

    def _set(self, index: int, zero_q: int) -> None:
        while self._zeros[-1][0] >= index:
            self._zeros.pop()
        self._zeros.append((index, zero_q))
