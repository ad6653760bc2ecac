"""The 13 bytes of service data in a tool's scan response (docs/protocol.md §3)."""

from __future__ import annotations

import struct
from typing import Final, NamedTuple

from protocol.errors import FrameError

BATTERY_UNKNOWN: Final = 255
MAJOR: Final = 1
SERIAL_LENGTH: Final = 10

_LAYOUT: Final = struct.Struct(f"<BBB{SERIAL_LENGTH}s")


class Advert(NamedTuple):
    """What a tool says before anybody connects."""

    major: int
    """Version of the profile; whether it is known is for the reader to judge."""
    state: int
    """As in §5; a number that this program does not know stays a number."""
    battery_percent: int | None
    """None where the tool does not know it."""
    serial: str
    """The tool's identity, 1 to 10 printable ASCII characters."""

    @classmethod
    def from_bytes(cls, data: bytes) -> Advert:
        """Read service data, bytes beyond the 13 ignored; raises `FrameError` where they are no tool's."""
        if len(data) < _LAYOUT.size:
            raise FrameError(f"service data have {_LAYOUT.size} bytes, not {len(data)}")
        major, state, battery, filled = _LAYOUT.unpack_from(data)
        serial = filled.rstrip(b"\x00").decode("ascii", "replace")
        _check(serial)
        return cls(major, state, None if battery == BATTERY_UNKNOWN else battery, serial)

    def __bytes__(self) -> bytes:
        _check(self.serial)
        battery = BATTERY_UNKNOWN if self.battery_percent is None else self.battery_percent
        try:
            return _LAYOUT.pack(self.major, self.state, battery, self.serial.encode("ascii"))
        except struct.error as error:
            raise FrameError(f"{self} does not fit its bytes: {error}") from error


def _check(serial: str) -> None:
    if not (1 <= len(serial) <= SERIAL_LENGTH and serial.isascii() and serial.isprintable()):
        raise FrameError(f"{serial!r} is no serial number: 1 to {SERIAL_LENGTH} printable ASCII characters")
