"""The strip chart: force over the last half minute, with the band and the limit."""

from __future__ import annotations

import os
from typing import Any, Final, NamedTuple

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPen
from PySide6.QtWidgets import QGraphicsLineItem, QGraphicsRectItem, QVBoxLayout, QWidget

from gui.look import look
from gui.theme import DARK, Theme
from gui.tongue import decimal, say
from gui.trace import Floats, Span, Trace, ceiling, decimate, span
from gui.unit import Unit, scale
from protocol.blocks import SampleBlock
from session.cue import Action
from session.view import View

os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")
import pyqtgraph

graph: Any = pyqtgraph
"""The library is not typed."""

WINDOW_S: Final = 30.0
"""One hold of a usual plan with its rise and release."""

SHOWN_CAP: Final = 1.8
"""The limit line is drawn while it lies below this multiple of the band: a far one would flatten the trace."""

EMPTY_N: Final = 20.0
"""Height of the picture before anything is asked for."""

SPARE: Final = 0.04
"""Share of the height that is left free at both ends, so that no line lies on the frame."""


LABEL_PX: Final = 9
"""Half of a label's height: so much of the highest one stands above the picture where that is low."""
AXIS_PX: Final = 84
"""Holds "4.5 kgf/cm²"."""


class Limits(NamedTuple):
    """What the plan draws into the picture, in newtons."""

    low_n: float
    high_n: float
    cap_n: float


class Picture(NamedTuple):
    """What the chart draws, in the unit of its axis."""

    values: Floats
    missing: int
    """Values that are breaks."""
    span: Span
    band: tuple[float, float] | None
    cap: float | None
    silent_s: float
    """Width of the hatched time without readings."""


