"""How a check ends."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias


class Violation(Exception):
    """The tool does not do what the page says."""

    def __init__(self, expected: str, came: str) -> None:
        super().__init__(f"expected {expected}; came {came}")
        self.expected = expected
        self.came = came


class NotApplicable(Exception):
    """The check says nothing about this tool, here and now; the text is the reason."""


class Passed(NamedTuple):
    """The tool does what the page says."""


class Failed(NamedTuple):
    """It does not."""

    expected: str
    came: str
    """Bytes in hexadecimal."""


class Skipped(NamedTuple):
    """Nobody looked."""

    reason: str


class Broken(NamedTuple):
    """It could not be found out: the connection, the computer or a step before went wrong."""

    reason: str


Verdict: TypeAlias = Passed | Failed | Skipped | Broken


def expect(holds: bool, expected: str, came: object) -> None:
    """Raise `Violation` unless it holds; bytes are shown in hexadecimal."""
    if not holds:
        raise Violation(expected, hexed(came) if isinstance(came, bytes | bytearray) else str(came))


def hexed(data: bytes | bytearray) -> str:
    """Bytes as a person compares them with a page: `05 80 01`."""
    return data.hex(" ") or "no bytes"
