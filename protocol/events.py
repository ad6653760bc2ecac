"""Events of the tool (docs/protocol.md §7), both directions."""

from __future__ import annotations

import struct
from enum import IntEnum
from typing import Final, NamedTuple

from protocol.errors import FrameError

_HEAD: Final = struct.Struct("<BHBII")
_NO_DATA: Final = struct.Struct("<")

MAX_DATA: Final = 8
"""Head and data fit a notification at the smallest MTU."""


class EventType(IntEnum):
    """What happened."""

    BUTTON = 1
    BATTERY = 2
    OVERLOAD = 3
    TEMPERATURE = 4
    TIP = 5
    STOP = 6


class Button(IntEnum):
    """Who pressed; also who latched a stop."""

    TOOL = 0
    PATIENT = 1
    COMMAND = 2


class BatteryLevel(IntEnum):
    """What a battery event crossed into."""

    NORMAL = 0
    LOW = 1
    CRITICAL = 2


DATA: Final = {
    EventType.BUTTON: struct.Struct("<BB"),
    EventType.BATTERY: struct.Struct("<BB"),
    EventType.OVERLOAD: struct.Struct("<B"),
    EventType.TEMPERATURE: struct.Struct("<hB"),
    EventType.TIP: struct.Struct("<BB"),
    EventType.STOP: struct.Struct("<BB"),
}
"""Data of an event, after its head."""


class ToolEvent(NamedTuple):
    """One event; `values` as `DATA` lists them, empty for a type that this version does not know."""

    type: int
    number: int
    stream: int
    counter: int
    clock_us: int
    values: tuple[int, ...] = ()

    @classmethod
    def from_bytes(cls, data: bytes) -> ToolEvent:
        """Read one notification; raises `FrameError` when it is cut short."""
        if len(data) < _HEAD.size:
            raise FrameError(f"an event has at least {_HEAD.size} bytes, not {len(data)}")
        kind, number, stream, counter, clock_us = _HEAD.unpack_from(data)
        layout = DATA.get(kind, _NO_DATA)
        if len(data) < _HEAD.size + layout.size:
            raise FrameError(f"the data of a {EventType(kind).name} event are cut short")
        return cls(kind, number, stream, counter, clock_us, layout.unpack_from(data, _HEAD.size))

    def __bytes__(self) -> bytes:
        head = _HEAD.pack(self.type, self.number, self.stream, self.counter, self.clock_us)
        return head + DATA[EventType(self.type)].pack(*self.values)
