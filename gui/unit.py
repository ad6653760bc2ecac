"""The unit that a therapist thinks in: pressure or force, from newtons and the tip."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple


class Unit(StrEnum):
    """What the large number is in; the value is how it is written."""

    KPA = "kPa"
    N_CM2 = "N/cm²"
    KGF_CM2 = "kgf/cm²"
    N = "N"
    LBF = "lbf"


class Scale(NamedTuple):
    """How newtons are shown."""

    unit: Unit
    per_n: float
    decimals: int
    """So many that the last one is about what the hand can do."""


KPA_PER_N_CM2: Final = 10.0
KPA_PER_KGF_CM2: Final = 98.0665
"""Exact: standard gravity, CGPM 1901."""
N_PER_LBF: Final = 4.4482216152605
"""Exact: the pound of 1959 under standard gravity."""
_PER_KPA: Final = {
    Unit.KPA: (1.0, 0),
    Unit.N_CM2: (1 / KPA_PER_N_CM2, 1),
    Unit.KGF_CM2: (1 / KPA_PER_KGF_CM2, 2),
}
_PER_N: Final = {Unit.N: (1.0, 1), Unit.LBF: (1 / N_PER_LBF, 1)}


def scale(unit: Unit, kpa_per_n: float | None) -> Scale:
    """How to show a force in `unit`; a pressure needs the tip's area, and without it newtons are shown."""
    if unit in _PER_N:
        return Scale(unit, *_PER_N[unit])
    if kpa_per_n is None:
        return Scale(Unit.N, *_PER_N[Unit.N])
    per_kpa, decimals = _PER_KPA[unit]
    return Scale(unit, kpa_per_n * per_kpa, decimals)
