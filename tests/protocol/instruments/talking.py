"""A conversation as a test has it: bytes in hex, one block out."""

from __future__ import annotations

from protocol.blocks import SampleBlock
from protocol.instruments.driver import Heard, Talk, Value


def heard(text: str, arrival_s: float = 0.0) -> Heard:
    """Bytes written in hex, from the first source."""
    return Heard(0, arrival_s, bytes.fromhex(text))


def values(talk: Talk, text: str, arrival_s: float = 0.0) -> list[Value]:
    """What bytes written in hex say."""
    return list(talk.feed(heard(text, arrival_s)))


def block(talk: Talk, text: str, arrival_s: float = 0.0) -> SampleBlock:
    """The readings in bytes written in hex; there must be some."""
    (found,) = [value for value in values(talk, text, arrival_s) if isinstance(value, SampleBlock)]
    return found
