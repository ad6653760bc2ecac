"""What the person who is pressed says while somebody practises: by a presenter in the own hand, or by a key.

A pedal is STOP where it is held, and nothing else: an exercise on a person does not go on after one.
"""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from gui.remote_keys import RemoteKeys
from session.inputs import WORST_PAIN, Pain

DIGITS: Final = {Qt.Key.Key_0.value + nrs: nrs for nrs in range(10)} | {Qt.Key.Key_T.value: WORST_PAIN}
"""As in the terminal: 0 to 9, and T for ten."""


class BodyKeys(RemoteKeys):
    """A presenter's keys, a pedal's STOP, and the pain as somebody types it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(time.monotonic, parent)
        self._typed: list[int] = []

    def take(self) -> tuple[Pain, ...]:
        """The pain that was told since the last call; a STOP is told by `stopped`."""
        now_s, typed = time.monotonic(), self._typed
        self._typed = []
        self.take_marks(now_s)
        pains = [Pain(nrs=nrs, by="patient") for nrs in self.take_pains(now_s)]
        return (*pains, *(Pain(nrs=nrs, by="therapist") for nrs in typed))

    def takes(self, watched: QObject, event: QKeyEvent) -> bool:
        """These keys too."""
        return event.key() in DIGITS or super().takes(watched, event)

    def feel(self, key: int, *, down: bool) -> None:
        """Note a figure when its key goes down."""
        if key not in DIGITS:
            super().feel(key, down=down)
        elif down:
            self._typed.append(DIGITS[key])
