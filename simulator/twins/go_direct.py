"""A Vernier Go Direct force sensor with a second channel that measures something else."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence

from bumble.gatt import Characteristic

from protocol.errors import FrameError
from protocol.instruments.go_direct import (
    COMMAND,
    RESPONSE,
    SERVICE,
    Id,
    Joiner,
    Measurement,
    Message,
    Sensor,
    period_of,
)
from simulator.twins.clockwork import Beat
from simulator.twins.twin import NOTIFY, WRITE, Load, Sections

SENSORS = (
    Sensor(1, 77, "Force", "N", -50.0, 50.0, 1_000, 100_000, 1_000),
    Sensor(2, 78, "X-axis acceleration", "m/s²", -160.0, 160.0, 1_000, 100_000, 1_000),
)
PERCENT = 87
BURST = 3
"""Readings in one message."""
PAYLOAD = 20
"""Bytes of a notification: a longer message comes in several."""


class GoDirectTwin:
    """Answers commands and, from START to STOP, sends what both channels read or only the one that was asked for."""

    name = "GDX-FOR 071000A1"
    max_mtu = 23

    def __init__(self, load: Load, sensors: Sequence[Sensor] = SENSORS) -> None:
        self._load = load
        self._sensors = {sensor.channel: sensor for sensor in sensors}
        self._joiner = Joiner()
        self._beat = Beat(0.1)
        self._mask = 0
        self._values: list[float] = []
        self._said: list[bytes] = []

    @property
    def services(self) -> Mapping[str, Mapping[str, Characteristic.Properties]]:
        """The one service."""
        return {SERVICE: {COMMAND: WRITE, RESPONSE: NOTIFY}}

    def advert(self, t_s: float) -> Sections:
        """Nothing but the name."""
        return ()

    def write(self, t_s: float, characteristic: str, data: bytes) -> None:
        """Take a part of a command; what is none is ignored."""
        try:
            message = self._joiner.feed(data)
            if message is not None:
                self._execute(t_s, Message.from_bytes(message))
        except FrameError:
            return

    def drop(self) -> None:
        """Lose the readings that wait, and say so."""
        self._values.clear()
        self._send(bytes.fromhex("20 06 00 00 0d 00"))

    def hang_up(self, t_s: float) -> None:
        """Stop."""
        self._beat.stop()

    def advance(self, t_s: float) -> Sequence[tuple[str, bytes]]:
        """Answers and full bursts."""
        for _, due_s in self._beat.ticks(t_s):
            channels = [channel for channel in sorted(self._sensors) if self._mask >> channel & 1]
            self._values += [self._load(due_s) if self._sensors[each].unit == "N" else 9.8 for each in channels]
            if channels and len(self._values) >= BURST * len(channels):
                self._send(bytes(Measurement(self._mask, tuple(self._values))))
                self._values.clear()
        said = [(RESPONSE, part) for part in self._said]
        self._said.clear()
        return said

    def next_due_s(self, t_s: float) -> float:
        """The next reading, or now where an answer waits."""
        return t_s if self._said else self._beat.due_s

    def _execute(self, t_s: float, command: Message) -> None:
        body = b""
        match command.id:
            case Id.AVAILABLE:
                body = struct.pack("<I", sum(1 << channel for channel in self._sensors))
            case Id.SENSOR if command.body and command.body[0] in self._sensors:
                body = bytes(self._sensors[command.body[0]])
            case Id.STATUS:
                body = bytes(10) + bytes((PERCENT, 0))
            case Id.PERIOD:
                self._beat.period_s = period_of(command.body) / 1e6
            case Id.START:
                (self._mask,) = struct.unpack_from("<I", command.body, 2)
                self._beat.start(t_s)
            case Id.STOP:
                self._beat.stop()
            case _:
                pass
        self._send(command.answer(body))

    def _send(self, message: bytes) -> None:
        self._said += [message[at : at + PAYLOAD] for at in range(0, len(message), PAYLOAD)]
