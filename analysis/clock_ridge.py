"""The lower edge of a cloud of delays: what is left when no payload had to wait."""

from __future__ import annotations

from collections import deque
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.clock import OffsetLine

WINDOW_S: Final = 600.0
"""Long enough for 1 ppm under a jitter of milliseconds, short enough for the wander of a crystal."""
FIT_FROM: Final = 5
"""Blocks; before, the least delay so far is the offset and the slope 0."""
PRIOR: Final = 40e-6
"""Two good crystals part at this rate (*assumed*: ± 20 ppm each)."""
STEEPEST: Final = 500e-6
"""Beyond this no clock is a clock; the widest accuracy that Bluetooth lets a clock state."""
_HALVINGS: Final = 30
"""From 1000 ppm to below 1e-6 ppm."""


class Tuning(NamedTuple):
    """What goes with one way of finding the offset; all measured on the simulated links of docs/clocks.md."""

    block_s: float
    """Of the observations in such a time only the one with the least delay counts."""
    prior_cost_s: float
    """What a slope of `PRIOR` costs, in the unit of the mean height above the edge."""
    known_after_s: float
    """Before, the prior and chance decide the slope more than the clocks do."""


class DelayRidge:
    """Takes (tool time, arrival − tool time), keeps the least of each block, fits a line under the latest 600 s.

    The slope s minimises mean(y − s x) − min(y − s x) + cost (s / 40 ppm)². That is convex, so halving finds it.
    Memory: one point for each block of the window.
    """

    def __init__(self, tuning: Tuning) -> None:
        self._tuning = tuning
        self._block_us = round(tuning.block_s * 1e6)
        self._points: deque[tuple[int, float]] = deque(maxlen=round(WINDOW_S / tuning.block_s))
        self._least: tuple[int, float] | None = None
        self._block = 0
        self.line: OffsetLine | None = None
        """The lower edge; None before the first observation."""
        self.height_s: float | None = None
        """Mean height of the blocks' least delays above the edge; None before the first fit."""
        self.known_s = 0.0
        """Time that the fitted points span."""

    def update(self, tool_us: int, delay_s: float) -> OffsetLine:
        """Take the next observation; return the line after it."""
        block = tool_us // self._block_us
        if self._least is None:
            self._block = block
        elif block != self._block:
            self._close(self._least, block)
        if self._least is None or delay_s < self._least[1]:
            self._least = (tool_us, delay_s)
        if self.line is None or len(self._points) < FIT_FROM:
            least_s = min(y for _, y in (*self._points, self._least))
            self.line, self.height_s, self.known_s = OffsetLine(tool_us, least_s, 0.0), None, 0.0
        return self.line

    @property
    def kept(self) -> int:
        """Points in memory."""
        return len(self._points)

    @property
    def skew_ppm(self) -> float | None:
        """By how much the tool's clock is the faster one; None while the observations do not say."""
        if self.line is None or self.known_s < self._tuning.known_after_s:
            return None
        return -self.line.slope * 1e6

    def _close(self, least: tuple[int, float], block: int) -> None:
        self._points.append(least)
        self._least, self._block = None, block
        while self._points[0][0] < least[0] - WINDOW_S * 1e6:
            self._points.popleft()
        if len(self._points) >= FIT_FROM:
            self._fit(least[0])

    def _fit(self, now_us: int) -> None:
        x_s = np.array([x - now_us for x, _ in self._points]) / 1e6
        y_s = np.array([y for _, y in self._points])
        slope = _slope(x_s - x_s.mean(), y_s - y_s[-1], self._tuning.prior_cost_s)
        rest_s = y_s - slope * x_s
        least_s = float(rest_s.min())
        self.line = OffsetLine(now_us, least_s, slope)
        self.height_s = float(rest_s.mean()) - least_s
        self.known_s = float(x_s.max() - x_s.min())


def _slope(x_s: NDArray[np.float64], y_s: NDArray[np.float64], prior_cost_s: float) -> float:
    """Halve the range by the sign of the derivative; `x_s` has the mean 0."""
    low, high = -STEEPEST, STEEPEST
    for _ in range(_HALVINGS):
        slope = (low + high) / 2
        touching = int(np.argmin(y_s - slope * x_s))
        rising = float(x_s[touching]) + 2 * prior_cost_s * slope / PRIOR**2 > 0
        low, high = (low, slope) if rising else (slope, high)
    return (low + high) / 2
