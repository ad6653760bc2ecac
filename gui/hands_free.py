"""What comes without keyboard, mouse or screen: a pedal, and a presenter in the client's hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from gui.bridge import Bridge, Frame
from gui.remote_keys import RemoteKeys
from session.cue import Action
from session.inputs import Pain

PRESSED = (Action.MORE, Action.HOLD, Action.LESS)


class HandsFree(QObject):
    """Tells the session through the bridge; `say` speaks a pain that was counted, so that it can be corrected."""

    def __init__(self, bridge: Bridge, say: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._say = bridge, say
        self._stopped = False
        self.keys = RemoteKeys(bridge.clock_s, self)
        self.keys.stopped.connect(self._stop)

    def hear(self, frame: Frame) -> tuple[str, ...] | None:
        """Pass on what was said up to this frame; sentences for whoever looks.

        None where it was a STOP: then another frame was drawn already, and this one is older.
        """
        self._stopped = False
        marks, pains = self.keys.take_marks(frame.now_s), self.keys.take_pains(frame.now_s)
        for mark in marks:
            self._bridge.say(mark)
        for nrs in pains:
            pressed = frame.view.contact or frame.view.cue.action in PRESSED
            self._bridge.say(Pain(nrs=nrs, by="patient", recalled=not pressed))
            self._say(str(nrs))
        return None if self._stopped else tuple(f"Pain {nrs} of 10, from the client's clicker." for nrs in pains)

    def _stop(self) -> None:
        self._stopped = True
        self._bridge.stop()
