"""RESEND: late frames of what the ring still holds (docs/protocol.md §8.9)."""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from protocol.control import ResendDone, Result
from protocol.frames import ToolFlag
from simulator.clock import wrapped
from simulator.ring import Slot
from simulator.sampler import Sampler, late_size

QUEUED: Final = 2
"""Late frames that wait for the radio at most (docs/protocol.md §8.9)."""
ROUNDED_US: Final = 2
"""Stamps are whole microseconds."""
_HALF: Final = 1 << 31


def held(sampler: Sampler, first: int, count: int) -> range:
    """What is held of `count` slots from the u32 `first` on, by counters that are not wrapped; maybe nothing."""
    if not sampler.ring:
        return range(0)
    oldest, newest = sampler.ring[0].counter, sampler.ring[-1].counter
    start = newest + (first - newest + _HALF) % (2 * _HALF) - _HALF
    return range(max(start, oldest), min(start + count, newest + 1))


class Resend:
    """One RESEND under way: sends oldest first and leaves out what is overwritten meanwhile."""

    def __init__(self, echo: int, sampler: Sampler, slots: range) -> None:
        self.result: Result | None = None
        """How it ended."""
        self._echo = echo
        self._sampler = sampler
        self._next, self._stop = slots.start, slots.stop
        self._sent = 0

    def is_of(self, echo: int) -> bool:
        """Whether this is the one with this echo id, and runs."""
        return self._echo == echo and self.result is None

    def cancel(self) -> None:
        """End before all is sent."""
        self.result = Result.CANCELLED

    def frame(self, mtu: int, flags: ToolFlag) -> bytes | None:
        """The next late frame; None where nothing is left, or nothing of it any more."""
        ring = self._sampler.ring
        oldest = ring[0].counter
        start = max(self._next, oldest)
        if start >= self._stop:
            self.result = Result.OK
            return None
        stop = min(start + late_size(self._sampler.rate_hz, mtu), self._stop)
        slots = _even(ring[start - oldest : stop - oldest], self._sampler.rate_hz)
        self._next = slots[-1].counter + 1
        if self._next == self._stop:
            self.result = Result.OK
        self._sent += len(slots)
        return self._sampler.frame_of(slots, flags, late=True)

    def done(self, present: Sampler | None) -> ResendDone:
        """The indication of the end; `present` is the sampler of now."""
        oldest = wrapped(present.ring[0].counter) if present and present.ring else 0
        return ResendDone(self._echo, self.result or Result.OK, self._sent, oldest)


def _even(slots: list[Slot], rate_hz: int) -> list[Slot]:
    """The slots up to the first jump of the clock: a frame says one span for all."""
    first = slots[0]

    def in_step(slot: Slot) -> bool:
        late_us = slot.clock_us - first.clock_us - (slot.counter - first.counter) * 1e6 / rate_hz
        return abs(late_us) <= ROUNDED_US

    return list(takewhile(in_step, slots))
