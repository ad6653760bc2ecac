"""From the tool's clock to the host's: what every way of finding the offset has in common (docs/clocks.md)."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

SLEW: Final = 300e-6
"""Seconds by which the offset may move in a second beside its slope: a correction is never seen as a step.

*Assumed*: three times the rate at which two bad crystals part, so that a correction always arrives.
"""
SETTLING_S: Final = 10.0
"""After the first observation the offset may move faster: the first one may have been stuck on its way for long."""
SETTLING_SLEW: Final = 0.5
"""While it settles: time may then pass at half or one and a half times its speed, and still never goes back."""


class ClockMethod(StrEnum):
    """What the offset was found from."""

    EXCHANGES = "exchanges"
    """Questions and answers: bounded from both sides."""
    RADIO = "radio"
    """Sync frames: arrivals against the times of the radio events that carried them."""
    ARRIVALS = "arrivals"
    """Arrivals against the times of the readings."""


class ClockMap(NamedTuple):
    """Where the host's clock stood at one moment of the tool's."""

    method: ClockMethod
    tool_us: int
    host_s: float
    skew_ppm: float | None
    """By how much the tool's clock is the faster one.

    None before 120 s (RADIO; after 300 s about 1 ppm off) or 300 s (EXCHANGES; about 10 ppm off), always for ARRIVALS.
    """
    error_s: float | None
    """EXCHANGES: the truth lies this near, as long as the clocks part by at most 100 ppm.

    RADIO, ARRIVALS: an estimate of the scatter, None before the first fit. The shortest way of a payload, about
    1–2 ms and for ARRIVALS up to a connection interval more, stays in `host_s`: nothing that goes one way can show it.
    """

    @property
    def offset_s(self) -> float:
        """Host minus tool."""
        return self.host_s - self.tool_us / 1e6


class OffsetLine(NamedTuple):
    """Host minus tool, as far as it is known: a straight line over the tool's time."""

    tool_us: int
    offset_s: float
    slope: float
    """Seconds for each second; a fast tool has a negative one."""

    def at(self, tool_us: int) -> float:
        """The offset at another time, in s."""
        return self.offset_s + self.slope * (tool_us - self.tool_us) / 1e6


class SlewedOffset:
    """Follows a line that may jump, without jumping.

    Asked in the order of the tool's time, and not for times beyond the next `follow`, it gives times of the host that
    rise strictly. For times before the latest `follow` the line through it answers.
    """

    def __init__(self, line: OffsetLine) -> None:
        self._line = line
        self._knot = line
        self._settled_us = line.tool_us + round(SETTLING_S * 1e6)

    def follow(self, tool_us: int, line: OffsetLine) -> None:
        """From `tool_us` on, or from the latest knot when that is later, make for `line`."""
        knot_us = max(tool_us, self._knot.tool_us)
        self._knot = OffsetLine(knot_us, self.at(knot_us), line.slope)
        self._line = line

    def at(self, tool_us: int) -> float:
        """The offset in s."""
        ahead = self._knot.at(tool_us)
        slack_s = self._slack_s(self._knot.tool_us, tool_us)
        return ahead + min(max(self._line.at(tool_us) - ahead, -slack_s), slack_s)

    def lag_s(self, tool_us: int) -> float:
        """How far the line is away."""
        return abs(self._line.at(tool_us) - self.at(tool_us))

    def _slack_s(self, begin_us: int, end_us: int) -> float:
        settling_us = max(0, min(end_us, self._settled_us) - begin_us)
        return max(0, end_us - begin_us) / 1e6 * SLEW + settling_us / 1e6 * (SETTLING_SLEW - SLEW)
