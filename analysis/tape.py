"""The readings of the 100 Hz lane that a hold may still need."""

from __future__ import annotations

from collections import deque
from typing import Final, NamedTuple

from analysis.contact import Contact, Start
from analysis.reading import Reading, joined
from protocol.blocks import SampleBlock

MARGIN_US: Final = 500_000
"""Kept before and after a contact: the residual force is measured up to here, and a rise or fall may begin or end
outside the contact."""

LONGEST_US: Final = 3_600_000_000
"""The shape of a contact that lasts for more than an hour is not kept: nobody holds so long, but a tool may lie under
something, and memory must not grow with it."""


class Stretch(NamedTuple):
    """A contact's readings with `MARGIN_US` before them and after them, and one reading more."""

    readings: SampleBlock
    first: int
    """Position of the contact's first reading."""
    last: int
    """Position of its last."""
    averaged: bool
    """Whether each reading is a mean of several."""
    covered: bool
    """Whether the readings went on for all of the margin after the contact."""

    @property
    def hold(self) -> SampleBlock:
        """The contact's own readings."""
        return self.readings[self.first : self.last + 1]


class Tape:
    """Keeps readings until they are forgotten; what is cut out does not depend on the blocks."""

    def __init__(self, factor: int, period_us: int) -> None:
        """For a lane of `factor` slots of the stream, which come every `period_us`."""
        self._factor, self._lane_us = factor, factor * period_us
        self._blocks: deque[SampleBlock] = deque()

    def __len__(self) -> int:
        return sum(len(block) for block in self._blocks)

    def append(self, block: SampleBlock) -> None:
        """Keep the next readings, at least one."""
        self._blocks.append(block)

    def forget(self, needed: Start | Reading) -> None:
        """Give up what lies before a reading of the stream and the margin before it, as far as whole blocks allow."""
        slot, before_us = needed.slot // self._factor, needed.time_us - MARGIN_US
        while self._blocks and self._blocks[0].time_us.item(-1) < before_us and self._blocks[0].index.item(-1) < slot:
            self._blocks.popleft()

    def cut(self, contact: Contact) -> Stretch:
        """The readings of a contact that has ended; those at its ends may reach beyond it, however its stamps jump."""
        readings = joined(list(self._blocks))
        begin_us, end_us = contact.start.time_us - MARGIN_US, contact.end.time_us + MARGIN_US
        slots = contact.start.slot // self._factor, contact.end.slot // self._factor
        first, last = readings.index.searchsorted(slots).tolist()
        start = min(int(readings.time_us.searchsorted(begin_us)), first)
        stop = max(int(readings.time_us.searchsorted(end_us, "right")), last)
        covered = bool(readings.time_us[-1] > end_us - self._lane_us)
        return Stretch(readings[start : stop + 1], first - start, last - start, self._factor > 1, covered)
