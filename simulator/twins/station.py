"""A twin on the air: advertises, serves its attributes, sends what it says."""

from __future__ import annotations

import asyncio
import math
from typing import Final

from bumble import att
from bumble.core import AdvertisingData
from bumble.device import Connection, Device
from bumble.gatt import Characteristic, CharacteristicValue, Service

from simulator.twins.twin import INDICATE, NOTIFY, WRITE, Sections, Twin
from simulator.virtual_time import ROUNDING_S

ADVERTISING_MS: Final = 100

_GENERAL_LE_ONLY: Final = b"\x06"
"""Flags: general discoverable, no BR/EDR."""


class Station:
    """One twin for one central at a time."""

    def __init__(self, device: Device, twin: Twin) -> None:
        self.device = device
        self.twin = twin
        self._start_s = asyncio.get_running_loop().time()
        self._woken = asyncio.Event()
        self._connection: Connection | None = None
        self._pump: asyncio.Task[None] | None = None
        self._advertised: Sections | None = None
        """What the air says now; None while it says nothing."""
        self._indications: set[asyncio.Task[None]] = set()
        self._closing = False
        self._characteristics: dict[str, Characteristic[bytes]] = {}
        for service, characteristics in twin.services.items():
            served = [self._serve(uuid, properties) for uuid, properties in characteristics.items()]
            device.add_service(Service(service, served))
        device.gatt_server.max_mtu = twin.max_mtu
        device.on(Device.EVENT_CONNECTION, self._connected)

    def now_s(self) -> float:
        """Seconds since the twin was switched on."""
        return asyncio.get_running_loop().time() - self._start_s

    async def start(self) -> None:
        """Switch the radio on."""
        await self.device.power_on()
        self._pump = asyncio.create_task(self._run())

    async def hang_up(self) -> None:
        """End the connection, as an instrument does that is switched off."""
        if self._connection is not None:
            await self._connection.disconnect()

    async def close(self) -> None:
        """End everything."""
        self._closing = True
        self._woken.set()
        if self._pump is not None:
            await self._pump
        await self.hang_up()
        await self.device.stop_advertising()
        await self.device.power_off()

    def _serve(self, uuid: str, properties: Characteristic.Properties) -> Characteristic[bytes]:
        def on_write(_connection: Connection, value: bytes) -> None:
            if not properties & WRITE:  # bumble leaves it to the one who serves
                raise att.ATT_Error(att.ATT_WRITE_NOT_PERMITTED_ERROR)
            self.twin.write(self.now_s(), uuid, bytes(value))
            self._woken.set()

        value = CharacteristicValue(write=on_write)
        self._characteristics[uuid] = Characteristic(uuid, properties, Characteristic.WRITEABLE, value)
        return self._characteristics[uuid]

    async def _advertise(self) -> None:
        """Say what there is to say, where it is new; only the pump does, since bumble bears no two at a time."""
        said = self.twin.advert(self.now_s())
        if self._connection is not None or said == self._advertised:
            return
        self._advertised = said
        kinds = AdvertisingData.Type
        sections = [(kinds.FLAGS, _GENERAL_LE_ONLY), *said]
        name = (kinds.COMPLETE_LOCAL_NAME, self.twin.name.encode())
        await self.device.start_advertising(
            advertising_data=bytes(AdvertisingData(sections)),
            scan_response_data=bytes(AdvertisingData([name])),
            advertising_interval_min=ADVERTISING_MS,
            advertising_interval_max=ADVERTISING_MS,
        )

    async def _run(self) -> None:
        """Send what is due and renew the advert, until the end."""
        while not self._closing:
            self._woken.clear()
            for uuid, value in self.twin.advance(self.now_s()):
                await self._send(uuid, value)
            await self._advertise()
            await self._rest(self.twin.next_due_s(self.now_s()))

    async def _send(self, uuid: str, value: bytes) -> None:
        if self._connection is None:
            return
        server, characteristic = self.device.gatt_server, self._characteristics[uuid]
        if characteristic.properties & INDICATE:
            self._indicate(self._connection, characteristic, value)
        elif characteristic.properties & NOTIFY:
            await server.notify_subscriber(self._connection, characteristic, value)

    def _indicate(self, connection: Connection, characteristic: Characteristic[bytes], value: bytes) -> None:
        """In the order of the calls, without waiting for the central to confirm."""
        server = self.device.gatt_server
        task = asyncio.create_task(server.indicate_subscriber(connection, characteristic, value))
        self._indications.add(task)
        task.add_done_callback(self._indications.discard)

    async def _rest(self, due_s: float) -> None:
        delay_s = due_s - self.now_s()
        if math.isinf(delay_s):
            await self._woken.wait()
            return
        timer = asyncio.get_running_loop().call_later(max(0.0, delay_s) + ROUNDING_S, self._woken.set)
        try:
            await self._woken.wait()
        finally:
            timer.cancel()

    def _connected(self, connection: Connection) -> None:
        self._connection, self._advertised = connection, None
        connection.on(Connection.EVENT_DISCONNECTION, self._disconnected)

    def _disconnected(self, _reason: int) -> None:
        self._connection = None
        for task in self._indications:
            task.cancel()
        self.twin.hang_up(self.now_s())
        self._woken.set()
