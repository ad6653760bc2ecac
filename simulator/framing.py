"""Many sample frames at once: the bytes of `SampleFrame.to_bytes`, an array of frames at a time."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from protocol.frames import FrameType, ToolFlag, Width

_WRAP = 1 << 32
_WIDTH = Width.I24.value


def live_frames(
    stream: int, flags: ToolFlag, first_counter: int, clocks_us: NDArray[np.int64], readings: NDArray[np.int32]
) -> list[bytes]:
    """Live frames of 24-bit counts: a row of `clocks_us` and `readings` for each, a column for each slot."""
    frames, size = readings.shape
    layout = [("type", "u1"), ("stream", "u1"), ("flags", "u1"), ("n", "u1"), ("counter", "<u4"), ("clock", "<u4")]
    packed = np.zeros(frames, np.dtype([*layout, ("span", "<u2"), ("raw", "u1", (size, _WIDTH))]))
    packed["type"], packed["stream"], packed["flags"], packed["n"] = FrameType.SAMPLES, stream, flags, size
    packed["counter"] = (first_counter + np.arange(frames, dtype=np.int64) * size) % _WRAP
    packed["clock"] = clocks_us[:, 0] % _WRAP
    packed["span"] = clocks_us[:, -1] - clocks_us[:, 0]
    packed["raw"] = readings.astype("<i4").view(np.uint8).reshape(frames, size, 4)[:, :, :_WIDTH]
    whole, length = packed.tobytes(), packed.dtype.itemsize
    return [whole[start : start + length] for start in range(0, len(whole), length)]
