"""The tool's model as a Bluetooth LE peripheral."""

from __future__ import annotations

import asyncio
import math
import struct
from typing import Final, Protocol

from bumble.core import UUID, AdvertisingData
from bumble.device import Connection, Device
from bumble.gatt import Characteristic, Service

from protocol import uuids
from simulator.attributes import Attributes
from simulator.radio_model import RadioModel
from simulator.visit import Times, ToolModel, Visit

EAGER_MS: Final = 100
EAGER_S: Final = 30.0
PATIENT_MS: Final = 1000
"""Advertising intervals after power-on and after a disconnect, and from `EAGER_S` on (docs/protocol.md §3)."""

UNKNOWN_FORCE_MN: Final = 0x7FFFFFFF
"""“Value is not known” of the characteristic Force (GATT Specification Supplement)."""

NEW_SERVICE: Final = "7a1c0000-5c3e-4f0a-9d21-0c6a3b1e5f77"
"""Of a later firmware; nobody knows it."""

_GENERAL_LE_ONLY: Final = b"\x06"
"""Flags: general discoverable, no BR/EDR."""


class Surroundings(Protocol):
    """What a tool's radio is like: the virtual air, or a radio of its own."""

    @property
    def model(self) -> RadioModel:
        """How good it is."""
        ...

    @property
    def anchor_s(self) -> float:
        """The loop's time of the latest connection event."""
        ...


class Peripheral:
    """Advertises one tool, serves its attributes and sends what it says, to one central at a time."""

    def __init__(self, device: Device, tool: ToolModel, air: Surroundings) -> None:
        self.device = device
        self._tool = tool
        self._air = air
        self._start_s = asyncio.get_running_loop().time()
        self._visit: Visit | None = None
        self._answered = asyncio.Event()
        """Somebody connected, or nobody shall any more: ends the advertising."""
        self._advertiser: asyncio.Task[None] | None = None
        self._attributes = Attributes(
            {
                uuids.LAYOUT: lambda: self._looked_up(tool.layout),
                uuids.STATUS: lambda: self._looked_up(tool.status(self.now_s())),
                uuids.FORCE: self._force,
                uuids.BATTERY_LEVEL: lambda: bytes((tool.battery_percent(self.now_s()),)),
                uuids.SERIAL: tool.serial.encode,
                uuids.FIRMWARE: tool.firmware.encode,
            },
            self._write_control,
            self._write_setup,
        )
        device.gatt_server.max_mtu = air.model.mtu
        device.add_services(self._attributes.services)
        device.gatt_server.on(device.gatt_server.EVENT_CHARACTERISTIC_SUBSCRIPTION, self._subscribed)
        device.on(Device.EVENT_CONNECTION, self._connected)

    def now_s(self) -> float:
        """Seconds of the loop since the tool was switched on."""
        return asyncio.get_running_loop().time() - self._start_s

    async def start(self) -> None:
        """Switch the radio on and advertise."""
        await self.device.power_on()
        self._advertise()

    def wake(self) -> None:
        """Look after the tool now: something happened to it that it does not know the time of."""
        if self._visit is not None:
            self._visit.wake()

    def change_handles(self) -> None:
        """Have other handles from now on, as after an update of the firmware."""
        server, own = self.device.gatt_server, self._attributes.services
        before = [service for service in server.services if service not in own]
        server.attributes.clear()
        server.attributes_by_handle.clear()
        server.services.clear()
        server.add_services([*before, Service(NEW_SERVICE, []), *own])

    async def disconnect(self) -> None:
        """Hang up, as the tool does when it is switched off."""
        if self._visit is not None:
            await self._visit.connection.disconnect()

    async def close(self) -> None:
        """End everything; the model is left as it is."""
        await self.disconnect()
        self._answered.set()
        if self._advertiser is not None:
            await self._advertiser
        await self.device.power_off()

    def _advertise(self) -> None:
        self._answered = asyncio.Event()
        self._advertiser = asyncio.get_running_loop().create_task(self._call_out(self._answered))

    async def _call_out(self, answered: asyncio.Event) -> None:
        """Advertise until somebody answers; never cancelled, since bumble cannot bear it inside a command."""
        if await self._is_away(answered):
            return
        await self._advertise_every(EAGER_MS)
        try:
            async with asyncio.timeout(EAGER_S):
                await answered.wait()
        except TimeoutError:
            await self._advertise_every(PATIENT_MS)
            await answered.wait()
        await self.device.stop_advertising()

    async def _is_away(self, answered: asyncio.Event) -> bool:
        """Wait as long as nobody can reach the tool; True where it is switched off meanwhile."""
        away_s = self._tool.away_until_s - self.now_s()
        if away_s <= 0:
            return False
        try:
            async with asyncio.timeout(None if math.isinf(away_s) else away_s):
                return await answered.wait()
        except TimeoutError:
            return False

    async def _advertise_every(self, interval_ms: int) -> None:
        await self.device.start_advertising(
            advertising_data=_advert(self._tool.name),
            scan_response_data=_scan_response(self._tool.service_data(self.now_s())),
            advertising_interval_min=interval_ms,
            advertising_interval_max=interval_ms,
        )

    def _connected(self, connection: Connection) -> None:
        self._answered.set()
        self._visit = Visit(connection, self._tool, self._attributes, Times(self.now_s, self._anchor_s))
        connection.on(Connection.EVENT_DISCONNECTION, self._disconnected)

    def _disconnected(self, _reason: int) -> None:
        if self._visit is not None:
            self._visit.end()
            self._visit = None
            self._advertise()

    def _subscribed(self, _bearer: object, characteristic: Characteristic[bytes], notify: bool, _: bool) -> None:
        if self._visit is not None and notify and characteristic is self._attributes.samples:
            self._visit.subscribe()

    def _looked_up(self, value: bytes) -> bytes:
        """Whoever reads may have got as far as the tool wants."""
        self.wake()
        return value

    def _write_control(self, request: bytes) -> None:
        self._tool.write_control(self.now_s(), request)
        if self._visit is not None:
            self._visit.wake()

    def _write_setup(self, request: bytes) -> None:
        replies = self._tool.write_setup(self.now_s(), request)
        if self._visit is not None:
            for reply in replies:
                self._visit.indicate(self._attributes.setup, reply)
            self._visit.wake()

    def _force(self) -> bytes:
        force_mn = self._tool.force_mn(self.now_s())
        return struct.pack("<i", UNKNOWN_FORCE_MN if force_mn is None else force_mn)

    def _anchor_s(self) -> float:
        return self._air.anchor_s - self._start_s


def _advert(name: str) -> bytes:
    kinds = AdvertisingData.Type
    return bytes(
        AdvertisingData(
            [
                (kinds.FLAGS, _GENERAL_LE_ONLY),
                (kinds.COMPLETE_LIST_OF_128_BIT_SERVICE_CLASS_UUIDS, bytes(UUID(uuids.SERVICE))),
                (kinds.COMPLETE_LOCAL_NAME, name.encode()),
            ]
        )
    )


def _scan_response(service_data: bytes) -> bytes:
    kind = AdvertisingData.Type.SERVICE_DATA_128_BIT_UUID
    return bytes(AdvertisingData([(kind, bytes(UUID(uuids.SERVICE)) + service_data)]))
