"""When the result of a trial is told: as the schedule says, each once."""

from __future__ import annotations

from training.drill import Drill
from training.judge import Judged
from training.schedule import tells


class Telling:
    """Holds results back until they may be told."""

    def __init__(self, drill: Drill) -> None:
        self._drill = drill
        self._untold: list[Judged] = []

    def take(self, judged: Judged) -> tuple[Judged, ...]:
        """What may be told now that this trial is over, `schedule.delay_s` later; oldest first."""
        self._untold.append(judged)
        if not tells(self._drill.schedule, last=judged.go.task.number == len(self._drill.tasks)):
            return ()
        told, self._untold = tuple(self._untold), []
        return told
