"""Means and losses between two times."""

from __future__ import annotations

import numpy as np

from analysis.hold import Code, Metric, Missing
from analysis.reading import contiguous
from protocol.blocks import GRID_PER_N, SampleBlock
from protocol.sentence import Sentence


def between(readings: SampleBlock, begin_us: int, end_us: int) -> SampleBlock:
    """The readings from `begin_us` to `end_us`, both included."""
    start, stop = readings.time_us.searchsorted(begin_us), readings.time_us.searchsorted(end_us, "right")
    return readings[int(start) : int(stop)]


def missing_us(readings: SampleBlock, begin_us: int, end_us: int) -> int:
    """How much of the time from `begin_us` to `end_us` lies between readings with others missing between them."""
    if not len(readings) or contiguous(readings):
        return 0
    left = np.flatnonzero(np.diff(readings.index) != 1)
    begins, ends = readings.time_us[left], readings.time_us[left + 1]
    overlap_us = np.minimum(ends, end_us) - np.maximum(begins, begin_us)
    return int(np.maximum(overlap_us, 0).sum())


def mean_n(readings: SampleBlock) -> float:
    """Mean force of at least one reading."""
    return int(readings.force_q.sum(dtype=np.int64)) / (len(readings) * GRID_PER_N)


def window_mean_n(readings: SampleBlock, begin_us: int, end_us: int) -> Metric:
    """Mean force from `begin_us` to `end_us`, both included."""
    if missing_us(readings, begin_us, end_us):
        return Missing(Code.GAP, Sentence("readings are missing in the time that is averaged"))
    window = between(readings, begin_us, end_us)
    if not len(window):
        return Missing(Code.TOO_SLOW, Sentence("no reading falls into the time that is averaged"))
    return mean_n(window)
