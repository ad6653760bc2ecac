"""While somebody is pressed the computer neither sleeps nor locks its screen: a locked screen takes no STOP."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Final

from protocol.sentence import Sentence

MAY_LOCK: Final = Sentence(
    "This computer may lock its screen or fall asleep meanwhile: switch both off in its settings first."
)


class Awake:
    """Holds the system awake between `begin` and `end`, in the way that Windows, macOS, GNOME and KDE offer."""

    def __init__(self) -> None:
        self._held = ExitStack()
        self.holds = False
        """Whether the system does as it was asked."""

    def begin(self) -> str:
        """Hold it awake; what people have to know where the system does not let a program do so, else ""."""
        try:
            from wakepy import keep  # a twentieth of a second that no window waits for before it is shown
        except ImportError:  # a small installation, for continuous integration
            return MAY_LOCK
        self.holds = self._held.enter_context(keep.presenting(on_fail="pass")).active
        return "" if self.holds else MAY_LOCK

    def end(self) -> None:
        """Let the system do as it likes again; any number of times."""
        self._held.close()
        self.holds = False
