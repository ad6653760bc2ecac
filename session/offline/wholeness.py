"""What whoever reads a record's figures has to know about the record itself."""

from __future__ import annotations

from collections.abc import Iterator

from protocol.sentence import Sentence
from session.playback import Recorded


def whole_notes(recorded: Recorded, malformed: int) -> Iterator[Sentence]:
    """Whether it is cut off, was saved from a damaged one, or holds payloads that could not be decoded."""
    if not recorded.whole:
        yield Sentence("the record is cut off; what came before the cut is here")
    if recorded.recovered:
        yield recorded.recovered.sentence
    if malformed:
        yield Sentence("{count} payloads could not be decoded", count=malformed)
