"""The drawing says whose left it is, and no mark hides another."""

from __future__ import annotations

import re
from itertools import combinations
from math import hypot
from xml.etree.ElementTree import Element, fromstring

import pytest

from clinic.bodymap.picture import APART, MARK, MapWords, Mark, picture, size
from clinic.bodymap.shapes import body_map
from clinic.bodymap.ways import Spot
from clinic.entries.places import View
from clinic.report.ink import DARK, LIGHT, VARIABLES, inked
from clinic.screening.answers import Side

WORDS = MapWords({View.FRONT: "Front", View.BACK: "Back"}, {Side.LEFT: "client's left", Side.RIGHT: "client's right"})


def views(svg: str) -> dict[str, Element]:
    """Each view's group by its name."""
    groups = fromstring(svg).findall("g")
    return {name: group for group in groups for name in ("Front", "Back") if name in texts(group)}


def texts(group: Element) -> dict[str, float]:
    return {label.text or "": float(label.attrib["x"]) for label in group.findall("text")}


def test_the_clients_left_is_to_the_right_of_who_faces_them_and_to_the_left_of_who_stands_behind() -> None:
    both = views(picture((), (), WORDS))
    front, back = texts(both["Front"]), texts(both["Back"])
    assert front["client's left"] > front["client's right"]
    assert back["client's left"] < back["client's right"]


def test_a_site_is_filled_and_its_number_stands_on_its_own_view_alone() -> None:
    shape = body_map().seen("soleus-lower", Side.LEFT)[0]
    both = views(picture([Mark(View.BACK, shape.at, "7")], [shape], WORDS))
    assert "7" in texts(both["Back"])
    assert "7" not in texts(both["Front"])
    filled = [way for way in both["Back"].findall("path") if way.attrib["fill"] == "role:muscle"]
    assert len(filled) == 1
    assert not [way for way in both["Front"].findall("path") if way.attrib["fill"] == "role:muscle"]


def test_where_nobody_presses_is_drawn_unless_it_is_left_out() -> None:
    with_it, without = (
        picture((), (), WORDS, blocked=blocked).count('fill="role:blocked"') for blocked in (True, False)
    )
    assert with_it == len(body_map().regions)
    assert without == 0


def test_six_marks_at_one_place_all_can_be_read() -> None:
    svg = picture([Mark(View.BACK, Spot(90, 100), str(number)) for number in range(1, 7)], (), WORDS)
    centres = [(float(disc.attrib["cx"]), float(disc.attrib["cy"])) for disc in views(svg)["Back"].findall("circle")]
    assert len(centres) == 6
    assert centres[0] == pytest.approx((90, 100))
    for one, other in combinations(centres, 2):
        assert hypot(one[0] - other[0], one[1] - other[1]) >= min(2 * MARK, APART)


def test_the_drawing_has_its_size_and_colours_by_role_for_paper_for_white_and_for_dark() -> None:
    width, height = size()
    svg = picture((), (), WORDS)
    assert fromstring(svg).attrib["viewBox"] == f"0 0 {width:g} {height:g}"
    assert set(LIGHT) == set(DARK) == set(VARIABLES)
    for colours in (LIGHT, DARK):
        assert "role:" not in inked(svg, colours)
        assert set(re.findall(r'fill="(#\w+)"', inked(svg, colours))) <= set(colours.values())
