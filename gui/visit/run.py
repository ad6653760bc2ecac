"""A window inside of a page, from the search for the tool to what was done."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import ClassVar, Final, Generic, Protocol, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.ramp_window import RampWindow
from gui.speaker import Speaker
from gui.theme import DARK, Theme
from gui.tongue import say
from gui.window import LiveWindow
from protocol.sentence import Sentence

WATCH_MS: Final = 50
"""How often it is asked whether there is something to show, or all is over."""


class Begun(Protocol):
    """What was begun with the tool. Every call returns at once, but `result`."""

    @property
    def over(self) -> bool:
        """Whether it ended, well or not."""
        ...

    def result(self) -> object:
        """What came of it; waits for the end of the record. Raises what went wrong."""
        ...

    def cancel(self) -> None:
        """Look for the tool no longer."""
        ...


_Begun = TypeVar("_Begun", bound=Begun)
_Window = TypeVar("_Window", LiveWindow, RampWindow)


class Run(QWidget, Generic[_Begun, _Window]):
    """Runs one at a time. It is hidden while there is nothing to show."""

    began = Signal()
    """The tool was found: from now on somebody may be pressed, and the live window takes the stop keys."""
    ended = Signal(object)
    """What came of it."""
    broke = Signal(str)
    """Why nothing did, in a sentence."""
    over = Signal()
    """After either of them: nothing runs any more."""

    BROKE_OFF: ClassVar[str]
    """What is said where it broke off, with a `{why}`."""

    def __init__(self, speaker: Speaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._speaker, self._theme = speaker, DARK
        self._begun: _Begun | None = None
        self.window_: _Window | None = None
        """The live window, once there is one."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._watch = QTimer(self)
        self._watch.timeout.connect(self.poll)
        self.hide()

    @property
    def running(self) -> bool:
        """Whether something was begun and is not over."""
        return self._begun is not None

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        if self.window_ is not None:
            self.window_.set_theme(theme)

    def poll(self) -> None:
        """Take what is new."""
        if self._begun is None:
            return
        if self.window_ is None:
            self._look(self._begun)
        elif self._begun.over and self._seen(self.window_):
            self._end(self._begun)

    def end(self) -> None:
        """Whoever leaves in the midst of it ends it: a STOP, and what was recorded is kept."""
        if self._begun is None:
            return
        if self.window_ is None:
            self._begun.cancel()
            self._over()
        else:
            self.window_.close()
            self._end(self._begun)

    @abstractmethod
    def _found(self, begun: _Begun) -> Callable[[], _Window] | None:
        """What makes the window; None while the tool is looked for. Raises what ended it before."""

    @abstractmethod
    def _stop_of(self, window: _Window) -> QWidget:
        """Its STOP, which has the focus first."""

    def _seen(self, window: _Window) -> bool:
        """Whether somebody closed it."""
        return window.isHidden()

    def _watch_over(self, begun: _Begun) -> None:
        self._begun = begun
        self._watch.start(WATCH_MS)
        self.poll()

    def _look(self, begun: _Begun) -> None:
        try:
            make = self._found(begun)
        except Exception as error:  # whatever ended it is said; nobody was pressed, since nothing was shown
            begun.cancel()
            self._over()
            why = str(error) or Sentence("the tool could not be reached")
            self.broke.emit(say("Nobody was pressed: {why}", why=why))
            return
        if make is not None:
            self.began.emit()
            self._show(make())

    def _show(self, window: _Window) -> None:
        self.window_ = window
        window.set_theme(self._theme)
        self._column.addWidget(window)
        self.show()
        window.show()
        window.start()
        self._stop_of(window).setFocus()

    def _end(self, begun: _Begun) -> None:
        try:
            done = begun.result()
        except Exception as error:  # the record says what is known; the station stays cut, and says so
            self._over()
            self.broke.emit(say(self.BROKE_OFF, why=str(error)))
            return
        self.ended.emit(done)
        self._over()

    def _over(self) -> None:
        self._watch.stop()
        self._begun = None
        if self.window_ is not None:
            self._column.removeWidget(self.window_)
            self.window_.awake.end()  # nobody may have closed it: what it showed broke off
            self.window_.hide()
            self.window_.deleteLater()
            self.window_ = None
        self.hide()
        self.over.emit()
