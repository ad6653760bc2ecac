"""Keys for hands that are busy and for somebody who lies prone: a presenter's, and a foot pedal's.

A presenter in the client's hand: forward is STOP, back counts the pain, black screen is "no pain". A pedal is one
button, as the one on the tool: short, double, held.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

from gui.taken_keys import TakenKeys
from session.clicker import Clicker
from session.inputs import Input, Stop
from session.mark_button import MarkButton

STOPS: Final = frozenset({Qt.Key.Key_PageDown, Qt.Key.Key_F5})
"""A presenter's "forward", and its "start"; where that sends Escape by turns, Escape is STOP anyway."""
COUNTS: Final = Qt.Key.Key_PageUp
"""A presenter's "back"."""
NONE: Final = Qt.Key.Key_Period
"""A presenter's "black screen"."""
PEDALS: Final = frozenset({Qt.Key.Key_B, Qt.Key.Key_F9})
"""What foot switches send as they come from the factory, and a key that types nothing."""
_TYPED: Final = frozenset({NONE, Qt.Key.Key_B})
"""In a field for text these are what they are."""


class RemoteKeys(TakenKeys):
    """While armed, takes these keys from every widget; `take` says what they meant up to now."""

    stopped = Signal()
    """At once, in the event itself."""

    def __init__(self, clock_s: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self._clock_s = clock_s
        self._pedal, self.clicker = MarkButton(), Clicker()

    def disarm(self) -> None:
        """Leave the keys to whoever has the focus; a pedal that is down means nothing more."""
        super().disarm()
        self._pedal.forget()

    def take_marks(self, now_s: float) -> tuple[Input, ...]:
        """What the pedal said, each once; its STOP is told by `stopped`."""
        marks = self._pedal.take(now_s)
        if Stop() in marks:
            self.stopped.emit()
        return tuple(mark for mark in marks if mark != Stop())

    def take_pains(self, now_s: float) -> tuple[int, ...]:
        """The pains that the client clicked, each once."""
        return self.clicker.take(now_s)

    def takes(self, watched: QObject, event: QKeyEvent) -> bool:
        """These keys, unless one of them is a letter for a field."""
        key = event.key()
        if key in _TYPED:
            return not isinstance(watched, QLineEdit | QPlainTextEdit | QTextEdit)
        return key in STOPS | PEDALS or key == COUNTS

    def feel(self, key: int, *, down: bool) -> None:
        """Tell STOP at once, and note the rest."""
        now_s = self._clock_s()
        if key in PEDALS:
            self._pedal.update(down=down, t_s=now_s)
        elif down and key in STOPS:
            self.stopped.emit()
        elif down and key == COUNTS:
            self.clicker.click(now_s)
        elif down:
            self.clicker.none(now_s)
