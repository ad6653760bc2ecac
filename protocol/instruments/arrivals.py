"""A conversation with an instrument that sends a value now and then, and takes no commands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from protocol.errors import NotOffered
from protocol.instruments.ability import Ability
from protocol.instruments.driver import Action, Heard, Value, Write
from protocol.instruments.timeline import ArrivalSlots, block_of


class ArrivalTalk:
    """Takes each notification for one reading."""

    def __init__(self, title: str, ability: Ability, force_n: Callable[[bytes], float | None]) -> None:
        """`force_n` reads a notification: None where it says that there is no value; raises `FrameError`."""
        self.ability = ability
        self._title = title
        self._force_n = force_n
        self._slots = ArrivalSlots()

    def open(self) -> Sequence[Write]:
        """Nothing: subscribing is enough."""
        return ()

    def command(self, action: Action) -> Sequence[Write]:
        """Raise `NotOffered`: the profile has no commands."""
        raise NotOffered(self._title, action.value)

    def sent(self, data: bytes) -> None:
        """Nothing is ever written."""

    def feed(self, heard: Heard) -> Sequence[Value]:
        """Read one notification; a slot without a value stays empty."""
        force_n = self._force_n(heard.data)
        slot = self._slots.place(heard.arrival_s)
        return (block_of([] if force_n is None else [(slot, force_n)]),)
