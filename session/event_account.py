"""Which events of the tool were heard: each acts once, and what is safe here the tool may forget."""

from __future__ import annotations

from typing import Final

from protocol.events import ToolEvent

_NUMBERS: Final = 1 << 16
KEPT: Final = 32
"""Events that a tool keeps and tells again (docs/protocol.md §7)."""


class EventAccount:
    """Recognizes events that are told again, by boot and number."""

    def __init__(self) -> None:
        self.repeated = 0
        self._heard: dict[int, float] = {}
        """Arrivals by number, counted on over its wrap; the newest `2 * KEPT`."""
        self._whole: int | None = None
        """All events up to this one were heard, or can never be."""
        self._acknowledged: int | None = None

    def reboot(self) -> None:
        """The tool counts its events anew."""
        self._heard.clear()
        self._whole = self._acknowledged = None

    def hear(self, event: ToolEvent, arrival_s: float) -> bool:
        """Whether this event was not heard before."""
        newest = max(self._heard, default=event.number)
        number = newest + (event.number - newest + _NUMBERS // 2) % _NUMBERS - _NUMBERS // 2
        if number in self._heard or number <= newest - 2 * KEPT:
            self.repeated += 1
            return False
        self._heard[number] = arrival_s
        self._advance(number if self._whole is None else self._whole, max(newest, number))
        return True

    def due(self, safe_s: float) -> int | None:
        """The number to acknowledge where all that arrived until `safe_s` is on the disk; None for nothing new."""
        if self._whole is None:
            return None
        safe = [number for number, arrival_s in self._heard.items() if number <= self._whole and arrival_s <= safe_s]
        number = max(safe, default=None)
        if number is None or (self._acknowledged is not None and number <= self._acknowledged):
            return None
        return number % _NUMBERS

    def acknowledged(self, number: int) -> None:
        """The tool has forgotten the events up to this one."""
        self._acknowledged = max((heard for heard in self._heard if heard % _NUMBERS == number), default=None)

    def _advance(self, whole: int, newest: int) -> None:
        """Go on over what was heard; what a tool cannot keep any more is not waited for."""
        whole = max(whole, newest - KEPT)
        while whole + 1 in self._heard:
            whole += 1
        self._whole = whole
        for number in [number for number in self._heard if number <= newest - 2 * KEPT]:
            del self._heard[number]
