"""The level part of a hold, and how much of its force goes by in half a minute."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from analysis.hold import Code, Metric, Missing
from analysis.window import between, mean_n, missing_us, window_mean_n
from protocol.blocks import GRID_PER_N, SampleBlock
from protocol.sentence import Sentence

TRIM_US: Final = 500_000
"""Left out at each end of the plateau: the hand is still arriving or already leaving."""

MIN_SETTLED_US: Final = 2_000_000
"""Eight periods of the slowest tremor; below it a slope or a spread says more about chance than about the hand."""

NO_PLATEAU: Final = Missing(Code.NO_PLATEAU, Sentence("the force came and went: its level is not above zero"))


class Plateau(NamedTuple):
    """First and last reading at 90 % of the hold's median force or more."""

    start_us: int
    end_us: int


class Settled(NamedTuple):
    """The plateau without its ends: at least 2 s of readings, and their mean."""

    readings: SampleBlock
    level_n: float


def median_n(hold: SampleBlock) -> float:
    """The median force of a hold's readings, at least one; exact."""
    middle = [(len(hold) - 1) // 2, len(hold) // 2]
    return int(np.partition(hold.force_q, middle)[middle].sum(dtype=np.int64)) / (2 * GRID_PER_N)


def plateau(hold: SampleBlock, level_n: float) -> Plateau | Missing:
    """Find the plateau of a hold's readings, at least one, in exact integers; `level_n` is their median."""
    if level_n <= 0:
        return NO_PLATEAU
    twice_median_q = round(2 * GRID_PER_N * level_n)
    high = np.flatnonzero(20 * hold.force_q.astype(np.int64) >= 9 * twice_median_q)
    return Plateau(int(hold.time_us[high[0]]), int(hold.time_us[high[-1]]))


def settled(hold: SampleBlock, flat: Plateau | Missing) -> Settled | Missing:
    """The settled part of a hold."""
    if isinstance(flat, Missing):
        return flat
    begin_us, end_us = flat.start_us + TRIM_US, flat.end_us - TRIM_US
    if end_us - begin_us < MIN_SETTLED_US:
        return Missing(Code.TOO_SHORT, Sentence("the plateau is shorter than 3 s"))
    if end_us - begin_us - missing_us(hold, begin_us, end_us) < MIN_SETTLED_US:
        return Missing(Code.GAP, Sentence("readings are missing: less than 2 s of the settled plateau are left"))
    readings = between(hold, begin_us, end_us)
    if len(readings) < 3 or readings.time_us[0] == readings.time_us[-1]:
        return Missing(Code.TOO_SLOW, Sentence("fewer than three readings lie in the settled plateau"))
    level_n = mean_n(readings)
    if level_n <= 0:
        return NO_PLATEAU
    return Settled(readings, level_n)


def relaxation_30s_percent(hold: SampleBlock, flat: Plateau | Missing) -> Metric:
    """Loss of force from the first to the thirtieth second of the plateau, in percent of the first."""
    if isinstance(flat, Missing):
        return flat
    if hold.time_us[-1] < flat.start_us + 30_000_000:
        return Missing(Code.TOO_SHORT, Sentence("the hold ends less than 30 s after its plateau began"))
    early = window_mean_n(hold, flat.start_us + 500_000, flat.start_us + 1_500_000)
    late = window_mean_n(hold, flat.start_us + 27_000_000, flat.start_us + 30_000_000)
    if isinstance(early, Missing):
        return early
    if isinstance(late, Missing):
        return late
    if early <= 0:
        return NO_PLATEAU
    return 100 * (1 - late / early)
