"""The host's clock from one-way traffic: the least delays say where the clocks stand."""

from __future__ import annotations

from math import inf
from typing import Final, Literal, NamedTuple, TypeAlias

from analysis.clock import ClockMap, ClockMethod, SlewedOffset
from analysis.clock_ridge import DelayRidge, Tuning

TUNINGS: Final[dict[ClockMethod, Tuning]] = {
    ClockMethod.RADIO: Tuning(block_s=1.0, prior_cost_s=0.3e-3, known_after_s=120.0),
    ClockMethod.ARRIVALS: Tuning(block_s=2.0, prior_cost_s=1e-3, known_after_s=inf),
}
"""A radio event's delay has no connection interval in it: short blocks, and a slope that may be trusted soon.

Arrivals beat with the grid of connection events, and a slow beat looks like a slope: up to 50 ppm off after 300 s and
16 ppm after 30 minutes, so it is never told.
"""


DelayMethod: TypeAlias = Literal[ClockMethod.RADIO, ClockMethod.ARRIVALS]


class Arrival(NamedTuple):
    """When something of the tool's time reached the host.

    RADIO: the radio event of a sync frame, and the arrival of the frame that it carried. ARRIVALS: the newest reading
    of a frame, and the frame's arrival.
    """

    tool_us: int
    """Not wrapped: on the scale of `SampleBlock.time_us`."""
    arrival_s: float


class DelayClock:
    """Maps times of one boot of the tool by RADIO or ARRIVALS; a tool that rebooted needs a new one.

    The mapping after an observation follows from the observations until then and their order alone. Memory does not
    grow. See `SlewedOffset` for what never goes back.
    """

    def __init__(self, method: DelayMethod) -> None:
        self._method = method
        self._ridge = DelayRidge(TUNINGS[method])
        self._offset: SlewedOffset | None = None

    def update(self, arrival: Arrival) -> None:
        """Take the next observation."""
        line = self._ridge.update(arrival.tool_us, arrival.arrival_s - arrival.tool_us / 1e6)
        if self._offset is None:
            self._offset = SlewedOffset(line)
        self._offset.follow(arrival.tool_us, line)

    def at(self, tool_us: int) -> ClockMap | None:
        """The host's clock at a time of the tool's; None before the first observation."""
        if self._offset is None:
            return None
        height_s = self._ridge.height_s
        return ClockMap(
            self._method,
            tool_us,
            tool_us / 1e6 + self._offset.at(tool_us),
            self._ridge.skew_ppm,
            None if height_s is None else height_s + self._offset.lag_s(tool_us),
        )
