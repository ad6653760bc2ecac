"""Buttons for oily hands."""

from __future__ import annotations

from typing import ClassVar, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

from gui.fit import Type, fitted

SMALLEST_PX: Final = 44
"""The least width and height that a finger hits surely."""


class Button(QPushButton):
    """A large button that Enter presses too: the space bar belongs to STOP."""

    def __init__(self, text: str, kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text)
        self.set_kind(kind)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Read aloud what it says, unless it was given a name of its own."""
        if self.accessibleName() == self.text():
            self.setAccessibleName(text)
        super().setText(text)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Never smaller than a finger, whatever the style sheet says."""
        return super().minimumSizeHint().expandedTo(QSize(SMALLEST_PX, SMALLEST_PX))

    def set_kind(self, kind: str) -> None:
        """Choose the look from the style sheet."""
        if self.property("kind") == kind:
            return
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)

    def enlarge(self) -> None:
        """For what is pressed from afar or in haste; a style sheet knows no other minimum than its own."""
        self.setProperty("room", "large")
        self.style().unpolish(self)
        self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Press on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)


class WrappedButton(Button):
    """A button for a sentence: it breaks between words and grows smaller rather than being cut."""

    _TYPE: ClassVar[Type] = Type(20, wrap=True)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the frame as any button's and the text into it."""
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        colour = option.palette.buttonText().color()
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        room = QRectF(self.rect()).adjusted(7, 4, -7, -4)
        painter.setPen(colour)
        painter.setFont(fitted(self.font(), self.text(), room.size(), self._TYPE))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter) | self._TYPE.flags, self.text())


class SentenceButton(WrappedButton):
    """One of several such buttons: all of them in the same size of type, unless a sentence is very long."""

    _TYPE: ClassVar[Type] = Type(16, bold=False, wrap=True)
