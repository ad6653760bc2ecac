"""The big number: the pressure of this moment, or dashes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fit import fitted
from gui.theme import DARK, Theme
from gui.words import NONE, number, stale
from session.view import View


class BigNumber(QWidget):
    """Pressure in kPa with the force beside it; force alone where the tip's area is unknown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = DARK
        self._main, self._unit, self._beside = NONE, "kPa", ""
        self.setMinimumSize(320, 130)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("pressure")

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.update()

    @property
    def text(self) -> str:
        """What is shown, in one line."""
        return " ".join(part for part in (self._main, self._unit, self._beside) if part)

    def show_view(self, view: View, age_s: float | None) -> None:
        """Show the newest reading, dashes when it is too old or unknown."""
        shown = self._main, self._unit, self._beside
        force_n = None if stale(age_s) else view.force_n
        if view.kpa_per_n is None:
            fresh = number(force_n, 1), "N", "tip area unknown"
        else:
            pressure = None if force_n is None else force_n * view.kpa_per_n
            fresh = number(pressure), "kPa", f"{number(force_n, 1)} N"
        if fresh == shown:
            return
        self._main, self._unit, self._beside = fresh
        self.setAccessibleDescription(self.text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the number right-aligned to a fixed line, so that it does not dance."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        width, height = self.width(), self.height()
        split = width * 0.66
        room = QRectF(0, 0, split, height)
        painter.setFont(fitted(self.font(), "8888", room.size(), 400, QFont.Weight.Bold))
        painter.setPen(self._theme.colour("quiet" if self._main == NONE else "plain"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(right), "– – –" if self._main == NONE else self._main)
        left = Qt.AlignmentFlag.AlignLeft
        painter.setPen(self._theme.colour("quiet"))
        aside = QSizeF(width - split - 18, height * 0.3)
        painter.setFont(fitted(self.font(), "kPa", aside, 44, QFont.Weight.Bold))
        painter.drawText(
            QRectF(split + 18, height * 0.5 - aside.height(), aside.width(), aside.height()),
            int(left | Qt.AlignmentFlag.AlignBottom),
            self._unit,
        )
        size = QSizeF(aside.width(), height * 0.34)
        painter.setFont(fitted(self.font(), max(self._beside, "−188.8 N", key=len), size, 34, QFont.Weight.Medium))
        beside = QRectF(split + 18, height * 0.52, size.width(), size.height())
        painter.drawText(beside, int(left | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap), self._beside)
