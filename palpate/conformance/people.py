"""Who presses where a check needs a press."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Final, Protocol

from palpate.conformance.verdict import NotApplicable


class Deed(Enum):
    """What a check asks for; the value is what a person reads."""

    PRESS = "press the tip firmly, with about 20 N (2 kg), and keep pressing"
    LET_GO = "let go"
    BUTTON_DOWN = "press the patient's button and keep it down"
    BUTTON_UP = "let the patient's button go"
    REBOOT = "switch the tool off and on again"


class Person(Protocol):
    """Does what a check asks; the check waits up to `patience_s` until the tool says so."""

    @property
    def patience_s(self) -> float:
        """How long a deed may take."""
        ...

    async def do(self, deed: Deed) -> None:
        """Begin; raises `NotApplicable` where nobody is there."""
        ...


class Nobody:
    """No person, as in continuous integration."""

    patience_s = 0.0

    async def do(self, _deed: Deed) -> None:
        """Skip the check."""
        raise NotApplicable("needs a press: repeat with --press and do what is asked")


class Guided:
    """A person at the tool who reads what to do."""

    patience_s: Final = 30.0
    """To read, to reach the tool and to do it; *assumed*."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say

    async def do(self, deed: Deed) -> None:
        """Ask for it."""
        self._say(f"Please {deed.value}.")
