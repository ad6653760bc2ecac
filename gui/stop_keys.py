"""STOP from the keyboard, wherever the focus is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

KEYS: Final = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_F12})
"""The largest key, the key of habit, and the one that foot pedals send."""

_KEY_EVENTS: Final = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})


class StopKeys(QObject):
    """While armed, takes the stop keys from every widget, dialog and text field of the application."""

    pressed = Signal()
    """Once for each press; a key that is held down does not repeat it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._armed = False

    def arm(self) -> None:
        """Take the keys from now on."""
        application = QCoreApplication.instance()
        if application is not None and not self._armed:
            application.installEventFilter(self)
            self._armed = True

    def disarm(self) -> None:
        """Leave the keys to whoever has the focus."""
        application = QCoreApplication.instance()
        if application is not None and self._armed:
            application.removeEventFilter(self)
        self._armed = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Swallow the stop keys; the first press counts."""
        if event.type() not in _KEY_EVENTS or not isinstance(event, QKeyEvent) or event.key() not in KEYS:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            self.pressed.emit()
        return True
