"""Slower lanes of a stream: exact means of consecutive readings."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from analysis.reading import contiguous, flagged, joined, position_of
from protocol.blocks import SampleBlock

ANALYSIS_US: Final = 10_000
"""100 Hz: a hand's tremor ends at 12 Hz and its falls need 20 Hz; more readings only cost time."""

FASTEST_US: Final = 5_000
"""Up to 200 Hz the readings are the lane: averaging two would take the edge off a fall."""

SLOW_US: Final = 100_000
"""10 Hz: relaxation of tissue and slow corrections of a hand."""

NOTHING: Final = SampleBlock(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.int32), np.zeros(0, np.uint8))


def analysis_factor(period_us: int) -> int:
    """How many readings make one of the 100 Hz lane; 1 up to 200 Hz."""
    return 1 if period_us >= FASTEST_US else round(ANALYSIS_US / period_us)


def slow_factor(period_us: int) -> int:
    """How many readings make one of the 10 Hz lane; 1 for a stream that is slower than that."""
    return max(1, round(SLOW_US / period_us))


class Lane:
    """Averages the readings of every `factor` slots.

    Slot n of a lane holds the slots n × factor to (n + 1) × factor − 1: their mean force rounded to the grid, the
    middle between their first and last time rounded down to whole microseconds, all their flags together. Where all
    readings of a slot are missing, the lane's is missing too. A reading of the lane comes with its last slot, or else
    with the first reading beyond it: how the stream was cut changes nothing.
    """

    def __init__(self, factor: int) -> None:
        self._factor = factor
        self._open: list[SampleBlock] = []
        """Readings of the slot that is not complete."""

    def update(self, block: SampleBlock) -> SampleBlock:
        """Take the next readings, at least one; return those of the lane that they complete."""
        if self._factor == 1:
            return block
        if not self._open and _in_rows(block, self._factor):
            return _means_of_rows(block, self._factor)
        if self._open and self._belongs(block):
            self._open.append(block)
            return NOTHING
        return self._split(block)

    def _belongs(self, block: SampleBlock) -> bool:
        """Whether all of it belongs to the slot that is open, and does not complete it."""
        beyond = block.index.item(-1) + 1
        return beyond % self._factor != 0 and beyond // self._factor == self._slot(self._open[0])

    def _split(self, block: SampleBlock) -> SampleBlock:
        """Complete the open slot, average the whole ones, open the last."""
        begin, stop = 0, position_of(block, self._slot_behind(block) * self._factor)
        means = []
        if self._open:
            begin = position_of(block, (self._slot(self._open[0]) + 1) * self._factor)
            self._open.append(block[:begin])
            means.append(self._close())
        if begin < stop:
            means.append(_means(block[begin:stop], self._factor))
        if stop < len(block):
            self._open.append(block[stop:])
        return joined(means) if means else NOTHING

    def _slot(self, block: SampleBlock) -> int:
        return block.index.item(0) // self._factor

    def _slot_behind(self, block: SampleBlock) -> int:
        """The slot that the reading after the last one belongs to."""
        return (block.index.item(-1) + 1) // self._factor

    def finish(self) -> SampleBlock | None:
        """The lane's last reading, where the stream ended before its last slot."""
        return self._close() if self._open else None

    def _close(self) -> SampleBlock:
        readings = joined(self._open)
        self._open = []
        return _means(readings, self._factor)


def _in_rows(readings: SampleBlock, factor: int) -> bool:
    """Whether they fill whole slots."""
    index = readings.index
    return index.item(0) % factor == 0 and index.size % factor == 0 and contiguous(readings)


def _means(readings: SampleBlock, factor: int) -> SampleBlock:
    rows = _in_rows(readings, factor)
    return _means_of_rows(readings, factor) if rows else _means_of_groups(readings, factor)


def _means_of_rows(readings: SampleBlock, factor: int) -> SampleBlock:
    """The same as `_means_of_groups` where no reading is missing, several times faster."""
    flags = readings.flags[::factor]
    if flagged(readings):
        flags = np.bitwise_or.reduce(readings.flags.reshape(-1, factor), axis=1)
    time_us = readings.time_us
    return SampleBlock(
        readings.index[::factor] // factor,
        (time_us[::factor] + time_us[factor - 1 :: factor]) >> 1,
        _rounded(_row_sums(readings.force_q.astype(np.int64), factor), factor),
        flags,
    )


def _row_sums(values: NDArray[np.int64], factor: int) -> NDArray[np.int64]:
    """Integers, so that the order of the additions does not matter; `einsum` is the fastest for short rows."""
    sums: NDArray[np.int64] = np.einsum("ij->i", values.reshape(-1, factor))
    return sums


def _means_of_groups(readings: SampleBlock, factor: int) -> SampleBlock:
    slot = readings.index // factor
    begins = np.flatnonzero(np.diff(slot, prepend=slot[0] - 1))
    counts = np.diff(begins, append=len(slot))
    time_us = readings.time_us
    return SampleBlock(
        slot[begins],
        (time_us[begins] + time_us[begins + counts - 1]) >> 1,
        _rounded(np.add.reduceat(readings.force_q.astype(np.int64), begins), counts),
        np.bitwise_or.reduceat(readings.flags, begins),
    )


def _rounded(sums_q: NDArray[np.int64], counts: NDArray[np.int64] | int) -> NDArray[np.int32]:
    """Nearest whole grid step, halves upwards."""
    means: NDArray[np.int32] = ((sums_q + counts // 2) // counts).astype(np.int32)
    return means
