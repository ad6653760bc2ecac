"""What a terminal sends, as keys: a character each, and names for those that send several."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

ESCAPE: Final = "\x1b"
_SEQUENCES: Final = {"A": "up", "B": "down", "24~": "f12"}
"""Without what says that a modifier is held (`1;2A`)."""
_WINDOWS: Final = {"H": "up", "P": "down", "\x86": "f12"}
"""What follows one of `_WINDOWS_FIRST`."""
_WINDOWS_FIRST: Final = ("\x00", "\xe0")


class KeyNames:
    """Takes characters as they come; the letters and digits inside of an arrow's or page key's sequence are no keys.

    What cannot belong to a sequence ends it and counts: a key that stops is never swallowed.
    """

    def __init__(self) -> None:
        self._begun = ""

    def feed(self, character: str) -> str | None:
        """The key that is complete with this character; None in a sequence, and for keys without a name here."""
        begun, self._begun = self._begun, ""
        if character == ESCAPE or (begun == ESCAPE and character in ("[", "O")):
            self._begun = character if character == ESCAPE else begun + character
            return None
        if len(begun) < 2:
            return character
        if character.isdigit() or character == ";":
            self._begun = begun + character
            return None
        if character.isalpha() or character == "~":
            return _SEQUENCES.get(_without_modifier(begun[2:] + character))
        return character


def windows_key(read: Callable[[], str]) -> str:
    """The next key of a console of Windows; `read` gives a character, "" at the end. Others are left out."""
    while (first := read()) in _WINDOWS_FIRST:
        if (name := _WINDOWS.get(read())) is not None:
            return name
    return first


def _without_modifier(sequence: str) -> str:
    number, semicolon, rest = sequence.partition(";")
    if not semicolon:
        return sequence
    final = rest.lstrip("0123456789;")
    return final if number == "1" else number + final
