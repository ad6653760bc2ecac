"""How things are shown: colours, unit, and for whoever stands across the room."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from gui.button import Button, WrappedButton
from gui.look import Colours, look
from gui.unit import Unit

Choice = TypeVar("Choice", bound=StrEnum)


class ViewPanel(QWidget):
    """Takes the place of the hold's numbers while it is wanted."""

    large = Signal()
    """Somebody wants the picture for across the room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted = False
        """Somebody opened it."""
        self._look = look()
        self.colours = self._row_of(Colours, self._look.choose)
        self.units = self._row_of(Unit, self._look.measure_in)
        self.across, self.back = WrappedButton("Across the room (F11)"), Button("Back")
        self.across.setAccessibleDescription("Number, word, shape and time left as large as the window; F11 too")
        self.across.clicked.connect(self.large)
        self.back.clicked.connect(self.toggle)
        self._look.changed.connect(self._show)
        self._lay_out()
        self._show()

    def toggle(self) -> None:
        """Open or close it, from the next frame on."""
        self.wanted = not self.wanted

    def _show(self) -> None:
        self.colours[self._look.colours].setChecked(True)
        self.units[self._look.unit].setChecked(True)

    def _row_of(self, choices: Iterable[Choice], chosen: Callable[[Choice], None]) -> dict[Choice, Button]:
        group, buttons = QButtonGroup(self), dict[Choice, Button]()
        for choice in choices:
            button = WrappedButton(str(choice))
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
            button.clicked.connect(lambda *_, choice=choice: chosen(choice))
            group.addButton(button)
            buttons[choice] = button
        return buttons

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for name, buttons in (("colours", self.colours.values()), ("unit", self.units.values())):
            row, label = QHBoxLayout(), QLabel(name)
            label.setProperty("kind", "small")
            label.setFixedWidth(52)
            row.addWidget(label)
            for button in buttons:
                button.setAccessibleName(f"{name}: {button.text()}")
                row.addWidget(button, 1)
            column.addLayout(row, 1)
        row = QHBoxLayout()
        row.addWidget(self.across, 1)
        row.addWidget(self.back)
        column.addLayout(row, 1)
