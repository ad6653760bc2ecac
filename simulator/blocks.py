"""Noise that is made block by block: the same however one asks for it."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

import numpy as np

from simulator.stable import Deviates, Floats

BLOCK: Final = 1024
"""Values of a block; a power of 2."""
_OCTAVES: Final = BLOCK.bit_length() - 1


class Blocks:
    """Consecutive blocks, of which only the present one is kept."""

    def __init__(self, make: Callable[[int], Floats]) -> None:
        """`make` gives the `BLOCK` values from an index on, and is asked in order."""
        self._make = make
        self._start, self._values = 0, np.zeros(0)

    def values(self, first: int, count: int) -> Floats:
        """So many values from `first` on, which is never smaller than the last time."""
        if first + count > self._start + len(self._values):
            kept = min(first - self._start, len(self._values))
            parts, self._start = [self._values[kept:]], self._start + kept
            length = len(parts[0])
            while self._start + length < first + count:
                parts.append(self._make(self._start + length))
                length += BLOCK
            self._values = np.concatenate(parts)
        return self._values[first - self._start : first - self._start + count]


def pink(deviates: Deviates) -> Blocks:
    """Pink noise of deviation 1: one value a step, one that lasts 2 steps, 4 … (Voss and McCartney), ten octaves."""

    def make(_first: int) -> Floats:
        total = np.zeros(BLOCK)
        for octave in range(_OCTAVES):
            total += np.repeat(deviates.normals(BLOCK >> octave), 1 << octave)
        return total / math.sqrt(_OCTAVES)

    return Blocks(make)
