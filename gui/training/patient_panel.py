"""The virtual patient of a rehearsal: when to ask, what was said last, and at the end what a patient noticed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gui.announce import announce
from gui.tongue import say
from training.stand import Patient


class PatientPanel(QWidget):
    """Draws a `Patient`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ask, self.word, self.lines = QLabel(), QLabel(), QLabel()
        self.word.setProperty("kind", "title")
        self.lines.setWordWrap(True)
        self.lines.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.ask, self.word):
            column.addWidget(part)
        column.addWidget(self.lines, 1)

    def show_patient(self, patient: Patient) -> None:
        """Draw one moment; a new word is read out too."""
        self.ask.setText(say("Ask the pain: the patient answers by themselves.") if patient.asked else "")
        word = say("The patient: {word}", word=say(patient.word)) if patient.word and not patient.judgement else ""
        if word and word != self.word.text():
            announce(self, word, at_once=True)
        self.word.setText(word)
        self.lines.setText("\n".join(map(say, patient.judgement)))
