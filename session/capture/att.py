"""From HCI packets to what was said over attributes, connection by connection."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from session.capture.btsnoop import ACL, EVENT, Packet

ATT_CHANNEL: Final = 4
_CONTINUED: Final = 1
"""Packet boundary flag of all pieces but the first."""
_HANDLE: Final = 0x0FFF


class Spoken(NamedTuple):
    """One message of the attribute protocol."""

    time_s: float
    link: int
    """Handle of the connection."""
    pdu: bytes


class Linked(NamedTuple):
    """A connection began."""

    time_s: float
    link: int


class Parted(NamedTuple):
    """A connection ended."""

    time_s: float
    link: int
    reason: int
    """Bluetooth's error code."""


class Encrypted(NamedTuple):
    """A connection is encrypted from now on, or not any more."""

    time_s: float
    link: int
    on: bool


Heard = Spoken | Linked | Parted | Encrypted


@dataclass(slots=True)
class _Pieces:
    """What one side of one connection is in the middle of saying."""

    said: bytearray = field(default_factory=bytearray)

    def take(self, piece: bytes, *, begins: bool) -> bytes | None:
        """Add a piece; the whole frame of L2CAP once it is there."""
        if begins:
            self.said.clear()
        self.said += piece
        if len(self.said) < 4 or len(self.said) < 4 + int.from_bytes(self.said[:2], "little"):
            return None
        whole = bytes(self.said)
        self.said.clear()
        return whole


def heard(packets: Iterable[Packet]) -> Iterator[Heard]:
    """Yield messages and what happened to the connections, in order; packets that are too short are left out."""
    pieces: dict[tuple[int, bool], _Pieces] = {}
    for packet in packets:
        if packet.kind == ACL and len(packet.data) >= 4:
            yield from _acl(packet, pieces)
        elif packet.kind == EVENT and len(packet.data) >= 2:
            yield from _event(packet.time_s, packet.data[0], packet.data[2:])


def _acl(packet: Packet, pieces: dict[tuple[int, bool], _Pieces]) -> Iterator[Spoken]:
    handle = int.from_bytes(packet.data[:2], "little")
    link, begins = handle & _HANDLE, handle >> 12 & 3 != _CONTINUED
    side = pieces.setdefault((link, packet.incoming), _Pieces())
    frame = side.take(packet.data[4:], begins=begins)
    if frame is not None and int.from_bytes(frame[2:4], "little") == ATT_CHANNEL and len(frame) > 4:
        yield Spoken(packet.time_s, link, frame[4 : 4 + int.from_bytes(frame[:2], "little")])


def _event(time_s: float, code: int, data: bytes) -> Iterator[Heard]:
    """Connections that succeeded, ended, or changed their encryption."""
    match code, len(data):
        case 0x3E, length if length >= 4 and data[0] in (0x01, 0x0A, 0x29) and data[1] == 0:
            yield Linked(time_s, int.from_bytes(data[2:4], "little") & _HANDLE)
        case 0x05, length if length >= 4 and data[0] == 0:
            yield Parted(time_s, int.from_bytes(data[1:3], "little") & _HANDLE, data[3])
        case 0x08 | 0x59, length if length >= 4 and data[0] == 0:
            yield Encrypted(time_s, int.from_bytes(data[1:3], "little") & _HANDLE, data[3] != 0)
        case _:
            pass
