"""The trace of a hold: nothing clipped, gaps hatched, pain where it was said."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from xml.etree.ElementTree import Element, fromstring

import pytest

from clinic.report.heard import Said
from clinic.report.measured import Measured
from clinic.report.trace import SMALL, WHOLE, Limits, Size, TraceWords, top_of, trace
from session.inputs import Pain

LETTER = 3.8
"""Width of a digit, at least as wide as in any common font of this size."""
WORDS = TraceWords("Hold 1", "s", ",")


def drawn(record: Measured, index: int, cap_n: float | None = None, size: Size = WHOLE) -> Element:
    return fromstring(trace(record.holds[index], Limits(top_of(record.holds), cap_n), WORDS, size))


def of_colour(svg: Element, tag: str, role: str) -> list[Element]:
    return [each for each in svg.findall(tag) if role in (each.attrib.get("fill"), each.attrib.get("stroke"))]


def test_all_holds_share_one_scale_on_which_the_highest_peak_and_the_band_have_room(guided_record: Measured) -> None:
    top_n = top_of(guided_record.holds)
    assert top_n > max(hold.figures.peak_n for hold in guided_record.holds)
    assert top_of(()) > 0
    low = replace(guided_record.holds[0], figures=guided_record.holds[0].figures.model_copy(update={"peak_n": 1.0}))
    assert low.aim is not None
    assert top_of((low,)) > low.aim.high_n


@pytest.mark.parametrize("size", [WHOLE, SMALL])
@pytest.mark.parametrize("index", [0, 1])
def test_the_curve_lies_inside_the_plot(guided_record: Measured, index: int, size: Size) -> None:
    svg, plot = drawn(guided_record, index, size=size), size.plot
    ways = of_colour(svg, "path", "role:trace")
    places = [pair.split() for way in ways for pair in way.attrib["d"][1:].split("L")]
    assert len(places) > 100
    for x, y in places:
        assert plot.left - 0.01 <= float(x) <= plot.right + 0.01
        assert plot.top <= float(y) <= plot.bottom + 0.01


def test_a_gap_is_hatched_and_breaks_the_curve(guided_record: Measured) -> None:
    whole, broken = drawn(guided_record, 0), drawn(guided_record, 1)
    assert [len(of_colour(svg, "path", "role:trace")) for svg in (whole, broken)] == [1, 2]
    assert [len(of_colour(svg, "rect", "role:noise")) for svg in (whole, broken)] == [0, 1]
    assert len(of_colour(broken, "line", "role:quiet")) > 5


def test_the_band_is_drawn_where_it_is_and_the_limit_where_it_has_room(guided_record: Measured) -> None:
    svg = drawn(guided_record, 0, cap_n=15)
    (band,) = of_colour(svg, "rect", "role:band")
    top_n, plot = top_of(guided_record.holds), WHOLE.plot
    assert float(band.attrib["height"]) == pytest.approx(2 / top_n * plot.height, abs=0.02)
    (limit,) = of_colour(svg, "line", "role:alarm")
    assert float(limit.attrib["y1"]) == pytest.approx(plot.bottom - 15 / top_n * plot.height, abs=0.01)
    assert of_colour(drawn(guided_record, 0, cap_n=500), "line", "role:alarm") == []


def test_without_guidance_there_is_no_band(simulated_record: Measured) -> None:
    assert of_colour(drawn(simulated_record, 0), "rect", "role:band") == []


def test_pain_is_a_flag_with_its_number_when_it_was_said_and_never_outside(guided_record: Measured) -> None:
    pains = tuple(Said(time_s, Pain(nrs=nrs, by="patient")) for time_s, nrs in ((1.0, 6), (500.0, 10)))
    hold = replace(guided_record.holds[0], pains=pains)
    svg = fromstring(trace(hold, Limits(40), WORDS))
    first, late = of_colour(svg, "circle", "role:alarm")
    curve, plot = hold.curve, WHOLE.plot
    share = (1.0 - curve.start_s) / (curve.end_s - curve.start_s)
    assert float(first.attrib["cx"]) == pytest.approx(plot.left + share * plot.width, abs=0.01)
    assert float(late.attrib["cx"]) < plot.right
    assert [label.text for label in of_colour(svg, "text", "role:ground")] == ["6", "10"]


def test_numbers_have_the_readers_decimal_sign_and_units_stand_once(guided_record: Measured) -> None:
    hold = guided_record.holds[0]
    labels = [each.text or "" for each in fromstring(trace(hold, Limits(1.9), WORDS)).findall("text")]
    assert "0,5" in labels
    assert sum(label.endswith(" N") for label in labels) == sum(label.endswith(" s") for label in labels) == 1


@pytest.mark.parametrize("size", [WHOLE, SMALL])
@pytest.mark.parametrize("end_s", [5.0, 60.0, 64.7, 199.0])
def test_the_numbers_below_a_drawing_have_room_beside_each_other(
    guided_record: Measured, size: Size, end_s: float
) -> None:
    hold = replace(guided_record.holds[0], curve=guided_record.holds[0].curve._replace(end_s=end_s))
    svg = fromstring(trace(hold, Limits(40), WORDS, size))
    below = [each for each in svg.findall("text") if float(each.attrib["y"]) == size.height - 7]
    assert len(below) >= 2
    for before, after in pairwise(below):
        widths = [LETTER * len(each.text or "") for each in (before, after)]
        assert float(after.attrib["x"]) - float(before.attrib["x"]) > sum(widths) / 2
