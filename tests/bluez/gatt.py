"""A connected device's attributes as BlueZ shows them: GattService1, GattCharacteristic1, GattDescriptor1."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

from bumble import att
from bumble.core import UUID
from bumble.device import Connection
from bumble.gatt_client import CharacteristicProxy, Client, DescriptorProxy, ServiceProxy
from dbus_fast import Message, Variant

from simulator.adverts import uuid_text
from tests.bluez.objects import NOTHING, Answer, Interface, Objects
from tests.bluez.refusals import att_refused, refused, settled

Result = TypeVar("Result")

MTU: Final = 517
"""What BlueZ asks for."""

SERVICE_CHANGED: Final = UUID.from_16_bits(0x2A05)
NEEDS_SECURITY: Final = frozenset({att.ATT_INSUFFICIENT_AUTHENTICATION_ERROR, att.ATT_INSUFFICIENT_ENCRYPTION_ERROR})
FLAGS: Final = {
    0x01: "broadcast",
    0x02: "read",
    0x04: "write-without-response",
    0x08: "write",
    0x10: "notify",
    0x20: "indicate",
}
NOTIFIES: Final = 0x10
SUBSCRIBABLE: Final = 0x30
"""Notify or indicate."""


class Attributes:
    """What one connection offers; the objects exist from `discover` to `close`."""

    def __init__(
        self, objects: Objects, device_path: str, connection: Connection, secure: Callable[[], Awaitable[bool]]
    ) -> None:
        self.objects = objects
        self.connection = connection
        self._device_path = device_path
        self._secure = secure
        self._paths: list[str] = []
        self._characteristics: list[_Characteristic] = []

    @property
    def client(self) -> Client:
        """bumble's own view of the attributes."""
        return self.connection.gatt_client

    async def discover(self) -> None:
        """Agree on the MTU, find everything and offer it."""
        await settled(self.client.request_mtu(MTU))
        for service in await settled(self.client.discover_services()):
            path = f"{self._device_path}/service{service.handle:04x}"
            self._add(path, _service(service, self._device_path))
            for characteristic in await settled(self.client.discover_characteristics([], service)):
                await self._discover_inside(path, characteristic)

    async def _discover_inside(self, service_path: str, proxy: CharacteristicProxy[bytes]) -> None:
        path = f"{service_path}/char{proxy.handle - 1:04x}"  # named by its declaration, which stands before the value
        descriptors = await settled(self.client.discover_descriptors(proxy))
        proxy.descriptors_discovered = True
        characteristic = _Characteristic(self, path, proxy)
        self._characteristics.append(characteristic)
        self._add(path, characteristic.interface(service_path))
        for descriptor in descriptors:
            self._add(f"{path}/desc{descriptor.handle:04x}", self._descriptor(descriptor, path))
        if proxy.uuid == SERVICE_CHANGED:
            await settled(self.client.subscribe(proxy, lambda _value: None))

    def close(self) -> None:
        """Take the objects away, the newest first."""
        for characteristic in self._characteristics:
            characteristic.release()
        while self._paths:
            self.objects.remove(self._paths.pop())

    async def access(self, operation: Callable[[], Awaitable[Result]]) -> Result:
        """Await an attribute access; where it needs security, get that and repeat it once, as BlueZ does."""
        try:
            return await settled(operation())
        except att.ATT_Error as error:
            if error.error_code not in NEEDS_SECURITY or not await self._secure():
                raise att_refused(error) from error
        try:
            return await settled(operation())
        except att.ATT_Error as error:
            raise att_refused(error) from error

    def _add(self, path: str, interface: Interface) -> None:
        self.objects.add(path, interface)
        self._paths.append(path)

    def _descriptor(self, proxy: DescriptorProxy, characteristic_path: str) -> Interface:
        async def read(_message: Message) -> Answer:
            value = await self.access(lambda: self.client.read_value(proxy.handle))
            return Answer("ay", [bytes(value)])

        properties = {
            "UUID": Variant("s", uuid_text(proxy.type)),
            "Characteristic": Variant("o", characteristic_path),
        }
        return Interface("org.bluez.GattDescriptor1", properties, {"ReadValue": read})


