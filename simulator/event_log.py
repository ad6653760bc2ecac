"""Events as the tool keeps them (docs/protocol.md §7)."""

from __future__ import annotations

from collections import deque
from typing import Final

from protocol.events import EventType, ToolEvent
from simulator.clock import wrapped

KEPT: Final = 32
"""As docs/protocol.md §7 says."""
_NUMBERS: Final = 1 << 16


class EventLog:
    """Numbers events and keeps the newest until the client says that it has them."""

    def __init__(self) -> None:
        self.kept: deque[ToolEvent] = deque(maxlen=KEPT)
        """The oldest first."""
        self._number = 0

    def add(self, kind: EventType, where: tuple[int, int, int], values: tuple[int, ...]) -> ToolEvent:
        """Note what happened; `where` is the stream, the newest slot's counter and the clock, not wrapped."""
        stream, counter, clock_us = where
        event = ToolEvent(kind, self._number, stream, wrapped(counter), wrapped(clock_us), values)
        self._number = (self._number + 1) % _NUMBERS
        self.kept.append(event)
        return event

    def acknowledge(self, number: int) -> None:
        """Forget events up to and including this number."""
        while self.kept and (number - self.kept[0].number) % _NUMBERS < _NUMBERS // 2:
            self.kept.popleft()
