"""What comes without keyboard, mouse or screen: a pedal, and a presenter in the client's hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from gui.bridge import Bridge
from gui.remote_keys import RemoteKeys
from gui.tongue import say
from session.cue import Action
from session.inputs import Pain
from session.view import View

PRESSED = (Action.MORE, Action.HOLD, Action.LESS)


class HandsFree(QObject):
    """Tells the session through the bridge; `say` speaks a pain that was counted, so that it can be corrected."""

    def __init__(self, bridge: Bridge, say: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._say = bridge, say
        self.keys = RemoteKeys(bridge.clock_s, self)
        self.keys.stopped.connect(bridge.stop)
        bridge.ahead = self.hear

    def hear(self, view: View, now_s: float) -> None:
        """Pass on what was said up to the frame that is about to be made."""
        for mark in self.keys.take_marks(now_s):
            self._bridge.say(mark)
        pressed = view.contact or view.cue.action in PRESSED
        for nrs in self.keys.take_pains(now_s):
            self._bridge.say(Pain(nrs=nrs, by="patient", recalled=not pressed))
            self._bridge.tell(say("Pain {nrs} of 10, from the client's clicker.", nrs=nrs))
            self._say(str(nrs))
