"""Index and time of readings from instruments that number nothing: three ways to come by them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from statistics import median_low
from typing import Final, NamedTuple

import numpy as np

from protocol.blocks import GRID_PER_N, MAX_FORCE_N, SampleBlock

STANDARD_GRAVITY: Final = 9.80665
"""Newtons for the weight of a kilogram, exactly (CGPM 1901); instruments that show kilograms divided by it."""

GAP_PERIODS: Final = 3
"""A longer step is a gap. Recorded streams of real Progressors skip one reading in 16: two periods are none."""

SPACINGS: Final = 15
"""The usual step is the median of so many: gaps do not move it, another rate does within a fifth of a second."""

RESTART_US: Final = 60_000_000
"""Further than this from the host's clock, the instrument's counter did not run on but began anew (assumed).
A radio holds back a few seconds at most."""

PAUSE_US: Final = 1_000_000
"""Paced readings that are later than this were lost. Go Direct sensors are known to pause for half a second and then
send what they kept."""

_WRAP: Final = 1 << 32


class Slot(NamedTuple):
    """Where a reading belongs."""

    number: int
    """`SampleBlock.index`."""
    time_us: int


class StampedSlots:
    """For readings with a 32-bit counter of microseconds, which wraps, begins anew and skips."""

    def __init__(self) -> None:
        self.repeated = 0
        self._last: Slot | None = None
        self._stamp_us = 0
        self._arrival_s = 0.0
        self._spacings_us: deque[int] = deque(maxlen=SPACINGS)

    def place(self, stamp_us: int, arrival_s: float) -> Slot | None:
        """Where the next reading belongs; None for one with the stamp of the last."""
        last, self._last = self._last, self._next(stamp_us, arrival_s)
        self._stamp_us, self._arrival_s = stamp_us, arrival_s
        if last == self._last:
            self.repeated += 1
            return None
        return self._last

    def _next(self, stamp_us: int, arrival_s: float) -> Slot:
        last = self._last
        if last is None:
            return Slot(0, stamp_us)
        # the host's clock says how often the counter wrapped: once in 72 minutes, a pause can be longer
        host_us = max(0, round((arrival_s - self._arrival_s) * 1e6))
        late_us = (stamp_us - self._stamp_us - host_us + _WRAP // 2) % _WRAP - _WRAP // 2
        step_us = host_us + late_us
        if step_us == 0:
            return last
        if step_us < 0 or abs(late_us) > RESTART_US:
            return Slot(last.number + 2, last.time_us + max(host_us, 1))
        return Slot(last.number + self._slots(step_us), last.time_us + step_us)

    def _slots(self, step_us: int) -> int:
        usual_us = median_low(self._spacings_us) if self._spacings_us else step_us
        self._spacings_us.append(step_us)
        return 1 if step_us <= GAP_PERIODS * usual_us else round(step_us / usual_us)


class PacedSlots:
    """For readings that come in order and at a known period, without number or time."""

    def __init__(self, period_us: int) -> None:
        self.period_us = period_us
        self._origin_us: int | None = None
        self._next = 0
        self._lost = False

    def lose(self) -> None:
        """Learn that readings are missing before the next one."""
        self._lost = self._origin_us is not None

    def place(self, count: int, arrival_s: float) -> list[Slot]:
        """Where `count` readings belong, the last of which was taken when they came, or a little before."""
        arrival_us = max(0, round(arrival_s * 1e6))
        if self._origin_us is None:
            self._origin_us = max(0, arrival_us - (count - 1) * self.period_us)
        late_us = arrival_us - self._time_us(self._next + count - 1)
        if self._lost or late_us > PAUSE_US:
            self._next += max(1, late_us // self.period_us)
            self._lost = False
        first, self._next = self._next, self._next + count
        return [Slot(index, self._time_us(index)) for index in range(first, self._next)]

    def _time_us(self, index: int) -> int:
        return (self._origin_us or 0) + index * self.period_us


class ArrivalSlots:
    """For readings of which nothing is known but that they came, in this order."""

    def __init__(self) -> None:
        self._last: Slot | None = None

    def place(self, arrival_s: float) -> Slot:
        """Where the next reading belongs."""
        arrival_us = max(0, round(arrival_s * 1e6))
        last = self._last
        self._last = Slot(0, arrival_us) if last is None else Slot(last.number + 1, max(last.time_us + 1, arrival_us))
        return self._last


def block_of(readings: Iterable[tuple[Slot, float]]) -> SampleBlock:
    """Readings in newtons as a block; one whose force is no number, or none that a cell can have, is left out."""
    kept = [(slot.number, slot.time_us, force_n) for slot, force_n in readings if abs(force_n) <= MAX_FORCE_N]
    index, time_us, force_n = zip(*kept, strict=True) if kept else ((), (), ())
    return SampleBlock(
        np.array(index, np.int64),
        np.array(time_us, np.int64),
        np.rint(np.array(force_n, np.float64) * GRID_PER_N).astype(np.int32),
        np.zeros(len(kept), np.uint8),
    )
