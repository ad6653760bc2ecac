"""One stream of the simulated tool: slots, counts, frames."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from protocol.frames import HEADER_LENGTH, SampleFrame, ToolFlag, Width
from simulator.clock import wrapped
from simulator.framing import live_frames
from simulator.ring import Ring, Slot

FRAME_S: Final = 0.04
"""A frame gathers at most this long; the profile allows 0.05 s."""
FRAMES_PER_S: Final = 50
"""More frames a second than this a link of 15–30 ms interval does not carry surely."""
ATT_HEADER: Final = 3
"""Bytes of a notification before its value."""
LATE_SPAN_S: Final = 0.05
"""The longest frame that the profile allows: a resend shall catch up with what is live."""
RING: Final = 12_000
"""Samples kept: two minutes at 100 Hz."""


def samples_per_frame(rate_hz: int, mtu: int) -> int:
    """How many samples go into a frame; 0 when the link is too narrow for the rate."""
    fit = _fit(mtu)
    return 0 if fit * FRAMES_PER_S < rate_hz else max(1, min(int(rate_hz * FRAME_S), fit))


def late_size(rate_hz: int, mtu: int) -> int:
    """How many samples go into a late frame, whether the link carries the rate or not."""
    return min(_fit(mtu), int(rate_hz * LATE_SPAN_S) + 1)


def _fit(mtu: int) -> int:
    return min((mtu - ATT_HEADER - HEADER_LENGTH) // Width.I24, 255)


def highest_rate_hz(rates_hz: tuple[int, ...], mtu: int) -> int:
    """The highest of these rates that the link carries, 0 when none."""
    return max((rate for rate in rates_hz if samples_per_frame(rate, mtu)), default=0)


class Sampler:
    """Counts slots from `first_counter` on the tool's clock and keeps the newest."""

    def __init__(self, number: int, rate_hz: int, start_us: int, first_counter: int = 0) -> None:
        self.number = number
        self.rate_hz = rate_hz
        self.next_counter = first_counter
        self.ring = Ring(RING, first_counter)
        self._first_counter = first_counter
        self._start_us = start_us
        self._unsent = 0

    def clock_us(self, counter: int) -> int:
        """The tool's clock, not wrapped, at a slot."""
        return self._start_us + (counter - self._first_counter) * 1_000_000 // self.rate_hz

    def clocks_us(self, count: int) -> NDArray[np.int64]:
        """The tool's clock at the next `count` slots."""
        passed = np.arange(count, dtype=np.int64) + (self.next_counter - self._first_counter)
        return self._start_us + passed * 1_000_000 // self.rate_hz

    def keep(self, count: int) -> None:
        """Take the count of the next slot."""
        self.ring.add(self.clock_us(self.next_counter), count)
        self._unsent += 1
        self.next_counter += 1

    def keep_many(self, counts: NDArray[np.int32]) -> None:
        """Take the counts of the next slots."""
        self.ring.extend(self.clocks_us(len(counts)), counts)
        self._unsent += len(counts)
        self.next_counter += len(counts)

    def frame(self, size: int, flags: ToolFlag) -> bytes | None:
        """The frame of the oldest `size` slots not sent yet, None while there are fewer."""
        if self._unsent < size:
            return None
        start = len(self.ring) - self._unsent
        self._unsent -= size
        return self.frame_of(self.ring[start : start + size], flags, late=False)

    def frames(self, size: int, flags: ToolFlag) -> list[bytes]:
        """All frames that `frame` would give, one after the other."""
        clocks_us, readings = self.ring.newest(self._unsent)
        frames, first = self._unsent // size, self.next_counter - self._unsent
        self._unsent -= frames * size
        rows = (frames, size)
        return live_frames(
            self.number, flags, first, clocks_us[: frames * size].reshape(rows), readings[: frames * size].reshape(rows)
        )

    def cut(self, flags: ToolFlag) -> bytes | None:
        """The frame of all slots not sent yet, None without any."""
        return self.frame(self._unsent, flags) if self._unsent else None

    def shift(self, by_us: int) -> None:
        """The clock has jumped: the next slots are stamped so much later."""
        self._start_us += by_us

    def frame_of(self, slots: list[Slot], flags: ToolFlag, *, late: bool) -> bytes:
        """The frame of consecutive slots."""
        first, last = slots[0], slots[-1]
        frame = SampleFrame(
            late=late,
            stream=self.number,
            flags=flags,
            counter=wrapped(first.counter),
            clock_us=wrapped(first.clock_us),
            span_us=last.clock_us - first.clock_us,
            counts=np.array([[slot.reading] for slot in slots], np.int32),
        )
        return frame.to_bytes((Width.I24,))

    def missing(self, size: int) -> int:
        """How many slots are still missing until `frame` gives one."""
        return max(size - self._unsent, 1)

    def forget_unsent(self) -> None:
        """What nobody listened to stays in the ring only."""
        self._unsent = 0
