"""When the force passes a level, interpolated between two neighbouring readings."""

from __future__ import annotations

from typing import NamedTuple

from analysis.hold import Code, Metric, Missing
from analysis.reading import contiguous
from protocol.blocks import SampleBlock

LOW, HIGH = 0.1, 0.9
"""Shares of the settled level between which a rise and a fall are measured."""


class Crossing(NamedTuple):
    """The force passes `level_n` between the readings at `position - 1` and `position`."""

    position: int
    level_n: float


def crossed_us(readings: SampleBlock, crossing: Crossing) -> float:
    """The moment of a crossing; its two readings must be neighbours."""
    before, after = crossing.position - 1, crossing.position
    force_n = readings.force_n[before : after + 1]
    share = (crossing.level_n - force_n[0]) / (force_n[1] - force_n[0])
    return float(readings.time_us[before] + share * (readings.time_us[after] - readings.time_us[before]))


def elapsed_s(readings: SampleBlock, begin: Crossing, end: Crossing) -> Metric:
    """Time between two crossings without a gap."""
    if not contiguous(readings[begin.position - 1 : end.position + 1]):
        return Missing(Code.GAP, "readings are missing between the two crossings")
    elapsed_us = crossed_us(readings, end) - crossed_us(readings, begin)
    if elapsed_us <= 0:
        return Missing(Code.TOO_SLOW, "the time stamps do not separate the two crossings")
    return elapsed_us / 1e6
