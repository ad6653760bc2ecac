"""The body map as a drawing: front and back, marks on it, and whose left and right it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element, SubElement

from clinic.bodymap.shapes import DIRECTIONS, VIEWS, BodyMap, Shape, body_map
from clinic.bodymap.ways import Spot, written
from clinic.drawing import Lettering, Pen, canvas, disc, label, shape, text_of
from clinic.entries.places import View
from clinic.screening.answers import Side

GAP: Final = 26.0
"""Between the two pictures."""
HEAD: Final = 18.0
"""Above them, for the names of the views."""
FOOT: Final = 14.0
"""Below them, for the sides."""
MARK: Final = 9.0
"""Radius of a mark with a number."""
APART: Final = 2 * MARK + 1
"""Marks nearer than this would hide each other."""


class MapWords(NamedTuple):
    """What is written on the drawing."""

    views: dict[View, str]
    sides: dict[Side, str]


class Mark(NamedTuple):
    """A place with a number, or another short text, on one view."""

    view: View
    at: Spot
    text: str


def picture(marks: Iterable[Mark], filled: Iterable[Shape], words: MapWords, *, blocked: bool = True) -> str:
    """Both views as one drawing: shapes that are `filled`, numbered marks, and where nobody presses."""
    body, marked, shapes = body_map(), tuple(marks), tuple(filled)
    svg = canvas(len(VIEWS) * body.width + GAP, HEAD + body.height + FOOT)
    for index, view in enumerate(VIEWS):
        place = f"translate({index * (body.width + GAP):g} {HEAD:g})"
        group = SubElement(svg, "g", transform=place)
        _figure(group, body, view)
        for each in body.regions if blocked else ():
            if each.view is view:
                shape(group, written(each.way), "role:blocked", Pen("role:blocked", 0.4))
                group[-1].set("fill-opacity", "0.35")
        for each in shapes:
            if each.view is view:
                shape(group, written(each.way), "role:muscle", Pen("role:alarm", 0.7))
        _lettering(group, body, view, words)
        _marks(group, [mark for mark in marked if mark.view is view])
    return text_of(svg)


def size() -> tuple[float, float]:
    """Width and height of the drawing, in its own units."""
    body = body_map()
    return len(VIEWS) * body.width + GAP, HEAD + body.height + FOOT


def _figure(group: Element, body: BodyMap, view: View) -> None:
    """Contours first and skin over them, so that no line runs down the middle; the chin lies over the neck."""
    figure = body.figures[view]
    behind = (*figure.ears, *figure.body)
    for ways in (behind, figure.heads) if view is View.FRONT else ((*figure.heads, *behind),):
        for way in ways:
            shape(group, written(way), "role:skin", Pen("role:contour", 1.6))
        for way in ways:
            shape(group, written(way), "role:skin")
    for way in figure.lines:
        shape(group, written(way), "none", Pen("role:contour", 0.6))


def _lettering(group: Element, body: BodyMap, view: View, words: MapWords) -> None:
    middle = body.width / 2
    label(group, (middle, -4), words.views[view], Lettering(size=14, weight="bold"))
    for side in (Side.LEFT, Side.RIGHT):
        x, anchor = (body.width, "end") if DIRECTIONS[view, side] > 0 else (0.0, "start")
        label(group, (x, body.height + 6), words.sides[side], Lettering("role:quiet", 10.5, anchor))


def _marks(group: Element, marks: list[Mark]) -> None:
    for mark, at in zip(marks, _spread([mark.at for mark in marks]), strict=True):
        disc(group, at, MARK, "role:marker", Pen("role:ground", 1.2))
        label(group, (at.x, at.y + 4.3), mark.text, Lettering("role:on_marker", 12, weight="bold"))


def _spread(places: list[Spot]) -> list[Spot]:
    """The same places, each moved down as long as it would hide one before it."""
    taken: list[Spot] = []
    for place in places:
        at = place
        while any(abs(at.x - other.x) < APART and abs(at.y - other.y) < APART for other in taken):
            at = Spot(at.x, at.y + APART / 2)
        taken.append(at)
    return taken
