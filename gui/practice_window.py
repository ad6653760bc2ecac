"""The window of practice without a tool: the window of a treatment with a pad beside it."""

from __future__ import annotations

from contextlib import suppress
from typing import Protocol

from PySide6.QtGui import QCloseEvent

from gui.bridge import Frame
from gui.pad import Pad
from gui.source import Source
from gui.speaker import Speaker
from gui.theme import Theme
from gui.window import LEAST_PX, LiveWindow
from session.grip import Gesture
from session.tool_desk import ToolDesk


class Hand(Protocol):
    """The door to the simulated hand, seen from the GUI thread; every call returns at once."""

    @property
    def full_n(self) -> float:
        """The force at the end of the scale."""
        ...

    @property
    def wanted_n(self) -> float:
        """What the hand was told last."""
        ...

    def feel(self, gesture: Gesture) -> None:
        """Take what a person does; raises `RuntimeError` when nothing runs any more."""
        ...


class PracticeWindow(LiveWindow):
    """Shows a `Source` as `LiveWindow` does, and passes what is done on the pad to `hand` at once."""

    def __init__(self, source: Source, speaker: Speaker, hand: Hand, *, desk: ToolDesk | None = None) -> None:
        self.pad = Pad()
        super().__init__(source, speaker, desk=desk)
        self.setMinimumSize(960, LEAST_PX + 20)
        self.resize(1180, 720)
        self._hand = hand
        self.row.addWidget(self.pad)
        self.pad.felt.connect(self._feel)
        self.pad.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Paint everything in the colours of `theme`."""
        super().set_theme(theme)
        self.pad.set_theme(theme)

    def show_frame(self, frame: Frame) -> None:
        """Show one frame, and tell the hand whether it is still held; after the end there is nothing to press."""
        super().show_frame(frame)
        if frame.view.summary is not None:
            self.pad.hide()
        self.pad.keep()
        self.pad.show_wanted(self._hand.wanted_n / self._hand.full_n)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Closing lets go."""
        self.pad.let_go()
        super().closeEvent(event)

    def _feel(self, gesture: Gesture) -> None:
        with suppress(RuntimeError):  # the run is over, and with it the hand
            self._hand.feel(gesture)
