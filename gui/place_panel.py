"""Before the first press at the next place: whoever looked at site and side says that the tool is there."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.button import WrappedButton
from gui.fit import Type
from gui.fitted_label import FittedLabel
from gui.tongue import mark, say
from gui.words import place
from session.inputs import Here, LeaveOut
from session.whom import Whom

HELP: Final = mark("Or the button on the tool, or the pedal: a short press for here, a double one leaves it out.")


class PlacePanel(QWidget):
    """Takes the place of the hold's numbers while it is asked for."""

    said = Signal(object)
    """Carries `Here` or `LeaveOut`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = FittedLabel(Type(26, wrap=True), 30, grows=True)
        self.here = WrappedButton(say("The tool is here"), "main")
        self.leave_out = WrappedButton(say("Leave this place out"))
        self.here.setAccessibleDescription(say(HELP))
        self.help = FittedLabel(Type(15, bold=False, wrap=True), 30)
        self.help.show_text(say(HELP))
        self.here.clicked.connect(lambda: self.said.emit(Here()))
        self.leave_out.clicked.connect(lambda: self.said.emit(LeaveOut()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.place, 2)
        column.addWidget(self.here, 2)
        column.addWidget(self.leave_out, 1)
        column.addWidget(self.help)

    def show_whom(self, whom: Whom | None) -> None:
        """Site and side; on the bench there is no place to name."""
        self.place.show_text(say("Bench") if whom is None else place(whom).upper())
