"""The slots of a stretch of time: which readings came in it, and which are missing."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from protocol.blocks import SampleBlock


class Slots(NamedTuple):
    """Readings of a stretch, and the numbers of the slots in it that have none, counted from its begin."""

    readings: SampleBlock
    missing: NDArray[np.int64]

    @property
    def total(self) -> int:
        """All slots, those without a reading too."""
        return len(self.readings) + len(self.missing)


def slots(readings: SampleBlock, begin_us: int, end_us: int, period_us: int) -> Slots:
    """The stretch from `begin_us` on that has as many whole periods as come nearest to `end_us`.

    Of evenly spaced readings each such stretch has the same number, wherever it begins.
    """
    expected = round((end_us - begin_us) / period_us)
    first, last = readings.time_us.searchsorted((begin_us, begin_us + expected * period_us)).tolist()
    part = readings[first:last]
    if not len(part):
        return Slots(part, np.arange(expected, dtype=np.int64))
    ahead = (part.time_us.item(0) - begin_us) // period_us
    taken = part.index - part.index[0] + ahead
    return Slots(part, np.setdiff1d(np.arange(expected, dtype=np.int64), taken, assume_unique=True))
