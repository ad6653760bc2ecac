"""How a threshold was measured: only readings of the same kind compare."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple, Self

from analysis.algometry.threshold import Method
from clinic.entries.places import Position
from clinic.visits import ThresholdReading

TOLERANCE: Final = 0.01
"""Relative; areas and rates that differ by rounding alone are the same."""


class Conditions(NamedTuple):
    """Everything that a comparison asks to be equal, but the point."""

    area_cm2: float
    rate_kpa_per_s: float
    position: Position | None
    method: Method | None
    script: str
    examiner: str

    @classmethod
    def of(cls, reading: ThresholdReading) -> Self:
        """Of one reading."""
        return cls(
            reading.area_cm2,
            reading.rate_kpa_per_s,
            reading.position,
            reading.method,
            reading.script,
            reading.by.name,
        )

    def differences(self, other: Conditions) -> tuple[str, ...]:
        """Names of what is not the same, none where two readings compare; keys of the words, `change.NAME`."""
        return tuple(_differences(self, other))


def _differences(one: Conditions, other: Conditions) -> Iterator[str]:
    if not _near(one.area_cm2, other.area_cm2):
        yield "area"
    if not _near(one.rate_kpa_per_s, other.rate_kpa_per_s):
        yield "rate"
    for name in ("position", "method", "script", "examiner"):
        if getattr(one, name) != getattr(other, name):
            yield name


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= TOLERANCE * max(one, other)
