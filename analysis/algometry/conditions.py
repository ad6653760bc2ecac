"""Under which conditions a threshold was measured: only equal ones compare."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

from analysis.algometry.threshold import Method


class Side(StrEnum):
    """The client's side."""

    LEFT = "left"
    RIGHT = "right"
    MIDDLE = "middle"


class Conditions(NamedTuple):
    """What a threshold depends on beside the person."""

    site: str
    side: Side
    spot: str
    """Place on the map of the site, as the clinic names it."""
    area_cm2: float
    tip: str
    """Shape and cover: at one area a round tip and an edge differ."""
    rate_kpa_per_s: float
    """The prescribed one."""
    position: str
    """Of the body (sitting and prone differ, Wang-Price)."""
    method: Method
    script: str
    """The words by which the patient was instructed (394 against 342 kPa by words alone, Evans 2024)."""
    examiner: str


WORDS: Final = {"spot": "point", "area_cm2": "tip area", "rate_kpa_per_s": "rate", "position": "position of the body"}
"""How a person would say it, where the field does not."""


def differences(one: Conditions, other: Conditions) -> tuple[str, ...]:
    """The names of the conditions in which two differ."""
    pairs = zip(Conditions._fields, one, other, strict=True)
    return tuple(WORDS.get(name, name) for name, left, right in pairs if left != right)
