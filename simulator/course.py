"""What happens to the tool at once: by the scenario's clock, and because it hurts."""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterator
from typing import Final, TypeVar

from simulator.feeling import Feeling
from simulator.happenings.every import Happening
from simulator.happenings.people import PatientStop, PatientThreshold, ToolButton
from simulator.happenings.radio import RadioFault
from simulator.happenings.tool import ToolMoment
from simulator.identity import TIP
from simulator.moments import ButtonDown, ButtonUp, Moment, ToolButtonDown, ToolButtonHeld, ToolButtonUp
from simulator.patient import Patient
from simulator.scenario import Scenario

Due = TypeVar("Due")

HELD_S: Final = 1.0
"""The tool's button down for so long latches a stop (docs/protocol.md §7.1)."""


class Course:
    """Yields each moment once, when it is due."""

    def __init__(self, scenario: Scenario) -> None:
        self.pressed_n: list[float] = []
        """True force at each press of a patient who felt a threshold."""
        self._moments: list[tuple[float, int, Moment]] = []
        self._happenings: list[tuple[float, int, Happening]] = []
        self._patients: list[Patient | Feeling] = []
        self._number = 0
        for happening in scenario.happenings:
            self.add(happening)
        physics = scenario.physics
        if physics.patient:
            self._patients.append(Feeling(physics.patient, physics.cell.area_cm2(TIP.area_cm2)))

    def add(self, happening: Happening) -> None:
        """This happens too, at its `at_s`; what happens on the air is not its business."""
        if isinstance(happening, RadioFault):
            return
        self._push(self._happenings, happening.at_s, happening)
        if isinstance(happening, PatientStop):
            up_s = happening.at_s + happening.for_s
            self._push(self._moments, happening.at_s, ButtonDown(happening.at_s))
            self._push(self._moments, up_s, ButtonUp(up_s))
        elif isinstance(happening, ToolButton):
            self._press_tool(happening)
        elif isinstance(happening, PatientThreshold):
            self._patients.append(Patient(happening))
        elif isinstance(happening, ToolMoment):
            self._push(self._moments, happening.at_s, happening)

    def begun(self, world_s: float) -> Iterator[Happening]:
        """Yield what has begun up to `world_s`, each once."""
        return _taken(self._happenings, world_s)

    def due(self, world_s: float, force_n: float) -> Iterator[Moment]:
        """Yield what happens up to `world_s`, while the true force is `force_n`; called slot by slot."""
        yield from _taken(self._moments, world_s)
        for patient in self._patients:
            moment = patient.step(world_s, force_n)
            if isinstance(moment, ButtonDown):
                self.pressed_n.append(force_n)
            if moment is not None:
                yield moment

    def quiet_until_s(self, world_s: float) -> float:
        """When something can happen next, infinite for never; a patient may press at any time."""
        if self._patients:
            return world_s
        return min((queue[0][0] for queue in (self._moments, self._happenings) if queue), default=math.inf)

    def _press_tool(self, press: ToolButton) -> None:
        down_s, up_s = press.at_s, press.at_s + press.for_s
        self._push(self._moments, down_s, ToolButtonDown(down_s))
        if press.for_s >= HELD_S:
            self._push(self._moments, down_s + HELD_S, ToolButtonHeld(down_s + HELD_S))
        self._push(self._moments, up_s, ToolButtonUp(up_s))

    def _push(self, queue: list[tuple[float, int, Due]], at_s: float, what: Due) -> None:
        self._number += 1
        heapq.heappush(queue, (at_s, self._number, what))


def _taken(queue: list[tuple[float, int, Due]], world_s: float) -> Iterator[Due]:
    while queue and queue[0][0] <= world_s:
        yield heapq.heappop(queue)[2]
