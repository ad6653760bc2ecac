"""The live window inside a page: from the search for the tool to what was done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.source import Source
from gui.speaker import Speaker
from gui.theme import DARK, Theme
from gui.tongue import say
from gui.visit.tool import Treating
from gui.window import LiveWindow
from protocol.sentence import Sentence

WATCH_MS: Final = 50
"""How often it is asked whether there is something to show, or all is over."""


class LiveRun(QWidget):
    """Runs one `Treating` at a time. It is hidden while there is nothing to show."""

    began = Signal()
    """The tool was found: from now on somebody may be pressed, and the live window takes the stop keys."""
    ended = Signal(object)
    """A `Treated`."""
    broke = Signal(str)
    """Why there is none, in a sentence."""
    over = Signal()
    """After either of them: nothing runs any more."""

    def __init__(self, speaker: Speaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._speaker, self._theme = speaker, DARK
        self._treating: Treating | None = None
        self._begins: Callable[[], None] = lambda: None
        self._close_after_s: float | None = None
        self._source: Source | None = None
        self.window_: LiveWindow | None = None
        """The live window, once there is one."""
        self.leads_on = False
        """Whether what ended last did so as it should."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._watch = QTimer(self)
        self._watch.timeout.connect(self.poll)
        self.hide()

    @property
    def running(self) -> bool:
        """Whether something was begun and is not over."""
        return self._treating is not None

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        if self.window_ is not None:
            self.window_.set_theme(theme)

    def run(self, treating: Treating, begins: Callable[[], None], *, close_after_s: float | None = None) -> None:
        """Look for the tool, then show it; `begins` writes down that it does, and nothing is shown where it cannot.

        `close_after_s` closes its summary so long after the end, unless somebody touches it.
        """
        self._treating, self._begins, self._close_after_s = treating, begins, close_after_s
        self.leads_on = False
        self._watch.start(WATCH_MS)
        self.poll()

    def poll(self) -> None:
        """Take what is new."""
        if self._treating is None:
            return
        if self.window_ is None:
            self._look()
        elif self._treating.over and (self.window_.isHidden() or not self._summed_up):
            self._end()

    def end(self) -> None:
        """Whoever leaves in the midst of it ends it: a STOP, and what was recorded is kept."""
        if self.window_ is not None and self.running:
            self.window_.close()
            self._end()
        elif self._treating is not None:
            self._treating.cancel()
            self._over()

    @property
    def _summed_up(self) -> bool:
        """Whether the live window shows a summary, which somebody closes; without one nothing more will come."""
        return self._source is not None and self._source.view().summary is not None

    def _look(self) -> None:
        assert self._treating is not None
        try:
            found = self._treating.shown()
            if found is not None:
                self._begins()
        except Exception as error:  # whatever ended it is said; nobody was pressed, since nothing was shown
            self._treating.cancel()
            self._over()
            why = str(error) or Sentence("the tool could not be reached")
            self.broke.emit(say("Nobody was pressed: {why}", why=why))
            return
        if found is None:
            return
        source, desk = found
        self.began.emit()
        self._source = source
        self.window_ = LiveWindow(source, self._speaker, close_after_s=self._close_after_s, desk=desk)
        self.window_.set_theme(self._theme)
        self._column.addWidget(self.window_)
        self.show()
        self.window_.start()
        self.window_.show()
        self.window_.live.stop.setFocus()

    def _end(self) -> None:
        assert self._treating is not None
        summary = None if self._source is None else self._source.view().summary
        self.leads_on = summary is not None and summary.leads_on
        try:
            done = self._treating.result()
        except Exception as error:  # the record says what is known; the station stays cut, and says so
            self._over()
            self.broke.emit(say("The treatment broke off: {why}", why=str(error)))
            return
        self.ended.emit(done)
        self._over()

    def _over(self) -> None:
        self._watch.stop()
        self._treating = self._source = None
        if self.window_ is not None:
            self._column.removeWidget(self.window_)
            self.window_.hide()
            self.window_.deleteLater()
            self.window_ = None
        self.hide()
        self.over.emit()
