"""Counts of a converter to readings in physical units."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from protocol.blocks import GRID_PER_N, SampleBlock, SampleFlag
from protocol.frames import ToolFlag, Width
from protocol.layout import ChannelLayout


def calibrate(counts: NDArray[np.int32], channel: ChannelLayout) -> NDArray[np.float64]:
    """Physical values of raw counts: c0 + x (c1 + x (c2 + x c3)), in f64 and in this order."""
    c0, c1, c2, c3 = channel.coefficients
    x = counts.astype(np.float64)
    return c0 + x * (c1 + x * (c2 + x * c3))


def block_of(
    index: NDArray[np.int64], time_us: NDArray[np.int64], counts: NDArray[np.int32], force: ChannelLayout, marks: int
) -> tuple[SampleBlock, NDArray[np.bool_]]:
    """All slots as readings, and which have one: a slot without is a missing sample, not a value."""
    block = SampleBlock(index, time_us, _force_q(counts, force), _sample_flags(counts, force.width, marks))
    return block, counts != force.width.no_reading


@cache  # one byte: 256 at most
def marks_of(tool_flags: int) -> int:
    """What the tool's state means for every sample of a frame."""
    overload = SampleFlag.OVERLOAD if tool_flags & ToolFlag.OVERLOAD else 0
    fault = SampleFlag.SENSOR_FAULT if tool_flags & ToolFlag.SENSOR_FAULT else 0
    return int(overload | fault)


def _force_q(counts: NDArray[np.int32], channel: ChannelLayout) -> NDArray[np.int32]:
    return np.rint(calibrate(counts, channel) * GRID_PER_N).astype(np.int32)


def _sample_flags(counts: NDArray[np.int32], width: Width, marks: int) -> NDArray[np.uint8]:
    flags = np.zeros(len(counts), np.uint8)
    flags[counts == width.saturated_high] = SampleFlag.SATURATED_HIGH
    flags[counts == width.saturated_low] = SampleFlag.SATURATED_LOW
    return flags | np.uint8(marks) if marks else flags
