"""A tool that only counts: whatever reads it can prove that nothing is lost and nothing changes places."""

from __future__ import annotations

import math
import struct

from protocol.advert import Advert
from protocol.control import VALUES, Command, Reply, Request, Result
from protocol.link import Channel

LAYOUT = bytes(range(200))
BOOT_STATUS = struct.pack("<IBBBBIII", 7, 0, 0, 1, 0, 0, 0, 0)


class PretendTool:
    """Sends frames of 244 bytes that begin with their number, `rate_hz` a second, from START to STOP."""

    def __init__(self, rate_hz: float = 100.0, serial: str = "PT-0001") -> None:
        self.serial = serial
        self.name = "Pretend"
        self.firmware = "1.2.3"
        self.hung_up = False
        self.away_until_s = 0.0
        self.deaf = False
        """Takes commands and never answers."""
        self.calls: list[tuple[str, int]] = []
        """What the radio told: connect with the MTU, disconnect with 0."""
        self._period_s = 1 / rate_hz
        self._due_s = math.inf
        self._frames = 0
        self._replies: list[bytes] = []

    @property
    def layout(self) -> bytes:
        return LAYOUT

    def status(self, t_s: float) -> bytes:
        return BOOT_STATUS

    def force_mn(self, t_s: float) -> int | None:
        return None

    def battery_percent(self, t_s: float) -> int:
        return 87

    def service_data(self, t_s: float) -> bytes:
        return bytes(Advert(1, 0, 87, self.serial))

    def connect(self, t_s: float, mtu: int) -> None:
        self.calls.append(("connect", mtu))
        self.hung_up = False

    def subscribe(self, t_s: float) -> None:
        pass

    def disconnect(self, t_s: float) -> None:
        self.calls.append(("disconnect", 0))
        self._due_s = math.inf

    def write_control(self, t_s: float, data: bytes) -> None:
        request = Request.from_bytes(data)
        if self.deaf:
            return
        if request.command == Command.START:
            self._due_s = t_s + self._period_s
            self._replies.append(bytes(Reply.of(request, Result.OK, 1, 100_000, 0)))
            return
        if request.command == Command.STOP:
            self._due_s = math.inf
        self._replies.append(bytes(ok(request)))

    def write_setup(self, t_s: float, data: bytes) -> list[bytes]:
        return [bytes(Reply.of(Request.from_bytes(data), Result.UNKNOWN))]

    def carried(self, t_s: float, frame: bytes) -> None:
        pass

    def advance(self, t_s: float, room: int = 0) -> list[tuple[Channel, bytes]]:
        said = [(Channel.CONTROL_REPLY, reply) for reply in self._replies]
        self._replies.clear()
        while self._due_s <= t_s:
            said.append((Channel.SAMPLES, struct.pack("<I", self._frames).ljust(244, b"\xa5")))
            if self._frames % 100 == 99:
                said.append((Channel.BATTERY, b"\x56"))
            self._frames += 1
            self._due_s += self._period_s
        return said

    def next_due_s(self, t_s: float) -> float:
        return self._due_s


def ok(request: Request) -> Reply:
    """Return the answer OK, with zeros for its values."""
    values = VALUES.get(Command(request.command))
    return Reply(request.command, request.echo, Result.OK, bytes(values.size) if values else b"")


def number_of(frame: bytes) -> int:
    """Return the number that a frame begins with."""
    number: int = struct.unpack_from("<I", frame)[0]
    return number
