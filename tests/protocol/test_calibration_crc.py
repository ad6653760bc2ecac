"""The check sum of COMMIT, over the bytes of the page's tables."""

from __future__ import annotations

import struct
import zlib
from datetime import date

from protocol.frames import Width
from protocol.layout import Calibration, ChannelLayout, calibration_crc

CHANNEL = ChannelLayout(0, Width.I24, 1, 24, (0.5, 2e-5, 0.0, 0.0), 150.0, 225.0, 0.02)
SECOND = CHANNEL._replace(kind=1, width=Width.I16)
CALIBRATION = Calibration(7, date(2000, 1, 3), None, 0.5)
BYTES = bytes.fromhex("11 0a 07000000 0200 0000 3200")


def entry(kind: int, width: int) -> bytes:
    values = struct.pack("<4d3f", 0.5, 2e-5, 0.0, 0.0, 150.0, 225.0, 0.02)
    return bytes((0x10, 48, kind, width, 1, 24)) + values


def test_it_is_over_all_channels_in_order_and_the_calibration_types_and_lengths_included() -> None:
    assert calibration_crc((CHANNEL,), CALIBRATION) == zlib.crc32(entry(0, 3) + BYTES)
    assert calibration_crc((CHANNEL, SECOND), CALIBRATION) == zlib.crc32(entry(0, 3) + entry(1, 2) + BYTES)
