"""The line for sentences: what the session reports, one after the other."""

from __future__ import annotations

from collections import deque
from typing import Final

from PySide6.QtWidgets import QWidget

from gui.announce import announce
from gui.fit import Type
from gui.fitted_label import FittedLabel
from gui.tongue import say
from session.view import View, unkept

READ_S: Final = 8.0
"""A sentence stays so long when no other waits: read once, looked up once."""

HURRIED_S: Final = 3.0
"""And so long when another one waits."""


class NoticeLine(FittedLabel):
    """Shows what is wrong with link and record first, then the session's notice, then each event in turn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Type(20, bold=False, wrap=True), 46, parent)
        self.setAccessibleName(say("notice"))
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
        text = "  ·  ".join(dict.fromkeys(say(part) for part in said if part))
        if text != self.text():
            announce(self, text)
        self.show_text(text)
