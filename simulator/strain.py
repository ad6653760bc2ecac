"""What a sensor's body remembers: creep, hysteresis, and its slow electronic noise."""

from __future__ import annotations

from array import array
from itertools import accumulate

from simulator.between import Between, clip
from simulator.blocks import pink
from simulator.cell_kind import CellKind, Creep, Play
from simulator.forces import Forces
from simulator.stable import Deviates, Value, decay
from simulator.tissue_kind import STEP_S


class Strain:
    """Follows the force in a world step by step."""

    def __init__(self, kind: CellKind, deviates: Deviates) -> None:
        self._crept = [(creep, array("d", [0.0])) for creep in kind.creeps]
        self._played = [(play, array("d", [0.0])) for play in kind.plays]
        self._pink_n, self._pink, self._drifted = kind.pink_n, pink(deviates), array("d")
        self._steps = 1

    def strained(self, world: Forces, times: Between[Value], force_n: Value) -> Value:
        """The force that the sensor's body makes of the force at these times, for which the world is computed."""
        self._follow(world)
        strain_n = force_n
        for _, crept_n in self._crept:
            strain_n = strain_n + times.line(crept_n)
        for play, played_n in self._played:
            carried_n = clip(times.at_left(played_n), force_n - play.radius_n, force_n + play.radius_n)
            strain_n = strain_n + play.weight * (carried_n - force_n)
        if self._pink_n:
            strain_n = strain_n + times.line(self._drifted)
        return strain_n

    def _follow(self, world: Forces) -> None:
        steps = len(world.steps_n) - self._steps
        if not steps:
            return
        forces_n = world.steps_n[self._steps :]
        for creep, crept_n in self._crept:
            _creep(creep, crept_n, forces_n)
        for play, played_n in self._played:
            _play(play, played_n, forces_n)
        if self._pink_n:
            first = len(self._drifted)
            self._drifted.extend((self._pink_n * self._pink.values(first, self._steps + steps - first)).tolist())
        self._steps += steps


def _creep(creep: Creep, crept_n: array[float], forces_n: array[float]) -> None:
    """Approach a share of the force."""
    share, rest = creep.share, 1 - decay(STEP_S / creep.tau_s)
    crept_n.extend(
        accumulate(forces_n, lambda crept, force: crept + (share * force - crept) * rest, initial=crept_n.pop())
    )


def _play(play: Play, played_n: array[float], forces_n: array[float]) -> None:
    """Be carried along at a distance of at most the radius."""
    radius = play.radius_n

    def carried(played: float, force: float) -> float:
        return min(max(played, force - radius), force + radius)

    played_n.extend(accumulate(forces_n, carried, initial=played_n.pop()))
