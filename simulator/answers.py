"""What a control point has to say, and the answer that it gave last (docs/protocol.md §8)."""

from __future__ import annotations

from collections.abc import Collection

from protocol.control import ALWAYS_EXECUTED, UNSOLICITED, Number, Reply, Request, Result
from protocol.errors import FrameError


class Answers:
    """Answers wait here until somebody takes them; the last one stays for a client that repeats its request."""

    def __init__(self) -> None:
        self._ready: list[Reply] = []
        self._last: tuple[Request, Reply] | None = None

    def take(self) -> list[Reply]:
        """All that waits, the oldest first."""
        ready, self._ready = self._ready, []
        return ready

    def drop(self) -> None:
        """Forget what waits: who would have heard it is gone."""
        self._ready.clear()

    def repeat(self, request: Request) -> bool:
        """Give the stored answer again where `request` is the one that it answers; whether it is."""
        if self._last is None or self._last[0] != request or request.command in ALWAYS_EXECUTED:
            return False
        self._ready.append(self._last[1])
        return True

    def busy(self, request: Request) -> None:
        """Refuse for now: not stored, so that the same request can be made again."""
        self._ready.append(Reply.of(request, Result.BUSY))

    def give(self, request: Request, result: Result, *values: Number) -> None:
        """Answer, and keep the answer."""
        reply = Reply.of(request, result, *values)
        self._last = (request, reply)
        self._ready.append(reply)


Outcome = tuple[Result, *tuple[Number, ...]]
"""How a command ended, and the values that go with it."""


def known(request: Request, commands: Collection[int]) -> Result:
    """Whether a request can be executed: UNKNOWN, BAD_VALUE and BAD_LENGTH are the same for every command."""
    if request.echo == UNSOLICITED:
        return Result.BAD_VALUE
    if request.command not in commands:
        return Result.UNKNOWN
    try:
        _ = request.parameters
    except FrameError:
        return Result.BAD_LENGTH
    return Result.OK
