"""The force of one hold as a drawing: band and limit behind it, gaps hatched, pain on it."""

from __future__ import annotations

from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from clinic.drawing import Box, Lettering, Pen, canvas, curve, disc, hatched, label, line, rect, text_of, ticks
from clinic.report.measured import MeasuredHold

LEFT, RIGHT, TOP, BOTTOM = 26.0, 6.0, 12.0, 16.0
"""Around the plot, for what is written."""
HEADROOM: Final = 1.08
"""The axis ends so far above all that is drawn: nothing is clipped."""
PAIN: Final = 4.5
"""Radius of a flag that says how strong the pain was."""


class TraceWords(NamedTuple):
    """What is written on a drawing."""

    title: str
    seconds: str
    decimal: str


class Size(NamedTuple):
    """Of a drawing."""

    width: float
    height: float

    @property
    def plot(self) -> Box:
        """Where the curve is."""
        return Box(LEFT, TOP, self.width - LEFT - RIGHT, self.height - TOP - BOTTOM)


WHOLE: Final = Size(240.0, 92.0)
SMALL: Final = Size(104.0, 66.0)
"""Where many holds stand on one page; the letters stay as large."""
PER_TICK: Final = 17.0
"""Width that the number of a tick of the time needs."""


class Limits(NamedTuple):
    """Forces that a drawing shows."""

    top_n: float
    """Where its axis ends, one for all holds so that they compare."""
    cap_n: float | None = None
    """The limit of the plan."""


class _Axes(NamedTuple):
    """From seconds and newtons to the drawing."""

    start_s: float
    end_s: float
    top_n: float
    size: Size

    @property
    def plot(self) -> Box:
        return self.size.plot

    def x(self, time_s: float) -> float:
        return self.plot.left + (time_s - self.start_s) / (self.end_s - self.start_s) * self.plot.width

    def y(self, force_n: float) -> float:
        return self.plot.bottom - max(force_n, 0.0) / self.top_n * self.plot.height


def trace(hold: MeasuredHold, limits: Limits, words: TraceWords, size: Size = WHOLE) -> str:
    """The drawing."""
    axes, svg = _Axes(hold.curve.start_s, hold.curve.end_s, limits.top_n, size), canvas(*size)
    plot, cap_n = size.plot, limits.cap_n
    if hold.aim:
        high, low = axes.y(hold.aim.high_n), axes.y(hold.aim.low_n)
        rect(svg, Box(plot.left, high, plot.width, low - high), "role:band")
    _scale(svg, axes, words)
    if cap_n is not None and cap_n <= limits.top_n:
        line(svg, (plot.left, axes.y(cap_n)), (plot.right, axes.y(cap_n)), Pen("role:alarm", 0.8, "4 2"))
    for start_s, end_s in hold.curve.gaps_s:
        _gap(svg, plot, axes.x(start_s), axes.x(end_s))
    for piece in hold.curve.pieces:
        curve(svg, [(axes.x(dot.time_s), axes.y(dot.force_n)) for dot in piece], Pen("role:trace", 1.1))
    for said in hold.pains:
        _pain(svg, plot, min(axes.x(said.time_s), plot.right - PAIN), said.pain.nrs)
    label(svg, (plot.left, plot.top - 4), words.title, Lettering(size=7.5, anchor="start", weight="bold"))
    return text_of(svg)


def top_of(holds: tuple[MeasuredHold, ...]) -> float:
    """The highest force of the axis that all holds share, in N."""
    peaks = [hold.figures.peak_n for hold in holds]
    bands = [hold.aim.high_n for hold in holds if hold.aim]
    return HEADROOM * max([*peaks, *bands, 1.0])


def _scale(svg: Element, axes: _Axes, words: TraceWords) -> None:
    quiet = Lettering("role:quiet", 6.5)
    plot, forces = axes.plot, ticks(axes.top_n, 4)
    for force_n in forces:
        y = axes.y(force_n)
        line(svg, (plot.left, y), (plot.right, y), Pen("role:line", 0.4))
        text = f"{force_n:g}".replace(".", words.decimal) + (" N" if force_n == forces[-1] else "")
        label(svg, (plot.left - 3, y + 2.3), text, quiet._replace(anchor="end"))
    times = ticks(axes.end_s, min(6, int(plot.width / PER_TICK)))
    for time_s in times:
        unit = f" {words.seconds}" if time_s == times[-1] else ""
        label(svg, (axes.x(time_s), axes.size.height - 7), f"{time_s:g}".replace(".", words.decimal) + unit, quiet)


def _gap(svg: Element, plot: Box, left: float, right: float) -> None:
    """Hatched, so that nobody takes it for a force of zero; one pixel at least."""
    box = Box(left, plot.top, max(right - left, 1.0), plot.height)
    rect(svg, box, "role:noise")
    hatched(svg, box, Pen("role:quiet"))


def _pain(svg: Element, plot: Box, x: float, nrs: int) -> None:
    """A flag with the number from 0 to 10."""
    line(svg, (x, plot.top + 3), (x, plot.bottom), Pen("role:alarm", 0.5, "1 1.5"))
    disc(svg, (x, plot.top + 4), PAIN, "role:alarm")
    label(svg, (x, plot.top + 6.3), str(nrs), Lettering("role:ground", 6.5, weight="bold"))
