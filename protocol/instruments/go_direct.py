"""Messages of Vernier Go Direct sensors, both directions.

Written from what the maker's programs `godirect` 1.2.1 (Python) and godirect-js do; checked against bytes that they
make and read, not against hardware. Little endian. `protocol.instruments.go_direct_talk` has the conversation.
"""

from __future__ import annotations

import struct
from enum import IntEnum
from typing import Any, Final, NamedTuple

from protocol.errors import FrameError

NAME: Final = "GDX-"
"""What the advertised name begins with; the order code and the serial number follow."""

SERVICE: Final = "d91714ef-28b9-4f91-ba16-f0d9a604f112"
COMMAND: Final = "f4bf14a6-c7d5-4b6d-8aa8-df1a7c83adcb"
RESPONSE: Final = "b41e6675-a329-40e0-aa01-44d2f444babe"

LONGEST_WRITE: Final = 20
"""Bytes; longer messages are cut."""

HEADER: Final = 0x58
"""First byte of a command and of an answer."""
MEASUREMENT: Final = 0x20
"""First byte of everything that is not an answer."""

FIRST_COUNTER: Final = 0xFE
"""Of INIT; each command after it has one less, modulo 256."""

INIT_BODY: Final = bytes.fromhex("a54a 0649 0748 0847 0946 0a45 0b44 0c43 0d42 0e41")

_HEAD: Final = struct.Struct("<BBBBB")
_ANSWER_HEAD: Final = 6
_PERIOD: Final = struct.Struct("<HI4x")
_START: Final = struct.Struct("<BBI8x")
_SENSOR: Final = struct.Struct("<bBIBB60s32sdddIQIII")
_MASK: Final = struct.Struct("<I")
_STATUS: Final = struct.Struct("<10xB")


class Id(IntEnum):
    """Commands."""

    STATUS = 0x10
    START = 0x18
    STOP = 0x19
    INIT = 0x1A
    PERIOD = 0x1B
    SENSOR = 0x50
    AVAILABLE = 0x51
    DISCONNECT = 0x54


class Kind(IntEnum):
    """What a message that begins with MEASUREMENT holds."""

    NORMAL = 0x06
    WIDE = 0x07
    SINGLE_FLOAT = 0x08
    SINGLE_INT = 0x09
    DROPPED = 0x0D


class Message(NamedTuple):
    """A command, or the answer to it, whose body begins after the command's id (an answer: and its counter)."""

    id: int
    counter: int
    body: bytes = b""

    @classmethod
    def from_bytes(cls, data: bytes) -> Message:
        """Read a command; raises `FrameError` where it is none or its check sum is wrong."""
        _check_length(data, _HEAD.size)
        head, length, counter, checksum, number = _HEAD.unpack_from(data)
        if head != HEADER or checksum != (sum(data[:length]) - checksum) & 0xFF:
            raise FrameError("not a command: its first byte or its check sum is wrong")
        return cls(number, counter, data[_HEAD.size : length])

    def __bytes__(self) -> bytes:
        length = _HEAD.size + len(self.body)
        checksum = (HEADER + length + self.counter + self.id + sum(self.body)) & 0xFF
        return _HEAD.pack(HEADER, length, self.counter, checksum, self.id) + self.body

    @classmethod
    def answer_from_bytes(cls, data: bytes) -> Message:
        """Read an answer, whose check sum the maker's programs do not look at either; raises `FrameError`."""
        _check_length(data, _ANSWER_HEAD)
        return cls(data[4], data[5], data[_ANSWER_HEAD : data[1]])

    def answer(self, body: bytes = b"") -> bytes:
        """Answer this command."""
        return bytes((HEADER, _ANSWER_HEAD + len(body), 0, 0, self.id, self.counter)) + body


def period_body(period_us: int) -> bytes:
    """Parameters of PERIOD."""
    return _PERIOD.pack(0x00FF, period_us)


def period_of(body: bytes) -> int:
    """Period in µs of the parameters of PERIOD; raises `FrameError`."""
    return int(_unpacked(_PERIOD, body, "a period")[1])


def start_body(mask: int) -> bytes:
    """Parameters of START: one bit for each channel."""
    return _START.pack(0xFF, 0x01, mask)


STOP_BODY: Final = bytes.fromhex("ff00 ffff ffff")


def mask_of(body: bytes) -> int:
    """The channels in the answer to AVAILABLE, a bit for each; raises `FrameError`."""
    return int(_unpacked(_MASK, body, "a mask of channels")[0])


def charge_of(body: bytes) -> int:
    """Percent in the answer to STATUS; raises `FrameError`."""
    return int(_unpacked(_STATUS, body, "a status")[0])


