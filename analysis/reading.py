"""Single readings and unbroken runs of a block."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from protocol.blocks import SATURATED, SampleBlock


class Reading(NamedTuple):
    """One reading as plain integers."""

    slot: int
    """The block's `index`."""
    time_us: int
    force_q: int
    saturated: bool = False
    """The true force lay beyond."""


def reading(block: SampleBlock, position: int) -> Reading:
    """The reading at `position`; negative positions count from the end."""
    return Reading(
        block.index.item(position),
        block.time_us.item(position),
        block.force_q.item(position),
        block.flags.item(position) & SATURATED != 0,
    )


def flagged(block: SampleBlock) -> bool:
    """Whether any reading has a flag."""
    return bool(np.count_nonzero(block.flags))


def contiguous(block: SampleBlock) -> bool:
    """Whether no reading is missing between the first and the last; at least one must be there."""
    index = block.index
    return index.item(-1) - index.item(0) == index.size - 1


def position_of(block: SampleBlock, slot: int) -> int:
    """The position of the first reading at `slot` or later; of at least one reading."""
    if contiguous(block):
        return min(max(slot - block.index.item(0), 0), len(block))
    return int(np.searchsorted(block.index, slot))


def unbroken(block: SampleBlock) -> Iterator[SampleBlock]:
    """Yield the runs of `block`, at least one reading, in which no reading is missing."""
    if contiguous(block):
        yield block
        return
    breaks = np.flatnonzero(np.diff(block.index) != 1) + 1
    for start, stop in pairwise((0, *breaks.tolist(), len(block))):
        yield block[start:stop]


def joined(blocks: list[SampleBlock]) -> SampleBlock:
    """Several blocks, at least one, as one."""
    if len(blocks) == 1:
        return blocks[0]
    return SampleBlock(
        np.concatenate([block.index for block in blocks]),
        np.concatenate([block.time_us for block in blocks]),
        np.concatenate([block.force_q for block in blocks]),
        np.concatenate([block.flags for block in blocks]),
    )
