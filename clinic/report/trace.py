"""The force of one hold as a drawing: band and limit behind it, gaps hatched, pain on it."""

from __future__ import annotations

from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from clinic.drawing import Box, Lettering, Pen, canvas, curve, disc, hatched, label, line, rect, text_of, ticks
from clinic.report.measured import MeasuredHold

WIDTH: Final = 240.0
HEIGHT: Final = 92.0
PLOT: Final = Box(26.0, 12.0, 208.0, 64.0)
HEADROOM: Final = 1.08
"""The axis ends so far above all that is drawn: nothing is clipped."""
PAIN: Final = 4.5
"""Radius of a flag that says how strong the pain was."""


class TraceWords(NamedTuple):
    """What is written on a drawing."""

    title: str
    seconds: str
    decimal: str


class _Axes(NamedTuple):
    """From seconds and newtons to the drawing."""

    start_s: float
    end_s: float
    top_n: float

    def x(self, time_s: float) -> float:
        return PLOT.left + (time_s - self.start_s) / (self.end_s - self.start_s) * PLOT.width

    def y(self, force_n: float) -> float:
        return PLOT.bottom - max(force_n, 0.0) / self.top_n * PLOT.height


def trace(hold: MeasuredHold, cap_n: float | None, words: TraceWords, top_n: float) -> str:
    """The drawing; `top_n` is the highest force of the axis, one for all holds so that they compare."""
    axes, svg = _Axes(hold.curve.start_s, hold.curve.end_s, top_n), canvas(WIDTH, HEIGHT)
    if hold.aim:
        high, low = axes.y(hold.aim.high_n), axes.y(hold.aim.low_n)
        rect(svg, Box(PLOT.left, high, PLOT.width, low - high), "role:band")
    _scale(svg, axes, words)
    if cap_n is not None and cap_n <= top_n:
        line(svg, (PLOT.left, axes.y(cap_n)), (PLOT.right, axes.y(cap_n)), Pen("role:alarm", 0.8, "4 2"))
    for start_s, end_s in hold.curve.gaps_s:
        _gap(svg, axes.x(start_s), axes.x(end_s))
    for piece in hold.curve.pieces:
        curve(svg, [(axes.x(dot.time_s), axes.y(dot.force_n)) for dot in piece], Pen("role:trace", 1.1))
    for said in hold.pains:
        _pain(svg, min(axes.x(said.time_s), PLOT.right - PAIN), said.pain.nrs)
    label(svg, (PLOT.left, PLOT.top - 4), words.title, Lettering(size=7.5, anchor="start", weight="bold"))
    return text_of(svg)


def top_of(holds: tuple[MeasuredHold, ...]) -> float:
    """The highest force of the axis that all holds share, in N."""
    peaks = [hold.figures.peak_n for hold in holds]
    bands = [hold.aim.high_n for hold in holds if hold.aim]
    return HEADROOM * max([*peaks, *bands, 1.0])


def _scale(svg: Element, axes: _Axes, words: TraceWords) -> None:
    quiet = Lettering("role:quiet", 6.5)
    forces = ticks(axes.top_n, 4)
    for force_n in forces:
        y = axes.y(force_n)
        line(svg, (PLOT.left, y), (PLOT.right, y), Pen("role:line", 0.4))
        text = f"{force_n:g}".replace(".", words.decimal) + (" N" if force_n == forces[-1] else "")
        label(svg, (PLOT.left - 3, y + 2.3), text, quiet._replace(anchor="end"))
    times = ticks(axes.end_s, 6)
    for time_s in times:
        unit = f" {words.seconds}" if time_s == times[-1] else ""
        label(svg, (axes.x(time_s), HEIGHT - 7), f"{time_s:g}".replace(".", words.decimal) + unit, quiet)


def _gap(svg: Element, left: float, right: float) -> None:
    """Hatched, so that nobody takes it for a force of zero; one pixel at least."""
    box = Box(left, PLOT.top, max(right - left, 1.0), PLOT.height)
    rect(svg, box, "role:noise")
    hatched(svg, box, Pen("role:quiet"))


def _pain(svg: Element, x: float, nrs: int) -> None:
    """A flag with the number from 0 to 10."""
    line(svg, (x, PLOT.top + 3), (x, PLOT.bottom), Pen("role:alarm", 0.5, "1 1.5"))
    disc(svg, (x, PLOT.top + 4), PAIN, "role:alarm")
    label(svg, (x, PLOT.top + 6.3), str(nrs), Lettering("role:ground", 6.5, weight="bold"))
