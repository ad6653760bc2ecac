"""Signs that a device forgot a pairing which the system remembers."""

from __future__ import annotations

from typing import Final

from bleak.backends.device import BLEDevice
from bleak.exc import BleakDBusError, BleakError

WORDS: Final = ("removed pairing information", "pin_or_key_missing")
"""How CoreBluetooth (CBError 14) and bumble (HCI error 0x06) say it; neither gives more than text."""


def bond_refused(error: BaseException, device: BLEDevice) -> bool:
    """Whether a connection that was not made looks as if the device had forgotten the pairing.

    BlueZ has no word for it: a device that it is paired with hangs up before it is discovered, which happens for
    other reasons too. Windows' words are not known.
    """
    match error:
        case BleakDBusError():
            return error.dbus_error == "org.bluez.Error.AuthenticationFailed"
        case BleakError() if any(word in str(error).lower() for word in WORDS):
            return True
        case _:
            return type(error) is BleakError and _is_paired(device)


def _is_paired(device: BLEDevice) -> bool:
    match device.details:
        case {"props": {"Paired": True}}:
            return True
        case _:
            return False