class Chart(QWidget):
    """Shows readings and limits in the chosen unit; in newtons where the tip's area is unknown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trace: Trace | None = None
        self._rate_hz = 0.0
        self._unit, self._unit_name = 1.0, Unit.N
        self._limits: Limits | None = None
        self._span = Span(0.0, 0.0)
        self._new = True
        self._theme = DARK
        self._grid: list[QGraphicsLineItem] = []
        self._band, self._silence = QGraphicsRectItem(), QGraphicsRectItem()
        self._cap = QGraphicsLineItem()
        self._canvas: Any = graph.PlotWidget()
        self._plot: Any = self._canvas.getPlotItem()
        self._curve: Any = graph.PlotCurveItem(antialias=False)
        self._words: tuple[Any, Any] = (
            graph.TextItem(say("limit"), anchor=(0, 1)),
            graph.TextItem(say("target"), anchor=(0, 0.5)),
        )
        self.setAccessibleName(say("Pressure over the last {seconds:.0f} seconds", seconds=WINDOW_S))
        self._canvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._canvas)
        self._build()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme = theme
        self._canvas.setBackground(theme.panel)
        self._curve.setPen(_pen(theme.colour("plain"), 2, Qt.PenStyle.SolidLine))
        band = theme.colour("good")
        band.setAlpha(70)
        self._band.setBrush(QBrush(band))
        self._cap.setPen(_pen(theme.colour("alarm"), 2, Qt.PenStyle.DashLine))
        silence = theme.colour("quiet")
        silence.setAlpha(60)
        self._silence.setBrush(QBrush(silence, Qt.BrushStyle.BDiagPattern))
        for side in ("left", "bottom"):
            axis = self._plot.getAxis(side)
            axis.setPen(theme.line)
            axis.setTextPen(theme.quiet)
        limit_word, target_word = self._words
        limit_word.setColor(theme.colour("alarm"))
        target_word.setColor(theme.colour("good"))
        for word in self._words:
            word.fill = QBrush(theme.colour("panel"))  # over lines it could not be read
        self._rule()

    def show_view(self, view: View, age_s: float | None) -> None:
        """Set limits and unit, and let the trace drift left while no reading comes."""
        self._set_rate(view.rate_hz)
        shown = scale(look().unit, view.kpa_per_n)
        if (shown.per_n, shown.unit) != (self._unit, self._unit_name):
            self._unit, self._unit_name = shown.per_n, shown.unit
            self._span, self._new = Span(0.0, 0.0), True
        cue = view.cue
        asked = cue.target_n > 0 and cue.action is not Action.DONE
        limits = Limits(cue.low_n, cue.high_n, cue.cap_n) if asked else None
        if limits != self._limits:
            self._limits = limits
            self._new = True
        self._show_silence(age_s)
        if self._new:
            self._redraw()

    def show_force(self, rate_hz: float, age_s: float | None) -> None:
        """Show a force that nobody asked for, at so many readings a second."""
        self._set_rate(rate_hz)
        self._show_silence(age_s)
        if self._new:
            self._redraw()

    def add(self, blocks: tuple[SampleBlock, ...]) -> None:
        """Take tared readings; they are drawn with the next view."""
        if self._trace is None:
            return
        for block in blocks:
            self._trace.feed(block)
            self._new = True

    def picture(self) -> Picture:
        """What is drawn now."""
        _, values = self._curve.getData()
        band, cap, silence = self._band.rect(), self._cap.line(), self._silence
        return Picture(
            values=values,
            missing=int(np.isnan(values).sum()),
            span=self._span,
            band=(band.top(), band.bottom()) if self._band.isVisible() else None,
            cap=cap.y1() if self._cap.isVisible() else None,
            silent_s=silence.rect().width() if silence.isVisible() else 0.0,
        )

    def _set_rate(self, rate_hz: float) -> None:
        if rate_hz > 0 and rate_hz != self._rate_hz:
            self._rate_hz = rate_hz
            self._trace = Trace(round(rate_hz * WINDOW_S))

    def _redraw(self) -> None:
        self._new = False
        if self._trace is None:
            self._fit(np.empty(0))
            return
        slots, force_n = decimate(self._trace.force_n, self._trace.newest, int(self._plot.vb.width()))
        values = force_n * self._unit
        self._fit(values)
        self._curve.setData(slots / self._rate_hz, values, connect="finite")

    def _fit(self, values: Floats) -> None:
        """Choose round ends that hold the trace, the band and a near limit."""
        known = values[np.isfinite(values)]
        most = max(self._highest_n() * self._unit, float(known.max(initial=0.0)) * 1.05)
        wanted = span(self._span, float(known.min(initial=0.0)), most)
        if wanted != self._span:
            self._span = wanted
            margin = SPARE * (wanted.top - wanted.bottom)
            self._plot.setYRange(wanted.bottom - margin, wanted.top + margin, padding=0)
            self._rule()
        self._place_limits()

    def _highest_n(self) -> float:
        """What of the plan must be seen."""
        if self._limits is None:
            return EMPTY_N
        _, high_n, cap_n = self._limits
        return max(1.25 * high_n, cap_n) if cap_n <= SHOWN_CAP * high_n else 1.25 * high_n

    def _place_limits(self) -> None:
        for item in (self._band, self._cap, *self._words):
            item.setVisible(self._limits is not None)
        if self._limits is None:
            return
        low, high, cap = (limit * self._unit for limit in self._limits)
        self._band.setRect(-WINDOW_S, low, WINDOW_S, high - low)
        self._cap.setLine(-WINDOW_S, cap, 0.0, cap)
        limit_word, target_word = self._words
        limit_word.setPos(-WINDOW_S, cap)
        target_word.setPos(-WINDOW_S, (low + high) / 2)
        for item in (self._cap, limit_word):
            item.setVisible(cap <= self._span.top)

    def _show_silence(self, age_s: float | None) -> None:
        """Hatch the time without readings at the right edge."""
        late_s = 0.0 if age_s is None or age_s < 0.2 else min(age_s, WINDOW_S)
        self._curve.setPos(-late_s, 0)
        self._silence.setRect(-late_s, self._span.bottom, late_s, self._span.top - self._span.bottom)
        self._silence.setVisible(late_s > 0)

    def _build(self) -> None:
        plot = self._plot
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.setMouseEnabled(False, False)
        plot.disableAutoRange()
        plot.setXRange(-WINDOW_S, 0, padding=0)
        for area in (self._band, self._silence):
            area.setPen(QPen(Qt.PenStyle.NoPen))
            area.setZValue(-10)
        self._curve.setSegmentedLineMode("on")
        for item in (self._band, self._silence, self._cap, self._curve, *self._words):
            plot.addItem(item, ignoreBounds=True)
        self._build_axes()
        self.set_theme(self._theme)
        self._redraw()

    def _build_axes(self) -> None:
        left, bottom = (self._plot.getAxis(side) for side in ("left", "bottom"))
        font = QFont(self.font())
        font.setPixelSize(14)
        for part in (left, bottom):
            part.setTickFont(font)
            part.setStyle(tickLength=0)
        for word in self._words:
            word.setFont(font)
        left.enableAutoSIPrefix(False)
        self._plot.layout.setContentsMargins(0, LABEL_PX, 0, 0)
        left.setWidth(AXIS_PX)
        bottom.setHeight(28)
        bottom.setTicks([[(x, f"−{-x} s") for x in range(-25, 0, 5)]])

    def _rule(self) -> None:
        """Draw own grid lines: pyqtgraph's grid costs several times the rest of the picture."""
        plot = self._plot
        for line in self._grid:
            plot.removeItem(line)
        pen = _pen(self._theme.colour("grid"), 1, Qt.PenStyle.SolidLine)
        bottom, top = self._span
        heights = _steps(bottom, top)
        across = [(-WINDOW_S, y, 0.0, y) for y in heights.tolist()]
        down = [(x, bottom, x, top) for x in np.arange(-WINDOW_S, 1, 5).tolist()]
        self._grid = [QGraphicsLineItem(*ends) for ends in (*across, *down)]
        for line in self._grid:
            line.setPen(pen)
            line.setZValue(-20)
            plot.addItem(line, ignoreBounds=True)
        labels = [(y, decimal(f"{y:g}".replace("-", "−")) + f" {self._unit_name}") for y in heights]
        plot.getAxis("left").setTicks([labels])


def _steps(bottom: float, top: float) -> Floats:
    step = ceiling(max(top - bottom, 1e-3) / 5)
    return np.arange(np.ceil(bottom / step), np.floor(top / step) + 1) * step


def _pen(colour: QColor, width: int, style: Qt.PenStyle) -> QPen:
    pen = QPen(colour, width, style)
    pen.setCosmetic(True)
    return pen
