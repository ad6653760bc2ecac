"""Where was pressed: a map of the body, and the places in words."""

from __future__ import annotations

from collections.abc import Iterator

from clinic.bodymap.picture import MapWords, Mark, picture, size
from clinic.bodymap.shapes import VIEWS, Shape, body_map
from clinic.bodymap.ways import Spot as MapSpot
from clinic.entries.places import View
from clinic.people import Point
from clinic.report.about import Session
from clinic.report.page import Block, Heading, Picture, Text, Tone
from clinic.report.words import Words
from clinic.screening.answers import Side, Spot
from clinic.screening.chart import VISIT

MAP_MM = 80.0
"""Width of the map on paper."""


def places(session: Session, words: Words, width_mm: float = MAP_MM) -> tuple[Block, ...]:
    """The map with numbered places; without a place the reason why there is none."""
    heading = Heading(words("where.heading"))
    if not session.places:
        return heading, Text(words("where.unknown"), Tone.QUIET)
    named = tuple(
        words("where.at", number=number, place=words.place(spot)) for number, spot in enumerate(session.places, 1)
    )
    return (heading, _picture(session, words, width_mm), *map(Text, named), Text(words("where.blocked"), Tone.QUIET))


def map_words(words: Words) -> MapWords:
    """What is written on a map."""
    return MapWords(
        views={view: words(f"side.{view}") for view in VIEWS},
        sides={side: words(f"side.clients_{side.name.lower()}") for side in (Side.LEFT, Side.RIGHT)},
    )


def _picture(session: Session, words: Words, width_mm: float) -> Picture:
    marks, shapes = list[Mark](), list[Shape]()
    for number, spot in enumerate(session.places, 1):
        seen = body_map().seen(spot.site, spot.side)
        shapes += seen
        marks += [Mark(view, at, str(number)) for view, at in _where(session, spot, seen)]
    width, height = size()
    told = words("where.map", places="; ".join(map(words.place, session.places)))
    return Picture(picture(marks, shapes, map_words(words)), width_mm, width_mm * height / width, told)


def _where(session: Session, spot: Spot, seen: tuple[Shape, ...]) -> Iterator[tuple[View, MapSpot]]:
    """Where it was marked on the skin; else in the middle of the site, where that can be seen best."""
    body = body_map()
    marked = [point for point in _points(session, spot) if point.on_map and point.on_map.view in VIEWS]
    if marked and marked[-1].on_map:
        on_map = marked[-1].on_map
        yield on_map.view, MapSpot(on_map.x * body.width, on_map.y * body.height)
    elif seen:
        site = session.library.sites.get(spot.site)
        best = next((shape for shape in seen if site and shape.view is site.view), seen[-1])
        yield best.view, best.at
    elif middle := body.seen(spot.site, Side.LEFT):
        yield middle[-1].view, MapSpot(body.width / 2, middle[-1].at.y)


def _points(session: Session, spot: Spot) -> list[Point]:
    """Oldest first; without those that a later visit marked."""
    course = session.noted.course
    found = [point for point in course.points if point.spot == spot] if course else []
    newest_at = session.records[-1].started_at + VISIT
    return sorted((each for each in found if each.marked_at <= newest_at), key=lambda each: each.marked_at)
