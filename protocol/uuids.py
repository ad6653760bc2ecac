"""The attributes of the profile (docs/protocol.md §2)."""

from __future__ import annotations

from typing import Final

SERVICE: Final = "b6d40001-3f0c-4d6e-9a57-2c81e05f7a19"
"""Advertised; everything below is inside it unless its comment says otherwise."""

LAYOUT: Final = "b6d40002-3f0c-4d6e-9a57-2c81e05f7a19"
STATUS: Final = "b6d40003-3f0c-4d6e-9a57-2c81e05f7a19"
SAMPLES: Final = "b6d40004-3f0c-4d6e-9a57-2c81e05f7a19"
EVENTS: Final = "b6d40005-3f0c-4d6e-9a57-2c81e05f7a19"
CONTROL: Final = "b6d40006-3f0c-4d6e-9a57-2c81e05f7a19"
SETUP: Final = "b6d40007-3f0c-4d6e-9a57-2c81e05f7a19"
FORCE: Final = "00002c07-0000-1000-8000-00805f9b34fb"
"""The only tared value, for generic clients."""

REQUIRED: Final = (LAYOUT, STATUS, SAMPLES, EVENTS, CONTROL)
"""Without one of these a client can do nothing."""

DEVICE_INFORMATION: Final = "0000180a-0000-1000-8000-00805f9b34fb"
MANUFACTURER: Final = "00002a29-0000-1000-8000-00805f9b34fb"
MODEL: Final = "00002a24-0000-1000-8000-00805f9b34fb"
SERIAL: Final = "00002a25-0000-1000-8000-00805f9b34fb"
FIRMWARE: Final = "00002a26-0000-1000-8000-00805f9b34fb"
HARDWARE: Final = "00002a27-0000-1000-8000-00805f9b34fb"

BATTERY_SERVICE: Final = "0000180f-0000-1000-8000-00805f9b34fb"
BATTERY_LEVEL: Final = "00002a19-0000-1000-8000-00805f9b34fb"
