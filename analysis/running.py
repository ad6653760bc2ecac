"""The sums of the present contact, up to date with each block."""

from __future__ import annotations

from typing import assert_never

import numpy as np

from analysis.contact import Away, ContactState, LettingGo, Start, Touching
from analysis.reading import joined, reading
from analysis.tally import Tally, add, begun
from protocol.blocks import SampleBlock


class RunningTally:
    """Follows the contact that `ContactStage` reports.

    `tally` is what a hold would have if it ended now: while a let-go is not settled, it stands still at its
    first reading; the readings since then come back in when contact does.
    """

    def __init__(self) -> None:
        self.tally = Tally()
        self._whole = Tally()
        self._start: Start | None = None
        self._last: list[SampleBlock] = []

    def update(self, block: SampleBlock, state: ContactState) -> None:
        """Take the next readings, at least one, and the state after the last of them."""
        match state:
            case Away():
                self._start, self.tally = None, Tally()
            case Touching(start):
                self._extend(self._take(block, start), start)
                self.tally = self._whole
            case LettingGo(start, end):
                readings = self._take(block, start)
                until = int(np.searchsorted(readings.index, end.slot, "right"))
                if until:
                    self.tally = add(self._whole, readings[:until], start.settings)
                self._extend(readings, start)
            case _ as never:
                assert_never(never)

    def _take(self, block: SampleBlock, start: Start) -> SampleBlock:
        """The readings of this contact from the latest known one on."""
        if start == self._start:
            return joined([*self._last, block])
        readings = block[int(np.searchsorted(block.index, start.slot)) :]
        self._start, self._whole = start, begun(start, reading(readings, 0))
        return readings

    def _extend(self, readings: SampleBlock, start: Start) -> None:
        self._whole = add(self._whole, readings, start.settings)
        self._last = [readings[-1:]]
