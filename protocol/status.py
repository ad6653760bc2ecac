"""The Status characteristic (docs/protocol.md §5), both directions."""

from __future__ import annotations

import struct
from enum import IntEnum
from typing import Final, NamedTuple

from protocol.errors import FrameError

_STATUS: Final = struct.Struct("<IBBBBIII")


class ToolState(IntEnum):
    """What the tool is doing."""

    IDLE = 0
    STREAMING = 1
    UPDATING = 2
    FAULT = 3


class Status(NamedTuple):
    """The tool at one moment; `state` may be a number that this version does not know."""

    boot_id: int
    state: int
    stream: int
    tip: int
    flags: int
    oldest: int
    newest: int
    rate_mhz: int

    @classmethod
    def from_bytes(cls, data: bytes) -> Status:
        """Read the characteristic; raises `FrameError` when it is cut short."""
        if len(data) < _STATUS.size:
            raise FrameError(f"a status has {_STATUS.size} bytes, not {len(data)}")
        return cls(*_STATUS.unpack_from(data))

    def __bytes__(self) -> bytes:
        return _STATUS.pack(*self)
