"""A patient who presses the button when a press begins to hurt."""

from __future__ import annotations

from typing import Final, NamedTuple, TypeAlias, assert_never

from simulator.happenings.people import PatientThreshold
from simulator.moments import ButtonDown, ButtonUp

AWAY_N: Final = 1.0
"""Below it the press is over and the next one can hurt anew."""


class Calm(NamedTuple):
    """It does not hurt."""


class Hurting(NamedTuple):
    """It hurts; the hand is on its way to the button."""

    down_s: float


class Pressing(NamedTuple):
    """The button is down."""

    up_s: float


class Told(NamedTuple):
    """The patient has pressed in this contact."""


State: TypeAlias = Calm | Hurting | Pressing | Told


class Patient:
    """Steps through time, slot by slot; presses once in each contact."""

    def __init__(self, kind: PatientThreshold) -> None:
        self._kind = kind
        self._state: State = Calm()

    def step(self, world_s: float, force_n: float) -> ButtonDown | ButtonUp | None:
        """What the patient does at `world_s`, while this force is at the tip."""
        before = self._state
        self._state = self._next(world_s, force_n)
        match before, self._state:
            case Hurting(), Pressing():
                return ButtonDown(world_s)
            case Pressing(), Told():
                return ButtonUp(world_s)
            case _:
                return None

    def _next(self, world_s: float, force_n: float) -> State:
        match self._state:
            case Calm():
                hurts = world_s >= self._kind.at_s and force_n >= self._kind.force_n
                return Hurting(world_s + self._kind.reaction_s) if hurts else Calm()
            case Hurting(down_s):
                return Pressing(world_s + self._kind.for_s) if world_s >= down_s else self._state
            case Pressing(up_s):
                return Told() if world_s >= up_s else self._state
            case Told():
                return Calm() if force_n < AWAY_N else self._state
            case _ as never:
                assert_never(never)
