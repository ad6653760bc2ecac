"""When a silent tool is asked whether it is still there."""

from __future__ import annotations

from typing import Final

from protocol.control import Command, Reply, Result

SILENCE_S: Final = 3.0
"""Of a tool that was told to stream. It sends each 50 ms; the longest pause of a connection that lives is shorter
than its supervision time-out of 6 s, and most of those end sooner than this."""

IDLE_S: Final = 10.0
"""Without a stream, where silence says nothing; as often as the clocks are compared during one."""


class Pulse:
    """Knows when the tool was heard last and how long it may be silent; `is_connected` of a stack proves nothing."""

    def __init__(self, now_s: float) -> None:
        self._heard_s = now_s
        self._streams = False
        self._doubted = False

    @property
    def due_s(self) -> float:
        """When to ask."""
        return self._heard_s + (0.0 if self._doubted else SILENCE_S if self._streams else IDLE_S)

    @property
    def streams(self) -> bool:
        """Whether the tool was told to stream."""
        return self._streams

    def heard(self, now_s: float) -> None:
        """Something came from the tool, whatever it was."""
        self._heard_s, self._doubted = now_s, False

    def told(self, reply: Reply) -> None:
        """The tool answered a command."""
        if reply.result == Result.OK and reply.command in {Command.START, Command.STOP}:
            self._streams = reply.command == Command.START

    def doubt(self) -> None:
        """Ask at once: the tool owes an answer."""
        self._doubted = True
