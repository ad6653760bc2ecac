"""The Layout characteristic (docs/protocol.md §4), both directions: all that is needed to read samples."""

from __future__ import annotations

import math
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum, IntFlag
from typing import Final, NamedTuple

from protocol.blocks import MAX_FORCE_N
from protocol.errors import LayoutError, UnsupportedVersion
from protocol.frames import Columns, Width

MAJOR: Final = 1
MINOR: Final = 0
MAX_LENGTH: Final = 512
"""An attribute's longest value."""
MAX_SERIAL: Final = 10
"""What the scan response has room for."""
MAX_FIRMWARE: Final = 16
MAX_TIP_NAME: Final = 12
"""Bytes of text; with the longest entries a layout is 480 bytes long."""
MAX_RATES: Final = 16

_HEAD: Final = struct.Struct("<BBH")
_CRC: Final = struct.Struct("<I")
_FEATURES: Final = struct.Struct("<I")
_CHANNEL: Final = struct.Struct("<BBBB4d3f")
_CALIBRATION: Final = struct.Struct("<IHHH")
_RATE: Final = struct.Struct("<I")
_TIP: Final = struct.Struct("<BI")
_RING: Final = struct.Struct("<I")
_EPOCH: Final = date(2000, 1, 1)


class Entry(IntEnum):
    """Types of layout entries."""

    FEATURES = 0x01
    SERIAL = 0x02
    FIRMWARE = 0x03
    CHANNEL = 0x10
    CALIBRATION = 0x11
    RATES = 0x12
    TIP = 0x13
    RING = 0x14


class Feature(IntFlag):
    """What the tool can do beyond sampling."""

    TARE = 1
    CUE = 2
    IDENTIFY = 4
    RESEND = 8
    SYNC_FRAMES = 16
    SLOW_FRAMES = 32
    PATIENT_BUTTON = 64
    SETUP = 128
    SIMULATED = 256
    """A program makes up what it sends: nobody may take it for a press."""


class ChannelKind(IntEnum):
    """What a channel measures."""

    FORCE = 0
    SECOND_FORCE = 1
    DISPLACEMENT = 2


class Direction(IntFlag):
    """Which way a cell can be loaded."""

    COMPRESSION = 1
    PULL = 2


class ChannelLayout(NamedTuple):
    """One column of the samples, in newtons (a displacement: millimetres)."""

    kind: int
    width: Width
    direction: int
    adc_bits: int
    coefficients: tuple[float, float, float, float]
    full_scale: float
    safe_overload: float
    noise: float

    @classmethod
    def from_bytes(cls, value: bytes) -> ChannelLayout:
        """Read the entry's value; raises `LayoutError` for what no cell can be."""
        kind, width, direction, bits, *numbers = _fields(_CHANNEL, value, "a channel")
        if width not in set(Width):
            raise LayoutError(f"a channel of {width} bytes a sample: known are 2 and 3")
        if not all(map(math.isfinite, numbers)):
            raise LayoutError("a channel's calibration holds a number that is none")
        c0, c1, c2, c3, full_scale, overload, noise = numbers
        channel = cls(kind, Width(width), direction, bits, (c0, c1, c2, c3), full_scale, overload, noise)
        if not channel.largest < MAX_FORCE_N:
            raise LayoutError(f"a channel reaches {channel.largest:g}: its calibration is damaged")
        return channel

    def __bytes__(self) -> bytes:
        return _CHANNEL.pack(*self[:4], *self.coefficients, *self[5:])

    @property
    def largest(self) -> float:
        """An upper bound of the value's magnitude over all counts; may be infinite."""
        x = float(-self.width.no_reading)
        return sum(abs(c) * x**k for k, c in enumerate(self.coefficients))


class Calibration(NamedTuple):
    """Which calibration the coefficients are."""

    id: int
    day: date
    due: date | None
    uncertainty_percent: float
    """Expanded (k = 2), of full scale, in steps of 0.01."""

    @classmethod
    def from_bytes(cls, value: bytes) -> Calibration:
        """Read the entry's value; raises `LayoutError` when it is cut short."""
        number, day, due, uncertainty = _fields(_CALIBRATION, value, "a calibration")
        return cls(number, _date(day), _date(due) if due else None, uncertainty / 100)

    def __bytes__(self) -> bytes:
        due = (self.due - _EPOCH).days if self.due else 0
        return _CALIBRATION.pack(self.id, (self.day - _EPOCH).days, due, round(self.uncertainty_percent * 100))


class Tip(NamedTuple):
    """A contact that can be put on."""

    id: int
    area_cm2: float
    """In steps of 10⁻⁴ cm²."""
    name: str

    @classmethod
    def from_bytes(cls, value: bytes) -> Tip:
        """Read the entry's value; raises `LayoutError` for a tip without an area."""
        number, area = _fields(_TIP, value, "a tip")
        if number == 0 or area == 0:
            raise LayoutError("a tip needs an id and an area above 0")
        return cls(number, area / 1e4, _text(value[_TIP.size :], MAX_TIP_NAME))

    def __bytes__(self) -> bytes:
        return _TIP.pack(self.id, round(self.area_cm2 * 1e4)) + self.name.encode()


