"""One button for a hand or foot that has no other free: what its presses mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeAlias, assert_never

from session.inputs import Input, PainGone, PainHalved, Stop

HELD_S: Final = 1.0
"""Down for so long it is a STOP, as the tool itself has it (docs/protocol.md §7.1)."""
DOUBLE_S: Final = 0.5
"""A second press within this time of the first makes it a double one: the usual time of desktops."""


@dataclass(frozen=True, slots=True)
class _Up:
    """Nothing is pressed or waited for."""


@dataclass(frozen=True, slots=True)
class _Down:
    """Pressed; `again` for the second time."""

    since_s: float
    again: bool


@dataclass(frozen=True, slots=True)
class _Once:
    """Pressed once, briefly; a second press may follow."""

    since_s: float


@dataclass(frozen=True, slots=True)
class _Held:
    """Pressed so long that STOP was said; waits for its end."""


_Position: TypeAlias = _Up | _Down | _Once | _Held


class MarkButton:
    """Short: the pain has halved. Double: it is gone. Held for 1 s: STOP, while it is still down."""

    def __init__(self) -> None:
        self._position: _Position = _Up()
        self._said: list[Input] = []

    def update(self, *, down: bool, t_s: float) -> None:
        """The button went down or up; an end without a beginning, or twice the same, means nothing."""
        self._wait(t_s)
        match self._position:
            case _Up() if down:
                self._position = _Down(t_s, again=False)
            case _Once() if down:
                self._position = _Down(t_s, again=True)
            case _Down(again=again) if not down:
                self._position = _Up() if again else _Once(t_s)
                self._said += [PainGone()] if again else []
            case _Held() if not down:
                self._position = _Up()
            case _Up() | _Once() | _Down() | _Held():
                pass
            case _:
                assert_never(self._position)

    def forget(self) -> None:
        """The button's end will never be told: a press that is still on means nothing but what it was said to mean."""
        if isinstance(self._position, _Down | _Held):
            self._position = _Up()

    def take(self, now_s: float) -> tuple[Input, ...]:
        """What the presses up to now mean, each told once."""
        self._wait(now_s)
        said, self._said = tuple(self._said), []
        return said

    def _wait(self, now_s: float) -> None:
        """Time alone decides what a press was that goes on, and one that no other follows."""
        match self._position:
            case _Down(since_s) if now_s - since_s >= HELD_S:
                self._said.append(Stop())
                self._position = _Held()
            case _Once(since_s) if now_s - since_s >= DOUBLE_S:
                self._said.append(PainHalved())
                self._position = _Up()
            case _:
                pass
