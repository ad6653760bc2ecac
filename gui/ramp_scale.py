"""How far a ramp has come, where it should be now, and where it ends."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fit import Type, fitted
from gui.theme import DARK, Theme
from gui.tongue import say
from session.threshold_cue import RampCue

BAR_PX: Final = 46
MARK_PX: Final = 13
"""Half of the width of the pointer."""
TEXT_PX: Final = 24


class RampScale(QWidget):
    """A bar from 0 to the ramp's end; the pointer above it is where the prescribed rate is by now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = DARK
        self._share, self._end = 0.0, ""
        self._target: float | None = None
        self.setMinimumHeight(2 * MARK_PX + BAR_PX + TEXT_PX + 8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(say("ramp"))

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def show_cue(self, cue: RampCue) -> None:
        """Show one cue."""
        share = min((cue.pressure_kpa or 0.0) / cue.end_kpa, 1.0)
        target = None if cue.target_kpa is None else min(cue.target_kpa / cue.end_kpa, 1.0)
        fresh = (share, target, say("ends at {end:.0f} kPa", end=cue.end_kpa))
        if fresh == (self._share, self._target, self._end):
            return
        self._share, self._target, self._end = fresh
        if target is None:
            said = say("{share:.0%}, {end}", share=share, end=self._end)
        else:
            said = say("{share:.0%}, should be at {target:.0%}, {end}", share=share, target=target, end=self._end)
        self.setAccessibleDescription(said)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint pointer, bar and end."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        left, width, top = MARK_PX, self.width() - 2 * MARK_PX, 2 * MARK_PX
        painter.setBrush(self._theme.colour("line"))
        painter.drawRoundedRect(QRectF(left, top, width, BAR_PX), 8, 8)
        painter.setBrush(self._theme.colour("more"))
        painter.drawRoundedRect(QRectF(left, top, width * self._share, BAR_PX), 8, 8)
        if self._target is not None:
            self._paint_target(painter, left + width * self._target, top)
        painter.setPen(self._theme.colour("quiet"))
        room = QRectF(left, top + BAR_PX + 4, width, TEXT_PX)
        painter.setFont(fitted(self.font(), self._end, room.size(), Type(18, bold=False)))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._end)

    def _paint_target(self, painter: QPainter, x: float, top: float) -> None:
        painter.setBrush(self._theme.colour("plain"))
        points = [QPointF(x - MARK_PX, 2), QPointF(x + MARK_PX, 2), QPointF(x, top)]
        painter.drawPolygon(QPolygonF(points))
        painter.drawRect(QRectF(x - 1.5, top, 3, BAR_PX))
