"""The line for sentences: what the session reports, one after the other."""

from __future__ import annotations

from collections import deque
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from session.view import View

READ_S: Final = 8.0
"""A sentence stays so long when no other waits: read once, looked up once."""

HURRIED_S: Final = 3.0
"""And so long when another one waits."""


class NoticeLine(QLabel):
    """Shows what to do about the link first, then the session's notice, then each event in turn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFixedHeight(52)
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
        parts = dict.fromkeys(part for part in (view.link_text, view.notice, self._event) if part)
        text = "  ·  ".join(parts)
        if text != self.text():
            self.setText(text)
            self.setToolTip(text)
