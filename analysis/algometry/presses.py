"""Single presses of a stream: live, one block after the other."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from analysis.algometry.pace import WINDOW_US
from analysis.reading import joined
from analysis.settings import grid
from analysis.signal import trusted
from analysis.window import between
from protocol.blocks import SampleBlock

SHORTEST_US = 500_000
"""A shorter touch is no press, as it is no hold."""
LONGEST_US = 120_000_000
"""Readings of a press beyond it are not kept, so that memory stays bounded. *Assumed*: a ramp at 30 kPa/s meets
800 kPa after 27 s."""


@dataclass(slots=True)
class OpenPress:
    """The press that is on."""

    start_us: int
    peak_q: int
    recent: SampleBlock
    """The last half second of it."""
    tape: list[SampleBlock] = field(default_factory=list)

    @property
    def readings(self) -> SampleBlock:
        """What is kept of it."""
        return joined(self.tape)


class Presses:
    """Finds presses. One begins with a reading ≥ `on_n` and ends with the first < `off_n`.

    Nothing is merged: who lifts the tip begins anew. Missing readings end no press. How the stream was cut does not
    matter, and memory does not grow.
    """

    def __init__(self, on_n: float, off_n: float) -> None:
        self.newest: SampleBlock | None = None
        """The newest reading that the tool itself trusts."""
        self.open: OpenPress | None = None
        self._on_q, self._off_q = grid(on_n), grid(off_n)

    def update(self, block: SampleBlock) -> tuple[SampleBlock, ...]:
        """Take the next readings; return the presses that end in them.

        Each as its readings, from the first ≥ `on_n` to the first < `off_n`, as far as they are kept.
        """
        left, ended = trusted(block), list[SampleBlock]()
        while len(left):
            self.newest = left[-1:]
            left = self._wait(left) if self.open is None else self._follow(self.open, left, ended)
        return tuple(ended)

    def _wait(self, readings: SampleBlock) -> SampleBlock:
        """What is left from the reading on that begins a press."""
        begins = np.flatnonzero(readings.force_q >= self._on_q)
        if not len(begins):
            return readings[:0]
        left = readings[int(begins[0]) :]
        self.open = OpenPress(int(left.time_us[0]), int(left.force_q[0]), left[:0])
        return left

    def _follow(self, press: OpenPress, readings: SampleBlock, ended: list[SampleBlock]) -> SampleBlock:
        """Take what belongs to the press; what is left after its end."""
        ends = np.flatnonzero(readings.force_q < self._off_q)
        stop = int(ends[0]) + 1 if len(ends) else len(readings)
        taken = readings[:stop]
        newest_us = int(taken.time_us[-1])
        press.peak_q = max(press.peak_q, int(taken.force_q.max()))
        press.recent = between(joined([press.recent, taken]), newest_us - WINDOW_US, newest_us)
        press.tape.append(between(taken, press.start_us, press.start_us + LONGEST_US))
        if len(ends):
            self.open = None
            if newest_us - press.start_us >= SHORTEST_US:
                ended.append(press.readings)
        return readings[stop:]
