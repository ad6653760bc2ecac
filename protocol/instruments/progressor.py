"""Tindeq Progressor, and the open instruments that speak like it: Crimpdeq, Mito, Hangman.

Written from the maker's description (tindeq.com/progressor_api, github.com/blims/Tindeq-Progressor-API) and from what
open firmware and clients do; checked against documents and captured bytes, not against hardware. Little endian.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import Final, NamedTuple

from protocol.errors import FrameError
from protocol.instruments.ability import Ability, Clock
from protocol.instruments.driver import (
    Action,
    Advertised,
    Charge,
    Driver,
    Gatt,
    Heard,
    SwitchingOff,
    Told,
    Value,
    Write,
)
from protocol.instruments.timeline import STANDARD_GRAVITY, Slot, StampedSlots, block_of
from protocol.layout import Direction
from protocol.sentence import Sentence

NAME: Final = "Progressor"
"""What the advertised name begins with; clones keep it so that the maker's app finds them."""

SERVICE: Final = "7e4e1701-1ea6-40c9-9dcc-13d34ffead57"
DATA_POINT: Final = "7e4e1702-1ea6-40c9-9dcc-13d34ffead57"
CONTROL_POINT: Final = "7e4e1703-1ea6-40c9-9dcc-13d34ffead57"

RATE_HZ: Final = 80.0
"""Of the ready-made one; clones may take 10, and their stamps tell."""

WEIGHT: Final = struct.Struct("<fI")
"""Kilograms, microseconds since the start."""
_HEAD: Final = struct.Struct("<BB")
_MILLIVOLTS: Final = struct.Struct("<I")

LONGEST_TEXT: Final = 32
"""Characters of a version that are kept."""


class Opcode(IntEnum):
    """Commands; there are others, which change calibration or need none here."""

    TARE = 0x64
    START = 0x65
    STOP = 0x66
    FIRMWARE = 0x6B
    SLEEP = 0x6E
    BATTERY = 0x6F
    SERIAL = 0x70


class Tag(IntEnum):
    """What a notification holds."""

    ANSWER = 0x00
    WEIGHT = 0x01
    LOW_POWER = 0x04


class Packet(NamedTuple):
    """One notification: tag, length and value; bytes beyond the length, which clones send, are ignored."""

    tag: int
    value: bytes

    @classmethod
    def from_bytes(cls, data: bytes) -> Packet:
        """Read a notification; raises `FrameError` where it is cut short."""
        if len(data) < _HEAD.size:
            raise FrameError(f"a notification has at least {_HEAD.size} bytes, not {len(data)}")
        tag, length = _HEAD.unpack_from(data)
        value = bytes(data[_HEAD.size : _HEAD.size + length])
        if len(value) < length:
            raise FrameError(f"a value of {length} bytes does not fit a notification of {len(data)}")
        return cls(tag, value)

    def __bytes__(self) -> bytes:
        try:
            return _HEAD.pack(self.tag, len(self.value)) + self.value
        except struct.error as error:
            raise FrameError(f"a value of {len(self.value)} bytes is too long") from error


class Weight(NamedTuple):
    """One reading."""

    weight_kg: float
    stamp_us: int
    """Since the start, modulo 2³²."""


def weights(value: bytes) -> list[Weight]:
    """Read the value of a WEIGHT packet; raises `FrameError` where a reading is cut short."""
    if len(value) % WEIGHT.size:
        raise FrameError(f"readings of {WEIGHT.size} bytes do not fill {len(value)} bytes")
    return [Weight(*fields) for fields in WEIGHT.iter_unpack(value)]


def weight_packet(readings: Iterable[Weight]) -> bytes:
    """Write readings as one notification; raises `FrameError` above 31 of them."""
    return bytes(Packet(Tag.WEIGHT, b"".join(WEIGHT.pack(*reading) for reading in readings)))


ACTIONS: Final = {
    Action.START: Opcode.START,
    Action.STOP: Opcode.STOP,
    Action.TARE: Opcode.TARE,
    Action.ASK_CHARGE: Opcode.BATTERY,
    Action.ASK_SERIAL: Opcode.SERIAL,
    Action.ASK_FIRMWARE: Opcode.FIRMWARE,
}
"""Tare works only while readings come. Questions are to be asked while none do."""

_QUESTIONS: Final = frozenset({Opcode.BATTERY, Opcode.SERIAL, Opcode.FIRMWARE})


class ProgressorTalk:
    """A conversation; an answer does not say to which question, so the latest one is remembered."""

    ability: Final = Ability(
        rate_hz=RATE_HZ, clock=Clock.STAMPED, tare=True, resend=False, direction=Direction.PULL, area_cm2=None
    )

    def __init__(self) -> None:
        self._slots = StampedSlots()
        self._asked: int | None = None

    def open(self) -> Sequence[Write]:
        """Ask for the charge, then start."""
        return (*self.command(Action.ASK_CHARGE), *self.command(Action.START))

    def command(self, action: Action) -> Sequence[Write]:
        """One byte for each action; all are offered."""
        return (Write(CONTROL_POINT, bytes((ACTIONS[action],))),)

    def sent(self, data: bytes) -> None:
        """Remember a question."""
        if data[:1] and data[0] in _QUESTIONS:
            self._asked = data[0]

    def feed(self, heard: Heard) -> Sequence[Value]:
        """Read one notification; tags that are not known are ignored."""
        packet = Packet.from_bytes(heard.data)
        match packet.tag:
            case Tag.WEIGHT:
                return (block_of(self._placed(weights(packet.value), heard.arrival_s)),)
            case Tag.ANSWER:
                return self._answer(packet.value)
            case Tag.LOW_POWER:
                return (SwitchingOff(),)
            case _:
                return ()

    def _placed(self, readings: list[Weight], arrival_s: float) -> list[tuple[Slot, float]]:
        placed = [(self._slots.place(stamp_us, arrival_s), weight_kg) for weight_kg, stamp_us in readings]
        return [(slot, weight_kg * STANDARD_GRAVITY) for slot, weight_kg in placed if slot is not None]

    def _answer(self, value: bytes) -> Sequence[Value]:
        asked, self._asked = self._asked, None
        match asked:
            case Opcode.BATTERY:
                if len(value) < _MILLIVOLTS.size:
                    raise FrameError(f"a voltage has {_MILLIVOLTS.size} bytes, not {len(value)}")
                return (Charge(millivolts=_MILLIVOLTS.unpack_from(value)[0]),)
            case Opcode.SERIAL:
                return (Told(Sentence("serial number"), value[::-1].hex().upper()),)
            case Opcode.FIRMWARE:
                return (Told(Sentence("firmware"), _printable(value)),)
            case _:
                return ()


def _printable(value: bytes) -> str:
    return "".join(each for each in value.decode("utf-8", "replace") if each.isprintable())[:LONGEST_TEXT]


def _claims(said: Advertised) -> bool:
    return said.name.startswith(NAME) or SERVICE in said.services


DRIVER: Final = Driver("progressor", "Tindeq Progressor", Gatt((DATA_POINT,)), _claims, ProgressorTalk)
