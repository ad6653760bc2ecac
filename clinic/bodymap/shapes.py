"""The body as named shapes: where each site and each blocked region is drawn, on both views and both sides."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

from clinic.bodymap.ways import Spot, Way, parse, placed
from clinic.entries.places import View
from clinic.screening.answers import Side

VIEWS: Final = (View.FRONT, View.BACK)
"""The pictures, in the order in which they stand beside each other."""
DIRECTIONS: Final = {
    (View.FRONT, Side.LEFT): 1,
    (View.FRONT, Side.RIGHT): -1,
    (View.BACK, Side.LEFT): -1,
    (View.BACK, Side.RIGHT): 1,
}
"""On which half of a picture a side of the client is, 1 for the right one as one looks at it: whoever faces the client
has the client's left at the own right hand."""


class Shape(NamedTuple):
    """A site or a region on one view and one side."""

    id: str
    view: View
    side: Side
    way: Way
    at: Spot
    """Where a number is put."""


class Figure(NamedTuple):
    """One view of the body without any places: both halves of its contour, head, ears, and fine lines."""

    body: tuple[Way, ...]
    heads: tuple[Way, ...]
    ears: tuple[Way, ...]
    lines: tuple[Way, ...]


class BodyMap(NamedTuple):
    """The whole drawing; every picture has the same size."""

    width: float
    height: float
    figures: Mapping[View, Figure]
    sites: tuple[Shape, ...]
    regions: tuple[Shape, ...]

    def site(self, site: str, side: Side, view: View) -> Shape | None:
        """A site on one side; None where it cannot be seen there. A site in the middle has no shape of its own."""
        return next((each for each in self.sites if each[:3] == (site, view, side)), None)

    def seen(self, site: str, side: Side) -> tuple[Shape, ...]:
        """A site on each view in which it can be seen."""
        return tuple(shape for view in VIEWS if (shape := self.site(site, side, view)) is not None)


@lru_cache(maxsize=1)
def body_map() -> BodyMap:
    """The drawing that comes with the program."""
    text = (files("clinic") / "bodymap" / "body.toml").read_text(encoding="utf-8")
    drawn: dict[str, Any] = tomllib.loads(text)
    width, height = float(drawn["size"]["width"]), float(drawn["size"]["height"])
    return BodyMap(
        width=width,
        height=height,
        figures={view: _figure(drawn[view], width / 2) for view in VIEWS},
        sites=tuple(_shapes(drawn["sites"], width / 2)),
        regions=tuple(_shapes(drawn["regions"], width / 2)),
    )


def _figure(parts: Mapping[str, Any], middle: float) -> Figure:
    return Figure(
        body=_both(parts["body"], middle),
        heads=_both(parts["head"], middle),
        ears=_both(parts["ear"], middle),
        lines=tuple(way for line in parts["lines"] for way in _both(line, middle)),
    )


def _both(text: str, middle: float) -> tuple[Way, ...]:
    way = parse(text)
    return placed(way, middle, 1), placed(way, middle, -1)


def _shapes(tables: Mapping[str, Mapping[str, Any]], middle: float) -> Iterator[Shape]:
    for name, views in tables.items():
        for view, drawn in views.items():
            way, (x, y) = parse(drawn["path"]), drawn["at"]
            for side in (Side.LEFT, Side.RIGHT):
                direction = DIRECTIONS[View(view), side]
                yield Shape(name, View(view), side, placed(way, middle, direction), Spot(middle + direction * x, y))
