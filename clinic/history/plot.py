"""A quantity over time as a drawing: grey is the noise, and a value inside it is grey too."""

from __future__ import annotations

from datetime import datetime
from math import floor, inf, log10
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from clinic.drawing import Box, Lettering, Pen, canvas, curve, disc, label, line, rect, shape, text_of
from clinic.history.figures import Figure
from clinic.history.judge import Judged, Judgement, NotComparable, Size
from clinic.history.series import Series
from clinic.visits import Phase

WIDTH: Final = 340.0
HEIGHT: Final = 128.0
PLOT: Final = Box(34.0, 18.0, 296.0, 88.0)
DOT: Final = 4.0
APART: Final = 11.0
"""Two values of one visit lie minutes apart: they are drawn beside each other."""
ROOM: Final = 0.12
"""Of the range, above and below what is drawn."""
LINES: Final = 4


class PlotWords(NamedTuple):
    """What is written on a plot."""

    title: str
    first: str
    """The day of the first value."""
    last: str
    decimal: str


class _Axes(NamedTuple):
    low: float
    high: float

    def y(self, value: float) -> float:
        return PLOT.bottom - (value - self.low) / (self.high - self.low) * PLOT.height


def plot(series: Series, words: PlotWords) -> str:
    """The drawing: the noise around the first value, the smallest change that people notice, and each value."""
    svg, axes = canvas(WIDTH, HEIGHT), _axes(series)
    _noise(svg, axes, series)
    _scale(svg, axes, words.decimal)
    places = _places(series.figures)
    points = [(x, axes.y(figure.value)) for x, figure in zip(places, series.figures, strict=True)]
    judgements: list[Judgement | None] = [None, *(judgement for _, judgement in series.judged)]
    alike = [point for point, each in zip(points, judgements, strict=True) if not isinstance(each, NotComparable)]
    if len(alike) > 1:
        curve(svg, alike, Pen("role:quiet", 0.7))
    for point, figure, judgement in zip(points, series.figures, judgements, strict=True):
        _value(svg, axes, point, figure)
        _dot(svg, point, figure, judgement)
    label(svg, (PLOT.left, PLOT.top - 7), words.title, Lettering(size=8.5, anchor="start", weight="bold"))
    label(svg, (PLOT.left, HEIGHT - 8), words.first, Lettering("role:quiet", 8, "start"))
    if words.last != words.first:
        label(svg, (PLOT.right, HEIGHT - 8), words.last, Lettering("role:quiet", 8, "end"))
    return text_of(svg)


def _noise(svg: Element, axes: _Axes, series: Series) -> None:
    """Grey: no change to believe; darker: the error of one measurement. Dotted: what people notice, if it is more."""
    first, change = series.figures[0].value, series.change
    if change is None:
        return
    _band(svg, axes, first, change.detectable, "role:noise")
    if series.error is not None:
        _band(svg, axes, first, series.error, "role:line")
    if change.important is not None and change.important > change.detectable:
        for value in (first - change.important, first + change.important):
            line(svg, (PLOT.left, axes.y(value)), (PLOT.right, axes.y(value)), Pen("role:good", 0.8, "1 3"))


def _band(svg: Element, axes: _Axes, middle: float, half: float, fill: str) -> None:
    top, bottom = max(axes.y(middle + half), PLOT.top), min(axes.y(middle - half), PLOT.bottom)
    rect(svg, Box(PLOT.left, top, PLOT.width, bottom - top), fill)


def _axes(series: Series) -> _Axes:
    """From the lowest to the highest of all that is drawn, with room."""
    first, change = series.figures[0].value, series.change
    spans = [each.sd or 0.0 for each in series.figures]
    values = [
        value for each, sd in zip(series.figures, spans, strict=True) for value in (each.value - sd, each.value + sd)
    ]
    half = max(change.detectable, change.important or 0.0) if change else 0.0
    low, high = min(*values, first - half), max(*values, first + half)
    room = ROOM * (high - low) or 1.0
    least = -inf if series.quantity.kind == "global_change" else 0.0
    return _Axes(max(low - room, least), high + room)


def _scale(svg: Element, axes: _Axes, decimal: str) -> None:
    raw = (axes.high - axes.low) / LINES
    power = 10.0 ** floor(log10(raw))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= raw)
    number = floor(axes.low / step) + 1
    while number * step < axes.high:
        y = axes.y(number * step)
        line(svg, (PLOT.left, y), (PLOT.right, y), Pen("role:line", 0.4))
        text = f"{number * step:.6g}".replace("-", "−").replace(".", decimal)
        label(svg, (PLOT.left - 4, y + 2.8), text, Lettering("role:quiet", 8, "end"))
        number += 1


def _places(figures: tuple[Figure, ...]) -> list[float]:
    """By time; two that would lie on each other are moved apart, the later one to the right."""
    start, end = figures[0].at, figures[-1].at
    xs = [_place(figure.at, start, end) for figure in figures]
    for index in range(1, len(xs)):
        xs[index] = max(xs[index], xs[index - 1] + APART)
    over = max(0.0, xs[-1] - (PLOT.right - DOT))
    if over:
        shrink = (PLOT.right - DOT - xs[0]) / (xs[-1] - xs[0])
        xs = [xs[0] + (x - xs[0]) * shrink for x in xs]
    return xs


def _place(at: datetime, start: datetime, end: datetime) -> float:
    span_s = (end - start).total_seconds()
    share = (at - start).total_seconds() / span_s if span_s else 0.0
    return PLOT.left + 2 * DOT + share * (PLOT.width - 4 * DOT)


def _value(svg: Element, axes: _Axes, point: tuple[float, float], figure: Figure) -> None:
    """The spread of a threshold's readings."""
    if figure.sd:
        top, bottom = axes.y(figure.value + figure.sd), axes.y(figure.value - figure.sd)
        line(svg, (point[0], top), (point[0], bottom), Pen("role:quiet", 0.8))


def _dot(svg: Element, point: tuple[float, float], figure: Figure, judgement: Judgement | None) -> None:
    """Round before a treatment, a diamond after it; grey inside the noise, hollow where it does not compare."""
    colour = colour_of(judgement)
    hollow = isinstance(judgement, NotComparable)
    fill, pen = ("role:ground" if hollow else colour), Pen(colour, 1.2)
    x, y = point
    if figure.phase is Phase.AFTER:
        shape(
            svg, f"M{x:.2f} {y - DOT:.2f}L{x + DOT:.2f} {y:.2f}L{x:.2f} {y + DOT:.2f}L{x - DOT:.2f} {y:.2f}Z", fill, pen
        )
    else:
        disc(svg, point, DOT - 0.5, fill, pen)


def colour_of(judgement: Judgement | None) -> str:
    """Grey for what lies in the noise, blue for what lies beyond it."""
    within = isinstance(judgement, Judged) and judgement.size is Size.WITHIN
    return "role:blocked" if within else "role:trace"
