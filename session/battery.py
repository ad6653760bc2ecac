"""The tool's battery: a figure that does not flutter, and for how long it lasts."""

from __future__ import annotations

from collections import deque
from enum import StrEnum
from typing import Final, NamedTuple

from protocol.sentence import Sentence
from session.unknown import Figure, Unknown

LOW_PERCENT: Final = 15
CRITICAL_PERCENT: Final = 5
"""The levels of docs/protocol.md §7."""
HYSTERESIS_PERCENT: Final = 3
"""The same as the tool's own: a charge rises again only by at least this much."""
FALLS: Final = 2
"""Whole steps of the charge that it takes to know how fast it falls; *assumed*: gauges step unevenly."""
RECENT: Final = 10
"""Steps that count: a battery falls faster towards its end, so old ones mislead."""


class Charge(StrEnum):
    """What a charge is called."""

    NORMAL = "normal"
    LOW = "low"
    CRITICAL = "critical"


class Battery(NamedTuple):
    """The battery at one moment."""

    percent: int | Unknown
    charge: Charge | Unknown
    lasts_min: Figure
    """Minutes until it is critical, at the rate at which it fell; rather too few than too many."""


class _Fall(NamedTuple):
    at_s: float
    percent: int
    """What is left from here on."""


class BatteryWatch:
    """Takes what the tool says of its charge, and when; asks no clock. Memory does not grow."""

    def __init__(self) -> None:
        self._percent: int | None = None
        self._charge = Charge.NORMAL
        self._falls: deque[_Fall] = deque(maxlen=RECENT + 1)

    def update(self, percent: int | None, now_s: float) -> None:
        """The tool says so; None where it cannot tell, which changes nothing."""
        if percent is None:
            return
        shown = self._percent
        if shown is None or percent >= shown + HYSTERESIS_PERCENT:
            self._falls.clear()
        elif percent < shown:
            self._falls.append(_Fall(now_s, percent))
        else:
            return
        self._percent, self._charge = percent, _charge(percent, self._charge)

    def look(self, now_s: float) -> Battery:
        """The battery at `now_s`."""
        if self._percent is None:
            silent = Unknown(Sentence("the tool does not say how full its battery is"))
            return Battery(silent, silent, silent)
        return Battery(self._percent, self._charge, self._lasts_min(now_s))

    def _lasts_min(self, now_s: float) -> Figure:
        if len(self._falls) <= FALLS:
            return Unknown(Sentence("not known before the charge has fallen a few steps"))
        first, last = self._falls[0], self._falls[-1]
        s_per_percent = (last.at_s - first.at_s) / (first.percent - last.percent)
        left_s = (last.percent - CRITICAL_PERCENT) * s_per_percent - (now_s - last.at_s)
        return max(left_s, 0.0) / 60


def _charge(percent: int, before: Charge) -> Charge:
    """A level is left upwards only `HYSTERESIS_PERCENT` above where it begins."""
    critical_below = CRITICAL_PERCENT + (HYSTERESIS_PERCENT if before is Charge.CRITICAL else 1)
    low_below = LOW_PERCENT + (1 if before is Charge.NORMAL else HYSTERESIS_PERCENT)
    if percent < critical_below:
        return Charge.CRITICAL
    return Charge.LOW if percent < low_below else Charge.NORMAL
