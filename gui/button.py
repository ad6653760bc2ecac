"""Buttons for oily hands."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

SMALLEST_PX: Final = 44
"""The least width and height that a finger hits surely."""


class Button(QPushButton):
    """A large button that Enter presses too: the space bar belongs to STOP."""

    def __init__(self, text: str, kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setMinimumSize(SMALLEST_PX, SMALLEST_PX)
        self.setAccessibleName(text)
        self.set_kind(kind)

    def set_kind(self, kind: str) -> None:
        """Choose the look from the style sheet."""
        if self.property("kind") == kind:
            return
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Press on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)
