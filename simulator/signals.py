"""What the tool lets the hand feel and the eye see: cues, its light, and that the link is gone."""

from __future__ import annotations

import math
from typing import Final, NamedTuple

from protocol.control import CuePattern

MAX_CUE_MS: Final = 5000
IDENTIFY_S: Final = 3.0
"""Both as docs/protocol.md §8 says."""
LOSS_SIGNAL_S: Final = 1.0
"""How long the alarm lasts that says that the link is gone, *assumed*."""


class Vibration(NamedTuple):
    """A pattern, and when it ends; OFF is no vibration."""

    pattern: CuePattern
    until_s: float


_STILL: Final = Vibration(CuePattern.OFF, math.inf)


class Signals:
    """The motor and the light; each new signal replaces the one before."""

    def __init__(self) -> None:
        self._vibration = _STILL
        self._lit_until_s = -math.inf

    def cue(self, t_s: float, pattern: CuePattern, duration_ms: int) -> None:
        """Vibrate for so long."""
        self._vibration = Vibration(pattern, t_s + duration_ms / 1000)

    def identify(self, t_s: float) -> None:
        """Blink."""
        self._lit_until_s = t_s + IDENTIFY_S

    def lose_link(self, t_s: float, *, streaming: bool) -> None:
        """End the cue, whose giver is gone; where somebody relied on the link, say so."""
        self._vibration = Vibration(CuePattern.ALARM, t_s + LOSS_SIGNAL_S) if streaming else _STILL

    def vibration(self, t_s: float) -> CuePattern:
        """What can be felt at `t_s`."""
        return self._vibration.pattern if t_s < self._vibration.until_s else CuePattern.OFF

    def until_s(self, t_s: float) -> float:
        """When the vibration of `t_s` ends; infinite without one."""
        return self._vibration.until_s if t_s < self._vibration.until_s else math.inf

    def blinks(self, t_s: float) -> bool:
        """Whether the light blinks at `t_s`."""
        return t_s < self._lit_until_s