@dataclass(frozen=True, slots=True)
class Layout:
    """What the tool is and how its samples are to be read."""

    features: Feature
    serial: str
    firmware: str
    """"" where the tool does not say."""
    channels: tuple[ChannelLayout, ...]
    calibration: Calibration
    rates_mhz: tuple[int, ...]
    """The default first."""
    tips: tuple[Tip, ...]
    ring_capacity: int

    @property
    def columns(self) -> Columns:
        """Widths of the channels in a sample."""
        return tuple(channel.width for channel in self.channels)

    def tip(self, number: int) -> Tip | None:
        """The tip with this id, None for one that the layout does not list."""
        return next((tip for tip in self.tips if tip.id == number), None)

    @classmethod
    def from_bytes(cls, data: bytes) -> Layout:
        """Read the characteristic; raises `LayoutError` and `UnsupportedVersion`."""
        entries: dict[int, list[bytes]] = {}
        for kind, value in _entries(_checked(data)):
            entries.setdefault(kind, []).append(value)
        channels = tuple(map(ChannelLayout.from_bytes, _several(entries, Entry.CHANNEL, 4)))
        if channels[0].kind != ChannelKind.FORCE:
            raise LayoutError("the first channel is not a force")
        return cls(
            features=Feature(_fields(_FEATURES, _one(entries, Entry.FEATURES), "features")[0]),
            serial=_serial(_one(entries, Entry.SERIAL)),
            firmware=_text(_one({Entry.FIRMWARE: [b""]} | entries, Entry.FIRMWARE), MAX_FIRMWARE),
            channels=channels,
            calibration=Calibration.from_bytes(_one(entries, Entry.CALIBRATION)),
            rates_mhz=_rates(_one(entries, Entry.RATES)),
            tips=tuple(map(Tip.from_bytes, _several(entries, Entry.TIP, 8))),
            ring_capacity=_fields(_RING, _one(entries, Entry.RING), "the ring capacity")[0],
        )

    def __bytes__(self) -> bytes:
        entries = [
            (Entry.FEATURES, _FEATURES.pack(self.features)),
            (Entry.SERIAL, self.serial.encode()),
            *([(Entry.FIRMWARE, self.firmware.encode())] if self.firmware else []),
            *((Entry.CHANNEL, bytes(channel)) for channel in self.channels),
            (Entry.CALIBRATION, bytes(self.calibration)),
            (Entry.RATES, b"".join(map(_RATE.pack, self.rates_mhz))),
            *((Entry.TIP, bytes(tip)) for tip in self.tips),
            (Entry.RING, _RING.pack(self.ring_capacity)),
        ]
        body = b"".join(_entry(kind, value) for kind, value in entries)
        head = _HEAD.pack(MAJOR, MINOR, _HEAD.size + len(body) + _CRC.size)
        return head + body + _CRC.pack(zlib.crc32(head + body))


def calibration_crc(channels: tuple[ChannelLayout, ...], calibration: Calibration) -> int:
    """The CRC-32 that COMMIT (docs/protocol.md §9) asks for: of the channels' and the calibration's whole entries."""
    entries = [*((Entry.CHANNEL, bytes(channel)) for channel in channels), (Entry.CALIBRATION, bytes(calibration))]
    return zlib.crc32(b"".join(_entry(kind, value) for kind, value in entries))


def _entry(kind: Entry, value: bytes) -> bytes:
    return bytes((kind, len(value))) + value


def _checked(data: bytes) -> bytes:
    """The entries of a layout whose version, length and CRC are right."""
    if len(data) < _HEAD.size + _CRC.size:
        raise LayoutError(f"a layout of {len(data)} bytes is too short")
    major, _, length = _HEAD.unpack_from(data)
    if major != MAJOR:
        raise UnsupportedVersion(major, MAJOR)
    if not _HEAD.size + _CRC.size <= length <= min(len(data), MAX_LENGTH):
        raise LayoutError(f"a layout that says {length} bytes and has {len(data)}")
    end = length - _CRC.size
    if _CRC.unpack_from(data, end)[0] != zlib.crc32(data[:end]):
        raise LayoutError("the layout's check sum is wrong: read it again")
    return data[_HEAD.size : end]


def _entries(body: bytes) -> Iterator[tuple[int, bytes]]:
    position = 0
    while position < len(body):
        kind, length = body[position], body[position + 1] if position + 1 < len(body) else 256
        start, position = position + 2, position + 2 + length
        if position > len(body):
            raise LayoutError(f"entry 0x{kind:02x} of the layout is cut short")
        yield kind, body[start:position]


def _one(entries: dict[int, list[bytes]], kind: Entry) -> bytes:
    return _several(entries, kind, 1)[0]


def _several(entries: dict[int, list[bytes]], kind: Entry, most: int) -> list[bytes]:
    found = entries.get(kind, [])
    if not 1 <= len(found) <= most:
        raise LayoutError(f"the layout has {len(found)} entries {kind.name}, it needs 1 to {most}")
    return found


def _fields(layout: struct.Struct, value: bytes, what: str) -> tuple[int, ...]:
    if len(value) < layout.size:
        raise LayoutError(f"{what} needs {layout.size} bytes, not {len(value)}")
    return layout.unpack_from(value)


def _rates(value: bytes) -> tuple[int, ...]:
    count = min(len(value) // _RATE.size, MAX_RATES)
    rates = tuple(rate for (rate,) in _RATE.iter_unpack(value[: count * _RATE.size]))
    if not rates or 0 in rates:
        raise LayoutError(f"sampling rates {rates}: at least one, none of them 0")
    return rates


def _serial(value: bytes) -> str:
    text = _text(value, MAX_SERIAL)
    if not text or not text.isascii() or not text.isprintable():
        raise LayoutError("the serial number is not 1 to 10 printable ASCII characters")
    return text


def _text(value: bytes, most: int) -> str:
    """The first `most` bytes: a longer value belongs to a later version."""
    try:
        return value[:most].decode()
    except UnicodeDecodeError as error:
        raise LayoutError(f"text that is not UTF-8: {error.reason}") from error


def _date(days: int) -> date:
    return _EPOCH + timedelta(days=days)
