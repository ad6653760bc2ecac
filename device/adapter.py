"""What the links of one process share: there is one radio, and what one of them holds is no other's."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final
from weakref import WeakKeyDictionary


class Adapter:
    """The computer's Bluetooth as the links of one loop see it."""

    def __init__(self) -> None:
        self.turn = asyncio.Lock()
        """A connection is made while it is held: a radio makes one at a time, and stacks fail whoever asks meanwhile.
        Each connection is made, or given up, within a limit; so everybody's turn comes."""
        self._held: list[str] = []

    @contextmanager
    def holding(self, address: str) -> Iterator[None]:
        """Say that the device at this address is connected, or about to be, by a link of this process."""
        self._held.append(address)
        try:
            yield
        finally:
            self._held.remove(address)

    def holds(self, address: str) -> bool:
        """Whether a link of this process has it: to connect to it a second time would end that link as well."""
        return address in self._held


_ADAPTERS: Final[WeakKeyDictionary[asyncio.AbstractEventLoop, Adapter]] = WeakKeyDictionary()


def adapter() -> Adapter:
    """The one that the running loop's links share."""
    return _ADAPTERS.setdefault(asyncio.get_running_loop(), Adapter())
