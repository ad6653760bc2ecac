"""Payloads between the callbacks that bring them and the one who reads them."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import AsyncIterator, Sequence
from typing import Final, NamedTuple, TypeAlias, assert_never

from device.errors import ToolLost
from protocol.link import Payload

LOG: Final = logging.getLogger(__name__)

MOST_WAITING: Final = 20_000
"""Payloads that wait for a slow reader: minutes of any tool's (100 a second at most), 13 MB of anybody's."""


class Open(NamedTuple):
    """More may come."""


class Closed(NamedTuple):
    """We ended it."""


class Lost(NamedTuple):
    """The tool ended it."""

    serial: str


End: TypeAlias = Open | Closed | Lost


class Inbox:
    """Keeps payloads in order; putting one in never waits and makes no task.

    Where `most` wait already, a new one is dropped and counted. Nothing changes places by that, and samples and
    events carry numbers that show the gap.
    """

    def __init__(self, most: int = MOST_WAITING) -> None:
        self.dropped = 0
        """Payloads that a slow reader, or a device that sends without end, has cost."""
        self._most = most
        self._payloads: deque[Payload] = deque()
        self._news = asyncio.Event()
        self._end: End = Open()

    @property
    def end(self) -> End:
        """Whether more may come, and who ended it."""
        return self._end

    def put(self, payload: Payload) -> None:
        """Append a payload, or count it as dropped."""
        if len(self._payloads) >= self._most:
            self._drop()
            return
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

    def _drop(self) -> None:
        if self.dropped == 0:
            LOG.warning("payloads arrive faster than they are read: from now on some are dropped and counted")
        self.dropped += 1
