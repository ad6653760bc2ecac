"""When the force passes a level, interpolated between two neighbouring readings."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from analysis.hold import Code, Metric, Missing
from analysis.reading import contiguous
from analysis.tape import Stretch
from protocol.blocks import GRID_PER_N
from protocol.sentence import Sentence

LOW, HIGH = 0.1, 0.9
"""Shares of the settled level between which a rise and a fall are measured."""


class Crossing(NamedTuple):
    """The force passes `level_n` between the readings at `position - 1` and `position`."""

    position: int
    level_n: float


class Instant(NamedTuple):
    """A moment as whole microseconds and a fraction beyond: a difference of two does not depend on the clock's zero."""

    whole_us: int
    beyond_us: float

    def since_us(self, whole_us: int, beyond_us: float = 0.0) -> float:
        """Microseconds since another moment."""
        return (self.whole_us - whole_us) + (self.beyond_us - beyond_us)


def crossed(stretch: Stretch, crossing: Crossing) -> Instant:
    """The moment of a crossing; its two readings must be neighbours."""
    before_us, after_us = stretch.readings.time_us[crossing.position - 1 : crossing.position + 1].tolist()
    left_n, right_n = _points_n(stretch, crossing)
    share = (crossing.level_n - left_n) / (right_n - left_n)
    return Instant(before_us, share * (after_us - before_us))


def elapsed_s(stretch: Stretch, begin: Crossing, end: Crossing) -> Metric:
    """Time between two crossings without a gap."""
    if not contiguous(stretch.readings[begin.position - 1 : end.position + 1]):
        return Missing(Code.GAP, Sentence("readings are missing between the two crossings"))
    elapsed_us = crossed(stretch, end).since_us(*crossed(stretch, begin))
    if elapsed_us <= 0:
        return Missing(Code.TOO_SLOW, Sentence("the time stamps do not separate the two crossings"))
    return elapsed_us / 1e6


def _points_n(stretch: Stretch, crossing: Crossing) -> tuple[float, float]:
    """The force at the two readings around a crossing.

    A mean over a curve lies beside the curve by a 24th of the second difference; where readings are means, that is
    taken back, as far as their neighbours are there and the level stays between the two.
    """
    around = stretch.readings[max(crossing.position - 2, 0) : crossing.position + 2]
    left_n, right_n = (stretch.readings.force_q[crossing.position - 1 : crossing.position + 1] / GRID_PER_N).tolist()
    if not stretch.averaged or len(around) < 4 or not contiguous(around):
        return left_n, right_n
    bends_n = np.diff(around.force_n, 2) / 24
    left_point_n, right_point_n = left_n - float(bends_n[0]), right_n - float(bends_n[1])
    between = min(left_point_n, right_point_n) < crossing.level_n < max(left_point_n, right_point_n)
    return (left_point_n, right_point_n) if between else (left_n, right_n)
