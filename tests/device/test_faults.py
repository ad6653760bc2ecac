from __future__ import annotations

import pytest
from bleak.exc import BleakBluetoothNotAvailableError, BleakBluetoothNotAvailableReason, BleakDBusError, BleakError

from device.errors import BluetoothOff, OffReason
from device.faults import OFF_REASONS, bluetooth_needed


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
def test_bluetooth_that_is_off_is_told_from_its_reason(error: Exception, reason: OffReason) -> None:
    with pytest.raises(BluetoothOff) as caught, bluetooth_needed():
        raise error
    assert caught.value.reason is reason
    assert reason.value in str(caught.value)


@pytest.mark.parametrize(
    "error", [BleakError("else"), BleakDBusError("org.bluez.Error.Failed", ["Input/output error"]), KeyError("x")]
)
def test_other_errors_go_through(error: Exception) -> None:
    with pytest.raises(type(error)) as caught, bluetooth_needed():
        raise error
    assert caught.value is error
