"""The live window of a measurement inside a page: from the search for the tool to what was found."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.ramp_window import RampWindow
from gui.speaker import Speaker
from gui.theme import DARK, Theme
from gui.tongue import say
from gui.visit.tool import Ramping
from protocol.sentence import Sentence

WATCH_MS: Final = 50
"""How often it is asked whether there is something to show, or all is over."""


class RampRun(QWidget):
    """Runs one `Ramping` at a time at a place. It is hidden while there is nothing to show."""

    began = Signal()
    """The tool was found: from now on somebody may be pressed, and the live window takes the stop keys."""
    ended = Signal(object)
    """A `Found`."""
    broke = Signal(str)
    """Why there is none, in a sentence."""
    over = Signal()
    """After either of them: nothing runs any more."""

    def __init__(self, place: str, speaker: Speaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place, self._speaker, self._theme = place, speaker, DARK
        self._ramping: Ramping | None = None
        self.window_: RampWindow | None = None
        """The live window, once there is one."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._watch = QTimer(self)
        self._watch.timeout.connect(self.poll)
        self.hide()

    @property
    def running(self) -> bool:
        """Whether something was begun and is not over."""
        return self._ramping is not None

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        if self.window_ is not None:
            self.window_.set_theme(theme)

    def run(self, ramping: Ramping) -> None:
        """Look for the tool, then show it."""
        self._ramping = ramping
        self._watch.start(WATCH_MS)
        self.poll()

    def poll(self) -> None:
        """Take what is new."""
        if self._ramping is None:
            return
        if self.window_ is None:
            self._look(self._ramping)
        elif self._ramping.over and self.window_.isHidden():
            self._end(self._ramping)

    def end(self) -> None:
        """Whoever leaves in the midst of it ends it: a STOP, and what was recorded is kept."""
        if self._ramping is None:
            return
        if self.window_ is None:
            self._ramping.cancel()
            self._over()
        else:
            self.window_.close()
            self._end(self._ramping)

    def _look(self, ramping: Ramping) -> None:
        try:
            source = ramping.shown()
        except Exception as error:  # whatever ended it is said; nobody was pressed, since nothing was shown
            self._over()
            why = str(error) or Sentence("the tool could not be reached")
            self.broke.emit(say("Nobody was pressed: {why}", why=why))
            return
        if source is None:
            return
        self.began.emit()
        self.window_ = RampWindow(source, self._place, say(ramping.script), self._speaker)
        self.window_.set_theme(self._theme)
        self._column.addWidget(self.window_)
        self.show()
        self.window_.show()
        self.window_.start()
        self.window_.stop.setFocus()

    def _end(self, ramping: Ramping) -> None:
        try:
            found = ramping.result()
        except Exception as error:  # the record says what is known
            self._over()
            self.broke.emit(say("The measurement broke off: {why}", why=str(error)))
            return
        self._over()
        self.ended.emit(found)

    def _over(self) -> None:
        self._watch.stop()
        self._ramping = None
        if self.window_ is not None:
            self._column.removeWidget(self.window_)
            self.window_.hide()
            self.window_.deleteLater()
            self.window_ = None
        self.hide()
        self.over.emit()
