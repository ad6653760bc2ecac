"""Tests as a picture: mean points with their 95 % interval, and what the own error may feign."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import QDate, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from analysis.lacking import Lacking
from gui.fit import Type, fitted
from gui.theme import DARK, Theme
from gui.tongue import say, tongue
from training.exercise import Purpose
from training.progress import Progress, Session

MARGIN_PX: Final = 30.0
NAME_PX: Final = 36.0
"""Height of two lines below the tests."""
NAME: Final = Type(13, bold=False, wrap=True)


class Curve(QWidget):
    """Paints the tests of a `Progress` that compare with each other, the oldest on the left, evenly spaced."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = DARK
        self.sessions: tuple[Session, ...] = ()
        self.error: tuple[float, float] | None = None
        """The baseline's mean points and their MDC95; None without a baseline."""
        self.setMinimumSize(240, 140)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(say("points of the tests without feedback"))

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def show_progress(self, found: Progress) -> None:
        """Paint this from now on."""
        self.sessions = found.compared
        base = found.baseline
        self.error = None if isinstance(base, Lacking) else (base.points, base.points_error.mdc95)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the scale, the own error as a band, and each test."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.colour("panel"))
        painter.setPen(self._theme.colour("quiet"))
        for points in (0, 50, 100):
            painter.drawText(QRectF(0, self._y(points) - 10, MARGIN_PX - 4, 20), int(_RIGHT), str(points))
            painter.drawLine(QPointF(MARGIN_PX, self._y(points)), QPointF(self.width(), self._y(points)))
        if not self.sessions:
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), say("no test yet"))
            return
        self._paint_error(painter)
        for place, session in enumerate(self.sessions):
            self._paint_session(painter, place, session)

    def _paint_error(self, painter: QPainter) -> None:
        if self.error is None:
            return
        points, mdc95 = self.error
        colour = self._theme.colour("rest")
        colour.setAlpha(60)
        top = self._y(min(points + mdc95, 100))
        painter.fillRect(
            QRectF(MARGIN_PX, top, self.width() - MARGIN_PX, self._y(max(points - mdc95, 0)) - top), colour
        )
        painter.setPen(self._theme.colour("quiet"))
        painter.drawText(QPointF(MARGIN_PX + 6, top - 4), say("own error (MDC95)"))

    def _paint_session(self, painter: QPainter, place: int, session: Session) -> None:
        wide = (self.width() - MARGIN_PX) / len(self.sessions)
        x, points = MARGIN_PX + wide * (place + 0.5), session.points
        painter.setPen(QPen(self._theme.colour("plain"), 2))
        if not isinstance(points.mean_low, Lacking) and not isinstance(points.mean_high, Lacking):
            low, high = (self._y(min(max(each, 0.0), 100.0)) for each in (points.mean_low, points.mean_high))
            painter.drawLine(QPointF(x, low), QPointF(x, high))
        painter.setBrush(self._theme.colour("more" if session.purpose is Purpose.PRE_TEST else "good"))
        painter.drawEllipse(QPointF(x, self._y(points.constant)), 6, 6)
        self._paint_name(painter, QRectF(x - wide / 2, self.height() - NAME_PX, wide, NAME_PX), session)

    def _paint_name(self, painter: QPainter, room: QRectF, session: Session) -> None:
        """What it was and when, below it: each in the type in which all of them have room."""
        fonts = (fitted(self.font(), _name(each), room.size(), NAME) for each in self.sessions)
        painter.setFont(min(fonts, key=QFont.pixelSize))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter) | NAME.flags, _name(session))

    def _y(self, points: float) -> float:
        return 12 + (self.height() - 20 - NAME_PX) * (1 - points / 100)


def _name(session: Session) -> str:
    return say("{test}\n{day}", test=session.purpose, day=_day(session.at))


def _day(at: datetime) -> str:
    """Day and month, in the words of the language."""
    return QLocale(tongue().language.value).toString(QDate(at.year, at.month, at.day), "dd MMM")


_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
