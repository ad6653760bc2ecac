"""The Force characteristic of the Bluetooth SIG, 0x2C07: millinewtons, whatever the service around it.

Written from the GATT Specification Supplement; checked against documents and another reader of them, not against
hardware. Our own tool has the characteristic too, for programs that know nothing else.
"""

from __future__ import annotations

import struct
from typing import Final, NamedTuple

from protocol import uuids
from protocol.errors import FrameError
from protocol.instruments.ability import Ability, Clock
from protocol.instruments.arrivals import ArrivalTalk
from protocol.instruments.driver import Advertised, Driver, Gatt
from protocol.layout import Direction
from protocol.sentence import Sentence

UNKNOWN: Final = 0x7FFFFFFF
_FORCE: Final = struct.Struct("<i")
_STEPS_PER_N: Final = 1000


class Force(NamedTuple):
    """One value; None where the instrument does not know it."""

    force_n: float | None

    @classmethod
    def from_bytes(cls, data: bytes) -> Force:
        """Read the characteristic; raises `FrameError` when it is cut short."""
        if len(data) < _FORCE.size:
            raise FrameError(f"a force has {_FORCE.size} bytes, not {len(data)}")
        (steps,) = _FORCE.unpack_from(data)
        return cls(None if steps == UNKNOWN else steps / _STEPS_PER_N)

    def __bytes__(self) -> bytes:
        steps = UNKNOWN if self.force_n is None else round(self.force_n * _STEPS_PER_N)
        try:
            return _FORCE.pack(steps)
        except struct.error as error:
            raise FrameError(f"{self.force_n} N do not fit the characteristic: {error}") from error


def _claims(_said: Advertised) -> bool:
    """Never: a characteristic shows only after connecting, so a person names the device."""
    return False


TITLE: Final = Sentence("force sensor")
ABILITY: Final = Ability(
    rate_hz=None,
    clock=Clock.ARRIVAL,
    tare=False,
    resend=False,
    direction=Direction.COMPRESSION | Direction.PULL,
)
DRIVER: Final = Driver(
    "sig-force",
    TITLE,
    Gatt((uuids.FORCE,)),
    _claims,
    lambda: ArrivalTalk(TITLE, ABILITY, lambda data: Force.from_bytes(data).force_n),
)
