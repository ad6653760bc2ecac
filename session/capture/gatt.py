"""From messages about handles to messages about characteristics: a capture tells itself which handle is which."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple

from session.capture.att import Spoken

_CHARACTERISTIC: Final = bytes.fromhex("0328")
_SUBSCRIPTION: Final = bytes.fromhex("0229")
"""Client Characteristic Configuration."""
_BASE: Final = "-0000-1000-8000-00805f9b34fb"


class Deed(StrEnum):
    """What is done to a characteristic."""

    READ = "read"
    WRITTEN = "written"
    NOTIFIED = "notified"
    INDICATED = "indicated"
    REFUSED = "refused"
    SUBSCRIBED = "subscribed"


class Access(NamedTuple):
    """One access."""

    time_s: float
    deed: Deed
    handle: int
    uuid: str | None
    """None where the capture began after the discovery."""
    value: bytes
    """Of a refusal its error code."""

    @property
    def by_tool(self) -> bool:
        """Whether the value is what the tool says."""
        return self.deed not in (Deed.WRITTEN, Deed.SUBSCRIBED)


@dataclass(slots=True)
class Gatt:
    """The attributes of one connection, as far as it was heard."""

    uuids: dict[int, str] = field(default_factory=dict)
    _subscriptions: dict[int, str | None] = field(default_factory=dict)
    """By the descriptor's handle, the characteristic's UUID."""
    _asked: bytes = b""
    """The request that is open."""
    _read: bytes = b""
    """What a long read has given so far."""

    def take(self, spoken: Spoken) -> Access | None:
        """The access that a message is, or completes; None for everything else."""
        pdu, time_s = spoken.pdu, spoken.time_s
        match pdu[0]:
            case 0x1B | 0x1D if len(pdu) >= 3:
                return self._access(time_s, Deed.NOTIFIED if pdu[0] == 0x1B else Deed.INDICATED, pdu[1:3], pdu[3:])
            case 0x12 | 0x52 if len(pdu) >= 3:
                self._asked = pdu
                return self._access(time_s, Deed.WRITTEN, pdu[1:3], pdu[3:])
            case 0x08 | 0x0A | 0x0C:
                self._asked = pdu
            case 0x05:
                self._learn_descriptors(pdu)
            case 0x09:
                self._learn(pdu)
            case 0x0B | 0x0D if len(self._asked) >= 3:
                self._read = (self._read if pdu[0] == 0x0D else b"") + pdu[1:]
                return self._access(time_s, Deed.READ, self._asked[1:3], self._read)
            case 0x01 if len(pdu) >= 5 and pdu[1] in (0x0A, 0x0C, 0x12):
                return self._access(time_s, Deed.REFUSED, pdu[2:4], pdu[4:5])
            case _:
                pass
        return None

    def _access(self, time_s: float, deed: Deed, handle: bytes, value: bytes) -> Access:
        number = int.from_bytes(handle, "little")
        if deed is Deed.WRITTEN and number in self._subscriptions:
            return Access(time_s, Deed.SUBSCRIBED, number, self._subscriptions[number], value)
        return Access(time_s, deed, number, self.uuids.get(number), value)

    def _learn(self, pdu: bytes) -> None:
        """Read the declarations of characteristics: handle, properties, value handle, UUID."""
        size = pdu[1] if len(pdu) > 1 else 0
        if self._asked[5:] != _CHARACTERISTIC or size not in (7, 21):
            return
        for start in range(2, len(pdu) - size + 1, size):
            value, uuid = pdu[start + 3 : start + 5], pdu[start + 5 : start + size]
            self.uuids[int.from_bytes(value, "little")] = _text(uuid)

    def _learn_descriptors(self, pdu: bytes) -> None:
        """Read handles and short UUIDs of descriptors: a subscription belongs to the value before it."""
        for start in range(2, len(pdu) - 3, 4) if pdu[1:2] == b"\x01" else ():
            handle = int.from_bytes(pdu[start : start + 2], "little")
            if pdu[start + 2 : start + 4] == _SUBSCRIPTION:
                owner = max((each for each in self.uuids if each < handle), default=handle)
                self._subscriptions[handle] = self.uuids.get(owner)


def _text(uuid: bytes) -> str:
    if len(uuid) == 2:
        return f"0000{uuid[::-1].hex()}{_BASE}"
    big = uuid[::-1].hex()
    return "-".join((big[:8], big[8:12], big[12:16], big[16:20], big[20:]))
