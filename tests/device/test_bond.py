from __future__ import annotations

from typing import Any

import pytest
from bleak.backends.device import BLEDevice
from bleak.exc import BleakDBusError, BleakDeviceNotFoundError, BleakError

from device.bond import bond_refused

HUNG_UP = BleakError("failed to discover services, device disconnected")
PAIRED: Any = {"path": "/org/bluez/hci0/dev_1", "props": {"Paired": True}}
STRANGE: Any = {"path": "/org/bluez/hci0/dev_1", "props": {"Paired": False}}


@pytest.mark.parametrize(
    ("error", "details", "refused"),
    [
        (HUNG_UP, PAIRED, True),
        (HUNG_UP, STRANGE, False),
        (HUNG_UP, None, False),
        (TimeoutError(), PAIRED, False),
        (BleakDeviceNotFoundError("F0", "gone"), PAIRED, False),
        (BleakDBusError("org.bluez.Error.Failed", ["Input/output error"]), PAIRED, False),
        (BleakDBusError("org.bluez.Error.AuthenticationFailed", ["no"]), STRANGE, True),
        (BleakError("Failed to connect: Peer removed pairing information"), None, True),
        (BleakError("HCI_Error(hci/PIN_OR_KEY_MISSING_ERROR [0x6])"), None, True),
    ],
)
def test_a_pairing_that_the_device_forgot_is_told_from_other_failures(
    error: Exception, details: Any, refused: bool
) -> None:
    assert bond_refused(error, BLEDevice("F0", None, details)) is refused
