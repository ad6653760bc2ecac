"""Closing by itself after the end, for demonstrations; a touch keeps the window open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject

TOUCHES: Final = frozenset(
    {QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress, QEvent.Type.TouchBegin, QEvent.Type.Wheel}
)


class AutoClose(QObject):
    """A countdown that starts with the summary; `after_s` None never runs out."""

    def __init__(self, after_s: float | None, clock_s: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self._after_s = after_s
        self._clock_s = clock_s
        self._ends_s: float | None = None

    def begin(self) -> None:
        """Start counting and watch for touches; once only."""
        application = QCoreApplication.instance()
        if self._after_s is None or application is None:
            return
        self._ends_s = self._clock_s() + self._after_s
        self._after_s = None
        application.installEventFilter(self)

    def left_s(self) -> float | None:
        """Seconds until the window closes, None while it stays."""
        return None if self._ends_s is None else max(self._ends_s - self._clock_s(), 0.0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Stay open after the first touch."""
        if event.type() in TOUCHES:
            self._ends_s = None
            watcher = QCoreApplication.instance()
            if watcher is not None:
                watcher.removeEventFilter(self)
        return False
