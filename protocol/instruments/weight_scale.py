"""The Weight Scale Service of the Bluetooth SIG: bathroom scales and many that people build.

Written from the Weight Scale Service 1.0 and the GATT Specification Supplement; checked against documents and another
reader of them, not against hardware. Little endian.
"""

from __future__ import annotations

import struct
from datetime import datetime
from enum import IntFlag
from typing import Final, NamedTuple

from protocol.errors import FrameError
from protocol.instruments.ability import Ability, Clock
from protocol.instruments.arrivals import ArrivalTalk
from protocol.instruments.driver import Advertised, Driver, Gatt
from protocol.instruments.timeline import STANDARD_GRAVITY
from protocol.layout import Direction
from protocol.sentence import Sentence

SERVICE: Final = "0000181d-0000-1000-8000-00805f9b34fb"
MEASUREMENT: Final = "00002a9d-0000-1000-8000-00805f9b34fb"

POUND_KG: Final = 0.45359237
"""By definition (1959)."""
UNSUCCESSFUL: Final = 0xFFFF
"""The weight of a measurement that failed."""
STALE_S: Final = 5.0
"""Scales send a weight when it is stable and then nothing (assumed)."""

_HEAD: Final = struct.Struct("<BH")
_TIME: Final = struct.Struct("<HBBBBB")
_BODY: Final = struct.Struct("<HH")
_KG_STEPS: Final = 200
_LB_STEPS: Final = 100


class Flag(IntFlag):
    """Which unit, and which fields follow the weight, in this order."""

    IMPERIAL = 1
    TIME = 2
    USER = 4
    BODY = 8
    """Body mass index and height."""


_SIZES: Final = {Flag.TIME: _TIME.size, Flag.USER: 1, Flag.BODY: _BODY.size}


class WeightMeasurement(NamedTuple):
    """One measurement; the fields that it may lack are None."""

    weight_kg: float | None
    """None where the measurement failed."""
    imperial: bool = False
    """Whether it came in steps of 0.01 lb instead of 0.005 kg."""
    taken: datetime | None = None
    """On the scale's own calendar, to the second; None also where the scale does not know the date."""
    user: int | None = None

    @classmethod
    def from_bytes(cls, data: bytes) -> WeightMeasurement:
        """Read one indication; raises `FrameError` where it is cut short or its time is none."""
        if len(data) < _HEAD.size:
            raise FrameError(f"a weight measurement has at least {_HEAD.size} bytes, not {len(data)}")
        flags, steps = _HEAD.unpack_from(data)
        fields = _fields(data, Flag(flags & 0x0F))
        taken, user = fields.get(Flag.TIME), fields.get(Flag.USER)
        imperial = bool(flags & Flag.IMPERIAL)
        return cls(
            _weight_kg(steps, imperial), imperial, _date_time(taken) if taken else None, user[0] if user else None
        )

    def __bytes__(self) -> bytes:
        flags, rest = Flag(0), b""
        if self.taken is not None:
            t = self.taken
            flags, rest = flags | Flag.TIME, _TIME.pack(t.year, t.month, t.day, t.hour, t.minute, t.second)
        if self.user is not None:
            flags, rest = flags | Flag.USER, rest + bytes((self.user,))
        if self.imperial:
            flags |= Flag.IMPERIAL
        try:
            return _HEAD.pack(flags, self._steps) + rest
        except struct.error as error:
            raise FrameError(f"{self.weight_kg} kg do not fit the measurement: {error}") from error

    @property
    def _steps(self) -> int:
        if self.weight_kg is None:
            return UNSUCCESSFUL
        return round(self.weight_kg / POUND_KG * _LB_STEPS if self.imperial else self.weight_kg * _KG_STEPS)


def _fields(data: bytes, flags: Flag) -> dict[Flag, bytes]:
    """The bytes of each field that follows the weight."""
    found, at = dict[Flag, bytes](), _HEAD.size
    for flag, size in _SIZES.items():
        if flag in flags:
            found[flag], at = data[at : at + size], at + size
    if at > len(data):
        raise FrameError(f"the fields of a weight measurement end at byte {at}, and there are {len(data)}")
    return found


def _weight_kg(steps: int, imperial: bool) -> float | None:
    if steps == UNSUCCESSFUL:
        return None
    return steps / _LB_STEPS * POUND_KG if imperial else steps / _KG_STEPS


def _date_time(raw: bytes) -> datetime | None:
    """A calendar time without a zone; a year, month or day of 0 means that it is not known."""
    parts = _TIME.unpack(raw)
    if 0 in parts[:3]:
        return None
    try:
        return datetime(*parts)  # noqa: DTZ001 - the scale's calendar has no zone
    except ValueError as error:
        raise FrameError(f"{parts} is no time: {error}") from error


def _force_n(data: bytes) -> float | None:
    weight_kg = WeightMeasurement.from_bytes(data).weight_kg
    return None if weight_kg is None else weight_kg * STANDARD_GRAVITY


def _claims(said: Advertised) -> bool:
    return SERVICE in said.services


TITLE: Final = Sentence("weight scale")
ABILITY: Final = Ability(
    rate_hz=None, clock=Clock.ARRIVAL, tare=False, resend=False, direction=Direction.COMPRESSION, stale_s=STALE_S
)
DRIVER: Final = Driver(
    "weight-scale", TITLE, Gatt((MEASUREMENT,)), _claims, lambda: ArrivalTalk(TITLE, ABILITY, _force_n)
)
