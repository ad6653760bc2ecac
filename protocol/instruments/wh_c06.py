"""Weiheng WH-C06, a hanging scale that says its reading in advertisements and nowhere else.

Written from the manufacturer's own example and from applications that read it; checked against documents, not against
hardware. The company id is in front of the bytes on some systems; here it is stripped. Big endian.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from enum import IntEnum
from functools import partial
from typing import Final, NamedTuple

from protocol.errors import FrameError, NotOffered
from protocol.instruments.ability import Ability, Clock
from protocol.instruments.driver import Action, Advertised, Adverts, Driver, Heard, Told, Value, Write
from protocol.instruments.timeline import STANDARD_GRAVITY, ArrivalSlots, block_of
from protocol.layout import Direction
from protocol.sentence import Sentence

NAME: Final = "IF_B7"
COMPANY: Final = 0x0100
"""Belongs to somebody else, so the id alone says nothing."""

LENGTH: Final = 15
"""Bytes that are needed to take a device with this company id for the scale; 17 were seen."""

STALE_S: Final = 5.0
"""Applications take a reading for old after 5 to 10 s; adverts come a few times a second, and some are not heard."""

_SIGNED: Final = struct.Struct(">10xh")
_UNSIGNED: Final = struct.Struct(">10xH")
_STATE_AT: Final = 14
_STEPS_PER_UNIT: Final = 100


class Unit(IntEnum):
    """What the scale's display shows."""

    KG = 1
    LB = 2
    ST = 3
    JIN = 4


KILOGRAMS: Final = {Unit.KG: 1.0, Unit.LB: 0.45359237, Unit.ST: 6.35029318, Unit.JIN: 0.5}
"""Pound and stone by definition (1959), the jin as in mainland China (1959)."""


class Shown(NamedTuple):
    """What one advertisement says."""

    value: float
    """In steps of 0.01; sources disagree on whether this is always kilograms."""
    stable: bool | None
    unit: int | None
    """`Unit` or a number that nobody described; this and `stable` are None where the bytes end before."""

    @classmethod
    def from_bytes(cls, data: bytes, *, signed: bool = True) -> Shown:
        """Read manufacturer data without the company id; raises `FrameError` where they hold no weight."""
        weight = _SIGNED if signed else _UNSIGNED
        if len(data) < weight.size:
            raise FrameError(f"a weight ends at byte {weight.size}, and there are {len(data)}")
        state = data[_STATE_AT] if len(data) > _STATE_AT else None
        value = weight.unpack_from(data)[0] / _STEPS_PER_UNIT
        return cls(value, *((None, None) if state is None else (state >> 4 > 0, state & 0x0F)))

    def __bytes__(self) -> bytes:
        head = bytes(10) + struct.pack(">h", round(self.value * _STEPS_PER_UNIT))
        return head if self.unit is None else head + bytes((0, 0, int(bool(self.stable)) << 4 | self.unit, 0, 0))


class WhC06Talk:
    """Listens; every advertisement that was heard is a reading, also one that repeats the last."""

    ability: Final = Ability(
        rate_hz=None, clock=Clock.ARRIVAL, tare=False, resend=False, direction=Direction.PULL, stale_s=STALE_S
    )

    def __init__(self, *, signed: bool = True, unit: Unit = Unit.KG) -> None:
        """Take the value as `unit`, whatever the display shows; `signed` False reads weights above 327.67 kg."""
        self._signed = signed
        self._kg = KILOGRAMS[unit]
        self._slots = ArrivalSlots()
        self._shown: int | None = None

    def open(self) -> Sequence[Write]:
        """Nothing: nobody connects."""
        return ()

    def command(self, action: Action) -> Sequence[Write]:
        """Raise `NotOffered`: nothing can be written."""
        raise NotOffered(DRIVER.title, action.value)

    def sent(self, data: bytes) -> None:
        """Nothing is ever written."""

    def feed(self, heard: Heard) -> Sequence[Value]:
        """Read one advertisement; a change of the display's unit is told."""
        shown = Shown.from_bytes(heard.data, signed=self._signed)
        slot = self._slots.place(heard.arrival_s)
        block = block_of([(slot, shown.value * self._kg * STANDARD_GRAVITY)])
        if shown.unit in (None, self._shown):
            return (block,)
        self._shown = shown.unit
        return (Told(Sentence("unit on the display"), _unit_name(shown.unit)), block)


def _unit_name(unit: int | None) -> str:
    return Unit(unit).name.lower() if unit in set(Unit) else Sentence("unknown ({unit})", unit=unit)


def _claims(said: Advertised) -> bool:
    return said.name == NAME or len(said.manufacturer.get(COMPANY, b"")) >= LENGTH


def wh_c06(name: str = "wh-c06", *, signed: bool = True, unit: Unit = Unit.KG) -> Driver:
    """A driver with the two settings on which sources disagree; one that is not as usual needs a name of its own."""
    return Driver(name, "WH-C06", Adverts((COMPANY,)), _claims, partial(WhC06Talk, signed=signed, unit=unit))


DRIVER: Final = wh_c06()
