"""What happens to the tool at once: by the scenario's clock, and because it hurts."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.patient import Patient
from simulator.scenario import ButtonDown, Moment, PatientThreshold, Scenario


class Course:
    """Yields each moment once, when it is due."""

    def __init__(self, scenario: Scenario) -> None:
        self.pressed_n: list[float] = []
        """True force at each press of a patient who felt a threshold."""
        self._to_come = list(reversed(scenario.moments))
        self._patients = [Patient(kind) for kind in scenario.happenings if isinstance(kind, PatientThreshold)]

    def due(self, world_s: float, force_n: float) -> Iterator[Moment]:
        """Yield what happens up to `world_s`, while the true force is `force_n`; called slot by slot."""
        while self._to_come and self._to_come[-1].at_s <= world_s:
            yield self._to_come.pop()
        for patient in self._patients:
            moment = patient.step(world_s, force_n)
            if isinstance(moment, ButtonDown):
                self.pressed_n.append(force_n)
            if moment is not None:
                yield moment
