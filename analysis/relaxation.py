"""What held tissue does by itself: it relaxes, and the fit says what comes next."""

from __future__ import annotations

import math
from functools import cache
from typing import Final, NamedTuple

TICK_S: Final = 0.1
"""Time between two ticks of the slow lane."""

TAUS_S: Final = (0.7, 1.5, 3.0, 6.0, 12.0, 24.0, 48.0)
"""Time constants to choose from, each about twice the one before: finer steps cannot be told apart over a hold
(*assumed*; they span the 0.05-8.9 s of limb tissue of Zheng and Mak 1999 above one tick, and the slow tail)."""

MIN_TICKS: Final = 10
"""Ticks before the first prediction: with fewer, three unknowns follow the noise."""

MAX_TICKS: Final = 3000
"""The tables' length, 300 s: no hold that anybody asks for is longer."""


class Fit(NamedTuple):
    """`level + amplitude * exp(-t / tau_s)`, t in s since the first tick, `amplitude` at least 0."""

    level: float
    amplitude: float
    tau_s: float


class _Row(NamedTuple):
    """What depends on the tick's number alone; one value for each of `TAUS_S`."""

    decay: tuple[float, ...]
    decay_sum: tuple[float, ...]
    """Sum of the decays up to and with this tick."""
    weight: tuple[float, ...]
    """1 / (n * sum of squares - square of the sum); 0 at the first tick, which fits no slope."""


class Relaxation:
    """Least squares of a level and one decay of the bank, over all ticks since the first, one tick at a time.

    For n ticks y and decays p = exp(-t / tau), c = n Σ(y p) - Σy Σp and D = n Σ(p p) - (Σp)² give the amplitude c / D,
    and c² / (n D) is how much the decay lowers the sum of squares: the bank's best is the one with the largest c² / D.
    A negative amplitude would be a force that rises, which no relaxation does; where all are, the fit is the mean.

    Sums are taken in the order of the ticks from the first value, so a steady series has no rounding error at all,
    and it does not matter how the ticks came. It takes `MAX_TICKS` ticks.
    """

    def __init__(self) -> None:
        self.ticks = 0
        self._first = 0.0
        self._sum = 0.0
        self._decay_sums = [0.0] * len(TAUS_S)
        self._best = 0
        self._amplitude = 0.0

    @property
    def full(self) -> bool:
        """Whether no further tick can be taken."""
        return self.ticks == MAX_TICKS

    @property
    def mean(self) -> float:
        """Mean of all ticks, at least one."""
        return self._first + self._sum / self.ticks

    @property
    def fit(self) -> Fit:
        """The best fit to all ticks, at least one."""
        decay_sum = _table()[self.ticks - 1].decay_sum[self._best]
        return Fit(self.mean - self._amplitude * decay_sum / self.ticks, self._amplitude, TAUS_S[self._best])

    def expected(self) -> float | None:
        """What the fit says of the next tick, before it is known; None before `MIN_TICKS` and when full."""
        if not MIN_TICKS <= self.ticks < MAX_TICKS:
            return None
        return self.fit.level + self._amplitude * _table()[self.ticks].decay[self._best]

    def update(self, value: float) -> None:
        """Take the next tick."""
        row = _table()[self.ticks]
        if not self.ticks:
            self._first = value
        above = value - self._first
        self.ticks += 1
        self._sum += above
        for k, decay in enumerate(row.decay):
            self._decay_sums[k] += above * decay
        self._choose(row)

    def _choose(self, row: _Row) -> None:
        most = 0.0
        self._amplitude = 0.0
        for k, weight in enumerate(row.weight):
            common = self.ticks * self._decay_sums[k] - self._sum * row.decay_sum[k]
            if common > 0 and common * common * weight > most:
                most = common * common * weight
                self._best, self._amplitude = k, common * weight


@cache
def _table() -> tuple[_Row, ...]:
    rows = []
    sums, squares = [0.0] * len(TAUS_S), [0.0] * len(TAUS_S)
    for tick in range(MAX_TICKS):
        decay = [math.exp(-tick * TICK_S / tau_s) for tau_s in TAUS_S]
        sums = [total + each for total, each in zip(sums, decay, strict=True)]
        squares = [total + each * each for total, each in zip(squares, decay, strict=True)]
        spreads = [(tick + 1) * square - total * total for total, square in zip(sums, squares, strict=True)]
        rows.append(_Row(tuple(decay), tuple(sums), tuple(1 / each if tick else 0.0 for each in spreads)))
    return tuple(rows)
