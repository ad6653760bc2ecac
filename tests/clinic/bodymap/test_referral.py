"""Zones of pain: every muscle has some, on the client's own side, and on the body."""

from __future__ import annotations

from math import cos, pi, sin

import pytest

from clinic.bodymap.referral import drawn_muscles, oval, zones
from clinic.bodymap.shapes import body_map
from clinic.bodymap.ways import Spot, Way, bounds
from clinic.entries.places import View
from clinic.library import library
from clinic.screening.answers import Side
from tests.clinic.bodymap.test_shapes import inside, polygons

MUSCLES = sorted(library().muscles)


def middle(way: Way) -> Spot:
    low, high = bounds(way)
    return Spot((low.x + high.x) / 2, (low.y + high.y) / 2)


def test_each_muscle_of_the_library_has_zones_and_nothing_else_has() -> None:
    assert drawn_muscles() == set(library().muscles)


@pytest.mark.parametrize("muscle", MUSCLES)
def test_a_zone_lies_on_the_body_and_on_the_clients_own_side(muscle: str) -> None:
    for zone in zones(muscle, Side.LEFT):
        at, figure = middle(zone.way), body_map().figures[zone.view]
        assert any(inside(at, way) for way in (*figure.body, *figure.heads, *figure.ears)), at
        to_the_right = zone.view is View.FRONT  # the client's left, of whoever faces the client
        assert (at.x > body_map().width / 2) == to_the_right


@pytest.mark.parametrize("muscle", MUSCLES)
def test_both_sides_have_mirrored_zones(muscle: str) -> None:
    left, right = zones(muscle, Side.LEFT), zones(muscle, Side.RIGHT)
    assert [each.view for each in left] == [each.view for each in right]
    for one, other in zip(left, right, strict=True):
        assert middle(other.way) == pytest.approx(Spot(body_map().width - middle(one.way).x, middle(one.way).y))


def test_neither_a_middle_nor_an_unknown_muscle_has_zones() -> None:
    assert zones("soleus", Side.MIDDLE) == ()
    assert zones("a-clinics-own", Side.LEFT) == ()


def test_an_oval_is_an_ellipse_that_turns_with_the_clock() -> None:
    (points,) = polygons(oval(10, 20, 4, 2, 30))
    turn = pi / 6
    for x, y in points:
        along, across = (x - 10) * cos(turn) + (y - 20) * sin(turn), (y - 20) * cos(turn) - (x - 10) * sin(turn)
        assert (along / 4) ** 2 + (across / 2) ** 2 == pytest.approx(1, abs=1e-3)
    assert points[0] == pytest.approx((10 + 4 * cos(turn), 20 + 4 * sin(turn)))


def test_the_words_of_the_library_are_drawn_where_they_say() -> None:
    calf = [middle(zone.way) for zone in zones("gastrocnemius", Side.RIGHT) if zone.view is View.BACK]
    assert [336 < at.y < 404 for at in calf] == [True]  # between knee and ankle
    heads = [middle(zone.way) for zone in zones("suboccipitals", Side.LEFT)]
    assert all(at.y < 60 for at in heads)
