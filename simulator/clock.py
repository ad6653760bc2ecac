"""The tool's clock: a crystal that is a little fast or slow."""

from __future__ import annotations

from typing import Final, NamedTuple

from simulator.crystal import Crystal
from simulator.stable import Value

_WRAP: Final = 1 << 32
_ROUNDS: Final = 3
"""A crystal gains at most some 10⁻⁵ of the time: each round makes the error so much smaller."""


class ToolClock(NamedTuple):
    """Converts true seconds since the simulation began to the tool's microseconds, which are not wrapped here."""

    ppm: float
    """How much the crystal is fast."""
    up_s: float
    """How long the tool had been on before; less than 0 for one that is switched on later."""
    crystal: Crystal | None = None
    """What else it does; None for nothing."""
    since_s: float = 0.0
    """When the crystal began to."""

    def started(self, t_s: float) -> ToolClock:
        """The clock of a tool that had been on for `up_s` at `t_s`."""
        return self._replace(up_s=self.up_s - t_s, since_s=t_s)

    def us(self, t_s: float) -> int:
        """What the clock shows at `t_s`; 0 before it was switched on."""
        gained_us = self.crystal.gained_us(t_s - self.since_s) if self.crystal else 0.0
        return max(int((t_s + self.up_s) * 1e6 * self._pace + gained_us), 0)

    def s(self, us: Value) -> Value:
        """When the clock shows `us`."""
        t_s = us / 1e6 / self._pace - self.up_s
        if self.crystal:
            for _ in range(_ROUNDS):
                t_s = (us - self.crystal.gained_us(t_s - self.since_s)) / 1e6 / self._pace - self.up_s
        return t_s

    def jumped(self, t_s: float, by_us: int) -> ToolClock:
        """The clock that shows so much more; one that would come below 0 at `t_s` has wrapped backwards."""
        wraps = max(-((self.us(t_s) + by_us) // _WRAP), 0)
        return self._replace(up_s=self.up_s + (by_us + wraps * _WRAP) / 1e6 / self._pace)

    def paced(self, t_s: float, ppm: float) -> ToolClock:
        """The clock that shows the same at `t_s` and is so fast from then on."""
        pace = 1 + ppm * 1e-6
        return self._replace(ppm=ppm, up_s=(t_s + self.up_s) * self._pace / pace - t_s)

    @property
    def _pace(self) -> float:
        return 1 + self.ppm * 1e-6


def wrapped(count: int) -> int:
    """A counter or a clock as the profile's u32."""
    return count % _WRAP
