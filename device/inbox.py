"""Payloads between the callbacks that bring them and the one who reads them."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Sequence
from typing import NamedTuple, TypeAlias, assert_never

from device.errors import ToolLost
from protocol.link import Payload


class Open(NamedTuple):
    """More may come."""


class Closed(NamedTuple):
    """We ended it."""


class Lost(NamedTuple):
    """The tool ended it."""

    serial: str


End: TypeAlias = Open | Closed | Lost


class Inbox:
    """Keeps payloads in order; putting one in never waits and makes no task."""

    def __init__(self) -> None:
        self._payloads: deque[Payload] = deque()
        self._news = asyncio.Event()
        self._end: End = Open()

    @property
    def end(self) -> End:
        """Whether more may come, and who ended it."""
        return self._end

    def put(self, payload: Payload) -> None:
        """Append a payload."""
        self._payloads.append(payload)
        self._news.set()

    def put_first(self, payloads: Sequence[Payload]) -> None:
        """Put payloads before everything that waits: nothing decodes without a layout."""
        self._payloads.extendleft(reversed(payloads))
        self._news.set()

    def finish(self, end: Closed | Lost) -> None:
        """Say that nothing more comes; the first reason stays."""
        if isinstance(self._end, Open):
            self._end = end
        self._news.set()

    async def payloads(self) -> AsyncIterator[Payload]:
        """Yield everything that was put in, then end, or raise `ToolLost` where the tool ended it."""
        while True:
            while self._payloads:
                yield self._payloads.popleft()
            match self._end:
                case Open():
                    self._news.clear()
                    await self._news.wait()
                case Closed():
                    return
                case Lost(serial):
                    raise ToolLost(serial)
                case _:
                    assert_never(self._end)
