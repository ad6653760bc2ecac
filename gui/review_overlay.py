"""Two holds laid over each other, aligned where the contact begins."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QWidget

from clinic.report.measured import MeasuredHold
from gui.review_plot import ReviewPlot, graph
from gui.theme import Role, Theme
from gui.tongue import mark, say

NAMES: Final = (mark("A: full line"), mark("B: broken line"))
ROLES: Final[tuple[Role, Role]] = ("more", "less")


class ReviewOverlay(ReviewPlot):
    """Shows holds A (a full line) and B (a broken one); 0 s is the first reading of each contact."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(say("Two holds over each other"), parent)
        self._pair: tuple[MeasuredHold, MeasuredHold] | None = None

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self.paint(theme)
        self._draw()

    def show_pair(self, before: MeasuredHold, after: MeasuredHold) -> None:
        """Show two holds, of one record or of two."""
        self._pair = before, after
        self._draw()

    def _draw(self) -> None:
        self.clear()
        if self._pair is None:
            return
        aims = [hold.aim.high_n for hold in self._pair if hold.aim]
        self.scale(max([*aims, *(hold.figures.peak_n for hold in self._pair)]))
        left_s = min(hold.curve.start_s for hold in self._pair)
        self.plot.setXRange(left_s, max(hold.curve.end_s for hold in self._pair), padding=0)
        self.upright(0.0, "quiet")
        for number, hold in enumerate(self._pair):
            self._draw_hold(number, hold)
            # an anchor counts in the text's own height: the second stands below the first, however low the picture is
            self.word(say(NAMES[number]), (left_s, self.top), ROLES[number], anchor=(0, -number))

    def _draw_hold(self, number: int, hold: MeasuredHold) -> None:
        role = ROLES[number]
        for start_s, end_s in hold.curve.gaps_s:
            self.hatched(start_s, end_s)
        if hold.aim:
            box = (0.0, hold.figures.duration_s, hold.aim.low_n, hold.aim.high_n)
            self.area(box, QBrush(self.tint(role, 40)), -12)
        for piece in hold.curve.pieces:
            line = graph.PlotCurveItem(
                np.array([dot.time_s for dot in piece]), np.array([dot.force_n for dot in piece])
            )
            line.setPen(self.pen(role, 2.5, dashed=number == 1))
            self.add(line, 10 + number)
