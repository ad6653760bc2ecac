"""After STOP: nothing goes on by itself, and a reason is asked first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget
from session.inputs import StopReason

from gui.button import Button


class GoOn(QStackedWidget):
    """First one button, then one for each reason."""

    chosen = Signal(object)
    """Carries the `StopReason`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delivery = QLabel()
        self._delivery.setProperty("kind", "small")
        self.go_on = Button("Go on…", "main")
        self.go_on.setAccessibleDescription("Asks why STOP was pressed before the treatment may go on")
        self.go_on.clicked.connect(self._ask)
        self.reasons = {reason: Button(_sentence(reason.value), "main") for reason in StopReason}
        for reason, button in self.reasons.items():
            button.clicked.connect(lambda _=False, reason=reason: self._choose(reason))
        self.back = Button("Back")
        self.back.clicked.connect(self.begin)
        self.addWidget(self._first_page())
        self.addWidget(self._second_page())

    def begin(self) -> None:
        """Show the first page."""
        self.setCurrentIndex(0)

    def show_confirmed(self, *, confirmed: bool) -> None:
        """Say whether the session has taken the STOP; before that there is nothing to go on from."""
        self.go_on.setEnabled(confirmed)
        text = "" if confirmed else "waiting for the session to confirm"
        if text != self._delivery.text():
            self._delivery.setText(text)

    def _ask(self) -> None:
        self.setCurrentIndex(1)

    def _choose(self, reason: StopReason) -> None:
        self.begin()
        self.chosen.emit(reason)

    def _first_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._delivery, 0, Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.go_on, 1)
        self.go_on.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        return page

    def _second_page(self) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(QLabel("Why was STOP pressed?"), 0, 0)
        grid.addWidget(self.back, 0, 1, Qt.AlignmentFlag.AlignRight)
        for place, button in enumerate(self.reasons.values()):
            grid.addWidget(button, 1 + place // 2, place % 2)
        return page


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:]
