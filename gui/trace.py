"""The newest readings by sampling slot, and what of them a picture can show."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from protocol.blocks import SampleBlock, SampleFlag

Floats = NDArray[np.float64]


class Trace:
    """The last `slots` sampling slots as one contiguous array; NaN where no reading is.

    Each reading is stored twice, `slots` apart, so that the newest `slots` values are always one view. A live block
    wholly older than the window means that the tool counts anew: the picture starts again.
    """

    def __init__(self, slots: int) -> None:
        self._slots = slots
        self._twice: Floats = np.full(2 * slots, np.nan)
        self._newest: int | None = None

    def feed(self, block: SampleBlock) -> None:
        """Put each reading into its slot; late ones too, as long as their slot is still there."""
        if not len(block):
            return
        late = bool(block.flags.item(0) & SampleFlag.LATE)
        oldest_kept = self.newest - self._slots + 1 if late else self._advance(int(block.index.max()))
        seen = block.index >= oldest_kept
        at = block.index[seen] % self._slots
        broken = (block.flags[seen] & SampleFlag.SENSOR_FAULT) != 0
        force = np.where(broken, np.nan, block.force_n[seen])
        self._twice[at] = force
        self._twice[at + self._slots] = force

    @property
    def force_n(self) -> Floats:
        """Oldest first, the newest slot last; shape (slots,)."""
        start = 0 if self._newest is None else (self._newest + 1) % self._slots
        return self._twice[start : start + self._slots]

    @property
    def newest(self) -> int:
        """The newest slot, 0 before the first reading."""
        return self._newest or 0

    def _advance(self, newest: int) -> int:
        """Forget what the new slots hold from one round ago; the oldest slot that is kept."""
        if self._newest is None or newest <= self._newest - self._slots:
            self._twice[:] = np.nan
            self._newest = newest
        fresh = min(max(newest - self._newest, 0), self._slots)
        at = np.arange(newest - fresh + 1, newest + 1) % self._slots
        self._twice[at] = np.nan
        self._twice[at + self._slots] = np.nan
        self._newest = max(newest, self._newest)
        return self._newest - self._slots + 1


def decimate(values: Floats, newest: int, columns: int) -> tuple[Floats, Floats]:
    """Where and what to draw for `values` up to slot `newest`, about two points for each of `columns`.

    Returns slots relative to the newest one and values. Beyond three values to a column each column becomes its
    least and its greatest value. Columns begin at fixed slots, so that a peak keeps its shape while it wanders.
    NaN stays where a whole column is missing: a loss narrower than a column could not be seen in any case.
    """
    size = values.size
    width = size // max(columns, 1)
    if width < 3:
        return np.arange(1.0 - size, 1.0), values
    first = (size - newest - 1) % width
    starts = np.append(0, np.arange(first or width, size, width))
    middles = (starts + np.append(starts[1:], size) - 1) / 2 + 1 - size
    both = np.fmin.reduceat(values, starts), np.fmax.reduceat(values, starts)
    return np.repeat(middles, 2), np.column_stack(both).ravel()


def ceiling(value: float) -> float:
    """The next round number (1, 2, 3, 4, 5, 6 or 8 times a power of ten) that is not below `value` > 0."""
    decade = 10.0 ** np.floor(np.log10(value))
    steps = decade * np.array([1, 2, 3, 4, 5, 6, 8, 10])
    return float(steps[np.searchsorted(steps, value * (1 - 1e-9))])


class Span(NamedTuple):
    """The ends of a vertical axis."""

    bottom: float
    top: float


def span(shown: Span, least: float, most: float) -> Span:
    """Round ends around values from `least` to `most` > 0; `shown` stays while it is at most one step too wide.

    A small dip below zero (a fiftieth of the height) is left to the axis' margin.
    """
    top = _end(shown.top, most)
    dip = -least
    return Span(-_end(-shown.bottom, dip) if dip > 0.02 * top else 0.0, top)


def _end(shown: float, value: float) -> float:
    near = ceiling(value)
    return shown if shown > near and ceiling(1.1 * value) >= shown else near
