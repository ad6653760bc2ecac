"""A label whose text grows smaller rather than being cut."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.fit import Type, fitted


class FittedLabel(QLabel):
    """Plain text in `height_px`, at the largest size of its type that fits; the whole of it is the tool tip too.

    One that `grows` is at least so high, and takes what height is left.
    """

    def __init__(self, kind: Type, height_px: int, parent: QWidget | None = None, *, grows: bool = False) -> None:
        super().__init__(parent)
        self._kind = kind
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumHeight(height_px)
        if not grows:
            self.setMaximumHeight(height_px)
        vertical = QSizePolicy.Policy.Expanding if grows else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Ignored, vertical)

    def show_text(self, text: str) -> None:
        """Show `text`."""
        if text != self.text():
            self.setText(text)
            self.setToolTip(text)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the text."""
        room = QRectF(self.contentsRect())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.setFont(fitted(self.font(), self.text(), QSizeF(room.width(), room.height()), self._kind))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter) | self._kind.flags, self.text())