def _service(proxy: ServiceProxy, device_path: str) -> Interface:
    properties = {
        "UUID": Variant("s", uuid_text(proxy.uuid)),
        "Device": Variant("o", device_path),
        "Primary": Variant("b", True),
    }
    return Interface("org.bluez.GattService1", properties)


class _Characteristic:
    """One GattCharacteristic1: its values go out as property changes, or through a socket that was acquired."""

    def __init__(self, attributes: Attributes, path: str, proxy: CharacteristicProxy[bytes]) -> None:
        self._attributes = attributes
        self._path = path
        self._proxy = proxy
        self._socket: socket.socket | None = None
        self._subscribed = False

    def interface(self, service_path: str) -> Interface:
        properties = {
            "UUID": Variant("s", uuid_text(self._proxy.uuid)),
            "Service": Variant("o", service_path),
            "Value": Variant("ay", b""),
            "Flags": Variant("as", [flag for bit, flag in FLAGS.items() if int(self._proxy.properties) & bit]),
            "MTU": Variant("q", self._attributes.connection.att_mtu),
        }
        if int(self._proxy.properties) & SUBSCRIBABLE:
            properties["Notifying"] = Variant("b", False)
        if int(self._proxy.properties) & NOTIFIES:  # what is only indicated cannot be acquired
            properties["NotifyAcquired"] = Variant("b", False)
        calls = {
            "ReadValue": self._read,
            "WriteValue": self._write,
            "StartNotify": self._start_notify,
            "StopNotify": self._stop_notify,
            "AcquireNotify": self._acquire_notify,
        }
        return Interface("org.bluez.GattCharacteristic1", properties, calls)

    def release(self) -> None:
        """Hang up on whoever acquired the values."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    async def _read(self, _message: Message) -> Answer:
        value = bytes(await self._access(lambda: self._client.read_value(self._proxy.handle)))
        # for BlueZ a read is news like any other: whoever subscribed is told
        self._attributes.objects.change(self._path, Value=Variant("ay", value))
        return Answer("ay", [value])

    async def _write(self, message: Message) -> Answer:
        value, options = message.body
        answered = "type" not in options or options["type"].value == "request"
        await self._access(lambda: self._client.write_value(self._proxy.handle, bytes(value), answered))
        return NOTHING

    async def _start_notify(self, _message: Message) -> Answer:
        await self._subscribe()
        self._attributes.objects.change(self._path, Notifying=Variant("b", True))
        return NOTHING

    async def _stop_notify(self, _message: Message) -> Answer:
        await self._unsubscribe()
        self._attributes.objects.change(self._path, Notifying=Variant("b", False))
        return NOTHING

    async def _acquire_notify(self, _message: Message) -> Answer:
        await self._subscribe()
        self._socket, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._socket.setblocking(False)
        self._attributes.objects.change(self._path, NotifyAcquired=Variant("b", True))
        return Answer("hq", [0, self._attributes.connection.att_mtu], [theirs.detach()])

    async def _subscribe(self) -> None:
        if not int(self._proxy.properties) & SUBSCRIBABLE:
            raise refused("NotSupported", "Operation is not supported")
        if self._subscribed:
            raise refused("InProgress", "In Progress")
        await self._access(lambda: self._client.subscribe(self._proxy, self._told))
        self._subscribed = True

    async def _unsubscribe(self) -> None:
        self._subscribed = False
        await self._access(lambda: self._client.unsubscribe(self._proxy, self._told))

    def _told(self, value: bytes) -> None:
        if self._socket is None:
            self._attributes.objects.change(self._path, Value=Variant("ay", bytes(value)))
        else:
            with contextlib.suppress(OSError):  # full, or the client closed its end
                self._socket.send(bytes(value))

    @property
    def _client(self) -> Client:
        return self._attributes.client

    async def _access(self, operation: Callable[[], Awaitable[Result]]) -> Result:
        return await self._attributes.access(operation)
