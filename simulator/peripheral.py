"""The tool's model as a Bluetooth LE peripheral."""

from __future__ import annotations

import asyncio
from typing import Final

from bumble.core import UUID, AdvertisingData
from bumble.device import Connection, Device

from protocol import uuids
from protocol.control import Reply, Request, Result
from simulator.attributes import Attributes
from simulator.visit import ToolModel, Visit

MTU: Final = 247
"""The largest of the profile: one link-layer packet holds one frame."""

EAGER_MS: Final = 100
EAGER_S: Final = 30.0
PATIENT_MS: Final = 1000
"""Advertising intervals after power-on and after a disconnect, and from `EAGER_S` on (docs/protocol.md §3)."""

_GENERAL_LE_ONLY: Final = b"\x06"
"""Flags: general discoverable, no BR/EDR."""


class Peripheral:
    """Advertises one tool, serves its attributes and sends what it says, to one central at a time."""

    def __init__(self, device: Device, tool: ToolModel) -> None:
        self.device = device
        self._tool = tool
        self._start_s = asyncio.get_running_loop().time()
        self._visit: Visit | None = None
        self._answered = asyncio.Event()
        """Somebody connected, or nobody shall any more: ends the advertising."""
        self._advertiser: asyncio.Task[None] | None = None
        self._attributes = Attributes(
            {
                uuids.LAYOUT: lambda: tool.layout,
                uuids.STATUS: lambda: tool.status(self.now_s()),
                uuids.BATTERY_LEVEL: lambda: bytes((tool.battery_percent(self.now_s()),)),
                uuids.SERIAL: tool.serial.encode,
                uuids.FIRMWARE: tool.firmware.encode,
            },
            self._write_control,
            self._write_setup,
        )
        device.gatt_server.max_mtu = MTU
        device.add_services(self._attributes.services)
        device.on(Device.EVENT_CONNECTION, self._connected)

    def now_s(self) -> float:
        """Seconds of the loop since the tool was switched on."""
        return asyncio.get_running_loop().time() - self._start_s

    async def start(self) -> None:
        """Switch the radio on and advertise."""
        await self.device.power_on()
        self._advertise()

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
        await self._advertise_every(EAGER_MS)
        try:
            async with asyncio.timeout(EAGER_S):
                await answered.wait()
        except TimeoutError:
            await self._advertise_every(PATIENT_MS)
            await answered.wait()
        await self.device.stop_advertising()

    async def _advertise_every(self, interval_ms: int) -> None:
        await self.device.start_advertising(
            advertising_data=_advert(self._tool.name),
            scan_response_data=_scan_response(self._tool.service_data(self.now_s())),
            advertising_interval_min=interval_ms,
            advertising_interval_max=interval_ms,
        )

    def _connected(self, connection: Connection) -> None:
        self._answered.set()
        self._visit = Visit(connection, self._tool, self._attributes, self.now_s)
        connection.on(Connection.EVENT_DISCONNECTION, self._disconnected)

    def _disconnected(self, _reason: int) -> None:
        if self._visit is not None:
            self._visit.end()
            self._visit = None
            self._advertise()

    def _write_control(self, request: bytes) -> None:
        self._tool.write_control(self.now_s(), request)
        if self._visit is not None:
            self._visit.wake()

    def _write_setup(self, request: bytes) -> None:
        """Answer that no setup command is known: the simulated tool is not calibrated over the air."""
        reply = Reply.of(Request.from_bytes(request), Result.UNKNOWN)
        if self._visit is not None:
            self._visit.indicate(self._attributes.setup, bytes(reply))


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
