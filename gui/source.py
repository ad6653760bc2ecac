"""What the window needs from a session: one Protocol, so that the window knows no runner."""

from __future__ import annotations

from typing import Protocol

from protocol.blocks import SampleBlock
from session.inputs import Input
from session.view import View


class Source(Protocol):
    """A running session, seen from the GUI thread.

    Every call returns at once and may come from another thread than the session's own.
    """

    def view(self) -> View:
        """The latest state."""
        ...

    def take_samples(self) -> tuple[SampleBlock, ...]:
        """Tared readings since the last call, oldest first; bounded, so a slow window may miss some."""
        ...

    def take_events(self) -> tuple[str, ...]:
        """Sentences for the therapist since the last call; none is ever dropped."""
        ...

    def hear(self, value: Input) -> None:
        """Post what somebody did here; raises `RuntimeError` when nobody is left to take it."""
        ...

    def clock_s(self) -> float:
        """The clock of `View.last_valid_s`; it goes on while the session is stuck."""
        ...
