"""Readings made ready to be measured: stuck ones marked, the zero taken off."""

from __future__ import annotations

import copy

from protocol.blocks import SampleBlock
from session.stuck import StuckWatch
from session.zero import Zeroing


class Conditioning:
    """Takes the readings of one stream in the order of their index."""

    def __init__(self, zeroing: Zeroing) -> None:
        self.noisy = False
        """Whether equal readings in a row mean a stuck sensor."""
        self._zeroing = zeroing
        self._stuck = StuckWatch()

    def update(self, block: SampleBlock) -> SampleBlock:
        """The next readings, marked and tared."""
        return self.tared(self._stuck.update(block) if self.noisy else block)

    def tared(self, block: SampleBlock) -> SampleBlock:
        """Readings from anywhere, tared; without their neighbours nobody knows whether they were stuck."""
        return self._zeroing.update(block)

    def fork(self) -> Conditioning:
        """Another one that goes on from here by itself, with the same zeros."""
        other = copy.copy(self)
        other._stuck = copy.copy(self._stuck)
        return other
