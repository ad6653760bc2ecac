"""The client's clicker: one key that counts, for somebody who lies prone and sees no screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeAlias, assert_never

from session.inputs import WORST_PAIN

SETTLED_S: Final = 1.5
"""After the last click the number counts; *assumed*: several times as long as between two clicks in a row."""


@dataclass(frozen=True, slots=True)
class _Quiet:
    """Nobody clicks."""


@dataclass(frozen=True, slots=True)
class _Counting:
    """So many clicks so far."""

    clicks: int
    last_s: float


@dataclass(frozen=True, slots=True)
class _Full:
    """The worst pain was told; what is clicked on is the same answer."""

    last_s: float


_Count: TypeAlias = _Quiet | _Counting | _Full


class Clicker:
    """So many clicks in a row are the pain, from 1 to 10; the worst is told at once. Times are in seconds."""

    def __init__(self) -> None:
        self._count: _Count = _Quiet()
        self._told: list[int] = []

    def click(self, t_s: float) -> None:
        """One click."""
        self._wait(t_s)
        match self._count:
            case _Quiet():
                self._count = _Counting(1, t_s)
            case _Counting(clicks) if clicks + 1 == WORST_PAIN:
                self._told.append(WORST_PAIN)
                self._count = _Full(t_s)
            case _Counting(clicks):
                self._count = _Counting(clicks + 1, t_s)
            case _Full():
                self._count = _Full(t_s)
            case _:
                assert_never(self._count)

    def none(self, t_s: float) -> None:
        """The other key: no pain. It takes back what was clicked and did not count yet."""
        self._wait(t_s)
        self._count = _Quiet()
        self._told.append(0)

    @property
    def clicks(self) -> int:
        """Clicks that do not count yet."""
        return self._count.clicks if isinstance(self._count, _Counting) else 0

    def take(self, now_s: float) -> tuple[int, ...]:
        """The pains that were told up to now, each once."""
        self._wait(now_s)
        told, self._told = tuple(self._told), []
        return told

    def _wait(self, now_s: float) -> None:
        """Time alone decides that no further click belongs to a number."""
        match self._count:
            case _Counting(clicks, last_s) if now_s - last_s >= SETTLED_S:
                self._told.append(clicks)
                self._count = _Quiet()
            case _Full(last_s) if now_s - last_s >= SETTLED_S:
                self._count = _Quiet()
            case _:
                pass
