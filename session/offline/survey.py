"""The first pass over a table: what only the whole recording can tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple, assert_never

import numpy as np
from numpy.typing import NDArray

from protocol.blocks import SampleBlock
from session.errors import InputError
from session.offline.request import FirstSeconds, Newtons, NoZero, Percentile, Share, TableFormat, Threshold, Zero
from session.offline.table import Rows

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
    """Go through a recording once, 16 bytes of memory for each row; raises `InputError` where it is too short."""
    parts = list(chunks)
    if not parts:
        raise InputError("there are no rows below the header")
    time_us = np.concatenate([part.time_us for part in parts])
    force_n = np.concatenate([part.force_n for part in parts])
    period_us = _period_us(time_us, table.rate_hz)
    zero_n = _zero_n(time_us, force_n, table.zero)
    rest_n, pressed_n = np.percentile(force_n, SHARE_PERCENTILES).tolist()
    rate_hz = 1e6 / period_us if table.rate_hz is None else table.rate_hz
    peak_n = float(force_n.max())
    return Survey(period_us, rate_hz, zero_n, rest_n - zero_n, pressed_n - zero_n, peak_n - zero_n)


def blocks(chunks: Iterable[Rows], facts: Survey) -> Iterator[SampleBlock]:
    """Turn rows into readings; a step in time that is a gap becomes a step of the index."""
    slot, latest_us = -1, None
    for rows in chunks:
        before_us = rows.time_us[:1] if latest_us is None else np.array([latest_us])
        step_us = np.diff(np.concatenate([before_us, rows.time_us]))
        index = slot + np.cumsum(_slots(step_us, facts.period_us))
        yield SampleBlock.of(index, rows.time_us, rows.force_n - facts.zero_n)
        slot, latest_us = int(index[-1]), int(rows.time_us[-1])


def _slots(step_us: NDArray[np.int64], period_us: int) -> NDArray[np.int64]:
    missing = step_us > max(GAP_PERIODS * period_us, LEAST_GAP_US)
    return np.where(missing, np.rint(step_us / period_us).astype(np.int64), 1)


def _period_us(time_us: NDArray[np.int64], rate_hz: float | None) -> int:
    if rate_hz is not None:
        return max(round(1e6 / rate_hz), 1)
    steps_us = np.diff(time_us)
    positive_us = steps_us[steps_us > 0]
    if not len(positive_us):
        raise InputError("two rows at different times are needed: this recording has no duration")
    return round(float(np.median(positive_us)))


def _zero_n(time_us: NDArray[np.int64], force_n: NDArray[np.float64], zero: Zero) -> float:
    match zero:
        case NoZero():
            return 0.0
        case FirstSeconds(time_s):
            return float(force_n[time_us <= time_us[0] + time_s * 1e6].mean())
        case Percentile(percent):
            return float(np.percentile(force_n, percent))
        case _ as never:
            assert_never(never)
