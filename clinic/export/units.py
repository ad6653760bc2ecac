"""The unit of a figure by its name, as people write it and as UCUM codes it."""

from __future__ import annotations

from typing import Final, NamedTuple


class Unit(NamedTuple):
    """One unit."""

    text: str
    ucum: str
    """Of the Unified Code for Units of Measure, which FHIR wants."""


NONE: Final = Unit("", "1")
"""A plain number."""

_BY_ENDING: Final = {
    "_n_per_s": Unit("N/s", "N/s"),
    "_kpa_per_s": Unit("kPa/s", "kPa/s"),
    "_ppt_s": Unit("s at the pain pressure threshold", "s"),
    "_kpa_s": Unit("kPa·s", "kPa.s"),
    "_n_s": Unit("N·s", "N.s"),
    "_n_rms": Unit("N", "N"),
    "_percent": Unit("%", "%"),
    "_kpa": Unit("kPa", "kPa"),
    "_cm2": Unit("cm²", "cm2"),
    "_hz": Unit("Hz", "Hz"),
    "_n": Unit("N", "N"),
    "_s": Unit("s", "s"),
}
"""The longer endings first."""


def unit_of(name: str) -> Unit:
    """The unit that a name ends with, `NONE` where it ends with none."""
    return next((unit for ending, unit in _BY_ENDING.items() if name.endswith(ending)), NONE)
