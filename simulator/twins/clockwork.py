"""A steady beat that can be started and stopped."""

from __future__ import annotations

import math
from collections.abc import Iterator


class Beat:
    """Ticks every `period_s` while it runs; the first tick comes one period after the start."""

    def __init__(self, period_s: float) -> None:
        self.period_s = period_s
        self._start_s = math.inf
        self._ticks = 0

    @property
    def running(self) -> bool:
        """Whether it ticks."""
        return self._start_s < math.inf

    @property
    def due_s(self) -> float:
        """When the next tick is due, infinity while it does not run."""
        return self._start_s + (self._ticks + 1) * self.period_s

    def start(self, t_s: float) -> None:
        """Begin anew."""
        self._start_s, self._ticks = t_s, 0

    def stop(self) -> None:
        """Tick no more."""
        self._start_s = math.inf

    def ticks(self, t_s: float) -> Iterator[tuple[int, float]]:
        """Number, from 1, and time of each tick due up to and including `t_s`."""
        while self.due_s <= t_s:
            due_s = self.due_s
            self._ticks += 1
            yield self._ticks, due_s
