"""By how much one clock is faster than another: bounds that hold, from two exchanges."""

from __future__ import annotations

from typing import Final, NamedTuple

from analysis.clock_exchanges import Bounds, Exchange, bounds_of

EARLY: Final = 8
"""The best of so many exchanges is where the time begins to count: a connection begins with 8 (docs/protocol.md §8)."""


class Skew(NamedTuple):
    """The tool's clock is the faster one by this, on average over some time."""

    low_ppm: float
    high_ppm: float


class SkewBounds:
    """Takes the exchanges of one boot in order. Memory does not grow.

    Host minus tool lies within known bounds at each exchange. So two of them bound its slope, and with it the average
    skew between them; nothing is supposed about crystals, but that neither clock is set. Of the pairs with the best
    early exchange the one counts that says most.
    """

    def __init__(self) -> None:
        self.best: Skew | None = None
        """None before two exchanges."""
        self._first: Bounds | None = None
        self._seen = 0

    def update(self, exchange: Exchange) -> None:
        """Take the next exchange; one that contradicts itself says nothing."""
        bounds = bounds_of(exchange)
        if bounds is None:
            return
        self._seen += 1
        first = self._first or bounds
        found = _between(first, bounds)
        if found is not None and (self.best is None or _width_ppm(found) < _width_ppm(self.best)):
            self.best = found
        self._first = min(first, bounds, key=_width_s) if self._seen <= EARLY else first


def _between(first: Bounds, later: Bounds) -> Skew | None:
    """None where no time of the tool's passed."""
    passed_s = (later.tool_us - first.tool_us) / 1e6
    if passed_s <= 0:
        return None
    slowest, quickest = (later.low_s - first.high_s) / passed_s, (later.high_s - first.low_s) / passed_s
    return Skew(_ppm(quickest), _ppm(slowest))


def _ppm(slope: float) -> float:
    """Host minus tool grows by `slope` for each second of the tool: the tool counts 1 / (1 + slope) in one of ours."""
    return -1e6 * slope / max(1.0 + slope, 1e-6)


def _width_s(bounds: Bounds) -> float:
    return bounds.high_s - bounds.low_s


def _width_ppm(skew: Skew) -> float:
    return skew.high_ppm - skew.low_ppm
