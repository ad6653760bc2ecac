"""`palpate serve --stdio`: one process, one tool after the other."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from _pytest_palpate.errors import Refused, SimulatorFailed
from _pytest_palpate.process import ANSWER_S, LineProcess

__tracebackhide__ = True

Said = dict[str, Any]
"""One line of the simulator."""


def said_in(line: str) -> Said:
    """Read a line; raises `SimulatorFailed` for what is none of the simulator's."""
    try:
        said = json.loads(line)
    except ValueError:
        said = None
    if not isinstance(said, dict):
        raise SimulatorFailed(f"this is not palpate, or not one that this plug-in knows; it said: {line.strip()[:200]}")
    return said


def answer_in(said: Said) -> Said:
    """The answer, if the request was done; raises `Refused` with the simulator's reason."""
    if not said["ok"]:
        raise Refused(said["error"])
    return said


class Server:
    """A simulator process that takes requests; it may be given one tool after the other."""

    def __init__(self, command: Sequence[str], answer_s: float = ANSWER_S) -> None:
        self._process = LineProcess((*command, "serve", "--stdio"), answer_s)
        self._answered = True

    @property
    def usable(self) -> bool:
        """Whether it runs, and nothing of an earlier question is still to come."""
        return self._answered and self._process.running

    @property
    def pid(self) -> int:
        """Its number in the operating system."""
        return self._process.pid

    def ask(self, request: Said, hear: Callable[[Said], None]) -> Said:
        """Have it done; what the tool says because of it goes to `hear`, a value each.

        Raises `Refused`, or `SimulatorFailed` where no answer comes any more.
        """
        self._answered = False
        self._process.say(json.dumps(request))
        while "ok" not in (said := said_in(self._process.hear())):
            hear(said)
        self._answered = True
        return answer_in(said)

    def end(self) -> None:
        """End the process."""
        self._process.end()


class Servers:
    """Servers that nobody uses just now; starting one takes longer than most tests."""

    def __init__(self, command: Callable[[], Sequence[str]]) -> None:
        self._command = command
        self._idle: list[Server] = []

    def take(self) -> Server:
        """One that runs."""
        while self._idle:
            server = self._idle.pop()
            if server.usable:
                return server
            server.end()
        return Server(self._command())

    def give_back(self, server: Server) -> None:
        """It is not used any more."""
        if server.usable:
            self._idle.append(server)
        else:
            server.end()

    def end(self) -> None:
        """End all."""
        while self._idle:
            self._idle.pop().end()
