"""Bluetooth stacks that fail as real ones do, over the simulated one, and a program that takes tools away."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, ClassVar

from bleak.backends.characteristic import BleakGATTCharacteristic
from bleak.backends.client import NotifyCallback
from bleak.exc import BleakBluetoothNotAvailableError, BleakBluetoothNotAvailableReason, BleakDBusError
from bumble.device import Device, DeviceConfiguration
from bumble.hci import Address
from bumble.host import Host
from bumble.transport.common import AsyncPipeSink

from device.backend import Classes
from simulator.air import VirtualTools
from simulator.bleak_backend import BumbleScanner
from simulator.bleak_client import BumbleClient
from simulator.controller import AirController


class Faults:
    """What is wrong with a stack now."""

    def __init__(self) -> None:
        self.scan: Exception | None = None
        """Raised where a scan begins."""
        self.connect: Exception | None = None
        """Raised where a connection is made."""
        self.hangs = False
        """Nothing comes back: no answer, no notification, no end."""
        self.access: Exception | None = None
        """Raised at each access; notifications stop too."""


def powered_off() -> Exception:
    """What bleak raises where Bluetooth is switched off."""
    return BleakBluetoothNotAvailableError("off", BleakBluetoothNotAvailableReason.POWERED_OFF)


def service_gone() -> Exception:
    """What bleak raises where bluetoothd was killed."""
    return BleakDBusError("org.freedesktop.DBus.Error.ServiceUnknown", ["The name org.bluez was not provided"])


def faulty(tools: VirtualTools, faults: Faults) -> Classes:
    """Put faults over the stack of these tools."""
    bound: dict[str, Any] = {"central": central_of(tools), "faults": faults}
    return Classes(
        type("Scanner", (FaultyScanner,), dict(bound)), type("Client", (FaultyClient,), bound), tools.backend.adapter
    )


def central_of(tools: VirtualTools) -> Device:
    """Return the radio of the computer."""
    assert issubclass(tools.backend.scanner, BumbleScanner)
    return tools.backend.scanner.central


class FaultyScanner(BumbleScanner):
    """Scans unless a fault says otherwise."""

    faults: ClassVar[Faults]

    async def start(self) -> None:
        await _fail(self.faults, self.faults.scan)
        await super().start()


class FaultyClient(BumbleClient):
    """Connects and lets be accessed unless a fault says otherwise."""

    faults: ClassVar[Faults]

    async def connect(self, pair: bool, **kwargs: Any) -> None:
        await _fail(self.faults, self.faults.connect)
        await super().connect(pair, **kwargs)

    async def disconnect(self) -> None:
        await _fail(self.faults, self.faults.access)
        await super().disconnect()

    async def read_gatt_char(self, characteristic: BleakGATTCharacteristic, **kwargs: Any) -> bytearray:
        await _fail(self.faults, self.faults.access)
        return await super().read_gatt_char(characteristic, **kwargs)

    async def start_notify(
        self, characteristic: BleakGATTCharacteristic, callback: NotifyCallback, **kwargs: Any
    ) -> None:
        def pass_on(value: bytearray) -> None:
            if not (self.faults.hangs or self.faults.access):
                callback(value)

        await super().start_notify(characteristic, pass_on, **kwargs)


async def _fail(faults: Faults, error: Exception | None) -> None:
    if faults.hangs:
        await asyncio.Event().wait()
    if error is not None:
        raise error


@asynccontextmanager
async def other_computer(tools: VirtualTools, peripheral: int = 0) -> AsyncIterator[None]:
    """Let another computer hold a tool's connection: it does not advertise meanwhile."""
    controller = AirController("other", tools.air)
    configuration = DeviceConfiguration(name="other", address=Address("C0:00:00:00:00:02"))
    other = Device(config=configuration, host=Host(controller, AsyncPipeSink(controller)))
    await other.power_on()
    connection = await other.connect(tools.peripherals[peripheral].device.random_address)
    yield
    await connection.disconnect()
    await other.power_off()
