"""What of a long trace a picture can show, for any stretch of it."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

FEW: Final = 3
"""Readings to a column up to which all are drawn."""


class Whole:
    """A trace with NaN where readings are missing, so that no line runs over a gap."""

    def __init__(self, time_s: Floats, value: Floats, breaks: NDArray[np.int64]) -> None:
        self._time_s = np.insert(time_s, breaks, (time_s[breaks - 1] + time_s[breaks]) / 2)
        self._value = np.insert(value, breaks, np.nan)

    def between(self, start_s: float, end_s: float, columns: int) -> tuple[Floats, Floats]:
        """Times and values from one before `start_s` to one behind `end_s`, about two for each of `columns`.

        Beyond three readings to a column each column becomes its least and its greatest value, so that no peak is
        lost; a break narrower than a column is left to the hatching.
        """
        first = max(int(np.searchsorted(self._time_s, start_s)) - 1, 0)
        stop = min(int(np.searchsorted(self._time_s, end_s, side="right")) + 1, self._time_s.size)
        time_s, value = self._time_s[first:stop], self._value[first:stop]
        width = time_s.size // max(columns, 1)
        if width < FEW:
            return time_s, value
        starts = np.arange(0, time_s.size, width)
        both = np.fmin.reduceat(value, starts), np.fmax.reduceat(value, starts)
        return np.repeat(time_s[starts], 2), np.column_stack(both).ravel()
