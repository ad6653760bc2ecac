"""Slots of a stream that did not come, and what became of them."""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

MAX_HOLES: Final = 1024
"""A link that loses single frames opens one every 40 ms at worst; beyond 40 s of that nobody asks one by one."""


class Lost(StrEnum):
    """Why a slot will not come any more."""

    OVERWRITTEN = "overwritten in the tool"
    REBOOT = "gone with a restart of the tool"
    NEW_STREAM = "gone with an earlier stream"
    REFUSED = "not sent by this tool"
    GAVE_UP = "asked for in vain"
    CROWDED = "too scattered to be asked for"


class Hole(NamedTuple):
    """Consecutive missing slots between two that came."""

    first: int
    """Index of the first missing slot."""
    stop: int
    """Index after the last."""
    after_us: int
    """Time of the slot before."""
    before_us: int
    """Time of the slot after."""
    flags: int = 0
    """`SampleFlag` that the tool raised on either side: it may have been up in between."""


class Piece(NamedTuple):
    """Slots of a hole that came after all."""

    first: int
    stop: int
    flags: int


class Missing:
    """Holes of one stream, the oldest first; at most `MAX_HOLES`, of more the oldest is given up.

    Every slot that was ever part of a hole is either still in one, or was filled once, or is lost for one reason.
    """

    def __init__(self) -> None:
        self.filled = 0
        """Slots that came after all."""
        self.lost = dict.fromkeys(Lost, 0)
        """Slots that will not."""
        self._holes: list[Hole] = []

    @property
    def holes(self) -> tuple[Hole, ...]:
        """What is still open."""
        return tuple(self._holes)

    @property
    def count(self) -> int:
        """Slots that are still open."""
        return sum(hole.stop - hole.first for hole in self._holes)

    def open(self, hole: Hole) -> None:
        """Slots are missing behind all that came before."""
        self._holes.append(hole)
        if len(self._holes) > MAX_HOLES:
            self.give_up(self._holes[0].first, self._holes[0].stop, Lost.CROWDED)

    def from_index(self, index: int) -> Hole | None:
        """The oldest hole of which a slot at `index` or later is missing."""
        at = self._at(index)
        return self._holes[at] if at < len(self._holes) else None

    def fill(self, first: int, time_us: NDArray[np.int64]) -> list[Piece]:
        """Slots from index `first` on came, with these times; return those that were missing.

        What lies outside every hole, or in time not between the hole's two sides, stays out.
        """
        pieces = []
        for hole in self._between(first, first + len(time_us)):
            piece = Piece(max(first, hole.first), min(first + len(time_us), hole.stop), hole.flags)
            start_us, end_us = int(time_us[piece.first - first]), int(time_us[piece.stop - 1 - first])
            if hole.after_us <= start_us and end_us <= hole.before_us:
                left = hole._replace(stop=piece.first, before_us=start_us)
                self._replace(hole, left, hole._replace(first=piece.stop, after_us=end_us))
                self.filled += piece.stop - piece.first
                pieces.append(piece)
        return pieces

    def give_up(self, first: int, stop: int, why: Lost) -> None:
        """What is missing from index `first` to before `stop` will not come."""
        for hole in self._between(first, stop):
            begin, end = max(first, hole.first), min(stop, hole.stop)
            self._replace(hole, hole._replace(stop=begin), hole._replace(first=end))
            self.lost[why] += end - begin

    def give_up_all(self, why: Lost) -> None:
        """Nothing that is missing will come."""
        self.lost[why] += self.count
        self._holes.clear()

    def _at(self, index: int) -> int:
        return bisect_right(self._holes, index, key=lambda hole: hole.stop)

    def _between(self, first: int, stop: int) -> list[Hole]:
        found = []
        for hole in self._holes[self._at(first) :]:
            if hole.first >= stop:
                break
            found.append(hole)
        return found

    def _replace(self, hole: Hole, *rests: Hole) -> None:
        """Keep what is left of a hole."""
        at = self._holes.index(hole)
        self._holes[at : at + 1] = [rest for rest in rests if rest.first < rest.stop]
