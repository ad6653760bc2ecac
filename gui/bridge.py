"""The one object between a session's thread and the widgets: it polls, latches STOP and passes it on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from gui.source import Source
from gui.tongue import mark
from protocol.blocks import SampleBlock
from session.cue import Action
from session.inputs import GoOn, Input, MeasureZero, Quit, Stop, StopReason, UndoZero
from session.view import View

FRAME_MS: Final = 16
"""Sixty pictures a second: more cannot be seen, fewer make the hand late."""
FREED: Final = 3
"""Pictures in a row in which the session shows that a STOP was answered, before this side believes it."""

NO_ANSWER: Final = mark("The session does not answer any more: let go, then close the window.")


@dataclass(frozen=True, slots=True)
class Frame:
    """All that a window needs to draw one picture."""

    view: View
    now_s: float
    age_s: float | None
    """Age of the newest trusted reading, None before the first."""
    stopped: bool
    """STOP was pressed here or in the session."""
    confirmed: bool
    """The session itself shows STOP."""
    samples: tuple[SampleBlock, ...]
    events: tuple[str, ...]


class Bridge(QObject):
    """Polls a `Source` and owns the window's STOP latch.

    The latch is set in the GUI thread before the session hears of it. `go_on` takes it back, or a reason that the
    session was told by other means, a button on the tool or a pedal; nothing else does.
    """

    frame = Signal(object)
    """Carries a `Frame`."""

    ahead: Callable[[View, float], None] = staticmethod(lambda _view, _now_s: None)
    """Called before each frame is made: whoever has something to say by then says it, and it is in that frame."""

    def __init__(self, source: Source, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._latched = False
        self._answered: int | None = None  # stops that were answered when the session showed this one
        self._freed = 0
        self._own_events: list[str] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self.poll)

    def start(self) -> None:
        """Poll from now on."""
        self._timer.start()

    def close(self) -> None:
        """Poll no more."""
        self._timer.stop()

    def poll(self) -> None:
        """Take what is new and emit one frame."""
        view, now_s = self._source.view(), self._source.clock_s()
        self.ahead(view, now_s)
        confirmed = view.cue.action is Action.STOP
        self._open_latch(view)
        events = (*self._source.take_events(), *self._own_events)
        self._own_events.clear()
        age_s = None if view.last_valid_s is None else max(now_s - view.last_valid_s, 0.0)
        samples = self._source.take_samples()
        self.frame.emit(Frame(view, now_s, age_s, self._latched or confirmed, confirmed, samples, events))

    def stop(self) -> None:
        """Latch STOP, show it, then tell the session."""
        self._latched, self._answered, self._freed = True, None, 0
        self.poll()
        self._post(Stop())

    def go_on(self, reason: StopReason) -> None:
        """Tell the session why STOP was pressed, then open the latch; the session decides what follows."""
        if self._post(GoOn(reason=reason)):
            self._latched = False

    def clock_s(self) -> float:
        """The session's clock."""
        return self._source.clock_s()

    def tell(self, sentence: str) -> None:
        """A sentence for whoever looks, in the next frame that is made."""
        self._own_events.append(sentence)

    def say(self, value: Input) -> None:
        """Tell the session what somebody said by other means than this window's buttons."""
        self._post(value)

    def measure_zero(self) -> None:
        """Ask for the zero to be measured; the session refuses it where it cannot be."""
        self._post(MeasureZero())

    def undo_zero(self) -> None:
        """Take back the newest zero."""
        self._post(UndoZero())

    def quit(self) -> None:
        """Tell the session to end the treatment; STOP stays until its summary comes."""
        self._post(Quit())

    def _open_latch(self, view: View) -> None:
        """Where the session has the STOP, and somebody told it the reason by other means, it is over here too.

        A STOP that was pressed while the reason was on its way stops again a moment later: so long this waits.
        """
        if view.cue.action is Action.STOP:
            self._answered, self._freed = view.cue.answered, 0
        elif self._latched and self._answered is not None and view.cue.answered > self._answered:
            self._freed += 1
            self._latched = self._freed < FREED

    def _post(self, value: Input) -> bool:
        """Whether the session could take it; if not, the next frame says so."""
        try:
            self._source.hear(value)
        except RuntimeError:
            self._own_events.append(NO_ANSWER)
            return False
        return True
