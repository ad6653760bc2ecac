"""The strip chart: force over the last half minute, with the band and the limit."""

from __future__ import annotations

import os
from typing import Final, NamedTuple

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPen
from PySide6.QtWidgets import QGraphicsLineItem, QGraphicsRectItem, QWidget

from gui.theme import DARK, Theme
from gui.trace import Trace, ceiling, decimate
from protocol.blocks import SampleBlock
from session.cue import Action
from session.view import View

os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")
import pyqtgraph as pg

WINDOW_S: Final = 30.0
"""One hold of a usual plan with its rise and release."""

SHOWN_CAP: Final = 1.8
"""The limit line is drawn while it lies below this multiple of the band: a far one would flatten the trace."""

EMPTY_N: Final = 20.0
"""Height of the picture before anything is asked for."""

_FAR_S: Final = 1e4


class Limits(NamedTuple):
    """What the plan draws into the picture, in newtons."""

    low_n: float
    high_n: float
    cap_n: float


class Chart(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph is not typed
    """Shows readings and limits; the vertical axis is pressure where the tip's area is known, else force."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trace: Trace | None = None
        self._rate_hz = 0.0
        self._kpa_per_n: float | None = None
        self._limits: Limits | None = None
        self._top = 0.0
        self._bottom = 0.0
        self._new = True
        self._grid: list[QGraphicsLineItem] = []
        self._theme = DARK
        self.setAccessibleName(f"Pressure over the last {WINDOW_S:.0f} seconds")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._build()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme = theme
        self.setBackground(theme.panel)
        self._curve.setPen(pg.mkPen(theme.plain, width=2))
        band = theme.colour("good")
        band.setAlpha(70)
        self._band.setBrush(QBrush(band))
        self._cap.setPen(_pen(theme.colour("alarm"), 2, Qt.PenStyle.DashLine))
        silence = theme.colour("quiet")
        silence.setAlpha(60)
        self._silence.setBrush(QBrush(silence, Qt.BrushStyle.BDiagPattern))
        for side in ("left", "bottom"):
            axis = self.getPlotItem().getAxis(side)
            axis.setPen(theme.line)
            axis.setTextPen(theme.quiet)
        self._rule()

    def show_view(self, view: View, age_s: float | None) -> None:
        """Set limits and unit, and let the trace drift left while no reading comes."""
        if view.rate_hz > 0 and view.rate_hz != self._rate_hz:
            self._rate_hz = view.rate_hz
            self._trace = Trace(round(view.rate_hz * WINDOW_S))
        if view.kpa_per_n != self._kpa_per_n:
            self._kpa_per_n = view.kpa_per_n
            self._new = True
            self.getPlotItem().setLabel("left", "kPa" if view.kpa_per_n else "N")
        cue = view.cue
        asked = cue.target_n > 0 and cue.action is not Action.DONE
        limits = Limits(cue.low_n, cue.high_n, cue.cap_n) if asked else None
        if limits != self._limits:
            self._limits = limits
            self._new = True
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

    def _redraw(self) -> None:
        self._new = False
        force_n = np.empty(0) if self._trace is None else self._trace.force_n
        values = decimate(force_n, int(self.getPlotItem().vb.width())) * (self._kpa_per_n or 1.0)
        self._fit(values)
        self._curve.setData(np.linspace(-WINDOW_S, 0, values.size), values, connect="finite")

    def _fit(self, values: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> None:
        """Choose round ends that hold the trace, the band and a near limit, and place band and limit."""
        unit = self._kpa_per_n or 1.0
        limits = self._limits
        high = EMPTY_N if limits is None else limits.high_n * 1.25
        near = limits is not None and limits.cap_n <= SHOWN_CAP * limits.high_n
        if limits is not None:
            high = max(high, limits.cap_n * 1.05) if near else high
            self._band.setRect(-_FAR_S, limits.low_n * unit, 2 * _FAR_S, (limits.high_n - limits.low_n) * unit)
            self._cap.setLine(-_FAR_S, limits.cap_n * unit, _FAR_S, limits.cap_n * unit)
        self._band.setVisible(limits is not None)
        known = values[np.isfinite(values)]
        peak, least = (float(known.max()), float(known.min())) if known.size else (0.0, 0.0)
        top = ceiling(max(high * unit, peak * 1.05))
        self._cap.setVisible(limits is not None and limits.cap_n * unit <= top)
        bottom = 0.0 if least > -0.02 * top else -ceiling(-least)
        if (top, bottom) != (self._top, self._bottom):
            self._top, self._bottom = top, bottom
            self.getPlotItem().setYRange(bottom, top, padding=0)
            self._rule()

    def _show_silence(self, age_s: float | None) -> None:
        """Hatch the time without readings at the right edge."""
        late_s = 0.0 if age_s is None or age_s < 0.2 else min(age_s, WINDOW_S)
        self._curve.setPos(-late_s, 0)
        self._silence.setRect(-late_s, -_FAR_S, late_s, 2 * _FAR_S)
        self._silence.setVisible(late_s > 0)

    def _build(self) -> None:
        plot = self.getPlotItem()
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.setMouseEnabled(False, False)
        plot.disableAutoRange()
        plot.setXRange(-WINDOW_S, 0, padding=0)
        plot.getAxis("left").enableAutoSIPrefix(False)
        plot.getAxis("left").setWidth(64)
        plot.getAxis("bottom").setTickSpacing(5, 5)
        plot.setLabel("left", "N")
        plot.setLabel("bottom", "seconds")
        self._band = QGraphicsRectItem()
        self._silence = QGraphicsRectItem()
        for area in (self._band, self._silence):
            area.setPen(QPen(Qt.PenStyle.NoPen))
            area.setZValue(-10)
        self._cap = QGraphicsLineItem()
        self._curve = pg.PlotCurveItem(antialias=False)
        self._curve.setSegmentedLineMode("on")
        for item in (self._band, self._silence, self._cap, self._curve):
            plot.addItem(item, ignoreBounds=True)
        self.set_theme(self._theme)
        self._redraw()

    def _rule(self) -> None:
        """Draw own grid lines: pyqtgraph's grid costs several times the rest of the picture."""
        plot = self.getPlotItem()
        for line in self._grid:
            plot.removeItem(line)
        pen = _pen(self._theme.colour("line"), 1, Qt.PenStyle.SolidLine)
        across = [(-WINDOW_S, y, 0.0, y) for y in _steps(self._bottom, self._top)]
        down = [(x, self._bottom, x, self._top) for x in np.arange(-WINDOW_S, 1, 5)]
        self._grid = [QGraphicsLineItem(*map(float, ends)) for ends in (*across, *down)]
        for line in self._grid:
            line.setPen(pen)
            line.setZValue(-20)
            plot.addItem(line, ignoreBounds=True)


def _steps(bottom: float, top: float) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    step = ceiling(max(top - bottom, 1e-3) / 5)
    return np.arange(np.ceil(bottom / step), np.floor(top / step) + 1) * step


def _pen(colour: QColor, width: int, style: Qt.PenStyle) -> QPen:
    pen = QPen(colour, width, style)
    pen.setCosmetic(True)
    return pen
