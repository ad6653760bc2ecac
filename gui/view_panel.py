"""How things are shown: colours, unit, language, and for whoever stands across the room."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from gui.button import Button, WrappedButton
from gui.fit import Type
from gui.fitted_label import FittedLabel
from gui.look import Colours, look
from gui.tongue import NAMES, preferred, say
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
        self.colours = self._row_of({each: say(each) for each in Colours}, self._look.choose)
        self.units = self._row_of({each: str(each) for each in Unit}, self._look.measure_in)
        self.languages = self._row_of(NAMES, self._look.speak)
        self.later = FittedLabel(Type(15, bold=False, wrap=True), 30, grows=True)
        self.later.show_text(say("from the next start on"))
        self.across, self.back = WrappedButton(say("Across the room (F11)")), Button(say("Back"))
        self.across.setAccessibleDescription(say("Number, word, shape and time left as large as the window; F11 too"))
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
        self.languages[preferred(self._look.language)].setChecked(True)

    def _row_of(self, choices: Mapping[Choice, str], chosen: Callable[[Choice], None]) -> dict[Choice, Button]:
        group, buttons = QButtonGroup(self), dict[Choice, Button]()
        for choice, name in choices.items():
            button = WrappedButton(name)
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
            button.clicked.connect(lambda *_, choice=choice: chosen(choice))
            group.addButton(button)
            buttons[choice] = button
        return buttons

    def _lay_out(self) -> None:
        column, rows = QVBoxLayout(self), QGridLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        _add_row(rows, say("colours"), self.colours.values())
        _add_row(rows, say("unit"), self.units.values())
        _add_row(rows, say("language"), self.languages.values()).addWidget(self.later, 1)
        column.addLayout(rows, 3)
        row = QHBoxLayout()
        row.addWidget(self.across, 1)
        row.addWidget(self.back)
        column.addLayout(row, 1)


def _add_row(rows: QGridLayout, name: str, buttons: Iterable[Button]) -> QHBoxLayout:
    """A name and the choices behind it; room for more."""
    row, label = QHBoxLayout(), QLabel(name)
    label.setProperty("kind", "small")
    for button in buttons:
        button.setAccessibleName(say("{name}: {choice}", name=name, choice=button.text()))
        row.addWidget(button, 1)
    at = rows.rowCount()
    rows.addWidget(label, at, 0)
    rows.addLayout(row, at, 1)
    rows.setRowStretch(at, 1)
    return row
