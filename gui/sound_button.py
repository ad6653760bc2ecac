"""Sound on, muted, or not there: shown large, and one press changes it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gui.button import Button
from gui.elided import ElidedLabel
from gui.speaker import Playing, Silent, Speaker
from gui.tongue import say


class SoundButton(Button):
    """Mutes and unmutes; tries the output again where there is none; `reason` is a label of its own."""

    def __init__(self, speaker: Speaker, parent: QWidget | None = None) -> None:
        super().__init__(say("Sound on"), "", parent)
        self._speaker = speaker
        self.reason = ElidedLabel()
        self.reason.setProperty("kind", "small")
        self.reason.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.clicked.connect(self._press)
        self.refresh()

    def refresh(self) -> None:
        """Show the speaker's state of this moment."""
        match self._speaker.state():
            case Silent(reason):
                text, kind, why = say("NO SOUND"), "alarm", say(reason)
            case Playing():
                text, kind = (say("MUTED"), "alarm") if self._speaker.muted else (say("Sound on"), "")
                why = ""
        self.reason.show_text(why)
        self.setAccessibleDescription(why)
        if text != self.text():
            self.setText(text)
            self.set_kind(kind)

    def _press(self) -> None:
        if isinstance(self._speaker.state(), Silent):
            self._speaker.open()
        else:
            self._speaker.muted = not self._speaker.muted
        self.refresh()
