"""bleak's errors as ours."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from bleak.exc import (
    BleakBluetoothNotAvailableError,
    BleakBluetoothNotAvailableReason,
    BleakDBusError,
    BleakError,
    BleakGATTProtocolError,
    BleakGATTProtocolErrorCode,
)

from device.backend import Backend, is_bluez
from device.errors import BluetoothOff, OffReason
from device.service import service_runs

_Reason = BleakBluetoothNotAvailableReason

STACK_ERRORS: Final = (BleakError, OSError, EOFError)
"""What bleak raises when the stack below it fails; the last two (and TimeoutError, an OSError) when D-Bus dies."""

OFF_REASONS: Final = {
    _Reason.NO_BLUETOOTH: OffReason.NO_RADIO,
    _Reason.NO_BLE_CENTRAL_ROLE: OffReason.NO_RADIO,
    _Reason.POWERED_OFF: OffReason.SWITCHED_OFF,
    _Reason.DENIED_BY_USER: OffReason.NOT_ALLOWED,
    _Reason.DENIED_BY_SYSTEM: OffReason.NOT_ALLOWED,
    _Reason.DENIED_BY_UNKNOWN: OffReason.NOT_ALLOWED,
    _Reason.UNKNOWN: OffReason.UNKNOWN,
}

OFF_DBUS_ERRORS: Final = {
    "org.freedesktop.DBus.Error.ServiceUnknown": OffReason.NO_SERVICE,
    "org.freedesktop.DBus.Error.NameHasNoOwner": OffReason.NO_SERVICE,
    "org.freedesktop.DBus.Error.NoReply": OffReason.NO_SERVICE,  # it ended while it was asked
    "org.freedesktop.DBus.Error.UnknownObject": OffReason.NO_RADIO,  # of an adapter that was pulled out just now
    "org.bluez.Error.NotReady": OffReason.SWITCHED_OFF,
}
"""What BlueZ says by way of D-Bus where bleak has no reason of its own."""

PAIRING_CODES: Final = frozenset(
    {
        BleakGATTProtocolErrorCode.INSUFFICIENT_AUTHENTICATION,
        BleakGATTProtocolErrorCode.INSUFFICIENT_ENCRYPTION,
        BleakGATTProtocolErrorCode.INSUFFICIENT_ENCRYPTION_KEY_SIZE,
    }
)
"""ATT errors of an attribute that is for paired computers only."""


def needs_pairing(error: BaseException) -> bool:
    """Whether an access failed for want of a pairing, and for nothing else: the link is there."""
    match error:
        case BleakGATTProtocolError():
            return error.code in PAIRING_CODES
        case BleakDBusError():  # the other errors of this name are ATT errors, bleak has told them apart
            return error.dbus_error == "org.bluez.Error.NotPermitted"
        case _:
            return False


def off_reason(error: BaseException) -> OffReason | None:
    """Why Bluetooth is not available, None where the error says something else."""
    match error:
        case BleakBluetoothNotAvailableError():
            return OFF_REASONS[error.reason]
        case BleakDBusError():
            return OFF_DBUS_ERRORS.get(error.dbus_error)
        case FileNotFoundError() | ConnectionRefusedError():  # no D-Bus at all
            return OffReason.NO_SERVICE
        case _:
            return None


@asynccontextmanager
async def bluetooth_needed(backend: Backend) -> AsyncIterator[None]:
    """Raise `BluetoothOff` where the block fails because Bluetooth is not available; other errors go through."""
    try:
        yield
    except Exception as error:
        reason = off_reason(error)
        if reason is None:
            raise
        if reason is OffReason.NO_RADIO and is_bluez(backend) and await service_runs() is False:
            reason = OffReason.NO_SERVICE  # stopped in order: it took its radios with it
        raise BluetoothOff(reason) from error
