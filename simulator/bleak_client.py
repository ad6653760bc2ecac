"""bleak's client over a bumble host."""

from __future__ import annotations

import asyncio
import contextlib
import functools
from collections.abc import Awaitable, Callable
from typing import Any, ClassVar, Final, TypeVar

from bleak.assigned_numbers import gatt_char_props_to_strs
from bleak.backends.characteristic import BleakGATTCharacteristic
from bleak.backends.client import BaseBleakClient, NotifyCallback
from bleak.backends.descriptor import BleakGATTDescriptor
from bleak.backends.device import BLEDevice
from bleak.backends.service import BleakGATTService, BleakGATTServiceCollection
from bleak.exc import BleakError, BleakGATTProtocolError
from bumble import att, core, hci
from bumble.core import UUID
from bumble.device import Connection, Device
from bumble.gatt_client import CharacteristicProxy, Client, ServiceProxy

from simulator.adverts import uuid_text

Answer = TypeVar("Answer")

PREFERRED_MTU: Final = 517
"""What BlueZ and Windows ask for."""

SERVICE_CHANGED: Final = UUID.from_16_bits(0x2A05)
NEEDS_PAIRING: Final = frozenset({att.ATT_INSUFFICIENT_AUTHENTICATION_ERROR, att.ATT_INSUFFICIENT_ENCRYPTION_ERROR})
"""Operating systems pair by themselves and try again when an access ends with one of these."""


