"""The first pass over a table: what only the whole recording can tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import inf
from typing import Final, NamedTuple, assert_never

import numpy as np
from numpy.typing import NDArray

from protocol.blocks import GRID_PER_N, MAX_FORCE_N, SampleBlock, to_grid
from session.errors import InputError
from session.offline.counts import Counts
from session.offline.oddities import Oddities
from session.offline.order import Rows
from session.offline.request import FirstSeconds, Newtons, NoZero, Percentile, Share, TableFormat, Threshold, Zero

LEAST_GAP_US: Final = 50_000
"""A shorter step is jitter of the clock that stamped the rows, whatever their period."""

GAP_PERIODS: Final = 3
"""Without a counter two late rows cannot be told from lost ones; three can."""

SHARE_PERCENTILES: Final = (5, 99)
"""At rest and pressed, robust against single spikes."""


class Survey(NamedTuple):
    """Facts of a whole recording; forces already less the zero."""

    period_us: int
    rate_hz: float
    zero_n: float
    rest_n: float
    """5th percentile."""
    pressed_n: float
    """99th percentile."""
    peak_n: float
    notes: tuple[str, ...] = ()
    """What became of rows that were not as they should be."""

    def newtons(self, threshold: Threshold) -> float:
        """A threshold in newtons."""
        match threshold:
            case Newtons(force_n):
                return force_n
            case Share(percent):
                return self.rest_n + percent / 100 * (self.pressed_n - self.rest_n)
            case _ as never:
                assert_never(never)


def survey(chunks: Iterable[Rows], table: TableFormat) -> Survey:
    """Go through a recording once, in memory that does not grow; raises `InputError` where it is too short.

    Forces count on the grid; percentiles and the median step are exact within the limits of `counts.EXACT`.
    """
    first_pass = _FirstPass(table.zero)
    for rows in chunks:
        if len(rows.time_us):
            first_pass.update(rows)
        else:
            first_pass.oddities.update(rows, rows.time_us)
    return first_pass.facts(table.rate_hz)


def blocks(chunks: Iterable[Rows], facts: Survey) -> Iterator[SampleBlock]:
    """Turn rows into readings; a row without a force, and a step in time that is a gap, becomes a step of the index."""
    slot, latest_us = -1, None
    for rows in chunks:
        if not len(rows.time_us):
            continue
        index = slot + np.cumsum(_slots(_steps(rows.time_us, latest_us), facts.period_us))
        slot, latest_us = int(index[-1]), int(rows.time_us[-1])
        there = ~np.isnan(rows.force_n)
        if there.any():
            yield SampleBlock.of(index[there], rows.time_us[there], rows.force_n[there] - facts.zero_n)


class _FirstPass:
    """Counts and extremes of all rows so far."""

    def __init__(self, zero: Zero) -> None:
        self.oddities = Oddities()
        self._zero = zero
        self._steps_us, self._forces_q = Counts(), Counts()
        self._lowest_n, self._peak_n = inf, -inf
        self._latest_us: int | None = None
        self._first_us: int | None = None
        self._resting_q, self._resting = 0, 0

    def update(self, rows: Rows) -> None:
        step_us = _steps(rows.time_us, self._latest_us)
        self.oddities.update(rows, step_us if self._latest_us is not None else step_us[1:])
        self._steps_us.add(step_us[step_us > 0])
        self._latest_us = int(rows.time_us[-1])
        there = ~np.isnan(rows.force_n)
        if there.any():
            self._press(rows.time_us[there], rows.force_n[there])

    def facts(self, rate_hz: float | None) -> Survey:
        if self._latest_us is None:
            raise InputError("there are no rows below the header")
        if not self._forces_q.total:
            raise InputError("no row has a force: there is nothing to measure")
        period_us, zero_n = self._period_us(rate_hz), self._zero_n()
        if max(abs(self._lowest_n - zero_n), abs(self._peak_n - zero_n)) > MAX_FORCE_N:
            raise InputError("less the zero, no hand presses like that; is the unit right?")
        rest_n, pressed_n = (self._percentile_n(percent) - zero_n for percent in SHARE_PERCENTILES)
        rate_hz = 1e6 / period_us if rate_hz is None else rate_hz
        return Survey(period_us, rate_hz, zero_n, rest_n, pressed_n, self._peak_n - zero_n, self.oddities.notes)

    def _press(self, time_us: NDArray[np.int64], force_n: NDArray[np.float64]) -> None:
        """Take readings: rows that have a force."""
        force_q = to_grid(force_n).astype(np.int64)
        self._forces_q.add(force_q)
        self._lowest_n = min(self._lowest_n, float(force_n.min()))
        self._peak_n = max(self._peak_n, float(force_n.max()))
        self._first_us = int(time_us[0]) if self._first_us is None else self._first_us
        if isinstance(self._zero, FirstSeconds):
            resting = force_q[time_us <= self._first_us + self._zero.time_s * 1e6]
            self._resting_q += int(resting.sum())
            self._resting += len(resting)

    def _period_us(self, rate_hz: float | None) -> int:
        if rate_hz is not None:
            return max(round(1e6 / rate_hz), 1)
        if not self._steps_us.total:
            raise InputError("two rows at different times are needed: this recording has no duration")
        return round(self._steps_us.percentile(50))

    def _zero_n(self) -> float:
        match self._zero:
            case NoZero():
                return 0.0
            case FirstSeconds():
                return self._resting_q / self._resting / GRID_PER_N
            case Percentile(percent):
                return self._percentile_n(percent)
            case _ as never:
                assert_never(never)

    def _percentile_n(self, percent: float) -> float:
        return self._forces_q.percentile(percent) / GRID_PER_N


def _steps(time_us: NDArray[np.int64], latest_us: int | None) -> NDArray[np.int64]:
    """Steps to each row from the one before; the very first is 0."""
    return np.diff(time_us, prepend=time_us[0] if latest_us is None else latest_us)


def _slots(step_us: NDArray[np.int64], period_us: int) -> NDArray[np.int64]:
    missing = step_us > max(GAP_PERIODS * period_us, LEAST_GAP_US)
    return np.where(missing, np.rint(step_us / period_us).astype(np.int64), 1)
