"""Single readings and unbroken runs of a block."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from protocol.blocks import SampleBlock


class Reading(NamedTuple):
    """One reading as plain integers."""

    slot: int
    """The block's `index`."""
    time_us: int
    force_q: int


def reading(block: SampleBlock, position: int) -> Reading:
    """The reading at `position`; negative positions count from the end."""
    return Reading(int(block.index[position]), int(block.time_us[position]), int(block.force_q[position]))


def unbroken(block: SampleBlock) -> Iterator[SampleBlock]:
    """Yield the runs of `block` in which no reading is missing."""
    breaks = np.flatnonzero(np.diff(block.index) != 1) + 1
    for start, stop in pairwise((0, *breaks.tolist(), len(block))):
        if start < stop:
            yield block[start:stop]


def joined(blocks: list[SampleBlock]) -> SampleBlock:
    """Several blocks, at least one, as one."""
    return SampleBlock(
        np.concatenate([block.index for block in blocks]),
        np.concatenate([block.time_us for block in blocks]),
        np.concatenate([block.force_q for block in blocks]),
        np.concatenate([block.flags for block in blocks]),
    )
