"""The force of one hold, thinned for drawing so that no peak is lost and no gap is bridged."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from protocol.blocks import SampleBlock

COLUMNS: Final = 240
"""More than a printed trace has dots across at 5 cm and 120 dpi."""
AROUND_S: Final = 1.0
"""Shown before the contact and behind the let-go."""


class Dot(NamedTuple):
    """A moment of the curve; seconds from the beginning of the hold."""

    time_s: float
    force_n: float


Piece = tuple[Dot, ...]
"""Readings without one missing between."""


class Curve(NamedTuple):
    """The pieces of a hold's force, oldest first."""

    start_s: float
    """Of the axis: below 0, since it begins before the contact."""
    end_s: float
    pieces: tuple[Piece, ...]

    @property
    def gaps_s(self) -> tuple[tuple[float, float], ...]:
        """From where to where readings are missing."""
        ends = zip(self.pieces, self.pieces[1:], strict=False)
        return tuple((before[-1].time_s, after[0].time_s) for before, after in ends)


def curve(readings: SampleBlock, start_s: float, end_s: float) -> Curve:
    """The readings around a hold from `start_s` to `end_s`, of each column the lowest and the highest."""
    time_s = readings.time_s
    inside = (time_s >= start_s - AROUND_S) & (time_s <= end_s + AROUND_S)
    shown = readings[inside]
    width_s = (end_s - start_s + 2 * AROUND_S) / COLUMNS
    breaks = np.flatnonzero(np.diff(shown.index) != 1) + 1
    pieces = (
        tuple(_thinned(shown.time_s[part] - start_s, shown.force_n[part], width_s))
        for part in np.split(np.arange(len(shown)), breaks)
        if len(part)
    )
    return Curve(-AROUND_S, end_s - start_s + AROUND_S, tuple(pieces))


def _thinned(time_s: NDArray[np.float64], force_n: NDArray[np.float64], width_s: float) -> Iterator[Dot]:
    """First, lowest, highest and last reading of each column, in the order of time."""
    column = np.floor(time_s / width_s).astype(np.int64)
    starts = np.flatnonzero(np.diff(column, prepend=column[0] - 1))
    for start, stop in zip(starts.tolist(), [*starts[1:].tolist(), len(column)], strict=True):
        part = force_n[start:stop]
        chosen = {start, start + int(part.argmin()), start + int(part.argmax()), stop - 1}
        for index in sorted(chosen):
            yield Dot(float(time_s[index]), float(force_n[index]))
