"""A computer's Bluetooth that fails as real ones do, over the one that never does."""

from __future__ import annotations

import asyncio
from typing import Any, ClassVar

from bleak.backends.characteristic import BleakGATTCharacteristic
from bleak.backends.client import NotifyCallback
from bleak.exc import BleakBluetoothNotAvailableError, BleakBluetoothNotAvailableReason
from bumble.device import Advertisement, Device

from simulator.bleak_backend import Backend, BumbleAdapter, BumbleScanner
from simulator.bleak_client import BumbleClient


class Faults:
    """What is wrong with it now."""

    def __init__(self) -> None:
        self.scan: Exception | None = None
        """Raised where a scan begins."""
        self.connect: Exception | None = None
        """Raised where a connection is made."""
        self.hangs = False
        """Nothing comes back: no answer, no notification, no end."""
        self.access: Exception | None = None
        """Raised at each access; notifications stop too."""

    def over(self, central: Device) -> Backend:
        """The classes that bleak takes as `backend=`, of a computer with these faults."""
        bound: dict[str, Any] = {"central": central, "faults": self}
        return Backend(
            type("FaultyScanner", (FaultyScanner,), dict(bound)),
            type("FaultyClient", (FaultyClient,), dict(bound)),
            type("FaultyAdapter", (BumbleAdapter,), {"central": central}),
        )


class Stack(Faults):
    """Somebody's, who may switch it off."""

    def __init__(self, central: Device) -> None:
        super().__init__()
        self.backend = self.over(central)
        self._central = central

    async def switch_off(self) -> None:
        """Nothing can be found and reached any more, and what is connected is not."""
        self.scan = self.connect = powered_off()
        for connection in list(self._central.connections.values()):
            await connection.disconnect()

    def switch_on(self) -> None:
        """All is well again."""
        self.scan = self.connect = None


def powered_off() -> Exception:
    """What bleak raises where Bluetooth is switched off."""
    return BleakBluetoothNotAvailableError("off", BleakBluetoothNotAvailableReason.POWERED_OFF)


class FaultyScanner(BumbleScanner):
    """Scans unless something is wrong."""

    faults: ClassVar[Faults]

    async def start(self) -> None:
        """Listen for adverts."""
        await _fail(self.faults, self.faults.scan)
        await super().start()

    def _heard(self, advertisement: Advertisement) -> None:
        if self.faults.scan is None:
            super()._heard(advertisement)


class FaultyClient(BumbleClient):
    """Connects and lets be accessed unless something is wrong."""

    faults: ClassVar[Faults]

    async def connect(self, pair: bool, **kwargs: Any) -> None:
        """Connect, agree on the MTU and discover."""
        await _fail(self.faults, self.faults.connect)
        await super().connect(pair, **kwargs)

    async def disconnect(self) -> None:
        """End the connection."""
        await _fail(self.faults, self.faults.access)
        await super().disconnect()

    async def read_gatt_char(self, characteristic: BleakGATTCharacteristic, **kwargs: Any) -> bytearray:
        """Read a value."""
        await _fail(self.faults, self.faults.access)
        return await super().read_gatt_char(characteristic, **kwargs)

    async def start_notify(
        self, characteristic: BleakGATTCharacteristic, callback: NotifyCallback, **kwargs: Any
    ) -> None:
        """Subscribe."""

        def pass_on(value: bytearray) -> None:
            if not (self.faults.hangs or self.faults.access):
                callback(value)

        await super().start_notify(characteristic, pass_on, **kwargs)


async def _fail(faults: Faults, error: Exception | None) -> None:
    if faults.hangs:
        await asyncio.Event().wait()
    if error is not None:
        raise error
