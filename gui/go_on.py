"""After STOP: nothing goes on by itself, and a reason is asked first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from gui.button import Button, WrappedButton
from gui.tongue import say
from protocol.sentence import great
from session.inputs import StopReason


class GoOn(QStackedWidget):
    """First to go on or to end, then one button for each reason."""

    chosen = Signal(object)
    """Go on; carries the `StopReason`."""
    ended = Signal()
    """End the treatment here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.delivery = QLabel()
        self.delivery.setProperty("kind", "small")
        self.go_on = Button(say("Go on…"), "main")
        self.go_on.setAccessibleDescription(say("Asks why STOP was pressed before the treatment may go on"))
        self.go_on.clicked.connect(self._ask)
        self.end = WrappedButton(say("End the treatment"))
        self.end.clicked.connect(self.ended)
        self.reasons = {reason: WrappedButton(great(say(reason))) for reason in StopReason}
        for reason, button in self.reasons.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, reason=reason: self._choose(reason))
        self.back = Button(say("Back"))
        self.back.clicked.connect(self.begin)
        for wide in (self.go_on, self.end, *self.reasons.values()):
            wide.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.addWidget(self._first_page())
        self.addWidget(self._second_page())

    def begin(self) -> None:
        """Show the first page."""
        self.setCurrentIndex(0)

    def show_confirmed(self, *, confirmed: bool) -> None:
        """Say whether the session has taken the STOP; before that there is nothing to go on from."""
        self.go_on.setEnabled(confirmed)
        text = "" if confirmed else say("waiting for the session to confirm")
        if text != self.delivery.text():
            self.delivery.setText(text)

    def show_offered(self, offered: StopReason | None) -> None:
        """Show the reason that the one button on the tool, or the pedal, was moved to."""
        for reason, button in self.reasons.items():
            button.setChecked(reason is offered)
            button.setAccessibleDescription(say("A double press of the button takes it") if reason is offered else "")
        if offered is not None:
            self.setCurrentIndex(1)

    def _ask(self) -> None:
        self.setCurrentIndex(1)

    def _choose(self, reason: StopReason) -> None:
        self.begin()
        self.chosen.emit(reason)

    def _first_page(self) -> QWidget:
        page, row = QWidget(), QHBoxLayout()
        row.addWidget(self.go_on)
        row.addWidget(self.end)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.delivery, 0, Qt.AlignmentFlag.AlignCenter)
        column.addLayout(row, 1)
        return page

    def _second_page(self) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        head.addWidget(QLabel(say("Why was STOP pressed?")), 1)
        head.addWidget(self.back)
        grid.addLayout(head, 0, 0, 1, 2)
        for place, button in enumerate(self.reasons.values()):
            grid.addWidget(button, 1 + place // 2, place % 2)
        return page
