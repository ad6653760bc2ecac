"""What a stream of numbered notifications cost, from the one who says them to the one who reads them."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import NamedTuple

from palpate.contests.counting_tool import number_of


class Cost(NamedTuple):
    """Of one run, in seconds by the wall's clock where nothing else is said."""

    median_s: float
    late_s: float
    """99 % were faster."""
    cpu_s: float
    """Processor time of a notification, on both sides together."""
    each_s: float
    """From the first to the last, for each."""
    missing: int
    """Notifications that never came, or not in their place."""


class Stopwatch:
    """Notes when what is heard; begins with the first."""

    def __init__(self, count: int) -> None:
        self.full = False
        self._count = count
        self._numbers: list[int] = []
        self._heard_s: list[float] = []
        self._cpu_s = [0.0, 0.0]

    def hear(self, value: bytes) -> None:
        """Take one notification."""
        self._heard_s.append(time.perf_counter())
        self._numbers.append(number_of(value))
        if len(self._numbers) == 1:
            self._cpu_s[0] = time.process_time()
        if len(self._numbers) == self._count:
            self._cpu_s[1] = time.process_time()
            self.full = True

    def cost(self, said_s: Sequence[float]) -> Cost:
        """The cost, where `said_s` holds when each was said."""
        count = self._count
        ages_s = sorted(self._heard_s[place] - said_s[number] for place, number in enumerate(self._numbers))
        first_cpu_s, last_cpu_s = self._cpu_s
        return Cost(
            median_s=ages_s[count // 2],
            late_s=ages_s[count * 99 // 100],
            cpu_s=(last_cpu_s - first_cpu_s) / (count - 1),
            each_s=(self._heard_s[-1] - self._heard_s[0]) / (count - 1),
            missing=sum(number != place for place, number in enumerate(self._numbers)),
        )
