"""What a check is, and where checks are gathered."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from enum import Enum
from typing import NamedTuple

from palpate.conformance.bench import Bench

Run = Callable[[Bench], Awaitable[None]]


class Need(Enum):
    """What a check needs beside a tool in range; the value is the reason why it is skipped without."""

    PRESS = "needs a press: repeat with --press and do what is asked"
    NARROW = "needs a connection with MTU 23, and this computer's Bluetooth chooses the MTU by itself"
    PAIRED = "needs a pairing, and this computer does not pair"
    LONG = "takes minutes: repeat with --long"


class Check(NamedTuple):
    """One small question about the tool; `run` raises `Violation` or `NotApplicable`."""

    name: str
    group: str
    paragraph: str
    """Of docs/protocol.md."""
    text: str
    """What holds for a tool that passes, a sentence."""
    need: Need | None
    run: Run


class Group:
    """Checks of one part of the page, in their order."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.checks: list[Check] = []

    def check(self, paragraph: str, need: Need | None = None) -> Callable[[Run], Run]:
        """Add a coroutine function: its name with dashes is the check's, its docstring the sentence."""

        def add(run: Run) -> Run:
            name = run.__name__.replace("_", "-")
            self.checks.append(Check(name, self.name, paragraph, " ".join((run.__doc__ or "").split()), need, run))
            return run

        return add