class Sensor(NamedTuple):
    """One channel, in the answer to SENSOR."""

    channel: int
    id: int
    """0 for a channel that is not there."""
    description: str
    unit: str
    least: float
    most: float
    """Of the range, in the unit."""
    least_period_us: int
    typical_period_us: int
    granularity_us: int

    @classmethod
    def from_bytes(cls, body: bytes) -> Sensor:
        """Read the body of the answer; raises `FrameError` when it is cut short."""
        fields = _unpacked(_SENSOR, body, "a sensor")
        channel, _, number, _, _, description, unit, _, least, most, shortest, _, typical, granularity, _ = fields
        return cls(channel, number, _text(description), _text(unit), least, most, shortest, typical, granularity)

    def __bytes__(self) -> bytes:
        texts = self.description.encode(), self.unit.encode()
        periods = self.least_period_us, 1 << 32, self.typical_period_us, self.granularity_us
        try:
            return _SENSOR.pack(self.channel, 0, self.id, 0, 0, *texts, 0.0, self.least, self.most, *periods, 0)
        except struct.error as error:
            raise FrameError(f"a field of the sensor does not fit: {error}") from error


class Measurement(NamedTuple):
    """Values of one message, oldest first: for each reading one of every channel in `mask`, ascending."""

    mask: int
    values: tuple[float, ...]

    @classmethod
    def from_bytes(cls, data: bytes) -> Measurement | None:
        """Read a message; None for a kind without values at a known period. Raises `FrameError` for one cut short."""
        _check_length(data, _HEAD.size)
        kind = data[4]
        if kind not in set(_KINDS):
            return None
        head, form, single = _KINDS[Kind(kind)]
        channels, count = _unpacked(head, data, "a measurement")
        if single and channels >= CHANNELS:
            raise FrameError(f"channel {channels} of {CHANNELS}")
        mask = 1 << channels if single else channels
        values = struct.Struct(f"<{count * mask.bit_count()}{form}")
        return cls(mask, _unpacked(values, data[head.size :], f"{count} readings"))

    def __bytes__(self) -> bytes:
        body = struct.pack(f"<{len(self.values)}f", *self.values)
        head, _, _ = _KINDS[Kind.NORMAL]
        count = len(self.values) // self.mask.bit_count()
        length = head.size + len(body)
        if length > LONGEST_MESSAGE or self.mask > NARROW_MASK:
            raise FrameError(f"{len(self.values)} values of channels {self.mask:#x} do not fit one message")
        start = bytearray(head.pack(self.mask, count))
        start[:5] = MEASUREMENT, length, 0, 0, Kind.NORMAL
        return bytes(start) + body


class Joiner:
    """Joins notifications until a message is whole; its second byte says how long that is."""

    def __init__(self) -> None:
        self._part = b""

    def feed(self, data: bytes) -> bytes | None:
        """Return the message that these bytes complete. Raises `FrameError` where they do not fit, and begins anew."""
        whole, self._part = self._part + data, b""
        if len(whole) < 2 or not _HEAD.size <= whole[1]:
            raise FrameError(f"{len(whole)} bytes do not begin a message")
        if len(whole) > whole[1]:
            raise FrameError(f"a message of {whole[1]} bytes came with {len(whole)}")
        if len(whole) == whole[1]:
            return whole
        self._part = whole
        return None


CHANNELS: Final = 32
NARROW_MASK: Final = 0xFFFF
LONGEST_MESSAGE: Final = 255
"""What the byte for the length can say."""

_KINDS: Final = {
    Kind.NORMAL: (struct.Struct("<5xHBx"), "f", False),
    Kind.WIDE: (struct.Struct("<5xIBx"), "f", False),
    Kind.SINGLE_FLOAT: (struct.Struct("<6xBB"), "f", True),
    Kind.SINGLE_INT: (struct.Struct("<6xBB"), "i", True),
}
"""Channels and number of readings, the form of a value, and whether the first is one channel's number and no mask."""


def _check_length(data: bytes, least: int) -> None:
    if len(data) < least or not least <= data[1] <= len(data):
        raise FrameError(f"a message has at least {least} bytes and as many as it says, not {len(data)}")


def _unpacked(layout: struct.Struct, data: bytes, what: str) -> tuple[Any, ...]:
    if len(data) < layout.size:
        raise FrameError(f"{what} needs {layout.size} bytes, not {len(data)}")
    return layout.unpack_from(data)


def _text(raw: bytes) -> str:
    text = raw.split(b"\0", 1)[0].decode("utf-8", "replace")
    return "".join(each for each in text if each.isprintable())
