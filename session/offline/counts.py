"""How often each integer came: medians and percentiles of any number of values in bounded memory."""

from __future__ import annotations

from math import floor
from typing import Final

import numpy as np
from numpy.typing import NDArray

EXACT: Final = 1 << 23
"""Values below this magnitude are told apart: 512 N on the force grid, and steps in time up to 8.4 s."""

ROUNDED_BITS: Final = 36
"""Larger values lose these last bits of a double's 52 and stand for the middle of what is left: 1 part in 131,072."""

_FIRST: Final = int(np.float64(EXACT).view(np.int64)) >> ROUNDED_BITS
_KEYS: Final = EXACT + (int(np.float64(2.0**63).view(np.int64)) >> ROUNDED_BITS) - _FIRST + 1
_STRIDE: Final = 1 << 16


class Counts:
    """Takes integers in any order and pieces; the answers depend on neither.

    Up to 2³² values. The table of counts has 88 MB of addresses; memory is used only where values fall.
    """

    def __init__(self) -> None:
        self.total = 0
        self._counts = np.zeros(2 * _KEYS + 1, np.uint32)
        self._low, self._high = _KEYS, -_KEYS
        """The keys that there were."""

    def add(self, values: NDArray[np.int64]) -> None:
        """Count these too."""
        if not len(values):
            return
        keys = _keys(values)
        np.add.at(self._counts, keys + _KEYS, np.uint32(1))
        self.total += len(values)
        self._low, self._high = min(self._low, int(keys.min())), max(self._high, int(keys.max()))

    def percentile(self, percent: float) -> float:
        """The percentile, linear between two values as numpy's; at least one value must have been counted."""
        place = percent / 100 * (self.total - 1)
        rank = floor(place)
        below, above = self._ranked(rank), self._ranked(min(rank + 1, self.total - 1))
        return below + (above - below) * (place - rank)

    def _ranked(self, rank: int) -> float:
        """The value that comes after `rank` others, smallest first."""
        for key in range(self._low, self._high + 1, _STRIDE):
            counts = self._counts[key + _KEYS : key + _STRIDE + _KEYS]
            inside = int(counts.sum(dtype=np.int64))
            if rank < inside:
                return _value(key + int(np.searchsorted(np.cumsum(counts, dtype=np.int64), rank, side="right")))
            rank -= inside
        raise IndexError("fewer values were counted")


def _keys(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """Integers that rise with the values, the same as them below `EXACT`."""
    large = np.flatnonzero((values >= EXACT) | (values <= -EXACT))
    if not len(large):
        return values
    keys = values.copy()
    rounded = np.abs(values[large]).astype(np.float64).view(np.int64) >> ROUNDED_BITS
    keys[large] = np.sign(values[large]) * (EXACT + rounded - _FIRST)
    return keys


def _value(key: int) -> float:
    if abs(key) < EXACT:
        return key
    middle = ((abs(key) - EXACT + _FIRST) << ROUNDED_BITS) + (1 << (ROUNDED_BITS - 1))
    return float(np.copysign(np.int64(middle).view(np.float64), key))
