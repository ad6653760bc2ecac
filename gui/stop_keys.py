"""STOP from the keyboard, wherever the focus is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from gui.taken_keys import TakenKeys

KEYS: Final = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_F12})
"""The largest key, the key of habit, and the one that foot pedals send."""


class StopKeys(TakenKeys):
    """The stop keys; the first press of each counts."""

    pressed = Signal()
    """Once for each press; a key that is held down does not repeat it."""

    def takes(self, watched: QObject, event: QKeyEvent) -> bool:
        """Everywhere."""
        del watched
        return event.key() in KEYS

    def feel(self, key: int, *, down: bool) -> None:
        """Tell a press."""
        del key
        if down:
            self.pressed.emit()
