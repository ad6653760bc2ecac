"""The drawing of the body as paths of Qt."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

from clinic.bodymap.shapes import VIEWS, BodyMap, Shape, body_map
from clinic.bodymap.ways import Way
from clinic.entries.places import View


class Outline(NamedTuple):
    """One view without any places."""

    behind: tuple[QPainterPath, ...]
    """Parts in the order in which they are painted: the contour, and the skin over it."""
    lines: QPainterPath
    whole: QPainterPath
    """All that is body."""


class Drawn(NamedTuple):
    """A site or a region, and its shape."""

    shape: Shape
    path: QPainterPath


class Drawing(NamedTuple):
    """Everything, in units of the map."""

    outlines: dict[View, Outline]
    sites: tuple[Drawn, ...]
    regions: tuple[Drawn, ...]


@lru_cache(maxsize=1)
def drawing() -> Drawing:
    """The drawing that comes with the program."""
    body = body_map()
    return Drawing(
        outlines={view: _outline(body, view) for view in VIEWS},
        sites=tuple(Drawn(each, path_of(each.way)) for each in body.sites),
        regions=tuple(Drawn(each, path_of(each.way)) for each in body.regions),
    )


def path_of(way: Way) -> QPainterPath:
    """A path of the map."""
    path = QPainterPath()
    for command, points in way:
        flat = [number for point in points for number in point]
        match command:
            case "M":
                path.moveTo(*flat)
            case "L":
                path.lineTo(*flat)
            case "C":
                path.cubicTo(*flat)
            case _:
                path.closeSubpath()
    return path


def _outline(body: BodyMap, view: View) -> Outline:
    """The chin lies over the neck; the back of the head lies under it."""
    figure = body.figures[view]
    trunk, head, ears = _joined(figure.body), _joined(figure.heads), _joined(figure.ears)
    behind = (ears, trunk, head) if view is View.FRONT else (head, ears, trunk)
    whole = _joined((*figure.body, *figure.heads, *figure.ears))
    return Outline(behind, _joined(figure.lines), whole)


def _joined(ways: Iterable[Way]) -> QPainterPath:
    """Both halves as one path. Qt could unite them, but makes a thousand short lines of their curves."""
    joined = QPainterPath()
    joined.setFillRule(Qt.FillRule.WindingFill)
    for index, way in enumerate(ways):
        path = path_of(way)
        joined.addPath(path.toReversed() if index % 2 else path)  # a mirrored path turns the other way round
    return joined