class BumbleClient(BaseBleakClient):
    """One connection of the host."""

    central: ClassVar[Device]

    def __init__(self, address_or_ble_device: BLEDevice | str, services: set[str] | None = None, **kwargs: Any) -> None:
        super().__init__(address_or_ble_device, **kwargs)
        known = address_or_ble_device if isinstance(address_or_ble_device, BLEDevice) else None
        self._peer: hci.Address = known.details if known else hci.Address(self.address)
        self._name = (known.name if known else None) or self.address.replace(":", "-")
        self._wanted = services
        self._connection: Connection | None = None

    @property
    def name(self) -> str:
        """The advertised name, else the address."""
        return self._name

    @property
    def mtu_size(self) -> int:
        """The ATT MTU in force."""
        return self._connection.att_mtu if self._connection else att.ATT_DEFAULT_MTU

    @property
    def is_connected(self) -> bool:
        """Whether the link is up."""
        return self._connection is not None

    async def connect(self, pair: bool, **_: Any) -> None:
        """Connect, agree on the MTU and discover; raises `TimeoutError` and `BleakError`."""
        if self._connection:
            raise BleakError("already connected")
        self._connection = connection = await self._reach(self._timeout)
        connection.on(Connection.EVENT_DISCONNECTION, functools.partial(self._gone, connection))
        try:
            async with asyncio.timeout(self._timeout):
                await self._secure(connection, pair)
                await _settled(self._gatt.request_mtu(PREFERRED_MTU))
                self.services = await self._discover()
        except BaseException:
            await self.disconnect()
            raise

    async def disconnect(self) -> None:
        """End the connection; does nothing without one."""
        if connection := self._connection:
            with contextlib.suppress(core.BaseBumbleError):  # the link went first
                await connection.disconnect()
            self._gone(connection, 0)

    async def pair(self, *_: Any, **__: Any) -> None:
        """Pair by Just Works, unless that is done."""
        if not self._live.is_encrypted:
            await _settled(self._live.pair())

    async def unpair(self) -> None:
        """Forget the bond and disconnect."""
        if self.central.keystore is not None and await self.central.keystore.get(str(self._peer)):
            await self.central.keystore.delete(str(self._peer))
        await self.disconnect()

    async def read_gatt_char(
        self, characteristic: BleakGATTCharacteristic, *, use_cached: bool = False, **_: Any
    ) -> bytearray:
        """Read a value; nothing is cached."""
        return await self._read(characteristic.handle)

    async def read_gatt_descriptor(
        self, descriptor: BleakGATTDescriptor, *, use_cached: bool = False, **_: Any
    ) -> bytearray:
        """Read a descriptor; nothing is cached."""
        return await self._read(descriptor.handle)

    async def write_gatt_char(self, characteristic: BleakGATTCharacteristic, data: Any, response: bool) -> None:
        """Write a value; without response it returns when the radio has taken it."""
        if not response and len(data) > self.mtu_size - 3:
            raise BleakError(f"a write without response carries at most {self.mtu_size - 3} bytes, not {len(data)}")
        await self._ask(lambda: self._gatt.write_value(characteristic.handle, bytes(data), response))
        if not response and self._connection:
            await _settled(self._connection.drain())

    async def write_gatt_descriptor(self, descriptor: BleakGATTDescriptor, data: Any) -> None:
        """Write a descriptor."""
        await self._ask(lambda: self._gatt.write_value(descriptor.handle, bytes(data), with_response=True))

    async def start_notify(self, characteristic: BleakGATTCharacteristic, callback: NotifyCallback, **_: Any) -> None:
        """Subscribe; `callback` gets each value at once, in the order of the air."""
        if not {"notify", "indicate"} & set(characteristic.properties):
            raise BleakError("this characteristic neither notifies nor indicates")
        await self._ask(lambda: self._gatt.subscribe(characteristic.obj, lambda value: callback(bytearray(value))))

    async def stop_notify(self, characteristic: BleakGATTCharacteristic) -> None:
        """Unsubscribe."""
        await self._ask(lambda: self._gatt.unsubscribe(characteristic.obj))

    @property
    def _live(self) -> Connection:
        if self._connection is None:
            raise BleakError("not connected")
        return self._connection

    @property
    def _gatt(self) -> Client:
        return self._live.gatt_client

    async def _reach(self, limit_s: float) -> Connection:
        """Connect, or share the connection that the host has already, as operating systems do."""
        for connection in self.central.connections.values():
            if connection.peer_address == self._peer:
                return connection
        try:
            return await self.central.connect(self._peer, timeout=limit_s)
        except asyncio.CancelledError:
            await self._call_off()
            raise
        except core.TimeoutError as error:
            raise TimeoutError(f"{self.address} did not answer within {limit_s:g} s") from error
        except core.BaseBumbleError as error:
            raise BleakError(f"connecting to {self.address} failed: {error}") from error

    async def _call_off(self) -> None:
        """Have the radio forget the peer, else it connects whenever that turns up; it may have connected just now."""
        with contextlib.suppress(core.BaseBumbleError):
            await self.central.send_sync_command(hci.HCI_LE_Create_Connection_Cancel_Command())
        for connection in list(self.central.connections.values()):
            if connection.peer_address == self._peer:
                with contextlib.suppress(core.BaseBumbleError):
                    await connection.disconnect()

    async def _secure(self, connection: Connection, pair: bool) -> None:
        bonds = self.central.keystore
        if bonds is not None and await bonds.get(str(connection.peer_address)):
            await _settled(connection.encrypt())
        elif pair:
            await self.pair()

    async def _discover(self) -> BleakGATTServiceCollection:
        found = BleakGATTServiceCollection()
        for service in await _settled(self._gatt.discover_services()):
            uuid = uuid_text(service.uuid)
            shown = BleakGATTService(service, service.handle, uuid)
            wanted = not self._wanted or uuid in self._wanted
            if wanted:
                found.add_service(shown)
            await self._discover_inside(service, shown, found if wanted else BleakGATTServiceCollection())
        return found

    async def _discover_inside(
        self, service: ServiceProxy, shown: BleakGATTService, found: BleakGATTServiceCollection
    ) -> None:
        for proxy in await _settled(self._gatt.discover_characteristics([], service)):
            properties = sorted(gatt_char_props_to_strs(int(proxy.properties)))
            characteristic = BleakGATTCharacteristic(
                proxy, proxy.handle, uuid_text(proxy.uuid), properties, lambda: self.mtu_size - 3, shown
            )
            found.add_characteristic(characteristic)
            for descriptor in await _settled(self._gatt.discover_descriptors(proxy)):
                found.add_descriptor(
                    BleakGATTDescriptor(descriptor, descriptor.handle, uuid_text(descriptor.type), characteristic)
                )
            proxy.descriptors_discovered = True
            await self._watch_for_changes(proxy)

    async def _watch_for_changes(self, proxy: CharacteristicProxy[bytes]) -> None:
        """Subscribe to Service Changed as every operating system does; bleak has no way to tell of it."""
        if proxy.uuid == SERVICE_CHANGED:
            await _settled(self._gatt.subscribe(proxy, lambda _value: None))

    def _gone(self, connection: Connection, _reason: int) -> None:
        if self._connection is connection:
            self._connection, self.services = None, None
            if self._disconnected_callback:
                self._disconnected_callback()

    async def _read(self, handle: int) -> bytearray:
        return bytearray(await self._ask(lambda: self._gatt.read_value(handle)))

    async def _ask(self, access: Callable[[], Awaitable[Answer]]) -> Answer:
        """Await an attribute access, pair and repeat it once where it needs that."""
        try:
            return await _settled(access())
        except att.ATT_Error as error:
            if error.error_code not in NEEDS_PAIRING:
                raise BleakGATTProtocolError(error.error_code) from error
        await self.pair()
        try:
            return await _settled(access())
        except att.ATT_Error as error:
            raise BleakGATTProtocolError(error.error_code) from error


async def _settled(operation: Awaitable[Answer]) -> Answer:
    """Await an operation of bumble's with its errors as bleak's.

    bumble cancels what is pending when the link ends; here that is a `BleakError`, so that a cancellation always
    comes from the caller. `att.ATT_Error` goes through.
    """
    task = asyncio.ensure_future(operation)
    try:
        return await task
    except asyncio.CancelledError:
        me = asyncio.current_task()
        if task.cancelled() and me is not None and not me.cancelling():
            raise BleakError("the link ended meanwhile") from None
        task.cancel()
        raise
    except att.ATT_Error:
        raise
    except core.TimeoutError as error:
        raise TimeoutError(str(error)) from error
    except core.BaseBumbleError as error:
        raise BleakError(str(error)) from error
