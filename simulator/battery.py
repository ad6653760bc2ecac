"""The tool's battery: falling slowly, or as a scenario says."""

from __future__ import annotations

import math
from typing import Final, NamedTuple

from protocol.events import BatteryLevel
from simulator.happenings.tool import BatteryFall, BatteryFlutter

S_PER_PERCENT: Final = 360
"""Ten hours from full to empty, *assumed*."""
LOW_PERCENT: Final = 15
CRITICAL_PERCENT: Final = 5
HYSTERESIS_PERCENT: Final = 3
"""The levels of docs/protocol.md §7."""

_ROUNDING_S: Final = 1e-3


class _Fall(NamedTuple):
    """From one charge to another between two times."""

    from_s: float
    from_percent: float
    to_s: float
    to_percent: float

    def percent(self, t_s: float) -> float:
        """The charge at `t_s`; afterwards it falls as it does by itself."""
        if t_s >= self.to_s:
            return max(self.to_percent - (t_s - self.to_s) / S_PER_PERCENT, 0.0)
        part = (t_s - self.from_s) / (self.to_s - self.from_s)
        return self.from_percent + part * (self.to_percent - self.from_percent)


class Battery:
    """Charge over true time."""

    def __init__(self, percent: float) -> None:
        self._fall = _Fall(0.0, percent, 0.0, percent)
        self._flutters: list[tuple[float, BatteryFlutter]] = []
        self._level = level(percent, BatteryLevel.NORMAL)

    def percent(self, t_s: float) -> int:
        """The charge that is shown at `t_s`."""
        swing = sum(_swing(t_s - from_s, each) for from_s, each in self._flutters)
        return min(max(math.ceil(self._fall.percent(t_s) + swing), 0), 100)

    def same_until_s(self, t_s: float) -> float:
        """Until when the charge that is shown stays the same, or `t_s` where it is about to cross or hard to say."""
        if self._flutters or t_s < self._fall.to_s or self.level(t_s) is not self._level:
            return t_s
        percent = self._fall.percent(t_s)
        return t_s + (percent - math.ceil(percent) + 1) * S_PER_PERCENT - _ROUNDING_S if percent > 0 else math.inf

    def level(self, t_s: float) -> BatteryLevel:
        """What the charge is called at `t_s`."""
        return level(self.percent(t_s), self._level)

    def fall(self, t_s: float, fault: BatteryFall) -> None:
        """From now on it falls so."""
        self._fall = _Fall(t_s, self._fall.percent(t_s), t_s + fault.for_s, fault.percent)

    def flutter(self, t_s: float, fault: BatteryFlutter) -> None:
        """From now on it flutters for a while."""
        self._flutters.append((t_s, fault))

    def crossed(self, t_s: float) -> BatteryLevel | None:
        """The level that the charge has come into since the last question, None while it is the same."""
        before, self._level = self._level, self.level(t_s)
        return None if self._level is before else self._level


def level(percent: float, before: BatteryLevel) -> BatteryLevel:
    """What a charge is called that was called `before` until now: it has to rise a little more than it fell."""
    critical = CRITICAL_PERCENT + (HYSTERESIS_PERCENT if before is BatteryLevel.CRITICAL else 0)
    low = LOW_PERCENT + (0 if before is BatteryLevel.NORMAL else HYSTERESIS_PERCENT)
    if percent <= critical:
        return BatteryLevel.CRITICAL
    return BatteryLevel.LOW if percent <= low else BatteryLevel.NORMAL


def _swing(since_s: float, fault: BatteryFlutter) -> float:
    """Up for half a period, down for the other half."""
    if not 0 <= since_s < fault.for_s:
        return 0.0
    return fault.percent if since_s % fault.period_s < fault.period_s / 2 else -fault.percent
