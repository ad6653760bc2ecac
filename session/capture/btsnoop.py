"""btsnoop files: HCI packets with their times, as Wireshark, Android, `btmon -w` and this program write them."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from session.errors import InputError

_MAGIC: Final = b"btsnoop\0"
_HEADER: Final = struct.Struct(">8sII")
_RECORD: Final = struct.Struct(">IIIIQ")
_YEAR_1970_US: Final = 0x00DCDDB30F2F8000
"""Of the format's clock, which begins with the year 0."""
LONGEST: Final = 1 << 20
"""Bytes of a packet; HCI knows none beyond 65,541, so that a larger one means a broken file."""

H4: Final = 1002
MONITOR: Final = 2001
"""The kinds that are read: with the packet's type as its first byte, and Linux' monitor with the type in the flags."""
COMMAND: Final = 1
ACL: Final = 2
EVENT: Final = 4
_MONITORED: Final = {2: COMMAND, 3: EVENT, 4: ACL, 5: ACL}
"""Linux' numbers of packets; the others tell about adapters."""


class Packet(NamedTuple):
    """One HCI packet."""

    time_s: float
    """Since 1970."""
    kind: int
    """`COMMAND`, `ACL`, `EVENT` or a kind of no interest here."""
    incoming: bool
    """From the radio to its host."""
    data: bytes
    """Without the type."""


def packets(path: Path) -> Iterator[Packet]:
    """Yield a file's packets in its order, up to its last whole one. Raises `InputError` where it is no capture."""
    try:
        file = path.open("rb")
    except OSError as error:
        raise InputError(f"{path}: it cannot be opened: {error.strerror}") from error
    with file:
        header = file.read(_HEADER.size)
        if len(header) < _HEADER.size or not header.startswith(_MAGIC):
            raise InputError(f"{path}: this is no btsnoop file")
        kind = _HEADER.unpack(header)[2]
        if kind not in (H4, MONITOR):
            raise InputError(f"{path}: captures of kind {kind} are not read, those of {H4} and {MONITOR} are")
        yield from _records(file, monitor=kind == MONITOR)


def _records(file: BinaryIO, *, monitor: bool) -> Iterator[Packet]:
    while len(head := file.read(_RECORD.size)) == _RECORD.size:
        _, length, flags, _, time_us = _RECORD.unpack(head)
        data = file.read(min(length, LONGEST))
        if len(data) < length:
            return
        time_s = (time_us - _YEAR_1970_US) / 1e6
        if monitor:
            number = flags & 0xFFFF
            yield Packet(time_s, _MONITORED.get(number, 0), number in (3, 5), data)
        elif data:
            yield Packet(time_s, data[0], bool(flags & 1), data[1:])
