"""A tool's attributes as a GATT server offers them (docs/protocol.md §2, without firmware update)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from bumble import att
from bumble.device import Connection
from bumble.gatt import Characteristic, CharacteristicValue, Service

from protocol import uuids
from protocol.errors import FrameError
from protocol.link import Channel

MANUFACTURER: Final = "Palpate project"
MODEL: Final = "Simulated tool"
HARDWARE: Final = "simulated"

Read = Callable[[], bytes]
Write = Callable[[bytes], None]
"""Raises `FrameError` for bytes that are no request: they are refused as too short."""

_Property = Characteristic.Properties
_NOTHING: Final = _Property(0)
_OPEN: Final = Characteristic.WRITEABLE
_BONDED: Final = Characteristic.WRITEABLE | Characteristic.WRITE_REQUIRES_ENCRYPTION


class Attributes:
    """The services of one tool; their handles depend on the order here and stay the same."""

    def __init__(self, readings: dict[str, Read], control: Write, setup: Write) -> None:
        """Serve `readings` by UUID (layout, status, force, battery level, serial, firmware) and pass writes on."""
        self.samples = _notifying(uuids.SAMPLES)
        self.events = _notifying(uuids.EVENTS)
        self.control = _commanded(uuids.CONTROL, _OPEN, control)
        self.setup = _commanded(uuids.SETUP, _BONDED, setup)
        self.battery = _readable(uuids.BATTERY_LEVEL, readings[uuids.BATTERY_LEVEL], _Property.NOTIFY)
        self.force = _readable(uuids.FORCE, readings[uuids.FORCE], _Property.NOTIFY)
        layout = _readable(uuids.LAYOUT, readings[uuids.LAYOUT])
        status = _readable(uuids.STATUS, readings[uuids.STATUS])
        self.services = [
            Service(uuids.SERVICE, [layout, status, self.samples, self.events, self.control, self.setup, self.force]),
            Service(uuids.DEVICE_INFORMATION, _device_information(readings)),
            Service(uuids.BATTERY_SERVICE, [self.battery]),
        ]

    def of(self, channel: Channel) -> Characteristic[bytes]:
        """Return where what the tool says on `channel` is sent; raises `KeyError` for what it never sends."""
        return {
            Channel.SAMPLES: self.samples,
            Channel.EVENTS: self.events,
            Channel.CONTROL_REPLY: self.control,
            Channel.BATTERY: self.battery,
        }[channel]


def _device_information(readings: dict[str, Read]) -> list[Characteristic[bytes]]:
    return [
        _readable(uuids.MANUFACTURER, MANUFACTURER.encode),
        _readable(uuids.MODEL, MODEL.encode),
        _readable(uuids.SERIAL, readings[uuids.SERIAL]),
        _readable(uuids.FIRMWARE, readings[uuids.FIRMWARE]),
        _readable(uuids.HARDWARE, HARDWARE.encode),
    ]


def _readable(uuid: str, read: Read, more: Characteristic.Properties = _NOTHING) -> Characteristic[bytes]:
    def on_read(_connection: Connection) -> bytes:
        return read()

    value = CharacteristicValue(read=on_read)
    return Characteristic(uuid, _Property.READ | more, Characteristic.READABLE, value)


def _notifying(uuid: str) -> Characteristic[bytes]:
    return Characteristic(uuid, _Property.NOTIFY, Characteristic.Permissions(0), b"")


def _commanded(uuid: str, permissions: Characteristic.Permissions, write: Write) -> Characteristic[bytes]:
    def on_write(_connection: Connection, value: bytes) -> None:
        try:
            write(bytes(value))
        except FrameError as error:
            raise att.ATT_Error(att.ATT_INVALID_ATTRIBUTE_LENGTH_ERROR, message=str(error)) from error

    properties = _Property.WRITE | _Property.INDICATE
    return Characteristic(uuid, properties, permissions, CharacteristicValue(write=on_write))
