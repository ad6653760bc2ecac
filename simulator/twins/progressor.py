"""A Tindeq Progressor, ready-made or an open one."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence

from bumble.gatt import Characteristic

from protocol.instruments.progressor import (
    CONTROL_POINT,
    DATA_POINT,
    NAME,
    SERVICE,
    Opcode,
    Packet,
    Tag,
    Weight,
    weight_packet,
)
from protocol.instruments.timeline import STANDARD_GRAVITY
from simulator.twins.clockwork import Beat
from simulator.twins.twin import NOTIFY, WRITE, Load, Sections

REAL_PERIOD_S = 0.011416
"""Median spacing in recordings of real ones."""
SKIPPED = 16
"""Of so many readings the last is missing in recordings of real ones."""
CAPTURED_PADDING = bytes(4)
"""Behind the value in captured packets of an open one."""
MILLIVOLTS = 3120
SERIAL = b"\x01\x02\x03"
FIRMWARE = b"1.2.3.4"


class ProgressorTwin:
    """Sends `batch` readings at a time from START to STOP, and answers questions."""

    max_mtu = 247

    def __init__(
        self, load: Load, *, name: str = NAME + "_1234", batch: int = 15, period_s: float = REAL_PERIOD_S
    ) -> None:
        """A batch of one is an open instrument, with its padding and without the gap of the ready-made ones."""
        self.name = name
        self._load = load
        self._batch = batch
        self._beat = Beat(period_s)
        self._start_s = 0.0
        self._zero_n = 0.0
        self._readings: list[Weight] = []
        self._said: list[bytes] = []

    @property
    def services(self) -> Mapping[str, Mapping[str, Characteristic.Properties]]:
        """The one service."""
        return {SERVICE: {DATA_POINT: NOTIFY, CONTROL_POINT: WRITE}}

    def advert(self, t_s: float) -> Sections:
        """Nothing but the name."""
        return ()

    def write(self, t_s: float, characteristic: str, data: bytes) -> None:
        """Take a command; unknown ones are ignored."""
        match data[0] if data else None:
            case Opcode.START:
                self._beat.start(t_s)
                self._start_s = t_s
                self._readings.clear()
            case Opcode.STOP:
                self._beat.stop()
            case Opcode.TARE if self._beat.running:
                self._zero_n = self._load(t_s)
            case Opcode.BATTERY:
                self._answer(struct.pack("<I", MILLIVOLTS))
            case Opcode.SERIAL:
                self._answer(SERIAL)
            case Opcode.FIRMWARE:
                self._answer(FIRMWARE)
            case Opcode.SLEEP:
                self._said.append(bytes(Packet(Tag.LOW_POWER, b"")))
            case _:
                pass

    def hang_up(self, t_s: float) -> None:
        """Stop."""
        self._beat.stop()

    def advance(self, t_s: float) -> Sequence[tuple[str, bytes]]:
        """Answers and full batches."""
        for number, due_s in self._beat.ticks(t_s):
            if self._batch == 1 or number % SKIPPED:
                self._take(due_s)
        said = [(DATA_POINT, value) for value in self._said]
        self._said.clear()
        return said

    def next_due_s(self, t_s: float) -> float:
        """The next reading, or now where an answer waits."""
        return t_s if self._said else self._beat.due_s

    def _take(self, due_s: float) -> None:
        weight_kg = (self._load(due_s) - self._zero_n) / STANDARD_GRAVITY
        self._readings.append(Weight(weight_kg, round((due_s - self._start_s) * 1e6) & 0xFFFFFFFF))
        if len(self._readings) == self._batch:
            padding = CAPTURED_PADDING if self._batch == 1 else b""
            self._said.append(weight_packet(self._readings) + padding)
            self._readings.clear()

    def _answer(self, value: bytes) -> None:
        self._said.append(bytes(Packet(Tag.ANSWER, value)))
