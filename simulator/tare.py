"""TARE: half a second of readings, and whether they make a zero (docs/protocol.md §8.5)."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from protocol.blocks import GRID_PER_N
from protocol.control import Request, Result
from protocol.counts import calibrate
from protocol.layout import ChannelLayout
from simulator.answers import Outcome
from simulator.clock import wrapped
from simulator.sampler import Sampler

TARE_S: Final = 0.5
MAX_NOISE_N: Final = 0.1
"""Both as docs/protocol.md §8 says."""
LOADED_N: Final = 2.0
LOADED_SHARE: Final = 0.02
"""Of full scale; the larger of both limits holds (docs/protocol.md §8)."""


class Tare(NamedTuple):
    """A TARE that is being measured."""

    request: Request
    due_s: float
    first_counter: int

    def outcome(self, sampler: Sampler | None, channel: ChannelLayout) -> Outcome:
        """The answer, once `due_s` is reached."""
        ring = sampler.ring if sampler else ()
        readings = (slot.reading for slot in ring if slot.counter >= self.first_counter)
        counts = [count for count in readings if count != channel.width.no_reading]
        if sampler is None or len(counts) < sampler.rate_hz * TARE_S / 2:  # it has only just begun to sample
            return (Result.WRONG_STATE,)
        return _judged(np.array(counts, np.int32), channel, sampler)


def _judged(counts: NDArray[np.int32], channel: ChannelLayout, sampler: Sampler) -> Outcome:
    """Mean and limits count from the factory's zero."""
    if counts.min() == channel.width.saturated_low or counts.max() == channel.width.saturated_high:
        return (Result.SATURATED,)
    force_n = calibrate(counts, channel)
    mean_n, noise_n = float(force_n.mean()), float(force_n.std())
    values = (round(mean_n * GRID_PER_N), round(noise_n * GRID_PER_N))
    if abs(mean_n) > max(LOADED_N, LOADED_SHARE * channel.full_scale):
        return (Result.LOADED, *values)
    if noise_n > MAX_NOISE_N:
        return (Result.UNSTEADY, *values)
    return (Result.OK, *values, sampler.number, wrapped(sampler.next_counter))
