"""Bugs of Layout."""

from __future__ import annotations

import struct
import zlib
from itertools import count
from typing import Final

from protocol.layout import Entry
from simulator.tool import Tool
from tests.palpate.conformance.planting import Edit, Mutant, Patch, entry, layout, plain_layout


def _put(kind: Entry, offset: int, new: bytes) -> Edit:
    """An edit that overwrites a part of an entry's value."""

    def edit(data: bytearray) -> None:
        place = entry(data, kind) + offset
        data[place : place + len(new)] = new

    return edit


def _longer_than_it_is(data: bytearray) -> None:
    struct.pack_into("<H", data, 2, len(data) + 1)


def _crc_without_the_header(data: bytearray) -> None:
    struct.pack_into("<I", data, len(data) - 4, zlib.crc32(data[4:-4]))


def _serial_twice(data: bytearray) -> None:
    place = entry(data, Entry.SERIAL)
    data[-4:-4] = data[place - 2 : place + data[place - 1]]


def _short_calibration(data: bytearray) -> None:
    place = entry(data, Entry.CALIBRATION)
    data[place - 1] -= 1
    del data[place]


def _first_rate_again(data: bytearray) -> None:
    place = entry(data, Entry.RATES)
    data[place + 4 : place + 8] = data[place : place + 4]


def _another_each_time(patch: Patch) -> None:
    numbers = count()

    def edit(data: bytearray) -> None:
        data[entry(data, Entry.CALIBRATION)] = next(numbers) % 256

    layout(edit)(patch)


def _first_part_only(patch: Patch) -> None:
    original = plain_layout()
    patch.setattr(Tool, "layout", property(lambda tool: original(tool)[: 22 if tool.mtu == 23 else None]))


LAYOUTS: Final = (
    Mutant("the length is one too many", "layout-length-fits", layout(_longer_than_it_is, crc=False)),
    Mutant("the CRC leaves the header out", "layout-crc-is-right", layout(_crc_without_the_header, crc=False)),
    Mutant("the major version is 2", "layout-version-is-1", layout(lambda data: data.__setitem__(0, 2))),
    Mutant("the serial number is there twice", "layout-entries-are-complete", layout(_serial_twice)),
    Mutant("the calibration is a byte short", "layout-values-have-their-sizes", layout(_short_calibration)),
    Mutant("it has a feature that there is not", "layout-features-are-known", layout(_put(Entry.FEATURES, 3, b"\x80"))),
    Mutant("the serial number has an umlaut", "layout-texts-are-text", layout(_put(Entry.SERIAL, 0, b"\xc3\xbc"))),
    Mutant(
        "a coefficient is no number",
        "layout-channels-fit-the-grid",
        layout(_put(Entry.CHANNEL, 12, struct.pack("<d", float("nan")))),
    ),
    Mutant("a rate is listed twice", "layout-rates-are-listed-once", layout(_first_rate_again)),
    Mutant("a tip has id 0", "layout-tips-have-areas", layout(_put(Entry.TIP, 0, b"\x00"))),
    Mutant("the ring holds 100", "layout-ring-is-large-enough", layout(_put(Entry.RING, 0, struct.pack("<I", 100)))),
    Mutant("the layout changes each time", "layout-stays-within-a-stream", _another_each_time),
    Mutant("only 22 bytes of the layout can be read", "layout-is-read-whole-at-mtu-23", _first_part_only),
)
