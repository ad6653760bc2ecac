"""What hides a visit once nobody touched it for a while: a passphrase, and nothing of the person."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from clinic.cases.case_file import Lock
from gui.autoclose import TOUCHES
from gui.button import Button
from gui.tongue import say
from gui.visit.fields import Line, sentence

WIDE_PX: Final = 420
"""As wide as a long passphrase."""
LOOK_MS: Final = 5_000
"""How often it is asked whether somebody was here; seconds do not matter among minutes."""


class Cover(QWidget):
    """Asks for the passphrase; STOP is beside it, as always."""

    opened = Signal()

    def __init__(self, lock: Lock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lock = lock
        self.passphrase, self.open = Line(say("passphrase"), say("Passphrase")), Button(say("Unlock"), "main")
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.wrong = sentence("", "small", "alarm")
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(sentence(say("Locked: nobody touched this window for a while."), "title"))
        column.addWidget(sentence(say("All that was sent is kept. The passphrase of {who}:", who=lock.login)))
        for each in (self.passphrase, self.wrong, self.open):
            each.setMaximumWidth(WIDE_PX)
            column.addWidget(each)
        column.addStretch(2)
        self.open.clicked.connect(self._try)
        self.passphrase.returnPressed.connect(self._try)

    def begin(self) -> None:
        """Put the focus where somebody types."""
        self.passphrase.setFocus()

    def _try(self) -> None:
        right = self._lock.opens(self.passphrase.text())
        self.passphrase.clear()
        self.wrong.setText(
            "" if right else say("This is not the passphrase: try again, small and large letters count.")
        )
        if right:
            self.opened.emit()


class Untouched(QObject):
    """Says when nobody touched the program for so long; whoever hears it decides what that means just now."""

    since = Signal()

    def __init__(self, after_s: float, clock_s: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self._after_s, self._clock_s = after_s, clock_s
        self._touched_s = clock_s()
        self._looks = QTimer(self)
        self._looks.timeout.connect(self.look)
        self._looks.start(LOOK_MS)
        application = QCoreApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def touch(self) -> None:
        """Somebody was here, though neither keys nor mouse say so."""
        self._touched_s = self._clock_s()

    def look(self) -> None:
        """Say it where it is true."""
        if self._clock_s() - self._touched_s >= self._after_s:
            self.since.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note each touch and swallow none."""
        if event.type() in TOUCHES:
            self.touch()
        return False
