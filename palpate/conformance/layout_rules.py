"""What holds for the bytes of Layout (docs/protocol.md §4), stricter than a client: a client bears what may come."""

from __future__ import annotations

import math
import struct
import zlib
from collections.abc import Callable
from typing import Final, NamedTuple

from palpate.conformance.verdict import Violation, expect, hexed
from protocol.layout import Entry, Feature

HEAD: Final = struct.Struct("<BBH")
CRC_BYTES: Final = 4
LONGEST: Final = 512
SMALLEST_RING: Final = 3000
MOST_RATES: Final = 16
FORCE_LIMIT: Final = 131_071
"""Newtons that fit `q`, 32 bits of 2⁻¹⁴ N."""
COUNT_LIMIT: Final = {2: 2**15, 3: 2**23}
"""The largest magnitude of a count, by its bytes."""


class Allowed(NamedTuple):
    """Least and most of one type of entry, and of the bytes in it."""

    times: tuple[int, int]
    size: tuple[int, int]
    """In version 1.0; a later minor version may add some."""


ALLOWED: Final = {
    Entry.FEATURES: Allowed((1, 1), (4, 4)),
    Entry.SERIAL: Allowed((1, 1), (1, 10)),
    Entry.FIRMWARE: Allowed((0, 1), (1, 16)),
    Entry.CHANNEL: Allowed((1, 4), (48, 48)),
    Entry.CALIBRATION: Allowed((1, 1), (10, 10)),
    Entry.RATES: Allowed((1, 1), (4, 64)),
    Entry.TIP: Allowed((1, 8), (5, 17)),
    Entry.RING: Allowed((1, 1), (4, 4)),
}
_CHANNEL: Final = struct.Struct("<BBBB4d3f")


class Entries(NamedTuple):
    """A layout taken apart."""

    minor: int
    found: tuple[tuple[int, bytes], ...]

    def of(self, kind: Entry) -> list[bytes]:
        """The values of one type, in their order."""
        return [value for each, value in self.found if each == kind]

    def one(self, kind: Entry) -> bytes:
        """The only value of a type; raises `Violation` where there is none."""
        values = self.of(kind)
        expect(bool(values), f"an entry 0x{kind:02x}", "none")
        return values[0]


def taken_apart(data: bytes) -> Entries:
    """The entries; raises `Violation` where they do not fill the layout to the byte."""
    length_fits(data)
    _, minor, length = HEAD.unpack_from(data)
    body, found = data[HEAD.size : length - CRC_BYTES], []
    while body:
        end = 2 + body[1] if len(body) > 1 else 2
        expect(len(body) >= end, "entries of type, length and value that end where the CRC begins", body)
        found.append((body[0], body[2:end]))
        body = body[end:]
    return Entries(minor, tuple(found))


def length_fits(data: bytes) -> None:
    """It says its own length, at most 512 bytes."""
    expect(len(data) >= HEAD.size + CRC_BYTES, "a header and a CRC, 8 bytes at least", data)
    length = HEAD.unpack_from(data)[2]
    fits = HEAD.size + CRC_BYTES <= length <= min(len(data), LONGEST)
    expect(fits, f"a length of at most {LONGEST}, not beyond the {len(data)} bytes that were read", f"{length}")


def version_is_1(data: bytes) -> None:
    """It begins with major version 1."""
    expect(data[:1] == b"\x01", "major version 1 in the first byte", data[:4])


def crc_is_right(data: bytes) -> None:
    """The last four bytes are the CRC-32 of all before."""
    length_fits(data)
    end = HEAD.unpack_from(data)[2] - CRC_BYTES
    right = struct.pack("<I", zlib.crc32(data[:end]))
    expect(data[end : end + CRC_BYTES] == right, f"CRC {hexed(right)}", data[end : end + CRC_BYTES])


def entries_are_complete(data: bytes) -> None:
    """Each entry is there as often as the page says."""
    entries = taken_apart(data)
    for kind, ((least, most), _) in ALLOWED.items():
        count = len(entries.of(kind))
        expect(least <= count <= most, f"{least} to {most} entries 0x{kind:02x}", f"{count}")


