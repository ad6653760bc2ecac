"""What a person without a tool wants: gestures on a pad or with keys in, a force out. Asks no clock."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, NamedTuple, TypeAlias, assert_never

KEEP_S: Final = 1.0
"""Nobody holds on for so long without a sign of it: keys of a terminal repeat sooner, and a window that is stuck, or a
remote line that is cut, must leave no press behind."""
RATE_N_PER_S: Final = 10.0
"""While a key is held: as fast as a press should rise (De Meulemeester 2017)."""
FULL_SHARE: Final = 1.25
"""Of the cap: who practises can press too hard, and is told so."""


class Pushed(NamedTuple):
    """So far on the pad, or so hard with a pen that feels it: a share of the full force, from 0 to 1."""

    share: float


class Nudged(NamedTuple):
    """A little harder, or softer: a wheel, two fingers, a key of a terminal."""

    by_n: float


class Moving(NamedTuple):
    """Keys that are held: 1 for harder, −1 for softer, 0 for as it is."""

    direction: int


class Kept(NamedTuple):
    """Still there: keeps a press, and begins none."""


class LetGo(NamedTuple):
    """Nothing is held any more."""


Gesture: TypeAlias = Pushed | Nudged | Moving | Kept | LetGo


@dataclass(frozen=True, slots=True)
class Off:
    """Nothing is wanted."""


@dataclass(frozen=True, slots=True)
class On:
    """A press; times are in seconds."""

    since_s: float
    """Of the last gesture, when the parts of the force were as they stand here."""
    heard_s: float
    """Of the last sign of life."""
    pushed_n: float = 0.0
    nudged_n: float = 0.0
    rate_n_per_s: float = 0.0


def full_n(cap_n: float) -> float:
    """The force at the end of the scale."""
    return FULL_SHARE * cap_n


class Grip:
    """Adds up gestures, in order; the force stays from 0 to `full_n`, and is 0 `KEEP_S` after the last of them."""

    def __init__(self, full_n: float) -> None:
        self.full_n = full_n
        self._state: Off | On = Off()

    def feel(self, gesture: Gesture, now_s: float) -> None:
        """Take one gesture."""
        before = self._at(now_s)
        begun = before if isinstance(before, On) else On(now_s, now_s)
        match gesture:
            case LetGo():
                self._state = Off()
            case Kept():
                self._state = before
            case Pushed(share):
                self._state = replace(begun, pushed_n=min(max(share, 0.0), 1.0) * self.full_n)
            case Nudged(by_n):
                self._state = replace(begun, nudged_n=self._room_n(begun, begun.nudged_n + by_n))
            case Moving(direction):
                self._state = replace(begun, rate_n_per_s=direction * RATE_N_PER_S)
            case _ as never:
                assert_never(never)
        if isinstance(self._state, On):
            self._state = replace(self._state, heard_s=now_s)

    def force_n(self, now_s: float) -> float:
        """What is wanted now; 0 is off the skin."""
        state = self._at(now_s)
        return min(max(state.pushed_n + state.nudged_n, 0.0), self.full_n) if isinstance(state, On) else 0.0

    def _at(self, now_s: float) -> Off | On:
        """The same at another moment."""
        state = self._state
        if not isinstance(state, On) or now_s - state.heard_s >= KEEP_S:
            return Off()
        nudged_n = state.nudged_n + state.rate_n_per_s * (now_s - state.since_s)
        return replace(state, since_s=now_s, nudged_n=self._room_n(state, nudged_n))

    def _room_n(self, state: On, nudged_n: float) -> float:
        """What fits: beyond the ends of the scale nothing adds up that would have to be taken back first."""
        return min(max(nudged_n, -state.pushed_n), self.full_n - state.pushed_n)
