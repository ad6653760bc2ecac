"""STOP on the pages of a visit, where no tool runs: the same keys, the same question, an entry in the register."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from gui.button import SentenceButton
from gui.stop_keys import StopKeys
from gui.tongue import say
from gui.visit.fields import sentence
from protocol.sentence import great
from session.inputs import StopReason


class VisitKeys(StopKeys):
    """Space is a letter in a field for text while no tool runs; Escape, F12 and the button stop there too."""

    def takes(self, watched: QObject, event: QKeyEvent) -> bool:
        """Everywhere, but for letters."""
        is_space = event.key() == Qt.Key.Key_Space
        if is_space and isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit):
            return False
        return super().takes(watched, event)


class StopPanel(QWidget):
    """Nothing goes on before somebody says why."""

    chosen = Signal(object)
    """Carries the `StopReason`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reasons = {reason: SentenceButton(great(say(reason))) for reason in StopReason}
        column, grid = QVBoxLayout(self), QGridLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sentence(say("STOP – let go. It stands in the register of events."), "title", "alarm"))
        column.addWidget(sentence(say("Why was STOP pressed? Nobody is pressed until that is told.")))
        for place, (reason, button) in enumerate(self.reasons.items()):
            button.enlarge()
            button.clicked.connect(lambda _=False, reason=reason: self.chosen.emit(reason))
            grid.addWidget(button, place // 2, place % 2)
        column.addLayout(grid)
        column.addStretch(1)
