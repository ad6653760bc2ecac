"""Who is pressed where, and what holds there: for whoever shows a treatment."""

from __future__ import annotations

from typing import NamedTuple

from protocol.sentence import Sentence


class Whom(NamedTuple):
    """A person in front of the tool, in words; on the bench there is none."""

    who: str
    """A pseudonym, or what is said where there is none."""
    site: str
    side: str
    """Of the client's body."""
    limit: str
    """The effective cap: force, pressure and time."""
    reasons: tuple[str, ...]
    """Where that limit comes from."""
    cautions: tuple[str, ...]
    """What was found and acknowledged, or is to be known."""

    @property
    def place(self) -> str:
        """Site and side, as they stand large before the first press."""
        return Sentence.joined(", ", [self.site, self.side])
