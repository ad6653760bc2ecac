"""The true force at the tip, step by step, wherever it comes from."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from array import array
from collections.abc import Sequence

import numpy as np

from simulator.between import Between, one
from simulator.hand import Intent
from simulator.happenings.tissue import TissueSoftening
from simulator.stable import Floats, Value
from simulator.tissue_kind import STEP_S


class Forces(ABC):
    """Known as far as somebody asked, or further. Times are seconds since the tool's first sample."""

    def __init__(self, first_n: float) -> None:
        self.steps_n = array("d", [first_n])
        """True force at each step that is computed; it may be further than somebody has asked."""
        self._asked_s = 0.0

    @property
    def time_s(self) -> float:
        """How far somebody has asked."""
        return self._asked_s

    @property
    def trace_n(self) -> Floats:
        """True force up to the first step that is not before the time asked, one value every `STEP_S` from time 0."""
        last = math.ceil(self._asked_s / STEP_S)
        self.reach(last)
        return np.array(self.steps_n[: last + 1])

    @abstractmethod
    def tell(self, intent: Intent) -> None:
        """The person decides now, if there is one."""

    @abstractmethod
    def soften(self, happening: TissueSoftening) -> TissueSoftening:
        """The tissue gives way; when it really does. Raises `ValueError` where there is no tissue."""

    @abstractmethod
    def _more_n(self, step: int) -> Sequence[float]:
        """Return the forces of the next steps, at least up to this one."""

    def ask(self, t_s: float) -> None:
        """Come to `t_s`: what is told from now on comes later."""
        self._asked_s = max(self._asked_s, t_s)

    def force_n(self, t_s: float) -> float:
        """True force at `t_s`; comes to this time."""
        self.ask(t_s)
        return self.between(one(t_s))

    def between(self, times: Between[Value]) -> Value:
        """True force, linear between two steps."""
        self.reach(times.last)
        return times.line(self.steps_n)

    def reach(self, step: int) -> None:
        """Compute at least up to this step."""
        if step >= len(self.steps_n):
            self.steps_n.extend(self._more_n(step))
