"""Captures: everything that goes between a host and its radio, as a btsnoop file that Wireshark opens."""

from __future__ import annotations

import asyncio
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Final

from bumble.host import Host
from bumble.snoop import Snooper

HEADER: Final = struct.pack(">8sII", b"btsnoop\0", 1, Snooper.DataLinkType.H4)
_RECORD: Final = struct.Struct(">IIIIQ")
"""Length, length kept, flags, packets dropped so far, microseconds since midnight of the first of January of year 0."""
_YEAR_2000_US: Final = 0x00E03AB44A676000
_YEAR_2000: Final = datetime(2000, 1, 1, tzinfo=UTC)
_NO_DATA: Final = {1, 4}
"""First bytes of commands and events, which the format marks."""


class LoopSnooper(Snooper):
    """Writes packets with the loop's time, so that a run in virtual time has the pauses that it simulates."""

    def __init__(self, output: BinaryIO, began: datetime) -> None:
        self._output = output
        self._loop = asyncio.get_running_loop()
        self._offset_us = _YEAR_2000_US + (began - _YEAR_2000).total_seconds() * 1e6 - self._loop.time() * 1e6
        output.write(HEADER)

    def snoop(self, hci_packet: bytes, direction: Snooper.Direction) -> None:
        """Write one packet at once: a run that is killed leaves everything up to then."""
        flags = int(direction) | (2 if hci_packet[0] in _NO_DATA else 0)
        time_us = round(self._offset_us + self._loop.time() * 1e6)
        length = len(hci_packet)
        self._output.write(_RECORD.pack(length, length, flags, 0, time_us) + hci_packet)


@contextmanager
def snooping(host: Host, path: Path) -> Iterator[None]:
    """Capture what `host` says and hears while the block runs. Raises `OSError`."""
    with path.open("wb", buffering=0) as file:
        host.snooper = LoopSnooper(file, datetime.now(UTC))
        try:
            yield
        finally:
            host.snooper = None
