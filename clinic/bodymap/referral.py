"""Where the pain of a muscle is often felt, as shapes on the map. A hint: no zone is fixed (Delphi panel 2018)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from math import cos, radians, sin
from typing import Final, NamedTuple

from clinic.bodymap.shapes import DIRECTIONS, body_map
from clinic.bodymap.ways import Spot, Step, Way, placed
from clinic.entries.places import View
from clinic.screening.answers import Side

ROUND: Final = 0.5522847498
"""Handle of the cubic curve that is nearest to a quarter of a circle, in radii: 4/3 (√2 − 1)."""

_QUARTERS: Final = (
    ((1, ROUND), (ROUND, 1), (0, 1)),
    ((-ROUND, 1), (-1, ROUND), (-1, 0)),
    ((-1, -ROUND), (-ROUND, -1), (0, -1)),
    ((ROUND, -1), (1, -ROUND), (1, 0)),
)

_Spots = Mapping[str, Mapping[str, list[list[float]]]]


class Zone(NamedTuple):
    """A part of where the pain is felt; it may reach over the body's contour, and is drawn on the body alone."""

    muscle: str
    view: View
    side: Side
    way: Way


def zones(muscle: str, side: Side) -> tuple[Zone, ...]:
    """All of a muscle on one side of the client; none for a muscle that a clinic added, or in the middle."""
    if side is Side.MIDDLE:
        return ()
    middle = body_map().width / 2
    return tuple(
        Zone(muscle, View(view), side, placed(oval(*spot), middle, DIRECTIONS[View(view), side]))
        for view, spots in _drawn().get(muscle, {}).items()
        for spot in spots
    )


def drawn_muscles() -> frozenset[str]:
    """Ids of all muscles that have zones."""
    return frozenset(_drawn())


def oval(x: float, y: float, half_width: float, half_height: float, turn: float) -> Way:
    """An ellipse about (x, y), turned by `turn` degrees; y is downward, so that it turns with the clock."""
    c, s = cos(radians(turn)), sin(radians(turn))

    def at(point: tuple[float, float]) -> Spot:
        across, down = point[0] * half_width, point[1] * half_height
        return Spot(x + c * across - s * down, y + s * across + c * down)

    curves = (Step("C", tuple(map(at, quarter))) for quarter in _QUARTERS)
    return (Step("M", (at((1, 0)),)), *curves, Step("Z", ()))


@lru_cache(maxsize=1)
def _drawn() -> _Spots:
    return tomllib.loads((files("clinic") / "bodymap" / "referral.toml").read_text(encoding="utf-8"))
