"""Counts of the force in the world, spoiled as the scenario says."""

from __future__ import annotations

import math
from typing import assert_never

import numpy as np
from numpy.typing import NDArray

from protocol.frames import Width
from simulator.cell import Cell
from simulator.forces import Forces
from simulator.happenings.sensor import NoReading, OffsetStep, SaturatedSensor, SensorFault, StuckSensor
from simulator.stable import Floats


class Converter:
    """Steps through time, slot by slot."""

    def __init__(self, cell: Cell, world: Forces) -> None:
        self._cell = cell
        self._world = world
        self._faults: list[SensorFault] = []
        self._last = 0

    def add(self, fault: SensorFault) -> None:
        """From now on this is wrong too."""
        self._faults.append(fault)

    def count(self, world_s: float) -> int:
        """The converter's count at `world_s`."""
        now = [fault for fault in self._faults if fault.active(world_s)]
        offset_n = sum(fault.offset_n for fault in now if isinstance(fault, OffsetStep))
        count = self._cell.count(self._world, world_s, offset_n)
        for fault in now:
            count = self._spoiled(fault, count)
        self._last = count
        return count

    def counts(self, world_s: Floats) -> NDArray[np.int32]:
        """The converter's counts at times up to which nothing is wrong (`quiet_until_s`)."""
        counts = self._cell.counts(self._world, world_s)
        self._last = int(counts[-1])
        return counts

    def quiet_until_s(self, world_s: float) -> float:
        """Until when nothing is wrong from `world_s` on; infinite for ever."""
        to_come = (fault.at_s for fault in self._faults if world_s < fault.at_s + fault.for_s)
        return min(to_come, default=math.inf)

    def _spoiled(self, fault: SensorFault, count: int) -> int:
        match fault:
            case StuckSensor():
                return self._last
            case SaturatedSensor():
                return Width.I24.saturated_high
            case NoReading():
                return Width.I24.no_reading
            case OffsetStep():
                return count
            case _ as never:
                assert_never(never)
