"""How suspicious a fall is: beyond what tissue relaxes by itself, in units of the hand's own unrest."""

from __future__ import annotations

import math
from collections import deque
from typing import Final

from analysis.relaxation import TICK_S, Relaxation

SLOPE_TICKS: Final = 20
"""The slope looks at 2 s: a fall within half a second to two seconds fills it."""

SLOPE_ALARM: Final = 3.5
"""Units of unrest a second. It and `CUSUM_ALARM` are set so that each alone gives 0.05 false alarms a minute where the
hand's noise is 2 % (docs/detection.md), 0.1 together."""

CUSUM_ALARM: Final = 45.0
"""Units of unrest times ticks, see `SLOPE_ALARM`."""

SLACK: Final = 2.0
"""Units of unrest that a tick may lie below the fit at no cost. A hand's slow wandering (over 10 s) stays below the
fit for many ticks: with 0.5, the choice for independent noise, the same false alarms cost a third of the detections."""

LIMIT: Final = 6.0
"""Units of unrest that a single tick counts at most: one tick alone is no softening."""

FIXED_POINT: Final = 1 << 20
"""Steps of a unit in the CUSUM, which is an integer: its zero is exact and rounding does not pile up."""

CHANGE_TICKS: Final = 5
"""Unrest is the change within 0.5 s: long enough to hold what a hand does, short enough to be seen many times in the
seconds of learning. The residual itself would be seen a few times only, because a hand wanders slowly."""

LEARNING_TICKS: Final = 40
"""Changes seen before the first statistic: 4 s."""

CLIP: Final = 4.0
"""A change counts at most so many times the unrest, so that a fall does not hide itself; after `TRUSTED_TICKS`."""

TRUSTED_TICKS: Final = 20
"""Changes seen before large ones are clipped."""

KEEP: Final = 0.5 ** (1 / 100)
"""The unrest forgets half in 10 s: a hand tires."""

UNREST_FLOOR: Final = 0.011
"""Share of the level, the unrest of a hand of about 2 % noise. With a steadier hand the largest thing in the residuals
is the relaxation of the tissue, which is not one exponential; with a quarter of the floor it gives a false alarm in
one to three minutes."""


class Unrest:
    """The running mean of the change within 0.5 s, without sign, as a share of the level."""

    def __init__(self) -> None:
        self.changes = 0
        self._sum = 0.0
        self._weight = 0.0

    @property
    def share(self) -> float:
        """At least the floor."""
        return max(self._sum / self._weight, UNREST_FLOOR) if self.changes else UNREST_FLOOR

    def update(self, change: float) -> None:
        """Take the next change, a share of the level."""
        size = abs(change)
        if self.changes >= TRUSTED_TICKS:
            size = min(size, CLIP * self.share)
        self.changes += 1
        self._sum = KEEP * self._sum + size
        self._weight = KEEP * self._weight + 1


class Suspicion:
    """Weighs the ticks of one series from the end of the ramp on; values above 0, none missing.

    Each tick's residual is what it differs from what the relaxation of the ticks before it predicts. The suspicion is
    the larger of two: how steeply the residuals of the last 2 s fall, and their one-sided CUSUM; 1 is an alarm.
    """

    def __init__(self) -> None:
        self._relaxation = Relaxation()
        self._unrest = Unrest()
        self._residuals: deque[float] = deque(maxlen=SLOPE_TICKS)
        self._cusum = 0

    @property
    def full(self) -> bool:
        """Whether no further tick can be taken."""
        return self._relaxation.full

    def update(self, value: float) -> float | None:
        """Take the next tick; return the suspicion, None while learning."""
        expected = self._relaxation.expected()
        suspicion = None if expected is None else self._weigh((value - expected) / self._relaxation.mean)
        self._relaxation.update(value)
        return suspicion

    def _weigh(self, residual: float) -> float | None:
        self._residuals.append(residual)
        unrest, learned = self._unrest.share, self._unrest.changes >= LEARNING_TICKS
        if len(self._residuals) > CHANGE_TICKS:
            self._unrest.update(residual - self._residuals[-1 - CHANGE_TICKS])
        if not learned:
            return None
        below = max(-LIMIT, min(LIMIT, -residual / unrest)) - SLACK
        self._cusum = max(0, self._cusum + round(below * FIXED_POINT))
        return max(self._falling() / unrest / SLOPE_ALARM, self._cusum / FIXED_POINT / CUSUM_ALARM)

    def _falling(self) -> float:
        """Least-squares slope of the residuals, falling is positive; a second's share of the level."""
        middle = (SLOPE_TICKS - 1) / 2
        moment = math.fsum((middle - i) * residual for i, residual in enumerate(self._residuals))
        return moment / (SLOPE_TICKS * (SLOPE_TICKS**2 - 1) / 12) / TICK_S