def values_have_their_sizes(data: bytes) -> None:
    """Each value is as long as the page says; in a later minor version it may be longer."""
    entries = taken_apart(data)
    for kind, (_, (least, most)) in ALLOWED.items():
        for value in entries.of(kind):
            long_enough = least <= len(value) and (len(value) <= most or entries.minor > 0)
            expect(long_enough, f"{least} to {most} bytes in an entry 0x{kind:02x}", value)


def features_are_known(data: bytes) -> None:
    """No feature that version 1.0 does not have."""
    entries = taken_apart(data)
    value = entries.one(Entry.FEATURES)
    known = sum(Feature)
    beyond = int.from_bytes(value[:4], "little") & ~known
    expect(not beyond or entries.minor > 0, f"feature bits above {known.bit_length() - 1} as 0 in version 1.0", value)


def texts_are_text(data: bytes) -> None:
    """Texts are UTF-8, the serial number is printable ASCII."""
    entries = taken_apart(data)
    serial = entries.one(Entry.SERIAL)
    expect(all(0x20 <= byte < 0x7F for byte in serial), "a serial number of printable ASCII", serial)
    firmware, names = entries.of(Entry.FIRMWARE), [tip[5:] for tip in entries.of(Entry.TIP)]
    for text in (*(each[:16] for each in firmware), *(each[:12] for each in names)):
        try:
            text.decode()
        except UnicodeDecodeError as error:
            raise Violation("text in UTF-8", hexed(text)) from error


def channels_fit_the_grid(data: bytes) -> None:
    """The first channel is a force, and every value fits the grid."""
    for number, value in enumerate(taken_apart(data).of(Entry.CHANNEL)):
        expect(len(value) >= _CHANNEL.size, "48 bytes in a channel", value)
        kind, width, _direction, _bits, *numbers = _CHANNEL.unpack_from(value)
        expect(number > 0 or kind == 0, "kind 0, force, of channel 0", value[:4])
        expect(width in COUNT_LIMIT, "a width of 2 or 3 bytes", value[:4])
        expect(all(map(math.isfinite, numbers)), "seven finite numbers in a channel", value[4:])
        largest = sum(abs(c) * float(COUNT_LIMIT[width]) ** k for k, c in enumerate(numbers[:4]))
        expect(largest < FORCE_LIMIT, f"|c0| + |c1| X + |c2| X² + |c3| X³ below {FORCE_LIMIT}", f"{largest:g}")


def rates_are_listed_once(data: bytes) -> None:
    """Whole rates above 0, each once."""
    entries = taken_apart(data)
    value = entries.one(Entry.RATES)
    expect(len(value) % 4 == 0 or entries.minor > 0, "rates of 4 bytes each", value)
    rates = [rate for (rate,) in struct.iter_unpack("<I", value[: len(value) // 4 * 4])][:MOST_RATES]
    expect(0 not in rates and len(set(rates)) == len(rates), "rates above 0, each listed once", value)


def tips_have_areas(data: bytes) -> None:
    """Tips with an id, each another one, and an area."""
    tips = taken_apart(data).of(Entry.TIP)
    for tip in tips:
        expect(len(tip) >= 5, "an id and an area of a tip", tip)
    ids = [tip[0] for tip in tips]
    expect(0 not in ids and len(set(ids)) == len(ids), "ids of tips from 1 to 255, each listed once", bytes(ids))
    for tip in tips:
        expect(tip[1:5] != bytes(4), "an area above 0", tip)


def ring_is_large_enough(data: bytes) -> None:
    """A tool that can resend holds 3,000 samples at least, another one says 0."""
    entries = taken_apart(data)
    held = int.from_bytes(entries.one(Entry.RING)[:4], "little")
    if int.from_bytes(entries.one(Entry.FEATURES)[:4], "little") & Feature.RESEND:
        expect(held >= SMALLEST_RING, f"a ring of at least {SMALLEST_RING} samples, with the feature resend", f"{held}")
    else:
        expect(held == 0, "a ring of 0 samples, without the feature resend", f"{held}")


Rule = Callable[[bytes], None]
RULES: Final[tuple[Rule, ...]] = (
    length_fits,
    version_is_1,
    crc_is_right,
    entries_are_complete,
    values_have_their_sizes,
    features_are_known,
    texts_are_text,
    channels_fit_the_grid,
    rates_are_listed_once,
    tips_have_areas,
    ring_is_large_enough,
)
