"""Every place of the library is drawn, where it belongs, and on the client's own side."""

from __future__ import annotations

from itertools import pairwise

import pytest

from clinic.bodymap.shapes import VIEWS, Shape, body_map
from clinic.bodymap.ways import Spot, Way, bounds, parse, placed, written
from clinic.entries.places import View
from clinic.library import library
from clinic.screening.answers import Side

BODY = body_map()
SHAPES = [*BODY.sites, *BODY.regions]
OPEN = [shape for shape in BODY.sites if not library().sites[shape.id].is_blocked]
STEPS = 8


def name(shape: Shape) -> str:
    return f"{shape.id}-{shape.view}-{shape.side.name.lower()}"


def polygons(way: Way) -> list[list[Spot]]:
    """Each piece of a path as points on it; curves by De Casteljau's rule."""
    found: list[list[Spot]] = []
    for command, points in way:
        match command:
            case "M":
                found.append([points[0]])
            case "L":
                found[-1].append(points[0])
            case "C":
                found[-1] += [bezier((found[-1][-1], *points), step / STEPS) for step in range(1, STEPS + 1)]
            case _:
                pass
    return found


def bezier(points: tuple[Spot, ...], share: float) -> Spot:
    while len(points) > 1:
        points = tuple(Spot(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)) for a, b in pairwise(points))
    return points[0]


def inside(at: Spot, way: Way) -> bool:
    return within(at, polygons(way))


def within(at: Spot, pieces: list[list[Spot]]) -> bool:
    """Whether a ray to the right crosses the contour an odd number of times."""
    crossings = 0
    for piece in pieces:
        for a, b in pairwise([*piece, piece[0]]):
            if (a.y > at.y) != (b.y > at.y) and at.x < a.x + (at.y - a.y) / (b.y - a.y) * (b.x - a.x):
                crossings += 1
    return crossings % 2 == 1


def overlap(one: Way, other: Way) -> bool:
    """Whether a grid of points, one unit apart, finds a place in both."""
    (left, top), (right, bottom) = bounds(one)
    (low_x, low_y), (high_x, high_y) = bounds(other)
    xs = range(int(max(left, low_x)), int(min(right, high_x)) + 1)
    ys = range(int(max(top, low_y)), int(min(bottom, high_y)) + 1)
    first, second = polygons(one), polygons(other)
    return any(within(Spot(x, y), first) and within(Spot(x, y), second) for x in xs for y in ys)


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_each_site_of_the_library_can_be_seen_and_nothing_else_is_drawn(side: Side) -> None:
    assert {shape.id for shape in BODY.sites} == set(library().sites)
    assert [site for site in library().sites if not BODY.seen(site, side)] == []


def test_a_site_is_drawn_on_the_view_that_the_library_names() -> None:
    named = {(site.id, site.view) for site in library().sites.values() if site.view in VIEWS}
    assert named <= {(shape.id, shape.view) for shape in BODY.sites}


def test_each_region_where_nobody_presses_is_drawn_on_each_of_its_views() -> None:
    wanted = {(each.id, view) for each in library().blocked_regions.values() for view in each.views if view in VIEWS}
    assert {(shape.id, shape.view) for shape in BODY.regions} == wanted
    assert {shape.id for shape in BODY.regions} == set(library().blocked_regions)


@pytest.mark.parametrize("shape", SHAPES, ids=name)
def test_a_shape_lies_on_the_picture_and_on_the_clients_own_side(shape: Shape) -> None:
    low, high = bounds(shape.way)
    assert 0 <= low.x < high.x <= BODY.width
    assert 0 <= low.y < high.y <= BODY.height
    facing = shape.view is View.FRONT
    to_the_right = facing == (shape.side is Side.LEFT)  # whoever faces the client sees the client's left to the right
    assert low.x >= BODY.width / 2 if to_the_right else high.x <= BODY.width / 2


@pytest.mark.parametrize("shape", [each for each in SHAPES if each.side is Side.LEFT], ids=name)
def test_both_sides_are_mirror_images(shape: Shape) -> None:
    drawn = BODY.sites if shape in BODY.sites else BODY.regions
    other = next(each for each in drawn if each[:3] == (shape.id, shape.view, Side.RIGHT))
    assert written(placed(other.way, BODY.width, -1)) == written(shape.way)
    assert other.at == pytest.approx(Spot(BODY.width - shape.at.x, shape.at.y))


@pytest.mark.parametrize("shape", BODY.sites, ids=name)
def test_a_number_stands_on_its_site_and_on_the_body(shape: Shape) -> None:
    figure = BODY.figures[shape.view]
    assert inside(shape.at, shape.way)
    assert any(inside(shape.at, way) for way in (*figure.body, *figure.heads))


@pytest.mark.parametrize("shape", [each for each in OPEN if each.side is Side.LEFT], ids=name)
def test_no_open_site_reaches_to_where_nobody_presses(shape: Shape) -> None:
    regions = [each for each in BODY.regions if each.view is shape.view]
    assert [each.id for each in regions if inside(shape.at, each.way) or overlap(shape.way, each.way)] == []


def test_blocked_sites_lie_inside_the_region_that_blocks_them() -> None:
    blocked = [shape for shape in BODY.sites if library().sites[shape.id].inside]
    assert len(blocked) == 4
    for shape in blocked:
        around = library().sites[shape.id].inside
        assert any(inside(shape.at, each.way) for each in BODY.regions if (each.id, each.view) == (around, shape.view))


def test_a_site_on_the_middle_has_no_shape() -> None:
    assert BODY.seen("soleus-lower", Side.MIDDLE) == ()
    assert BODY.site("soleus-lower", Side.LEFT, View.FRONT) is None


def test_a_path_is_read_mirrored_and_written() -> None:
    way = parse("M 1 2 L 3 -4.5 C 5 6 7 8 9 10 Z")
    assert [step.command for step in way] == ["M", "L", "C", "Z"]
    assert written(way) == "M 1 2 L 3 -4.5 C 5 6 7 8 9 10 Z"
    assert written(placed(way, 100, -1)) == "M 99 2 L 97 -4.5 C 95 6 93 8 91 10 Z"
    assert written(placed(way, 100, 1)) == "M 101 2 L 103 -4.5 C 105 6 107 8 109 10 Z"
    assert bounds(way) == (Spot(1, -4.5), Spot(9, 10))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("M 1 2 Q 3 4 5 6", "“Q” is no command"),
        ("m 1 2", "“m” is no command"),
        ("1 2", "“1” is no command"),
        ("M 1 2 C 3 4 5", "“C” needs 6 numbers, and has 3"),
        ("M 1 2 3 4", "“3” is no command"),
    ],
)
def test_what_is_no_path_of_ours_is_refused(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        parse(text)
