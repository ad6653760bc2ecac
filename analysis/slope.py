"""Where the force is going: its slope on the 10 Hz lane."""

from __future__ import annotations

from collections import deque
from typing import Final

from analysis.within import Range
from protocol.blocks import GRID_PER_N, SampleBlock

TICKS: Final = 5
"""Half a second: bandwidth about 1 Hz, delay 0.25 s; a hand's own corrections are not faster (Slifkin 2000)."""

WARN_S: Final = 2.0
"""Further ahead a straight line says nothing about a hand (*assumed*)."""


class Slope:
    """Least-squares slope through the last five readings of the 10 Hz lane."""

    def __init__(self, factor: int) -> None:
        """For a lane of `factor` slots of the stream."""
        self._factor = factor
        self._n_per_s: float | None = None
        self._ticks: deque[tuple[int, int, int]] = deque(maxlen=TICKS)

    def update(self, ticks: SampleBlock) -> None:
        """Take the next readings of the lane, at least one."""
        self._ticks.extend(zip(ticks.index.tolist(), ticks.time_us.tolist(), ticks.force_q.tolist(), strict=True))
        self._n_per_s = self._fit()

    def n_per_s(self, since_slot: int) -> float | None:
        """The slope; None with fewer than five readings since that slot of the stream, or with one missing between."""
        return self._n_per_s if self._ticks and self._ticks[0][0] * self._factor >= since_slot else None

    def _fit(self) -> float | None:
        if len(self._ticks) < TICKS or self._ticks[-1][0] - self._ticks[0][0] != TICKS - 1:
            return None
        first_us = self._ticks[0][1]
        times_s = [(time_us - first_us) / 1e6 for _, time_us, _ in self._ticks]
        middle_s = sum(times_s) / TICKS
        spread_s2 = sum((time_s - middle_s) ** 2 for time_s in times_s)
        if not spread_s2:
            return None
        moment = sum((time_s - middle_s) * q for time_s, (_, _, q) in zip(times_s, self._ticks, strict=True))
        return moment / spread_s2 / GRID_PER_N


def leaves_in_s(n_per_s: float | None, band: Range | None, force_q: int) -> float | None:
    """When a force inside the band will pass the edge it is heading for; None when not within `WARN_S`."""
    if band is None or not n_per_s:
        return None
    edge_q = band.high_q if n_per_s > 0 else band.low_q
    left_s = abs(edge_q - force_q) / GRID_PER_N / abs(n_per_s)
    return left_s if left_s <= WARN_S else None
