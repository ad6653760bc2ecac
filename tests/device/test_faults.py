from __future__ import annotations

import pytest
from bleak.exc import (
    BleakBluetoothNotAvailableError,
    BleakBluetoothNotAvailableReason,
    BleakDBusError,
    BleakError,
    BleakGATTProtocolError,
)

from device.backend import Classes
from device.errors import BluetoothOff, OffReason
from device.faults import OFF_REASONS, bluetooth_needed, needs_pairing
from simulator.stack import FaultyScanner

SOMEBODYS = Classes(scanner=FaultyScanner)
"""No system's: nobody is asked whether its service runs."""


def test_every_reason_of_bleak_has_one_of_ours() -> None:
    assert set(OFF_REASONS) == set(BleakBluetoothNotAvailableReason)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (
            BleakBluetoothNotAvailableError("x", BleakBluetoothNotAvailableReason.POWERED_OFF),
            OffReason.SWITCHED_OFF,
        ),
        (
            BleakBluetoothNotAvailableError("x", BleakBluetoothNotAvailableReason.NO_BLUETOOTH),
            OffReason.NO_RADIO,
        ),
        (
            BleakBluetoothNotAvailableError("x", BleakBluetoothNotAvailableReason.DENIED_BY_USER),
            OffReason.NOT_ALLOWED,
        ),
        (BleakDBusError("org.freedesktop.DBus.Error.ServiceUnknown", ["gone"]), OffReason.NO_SERVICE),
        (BleakDBusError("org.bluez.Error.NotReady", ["off"]), OffReason.SWITCHED_OFF),
        (BleakDBusError("org.freedesktop.DBus.Error.NoReply", ["died"]), OffReason.NO_SERVICE),
        (BleakDBusError("org.freedesktop.DBus.Error.UnknownObject", ["pulled out"]), OffReason.NO_RADIO),
        (FileNotFoundError(2, "no bus"), OffReason.NO_SERVICE),
        (ConnectionRefusedError(111, "no bus"), OffReason.NO_SERVICE),
    ],
)
async def test_bluetooth_that_is_off_is_told_from_its_reason(error: Exception, reason: OffReason) -> None:
    with pytest.raises(BluetoothOff) as caught:
        async with bluetooth_needed(SOMEBODYS):
            raise error
    assert caught.value.reason is reason
    assert reason.value in str(caught.value)


@pytest.mark.parametrize(
    "error", [BleakError("else"), BleakDBusError("org.bluez.Error.Failed", ["Input/output error"]), KeyError("x")]
)
async def test_other_errors_go_through(error: Exception) -> None:
    with pytest.raises(type(error)) as caught:
        async with bluetooth_needed(SOMEBODYS):
            raise error
    assert caught.value is error


@pytest.mark.parametrize(
    ("error", "needed"),
    [
        (BleakGATTProtocolError(0x05), True),
        (BleakGATTProtocolError(0x0C), True),
        (BleakGATTProtocolError(0x0F), True),
        (BleakGATTProtocolError(0x08), False),  # authorization: no pairing gives that
        (BleakGATTProtocolError(0x0E), False),
        (BleakDBusError("org.bluez.Error.NotPermitted", ["Not paired"]), True),
        (BleakDBusError("org.bluez.Error.Failed", ["Not connected"]), False),
        (BleakError("Not paired"), False),
    ],
)
def test_an_access_that_needs_a_pairing_is_told_from_others(error: Exception, needed: bool) -> None:
    assert needs_pairing(error) is needed
