"""The line for sentences: what the session reports, one after the other."""

from __future__ import annotations

from collections import deque
from typing import Final

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.fit import Type, fitted
from session.view import View, unkept

READ_S: Final = 8.0
"""A sentence stays so long when no other waits: read once, looked up once."""

HURRIED_S: Final = 3.0
"""And so long when another one waits."""

_TYPE: Final = Type(20, bold=False, wrap=True)


class NoticeLine(QLabel):
    """Shows what is wrong with link and record first, then the session's notice, then each event in turn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFixedHeight(46)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("notice")
        self._waiting: deque[str] = deque()
        self._event = ""
        self._since_s = 0.0

    def add(self, events: tuple[str, ...]) -> None:
        """Queue sentences; each will be shown."""
        self._waiting.extend(events)

    def show_view(self, view: View, now_s: float) -> None:
        """Show what matters at `now_s`."""
        shown_s = now_s - self._since_s
        if self._event and shown_s >= (HURRIED_S if self._waiting else READ_S):
            self._event = ""
        if not self._event and self._waiting:
            self._event, self._since_s = self._waiting.popleft(), now_s
        said = (view.link_text, unkept(view.recording), view.notice, self._event)
        text = "  ·  ".join(dict.fromkeys(part for part in said if part))
        if text != self.text():
            self.setText(text)
            self.setToolTip(text)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the sentences, smaller when they are many."""
        room = QRectF(self.contentsRect())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.setFont(fitted(self.font(), self.text(), QSizeF(room.width(), room.height()), _TYPE))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter) | _TYPE.flags, self.text())
