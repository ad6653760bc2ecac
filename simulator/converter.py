"""Counts of the force in the world, spoiled as the scenario says."""

from __future__ import annotations

from typing import assert_never

from protocol.frames import Width
from simulator.cell import Cell
from simulator.happenings.sensor import NoReading, OffsetStep, SaturatedSensor, SensorFault, StuckSensor
from simulator.traced_world import TracedWorld
from simulator.world import World


class Converter:
    """Steps through time, slot by slot."""

    def __init__(self, cell: Cell, world: World | TracedWorld) -> None:
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
        count = self._cell.read(self._world.force_n(world_s) + offset_n)
        for fault in now:
            count = self._spoiled(fault, count)
        self._last = count
        return count

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
