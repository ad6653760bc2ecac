"""The tool's battery, falling slowly."""

from __future__ import annotations

from typing import Final

from protocol.events import BatteryLevel

S_PER_PERCENT: Final = 360
"""Ten hours from full to empty, *assumed*."""
LOW_PERCENT: Final = 15
CRITICAL_PERCENT: Final = 5
"""The levels of docs/protocol.md §7."""


class Battery:
    """Charge over true time; it is never charged, so the levels' hysteresis has no part."""

    def __init__(self, percent: int) -> None:
        self._full_percent = percent
        self._level = level(percent)

    def percent(self, t_s: float) -> int:
        """The charge at `t_s`."""
        return max(self._full_percent - int(t_s / S_PER_PERCENT), 0)

    def crossed(self, t_s: float) -> BatteryLevel | None:
        """The level that the charge has fallen into since the last question, None while it is the same."""
        before, self._level = self._level, level(self.percent(t_s))
        return None if self._level is before else self._level


def level(percent: int) -> BatteryLevel:
    """What a falling charge is called."""
    if percent <= CRITICAL_PERCENT:
        return BatteryLevel.CRITICAL
    return BatteryLevel.LOW if percent <= LOW_PERCENT else BatteryLevel.NORMAL
