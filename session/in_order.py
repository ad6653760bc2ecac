"""Readings that came in any order, back in the order in which they were taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

import numpy as np

from analysis.reading import joined
from protocol.blocks import SampleBlock, SampleFlag

Other = TypeVar("Other")


def is_late(block: SampleBlock) -> bool:
    """Whether it came after its time; all readings of one block did, or none."""
    return len(block) > 0 and bool(block.flags.item(0) & SampleFlag.LATE)


def in_order(pieces: Iterable[SampleBlock | Other]) -> Iterator[SampleBlock | Other]:
    """Sort readings by index; whatever else there is stays behind the newest reading that came before it.

    So what was done at a moment is done there whether readings of before were there already or came later.
    """
    blocks, others, newest = list[SampleBlock](), list[tuple[int, Other]](), -1
    for piece in pieces:
        if not isinstance(piece, SampleBlock):
            others.append((newest, piece))
        elif len(piece):
            blocks.append(piece)
            newest = max(newest, piece.index.item(-1))
    readings = _sorted(joined(blocks)) if blocks else None
    done = 0
    for behind, other in others:
        if readings is not None:
            stop = int(readings.index.searchsorted(behind, "right"))
            if stop > done:
                yield readings[done:stop]
            done = max(stop, done)
        yield other
    if readings is not None and done < len(readings):
        yield readings[done:]


def _sorted(readings: SampleBlock) -> SampleBlock:
    if (np.diff(readings.index) > 0).all():
        return readings
    order = np.argsort(readings.index, kind="stable")
    index, time_us = readings.index[order], readings.time_us[order]
    return SampleBlock(index, time_us, readings.force_q[order], readings.flags[order])
