"""A tool that only counts: what its frames cost is what the way to the reader costs."""

from __future__ import annotations

import math
import struct
import time
from typing import Final

from protocol.advert import Advert
from protocol.control import Command, Reply, Request, Result
from protocol.link import Channel

SERIAL: Final = "COUNT-1"
LENGTH: Final = 244
"""The longest notification at an MTU of 247."""
_STATUS: Final = struct.pack("<IBBBBIII", 1, 0, 0, 1, 0, 0, 0, 0)


def frame_of(number: int) -> bytes:
    """A frame that begins with its number."""
    return struct.pack("<I", number).ljust(LENGTH, b"\xa5")


def number_of(frame: bytes) -> int:
    """The number of a frame."""
    return int.from_bytes(frame[:4], "little")


class CountingTool:
    """From START on, `count` frames at `rate_hz`; notes when it says each. A `simulator.visit.ToolModel`."""

    serial = SERIAL
    name = "Count"
    firmware = "1"
    layout = bytes(200)

    def __init__(self, count: int, rate_hz: float) -> None:
        self.hung_up = False
        self.away_until_s = 0.0
        self.said_s: list[float] = []
        """The wall's clock at each frame."""
        self._count = count
        self._period_s = 1 / rate_hz
        self._due_s = math.inf
        self._replies: list[bytes] = []

    def status(self, _t_s: float) -> bytes:
        """Idle."""
        return _STATUS

    def force_mn(self, _t_s: float) -> None:
        """Nothing to read."""

    def battery_percent(self, _t_s: float) -> int:
        """Full."""
        return 100

    def service_data(self, _t_s: float) -> bytes:
        """Say who it is."""
        return bytes(Advert(1, 0, 100, SERIAL))

    def connect(self, _t_s: float, _mtu: int) -> None:
        """Anybody may."""

    def subscribe(self, _t_s: float) -> None:
        """Anybody may."""

    def disconnect(self, _t_s: float) -> None:
        """Be quiet."""
        self._due_s = math.inf

    def write_control(self, t_s: float, data: bytes) -> None:
        """Begin with START; every command succeeds."""
        request = Request.from_bytes(data)
        if request.command == Command.START:
            self._due_s = t_s + self._period_s
            self._replies.append(bytes(Reply.of(request, Result.OK, 1, 100_000, 0)))

    def write_setup(self, _t_s: float, _data: bytes) -> list[bytes]:
        """Nothing to set."""
        return []

    def carried(self, _t_s: float, _frame: bytes) -> None:
        """Nobody asks when."""

    def advance(self, t_s: float, _room: int) -> list[tuple[Channel, bytes]]:
        """Give replies, then the frames that are due."""
        said = [(Channel.CONTROL_REPLY, reply) for reply in self._replies]
        self._replies.clear()
        while self._due_s <= t_s:
            said.append((Channel.SAMPLES, frame_of(len(self.said_s))))
            self.said_s.append(time.perf_counter())
            self._due_s = self._due_s + self._period_s if len(self.said_s) < self._count else math.inf
        return said

    def next_due_s(self, _t_s: float) -> float:
        """When the next frame is due."""
        return self._due_s
