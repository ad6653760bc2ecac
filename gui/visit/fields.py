"""What the pages of a visit are filled in with: rows of buttons and fields for text, all for the keyboard too.

All texts are given in the language of their reader.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from gui.button import SMALLEST_PX, Button
from gui.tongue import mark, say
from session.errors import InputError
from session.inputs import WORST_PAIN

FOUND: Final = ((mark("found"), True), (mark("not found"), False), (mark("not tested"), None))
"""A sign under the fingers."""
STEPS: Final = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class Choice(QWidget):
    """One of several values, or none yet; arrows go from one button to the next, Enter chooses."""

    chosen = Signal()

    def __init__(self, name: str, options: Sequence[tuple[str, object]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._values = tuple(value for _, value in options)
        self.buttons = tuple(Button(text) for text, _ in options)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for index, button in enumerate(self.buttons):
            button.setCheckable(True)
            button.setAccessibleName(say("{name}: {value}", name=name, value=button.text()))
            self._group.addButton(button, index)
            row.addWidget(button)
        row.addStretch(1)
        self._group.idClicked.connect(lambda _: self.chosen.emit())
        self.setFocusProxy(self.buttons[0])

    @property
    def answered(self) -> bool:
        """Whether anything was chosen."""
        return self._group.checkedId() >= 0

    @property
    def value(self) -> Any:
        """What was chosen; raises `InputError` where nothing was."""
        if not self.answered:
            raise InputError(say("{name}: choose one; nothing is chosen beforehand", name=self.name))
        return self._values[self._group.checkedId()]

    def choose(self, value: object) -> None:
        """Choose one of the values."""
        self.buttons[self._values.index(value)].setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows move the focus within the row."""
        focused = next((index for index, button in enumerate(self.buttons) if button.hasFocus()), None)
        step = STEPS.get(Qt.Key(event.key()))
        if focused is None or step is None:
            super().keyPressEvent(event)
            return
        self.buttons[(focused + step) % len(self.buttons)].setFocus()


def nrs(name: str) -> Choice:
    """Pain, eleven values; none of them is chosen beforehand."""
    return Choice(name, [(str(value), value) for value in range(WORST_PAIN + 1)])


def found(name: str) -> Choice:
    """A sign under the fingers; none of the three is chosen beforehand."""
    return Choice(name, [(say(text), value) for text, value in FOUND])


class Line(QLineEdit):
    """One line of text."""

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setMinimumHeight(SMALLEST_PX)


class Text(QPlainTextEdit):
    """Several lines of text; Tab leaves it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)


def number(text: str, name: str) -> float:
    """A figure above 0 as it was typed, with point or comma; raises `InputError`."""
    try:
        value = float(text.strip().replace(",", "."))
    except ValueError as error:
        raise InputError(
            say("{name}: “{text}” is no number: write digits, as 412 or 38.5", name=name, text=text)
        ) from error
    if not 0 < value < float("inf"):
        raise InputError(say("{name}: give a number above 0", name=name))
    return value


def labelled(column: QVBoxLayout, text: str, field: QWidget, stretch: int = 0) -> None:
    """Put a field below its name."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setBuddy(field)
    column.addWidget(label)
    column.addWidget(field, stretch)


def sentence(text: str, kind: str = "", tone: str = "") -> QLabel:
    """Plain text that breaks between words."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("kind", kind)
    label.setProperty("tone", tone)
    return label
