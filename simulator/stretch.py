"""Stretches of slots that are sampled alike, because nothing else happens meanwhile: many go at once."""

from __future__ import annotations

import math
from typing import Final, NamedTuple

import numpy as np

from simulator.clock import ToolClock
from simulator.sampler import Sampler
from simulator.stable import Floats

AT_ONCE: Final = 8192
"""Slots that are sampled at once at most: their arrays fit a processor's cache, and the ring."""
FEW: Final = 32
"""Fewer slots than this are quicker one by one."""


class Bounds(NamedTuple):
    """What ends a stretch; the first two in true time, `quiet_s` and `over_s` since the first sample."""

    first_s: float
    """True time of the first sample."""
    end_s: float
    """The last slot is not later."""
    same_s: float
    """From then on frames say something else, or the tool has something to answer."""
    quiet_s: float
    """Then something happens."""
    over_s: float
    """The first slot that is not earlier is the last one."""


def slots_s(sampler: Sampler, clock: ToolClock, bounds: Bounds) -> Floats:
    """True times of the next slots within these bounds; none where they are only a few."""
    first_s, end_s, same_s, quiet_s, over_s = bounds
    span_s = min(end_s, same_s, first_s + quiet_s) - clock.s(sampler.clock_us(sampler.next_counter))
    if span_s * sampler.rate_hz < FEW:
        return np.zeros(0)
    count = min(math.ceil(span_s * sampler.rate_hz) + 1, AT_ONCE)
    at_s = clock.s(sampler.clocks_us(count).astype(np.float64))
    world_s = at_s - first_s
    within = (at_s <= end_s) & (at_s < same_s) & (world_s >= 0) & (world_s < quiet_s)
    return at_s[: min(int(within.sum()), int((world_s < over_s).sum()) + 1)]
