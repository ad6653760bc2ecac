"""Frames of the Samples characteristic (docs/protocol.md §6), both directions."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import IntEnum, IntFlag
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from protocol.errors import FrameError

UNMEASURED: Final = -32768
"""A slow value that the tool does not measure."""

_SAMPLES: Final = struct.Struct("<BBBBIIH")
_SYNC: Final = struct.Struct("<BBBBII")
_SLOW: Final = struct.Struct("<BBBBIhhh")

HEADER_LENGTH: Final = _SAMPLES.size
"""Bytes of a sample frame before its samples."""


class FrameType(IntEnum):
    """First byte of a frame."""

    SAMPLES = 1
    LATE = 2
    SYNC = 3
    SLOW = 4


class ToolFlag(IntFlag):
    """State of the tool, in every frame and in Status."""

    OVERLOAD = 1
    SENSOR_FAULT = 2
    LOW_BATTERY = 4
    VIBRATING = 8
    STOP_LATCHED = 16


class Width(IntEnum):
    """Bytes of a count, and with it the reserved counts."""

    I16 = 2
    I24 = 3

    @property
    def no_reading(self) -> int:
        """The count of a slot without a value."""
        return -1 << (8 * self - 1)

    @property
    def saturated_low(self) -> int:
        """The count of a value below the range."""
        return self.no_reading + 1

    @property
    def saturated_high(self) -> int:
        """The count of a value above the range."""
        return -self.no_reading - 1


Columns = tuple[Width, ...]
"""Widths of the channels, in the order of the layout."""


@dataclass(frozen=True, slots=True, eq=False)
class SampleFrame:
    """A run of consecutive slots: `counts` has a row for each slot and a column for each channel."""

    late: bool
    stream: int
    flags: int
    counter: int
    clock_us: int
    span_us: int
    counts: NDArray[np.int32]

    def clocks_us(self) -> NDArray[np.int64]:
        """Tool clock of each sample, not wrapped: clock + ⌊span · i / (n − 1)⌋."""
        n = len(self.counts)
        return self.clock_us + np.arange(n, dtype=np.int64) * self.span_us // max(n - 1, 1)

    @classmethod
    def from_bytes(cls, data: bytes, columns: Columns) -> SampleFrame:
        """Read a live or late frame; raises `FrameError` when its samples are cut short."""
        if len(data) < _SAMPLES.size:
            raise FrameError(f"a sample frame has at least {_SAMPLES.size} bytes, not {len(data)}")
        kind, stream, flags, n, counter, clock_us, span_us = _SAMPLES.unpack_from(data)
        row = sum(columns)
        if n == 0 or len(data) < _SAMPLES.size + n * row:
            raise FrameError(f"{n} samples of {row} bytes do not fit a frame of {len(data)} bytes")
        raw = np.frombuffer(data, np.uint8, n * row, _SAMPLES.size).reshape(n, row)
        return cls(kind == FrameType.LATE, stream, flags, counter, clock_us, span_us, _counts(raw, columns))

    def to_bytes(self, columns: Columns) -> bytes:
        """Write the frame; raises `FrameError` when a field does not fit."""
        kind = FrameType.LATE if self.late else FrameType.SAMPLES
        n = len(self.counts)
        try:
            head = _SAMPLES.pack(kind, self.stream, self.flags, n, self.counter, self.clock_us, self.span_us)
        except struct.error as error:
            raise FrameError(f"a field of the sample frame does not fit: {error}") from error
        raw = [_raw(self.counts[:, i], width) for i, width in enumerate(columns)]
        return head + np.hstack(raw).tobytes()


class SyncFrame(NamedTuple):
    """When, on the tool's clock, the radio carried the frame that began with `counter`."""

    stream: int
    flags: int
    counter: int
    radio_us: int

    @classmethod
    def from_bytes(cls, data: bytes) -> SyncFrame:
        """Read the frame; raises `FrameError` when it is cut short."""
        if len(data) < _SYNC.size:
            raise FrameError(f"a sync frame has {_SYNC.size} bytes, not {len(data)}")
        _, stream, flags, _, counter, radio_us = _SYNC.unpack_from(data)
        return cls(stream, flags, counter, radio_us)

    def __bytes__(self) -> bytes:
        return _SYNC.pack(FrameType.SYNC, self.stream, self.flags, 0, self.counter, self.radio_us)


class SlowFrame(NamedTuple):
    """Temperature in 0.01 °C and tilt in 0.01°; None where the tool does not measure it."""

    stream: int
    flags: int
    clock_us: int
    temperature: int | None
    tilt_x: int | None
    tilt_y: int | None

    @classmethod
    def from_bytes(cls, data: bytes) -> SlowFrame:
        """Read the frame; raises `FrameError` when it is cut short."""
        if len(data) < _SLOW.size:
            raise FrameError(f"a slow frame has {_SLOW.size} bytes, not {len(data)}")
        _, stream, flags, _, clock_us, *values = _SLOW.unpack_from(data)
        return cls(stream, flags, clock_us, *(None if v == UNMEASURED else v for v in values))

    def __bytes__(self) -> bytes:
        values = (UNMEASURED if v is None else v for v in (self.temperature, self.tilt_x, self.tilt_y))
        return _SLOW.pack(FrameType.SLOW, self.stream, self.flags, 0, self.clock_us, *values)


class UnknownFrame(NamedTuple):
    """A frame of a later minor version: counted, otherwise ignored."""

    type: int


Frame = SampleFrame | SyncFrame | SlowFrame | UnknownFrame


def read_frame(data: bytes, columns: Columns) -> Frame:
    """Read one notification of the Samples characteristic; raises `FrameError`."""
    if not data:
        raise FrameError("an empty notification")
    match data[0]:
        case FrameType.SAMPLES | FrameType.LATE:
            return SampleFrame.from_bytes(data, columns)
        case FrameType.SYNC:
            return SyncFrame.from_bytes(data)
        case FrameType.SLOW:
            return SlowFrame.from_bytes(data)
        case unknown:
            return UnknownFrame(unknown)


def _counts(raw: NDArray[np.uint8], columns: Columns) -> NDArray[np.int32]:
    counts = np.empty((len(raw), len(columns)), np.int32)
    start = 0
    for i, width in enumerate(columns):
        counts[:, i] = _signed(raw[:, start : start + width])
        start += width
    return counts


def _signed(field: NDArray[np.uint8]) -> NDArray[np.int32]:
    """Little-endian two's complement of 2 or 3 bytes: shifted to the top of an int32 and back."""
    width = field.shape[1]
    wide = np.zeros((len(field), 4), np.uint8)
    wide[:, 4 - width :] = field
    signed: NDArray[np.int32] = wide.view("<i4")[:, 0] >> 8 * (4 - width)
    return signed


def _raw(counts: NDArray[np.int32], width: Width) -> NDArray[np.uint8]:
    if len(counts) and not (width.no_reading <= counts.min() and counts.max() <= width.saturated_high):
        raise FrameError(f"a count does not fit {width.value} bytes")
    return counts.astype("<i4").view(np.uint8).reshape(-1, 4)[:, : width.value]
