"""What both charts of a review share: a quiet plot with its own grid, and things drawn on it."""

from __future__ import annotations

import os
from typing import Any, Final

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPen
from PySide6.QtWidgets import QGraphicsLineItem, QGraphicsRectItem, QVBoxLayout, QWidget

from gui.theme import DARK, Role, Theme
from gui.trace import ceiling

os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")
import pyqtgraph

from gui.tongue import decimal, say

graph: Any = pyqtgraph
"""The library is not typed."""

HEADROOM: Final = 1.15
"""Above the highest force, for numbers and flags."""
BELOW: Final = -0.06
"""Below zero, as a share of the height, so that no line lies on the axis."""


class ReviewPlot(QWidget):
    """An empty plot of force over time that whoever uses it draws on."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = DARK
        self.canvas: Any = graph.PlotWidget()
        self.plot: Any = self.canvas.getPlotItem()
        self.items: list[Any] = []
        self.top = 1.0
        self.setAccessibleName(name)
        self.canvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(150)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.canvas)
        self._build()

    def paint(self, theme: Theme) -> None:
        """Colour ground and axes."""
        self.theme = theme
        self.canvas.setBackground(theme.panel)
        for side in ("left", "bottom"):
            axis = self.plot.getAxis(side)
            axis.setPen(theme.line)
            axis.setTextPen(theme.quiet)

    def clear(self) -> None:
        """Take everything away."""
        for item in self.items:
            self.plot.removeItem(item)
        self.items = []

    def scale(self, highest_n: float) -> None:
        """Choose a height that holds every force, and rule it."""
        self.top = ceiling(max(highest_n, 1.0) * HEADROOM)
        self.plot.setYRange(BELOW * self.top, self.top, padding=0)
        step = ceiling(self.top / 6)
        forces = np.arange(0.0, self.top - step / 4, step).tolist()
        self.plot.getAxis("left").setTicks([[(force_n, decimal(f"{force_n:g}")) for force_n in forces]])
        for force_n in forces:
            self.rule(force_n, "line", 1)

    def add(self, item: Any, depth: int) -> Any:
        """Put an item onto the plot; what has a greater depth lies above."""
        item.setZValue(depth)
        self.plot.addItem(item, ignoreBounds=True)
        self.items.append(item)
        return item

    def rule(self, force_n: float, role: Role, width: float, *, dashed: bool = False) -> None:
        """A line across."""
        line = graph.InfiniteLine(force_n, angle=0)
        line.setPen(self.pen(role, width, dashed=dashed))
        self.add(line, -20)

    def upright(self, time_s: float, role: Role, *, dashed: bool = True) -> None:
        """A line from the ground to the top."""
        line = QGraphicsLineItem(time_s, BELOW * self.top, time_s, self.top)
        line.setPen(self.pen(role, 1.5, dashed=dashed))
        self.add(line, -5)

    def area(self, box: tuple[float, float, float, float], brush: QBrush, depth: int) -> Any:
        """A filled box: from and to in seconds, from and to in newtons."""
        start_s, end_s, low, high = box
        rect = QGraphicsRectItem(start_s, low, end_s - start_s, high - low)
        rect.setPen(QPen(Qt.PenStyle.NoPen))
        rect.setBrush(brush)
        return self.add(rect, depth)

    def hatched(self, start_s: float, end_s: float) -> None:
        """A time without readings; at least a line, so that none is too short to be seen."""
        box = (start_s, end_s, BELOW * self.top, self.top)
        self.area(box, QBrush(self.tint("quiet", 130), Qt.BrushStyle.BDiagPattern), -10)
        edge = QGraphicsLineItem(start_s, BELOW * self.top, start_s, self.top)
        edge.setPen(self.pen("line", 1))
        self.add(edge, -9)

    def word(self, text: str, at: tuple[float, float], role: Role, *, anchor: tuple[float, float] = (0, 1)) -> None:
        """A short text."""
        label = graph.TextItem(text, anchor=anchor, color=self.theme.colour(role))
        label.setFont(self.type())
        label.setPos(*at)
        self.add(label, 20)

    def pen(self, role: Role, width: float, *, dashed: bool = False) -> QPen:
        """A line as wide at every zoom."""
        pen = QPen(self.theme.colour(role), width, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
        pen.setCosmetic(True)
        return pen

    def tint(self, role: Role, alpha: int) -> QColor:
        """A tone that lets the ground through."""
        tone = self.theme.colour(role)
        tone.setAlpha(alpha)
        return tone

    def type(self) -> QFont:
        """Of what is written on the plot."""
        font = QFont(self.font())
        font.setPixelSize(14)
        return font

    def _build(self) -> None:
        plot = self.plot
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.disableAutoRange()
        plot.setMouseEnabled(x=True, y=False)
        for side, title in (("left", say("force in N")), ("bottom", say("time in s"))):
            axis = plot.getAxis(side)
            axis.enableAutoSIPrefix(False)
            axis.setTickFont(self.type())
            axis.setLabel(title)
        plot.getAxis("left").setWidth(66)
        bottom = plot.getAxis("bottom")
        written = bottom.tickStrings
        bottom.tickStrings = lambda *given: [decimal(each) for each in written(*given)]
