"""The force at the moment of a press."""

from __future__ import annotations

from typing import Final

import numpy as np

from analysis.algometry.verdicts import Figure, Missing, Reason
from protocol.blocks import GRID_PER_N, SATURATED, SampleBlock
from protocol.sentence import Sentence

WIDEST_US: Final = 50_000
"""Two readings further apart say too little about the time between them: 50 ms at 50 kPa/s are 2.5 kPa."""


def force_at_n(readings: SampleBlock, time_us: int) -> Figure:
    """The force at `time_us`: of the reading taken then, else on the line between the two readings around it.

    None is invented: those two must be neighbours, neither may be saturated, and there is no figure before the
    first or after the last reading.
    """
    after = int(np.searchsorted(readings.time_us, time_us))
    if after < len(readings) and readings.time_us[after] == time_us:
        return _checked(readings[after : after + 1], int(readings.force_q[after]) / GRID_PER_N)
    if not 0 < after < len(readings):
        return Missing(Reason.OUTSIDE, Sentence("the press did not fall into the ramp: press while the pressure rises"))
    around = readings[after - 1 : after + 1]
    (left_us, right_us), (left_q, right_q) = around.time_us.tolist(), around.force_q.tolist()
    if around.index[1] - around.index[0] != 1:
        return Missing(Reason.GAP, Sentence("readings are missing at the moment of the press"))
    if right_us - left_us > WIDEST_US:
        apart_ms = (right_us - left_us) / 1000
        return Missing(
            Reason.TOO_SLOW,
            Sentence("the readings around the press are {apart_ms:g} ms apart: sample at 50 Hz", apart_ms=apart_ms),
        )
    share = (time_us - left_us) / (right_us - left_us)
    return _checked(around, (left_q + share * (right_q - left_q)) / GRID_PER_N)


def highest_n(readings: SampleBlock) -> Figure:
    """The highest reading of at least one; gaps may hide a higher one."""
    return _checked(readings, int(readings.force_q.max()) / GRID_PER_N)


def _checked(readings: SampleBlock, force_n: float) -> Figure:
    if np.any(readings.flags & SATURATED):
        return Missing(Reason.SATURATED, Sentence("the force left the sensor's range"))
    return force_n
