"""Commands and their answers, over one connection."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Awaitable, Callable, Iterator
from typing import Final, NamedTuple

from device.errors import CommandTimeout
from protocol.control import Command, Number, Reply, Request
from protocol.errors import FrameError

COMMAND_S: Final = 2.0
"""The tool answers within 1 s; as much again for events that the radio loses."""

ECHO_IDS: Final = 255


def echoes(first: int = 1) -> Iterator[int]:
    """Yield echo ids for ever, from `first` on.

    A tool that knows the last request answers the same bytes without doing them again, after a reconnect too: so
    the connections of one program shall go on in one sequence.
    """
    return itertools.islice(itertools.cycle(range(1, ECHO_IDS + 1)), first - 1, None)


class _Awaited(NamedTuple):
    request: Request
    reply: asyncio.Future[Reply | None]
    """None when the tool is lost instead."""


class Exchange:
    """One command at a time: each is written, and gets the answer with its own number and echo id."""

    def __init__(self, numbers: Iterator[int], write: Callable[[bytes], Awaitable[None]]) -> None:
        self._numbers = numbers
        self._write = write
        self._turn = asyncio.Lock()
        self._awaited: _Awaited | None = None
        self._over = False

    def is_over(self) -> bool:
        """Whether no answer will come any more."""
        return self._over

    async def ask(self, command: Command, parameters: tuple[Number, ...], limit_s: float = COMMAND_S) -> Reply | None:
        """Return the answer, None where the connection ended instead.

        Raises `CommandTimeout` after `limit_s`, what `write` raises and, for parameters that do not fit, `FrameError`.
        """
        async with self._turn:
            request = Request.of(command, next(self._numbers), *parameters)
            if self._over:
                return None
            self._awaited = _Awaited(request, asyncio.get_running_loop().create_future())
            try:
                async with asyncio.timeout(limit_s):
                    await self._write(bytes(request))
                    return await self._awaited.reply
            except TimeoutError as error:
                raise CommandTimeout(command, limit_s) from error
            finally:
                self._awaited = None

    def take(self, value: bytes) -> None:
        """Look whether these bytes are the answer that is waited for."""
        awaited = self._awaited
        if awaited is None or awaited.reply.done():
            return
        try:
            reply = Reply.from_bytes(value)
        except FrameError:
            return  # said without being asked: it stands among the payloads
        if (reply.command, reply.echo) == (awaited.request.command, awaited.request.echo):
            awaited.reply.set_result(reply)

    def end(self) -> None:
        """No answer will come any more."""
        self._over = True
        if self._awaited is not None and not self._awaited.reply.done():
            self._awaited.reply.set_result(None)
