"""The plot shows the noise, and grey is what lies in it."""

from __future__ import annotations

from datetime import timedelta
from xml.etree.ElementTree import Element, fromstring

from clinic.entries.figures import Change
from clinic.history.figures import Figure, Quantity
from clinic.history.plot import PLOT, PlotWords, plot
from clinic.history.series import Series, all_series
from clinic.library import library
from clinic.visits import Phase
from tests.clinic.courses import FIRST, LEFT, course

WORDS = PlotWords("threshold", "first day", "last day", ".")
CHANGE = library().changes["ppt-neck-and-shoulder"]


def drawn(*values: float, change: Change | None = CHANGE, phase: Phase = Phase.BEFORE) -> Element:
    figures = tuple(
        Figure(Quantity("threshold", LEFT), FIRST + timedelta(days=7 * n), None, phase, value)
        for n, value in enumerate(values)
    )
    return fromstring(plot(Series(figures[0].quantity, figures, change), WORDS))


def discs(svg: Element) -> list[tuple[str, float, float]]:
    return [(each.attrib["fill"], float(each.attrib["cx"]), float(each.attrib["cy"])) for each in svg.findall("circle")]


def test_what_lies_in_the_noise_is_grey_and_what_lies_beyond_is_not() -> None:
    fills = [fill for fill, _, _ in discs(drawn(300, 340, 250, 362, 200))]
    assert fills == ["role:trace", "role:blocked", "role:blocked", "role:trace", "role:trace"]


def test_the_band_reaches_from_the_first_value_as_far_as_the_smallest_change_to_believe() -> None:
    svg = drawn(300, 362)
    (band,) = [each for each in svg.findall("rect") if each.attrib["fill"] == "role:noise"]
    (_, _, first), (_, _, second) = discs(svg)
    top, height = float(band.attrib["y"]), float(band.attrib["height"])
    assert abs(top - second) < 0.02  # 300 + 62: the upper edge
    assert abs(top + height / 2 - first) < 0.02


def test_the_error_of_one_measurement_and_what_people_notice_are_drawn_where_they_are_known() -> None:
    trained = library().changes["ppt-trained-examiner"]
    inner = [each for each in drawn(300, 310, change=trained).findall("rect") if each.attrib["fill"] == "role:line"]
    assert len(inner) == 1
    noticed = CHANGE.model_copy(update={"important": 90})
    dotted = [each for each in drawn(300, change=noticed).findall("line") if each.attrib["stroke"] == "role:good"]
    assert len(dotted) == 2
    assert not [each for each in drawn(300).findall("line") if each.attrib["stroke"] == "role:good"]


def test_without_a_known_error_nothing_is_grey() -> None:
    svg = drawn(300, 301, change=None)
    assert [fill for fill, _, _ in discs(svg)] == ["role:trace", "role:trace"]
    assert svg.findall("rect") == []


def test_everything_lies_inside_the_axes_also_values_of_one_moment() -> None:
    for svg in (drawn(300), drawn(300, 301, 5000), drawn(0, 0, change=None), drawn(*[300] * 60)):
        for _, x, y in discs(svg):
            assert PLOT.left <= x <= PLOT.right
            assert PLOT.top - 0.01 <= y <= PLOT.bottom + 0.01


def test_after_a_treatment_is_a_diamond_and_what_does_not_compare_is_hollow_and_on_no_line() -> None:
    assert discs(drawn(300, phase=Phase.AFTER)) == []
    series = next(each for each in all_series(library(), course().observations) if each.quantity.kind == "threshold")
    svg = fromstring(plot(series, WORDS))
    hollow = [each for each in svg.findall("path") if each.attrib["fill"] == "role:ground"]
    assert len(hollow) == 1
    (line,) = [each for each in svg.findall("path") if each.attrib["fill"] == "none"]
    assert line.attrib["d"].count("L") == len(series.figures) - 2
