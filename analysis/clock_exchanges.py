"""The host's clock from questions and answers: bounds from both sides."""

from __future__ import annotations

from typing import Final, NamedTuple

from analysis.clock import ClockMap, ClockMethod, OffsetLine, SlewedOffset
from analysis.clock_ridge import DelayRidge, Tuning

ALLOWANCE: Final = 100e-6
"""The clocks part by at most this, so bounds widen by it as they age.

Bluetooth allows the tool's running clock ± 50 ppm (Core, vol. 6 part B 4.2.1); ± 50 ppm for the host is *assumed*.
It is more than the ± 40 ppm that `PRIOR` prefers: a bound has to hold, a preference only helps.
"""
TICK_S: Final = 1e-6
"""The tool's clock counts whole microseconds, cut or rounded."""
TUNING: Final = Tuning(block_s=10.0, prior_cost_s=0.3e-3, known_after_s=300.0)
"""Blocks as long as the protocol's pause between two questions; the slope was up to 25 ppm off before 300 s."""


class Exchange(NamedTuple):
    """One TIME command: the host wrote and heard, the tool received and queued its answer, in this order."""

    sent_s: float
    receipt_us: int
    """Not wrapped: on the scale of `SampleBlock.time_us`."""
    queued_us: int
    received_s: float


class Bounds(NamedTuple):
    """Host minus tool, from both sides, at one time of the tool's."""

    tool_us: int
    low_s: float
    high_s: float

    def at(self, tool_us: int) -> Bounds:
        """At another time: wider."""
        wider_s = ALLOWANCE * abs(tool_us - self.tool_us) / 1e6
        return Bounds(tool_us, self.low_s - wider_s, self.high_s + wider_s)

    def within(self, other: Bounds) -> Bounds | None:
        """Both bounds hold: at the time of the later ones; None where they contradict each other."""
        tool_us = max(self.tool_us, other.tool_us)
        mine, its = self.at(tool_us), other.at(tool_us)
        both = Bounds(tool_us, max(mine.low_s, its.low_s), min(mine.high_s, its.high_s))
        return both if both.low_s <= both.high_s else None


def bounds_of(exchange: Exchange) -> Bounds | None:
    """What one exchange says; None where it contradicts itself."""
    low = Bounds(exchange.receipt_us, exchange.sent_s - exchange.receipt_us / 1e6 - TICK_S, float("inf"))
    high = Bounds(exchange.queued_us, float("-inf"), exchange.received_s - exchange.queued_us / 1e6 + TICK_S)
    return low.within(high) if exchange.queued_us >= exchange.receipt_us else None


class ExchangeClock:
    """Maps times of one boot of the tool by EXCHANGES; a tool that rebooted needs a new one.

    The truth lies within `error_s` as long as the clocks part by at most 100 ppm and neither is set. Where an exchange
    contradicts those before it, that was not so: it counts in `contradictions`, and only the latest one is believed.
    Memory does not grow.
    """

    def __init__(self) -> None:
        self.contradictions = 0
        self._bounds: Bounds | None = None
        self._ridge = DelayRidge(TUNING)
        self._offset: SlewedOffset | None = None

    def update(self, exchange: Exchange) -> None:
        """Take the next exchange."""
        latest = bounds_of(exchange)
        if latest is None:
            self.contradictions += 1
            return
        self._bounds = self._agreed(latest)
        edge = self._ridge.update(exchange.queued_us, exchange.received_s - exchange.queued_us / 1e6)
        self._steer(self._bounds, edge.slope)

    def at(self, tool_us: int) -> ClockMap | None:
        """The host's clock at a time of the tool's; None before the first exchange."""
        if self._bounds is None or self._offset is None:
            return None
        _, low_s, high_s = self._bounds.at(tool_us)
        offset_s = self._offset.at(tool_us)
        return ClockMap(
            ClockMethod.EXCHANGES,
            tool_us,
            tool_us / 1e6 + offset_s,
            self._ridge.skew_ppm,
            max(high_s - offset_s, offset_s - low_s),
        )

    def _agreed(self, latest: Bounds) -> Bounds:
        if self._bounds is None:
            return latest
        both = self._bounds.within(latest)
        if both is None:
            self.contradictions += 1
            self._ridge = DelayRidge(TUNING)
        return both or latest

    def _steer(self, bounds: Bounds, slope: float) -> None:
        line = OffsetLine(bounds.tool_us, (bounds.low_s + bounds.high_s) / 2, slope)
        if self._offset is None:
            self._offset = SlewedOffset(line)
        self._offset.follow(bounds.tool_us, line)
