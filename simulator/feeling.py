"""A patient who feels pressure, gets used to it, and has the button in the hand."""

from __future__ import annotations

from typing import Final, NamedTuple, TypeAlias, assert_never

from simulator.moments import ButtonDown, ButtonUp
from simulator.patient_kind import PatientKind
from simulator.stable import decay

AWAY_N: Final = 1.0
"""Below it the hand is gone."""
KPA_PER_N_CM2: Final = 10.0


class Calm(NamedTuple):
    """Nothing to tell."""


class Reacting(NamedTuple):
    """The finger is on its way to the button."""

    down_s: float
    stop: bool


class Pressing(NamedTuple):
    """The button is down: shortly for "pain", until the hand is gone for "stop"."""

    up_s: float
    stop: bool


class Told(NamedTuple):
    """The patient has said "pain" in this contact."""


State: TypeAlias = Calm | Reacting | Pressing | Told


class Feeling:
    """Steps through time; `nrs` is how much it hurts now."""

    def __init__(self, kind: PatientKind, area_cm2: float) -> None:
        self._kind = kind
        self._kpa_per_n = KPA_PER_N_CM2 / area_cm2
        self._state: State = Calm()
        self._used_to_kpa = 0.0
        self._last_s = 0.0
        self.nrs = 0.0

    def step(self, world_s: float, force_n: float) -> ButtonDown | ButtonUp | None:
        """What the patient does at `world_s`, while this force is at the tip."""
        self._feel(world_s, force_n * self._kpa_per_n)
        before = self._state
        self._state = self._next(world_s, force_n < AWAY_N)
        down, was_down = isinstance(self._state, Pressing), isinstance(before, Pressing)
        if down is was_down:
            return None
        return ButtonDown(world_s) if down else ButtonUp(world_s)

    def _feel(self, world_s: float, pressure_kpa: float) -> None:
        """Pain is a line above the threshold, of the pressure that one is not used to."""
        kind = self._kind
        keep, self._last_s = decay((world_s - self._last_s) / kind.adaptation_s), world_s
        self._used_to_kpa = pressure_kpa + (self._used_to_kpa - pressure_kpa) * keep
        felt_kpa = pressure_kpa - kind.adaptation * self._used_to_kpa
        self.nrs = min(max(1 + kind.nrs_per_ppt * (felt_kpa / kind.ppt_kpa - 1), 0.0), 10.0)

    def _next(self, world_s: float, away: bool) -> State:
        match self._state:
            case Calm() | Told() if self._hurts(self._kind.stop_nrs):
                return Reacting(world_s + self._kind.reaction_s, stop=True)
            case Calm() if self._hurts(self._kind.pain_nrs):
                return Reacting(world_s + self._kind.reaction_s, stop=False)
            case Reacting(down_s, stop) if world_s >= down_s:
                return Pressing(world_s + self._kind.press_s, stop)
            case Pressing(up_s, stop) if world_s >= up_s and (away or not stop):
                return Calm() if away else Told()
            case Told() if away:
                return Calm()
            case Calm() | Reacting() | Pressing() | Told():
                return self._state
            case _ as never:
                assert_never(never)

    def _hurts(self, limit: float | None) -> bool:
        return limit is not None and self.nrs >= limit
