"""A device that the adapter heard: org.bluez.Device1."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from bleak.backends.scanner import AdvertisementData
from bumble import att, core, hci
from bumble.device import Connection, Device
from dbus_fast import DBusError, Message, Variant

from tests.bluez.gatt import Attributes
from tests.bluez.objects import NOTHING, Answer, Interface, Objects
from tests.bluez.refusals import being_cancelled, refused, settled

CONNECT_S: Final = 20.0
"""The kernel's limit for an LE connection."""

SETTLE_S: Final = 0.1
"""So long after the end of a connection BlueZ cannot be trusted to make the next; measured on BlueZ 5.66 and 5.82."""


class Computer(NamedTuple):
    """How the computer is set up."""

    linger_s: float = 0.05
    """How long a link stays after Disconnect, for whoever wants it too: 2 s in BlueZ, but time is real here."""
    agent: bool = True
    """Whether somebody answers BlueZ's questions about pairing: desktops have an agent that does."""


@dataclass(frozen=True, slots=True)
class Storage:
    """What BlueZ keeps on disk, by address: it outlives bluetoothd."""

    bonded: set[str] = field(default_factory=set)
    """Those that were paired with."""
    connected: dict[str, tuple[hci.Address, AdvertisementData]] = field(default_factory=dict)
    """Those that somebody connected to, and what they said then."""


class Host(NamedTuple):
    """What the devices of one adapter share."""

    objects: Objects
    radio: Device
    ready: Callable[[], bool]
    """Whether the adapter is switched on."""
    computer: Computer
    storage: Storage


class Peer:
    """One device, from its first advert on, or from the start where BlueZ remembers it."""

    def __init__(
        self, host: Host, adapter_path: str, address: hci.Address, said: AdvertisementData, *, remembered: bool = False
    ) -> None:
        self.path = f"{adapter_path}/dev_{address.to_string(False).replace(':', '_')}"
        self._host = host
        self._address = address
        self._said = said
        self._name = str(address)
        bond = Variant("b", self._paired)
        self._properties = _unknown(address, adapter_path) | {"Paired": bond, "Bonded": bond} | _stored(said)
        if not remembered:
            self._properties |= _heard(said)
        self._connection: Connection | None = None
        self._attributes: Attributes | None = None
        self._dialling: asyncio.Task[Connection] | None = None
        self._resolving: asyncio.Task[None] | None = None
        self._ended_s = -SETTLE_S
        calls = {"Connect": self._connect, "Disconnect": self._disconnect, "Pair": self._pair}
        host.objects.add(self.path, Interface("org.bluez.Device1", self._properties, calls, {"Trusted": self._trust}))

    def hear(self, said: AdvertisementData) -> None:
        """Take another advert; only what differs is told, as BlueZ does without DuplicateData."""
        self._said = said
        told = _stored(said) | _heard(said)
        changed = {name: value for name, value in told.items() if self._properties.get(name) != value}
        if changed:
            self._host.objects.change(self.path, **changed)

    def forget_signal(self) -> None:
        """Forget how strong it was: nobody listens any more."""
        if "RSSI" in self._properties:
            self._host.objects.change(self.path, RSSI=None)

    async def hold(self) -> None:
        """Connect and discover for a program that crashes thereafter: BlueZ keeps the link."""
        await self._reach()
        if self._resolving is not None:
            await self._resolving

    async def hang_up(self) -> None:
        """End the link, or the attempt at one, at once."""
        if self._dialling is not None:
            self._dialling.cancel()
        if self._connection is not None:
            with contextlib.suppress(core.BaseBumbleError, asyncio.CancelledError):  # the link went first
                await self._connection.disconnect()

    async def forget(self) -> None:
        """End the link and lose the bond; the object goes too."""
        await self.hang_up()
        self._host.storage.connected.pop(self._name, None)
        keys = self._host.radio.keystore
        if self._paired and keys is not None:
            self._host.storage.bonded.remove(self._name)
            await keys.delete(self._name)
        self._host.objects.remove(self.path)

    @property
    def _paired(self) -> bool:
        return self._name in self._host.storage.bonded

    # calls

    async def _connect(self, _message: Message) -> Answer:
        await self._reach()
        return NOTHING

    async def _disconnect(self, _message: Message) -> Answer:
        if self._connection is None and self._dialling is None:
            raise refused("NotConnected", "Not Connected")
        if self._connection is not None:
            await asyncio.sleep(self._host.computer.linger_s)
        await self.hang_up()
        return NOTHING

    async def _pair(self, _message: Message) -> Answer:
        if self._paired:
            raise refused("AlreadyExists", "Already Exists")
        await self._reach()
        if not await self._secure():
            raise refused("AuthenticationFailed", "Authentication Failed")
        return NOTHING

    async def _trust(self, value: Variant) -> None:
        self._host.objects.change(self.path, Trusted=value)

    # the link

    async def _reach(self) -> None:
        if self._connection is not None:
            return
        if not self._host.ready():
            raise refused("NotReady", "Resource Not Ready")
        if self._dialling is not None:
            raise refused("InProgress", "In Progress")
        if asyncio.get_running_loop().time() < self._ended_s + SETTLE_S:
            raise refused("Failed", "Input/output error")
        connection = await self._dialled()
        self._connection = connection
        self._host.storage.connected[self._name] = self._address, self._said
        connection.on(Connection.EVENT_DISCONNECTION, self._gone)
        self._host.objects.change(self.path, Connected=Variant("b", True))
        self._resolving = asyncio.get_running_loop().create_task(self._resolve(connection))

    async def _dialled(self) -> Connection:
        self._dialling = asyncio.get_running_loop().create_task(self._dial())
        try:
            return await self._dialling
        except asyncio.CancelledError:
            if being_cancelled():
                self._dialling.cancel()
                raise
            raise refused("Failed", "Software caused connection abort") from None
        except core.BaseBumbleError as error:
            raise refused("Failed", "Software caused connection abort") from error
        finally:
            self._dialling = None

    async def _dial(self) -> Connection:
        try:
            return await self._host.radio.connect(self._address, timeout=CONNECT_S)
        except asyncio.CancelledError:
            with contextlib.suppress(core.BaseBumbleError):  # else the radio connects whenever the peer turns up
                await self._host.radio.send_sync_command(hci.HCI_LE_Create_Connection_Cancel_Command())
            raise

    async def _resolve(self, connection: Connection) -> None:
        self._attributes = Attributes(self._host.objects, self.path, connection, self._secure)
        try:
            if self._paired:
                await settled(connection.encrypt())
            await self._attributes.discover()
        except (DBusError, att.ATT_Error):
            await self.hang_up()
            return
        self._host.objects.change(self.path, ServicesResolved=Variant("b", True))

    async def _secure(self) -> bool:
        """Pair by Just Works and say whether that went well."""
        if self._connection is None or not self._host.computer.agent:
            return False
        try:
            await settled(self._connection.pair())
        except DBusError:
            return False
        self._host.storage.bonded.add(self._name)
        self._host.objects.change(self.path, Paired=Variant("b", True), Bonded=Variant("b", True))
        return True

    def _gone(self, _reason: int) -> None:
        self._connection, self._ended_s = None, asyncio.get_running_loop().time()
        if self._resolving is not None:
            self._resolving.cancel()
        if self._attributes is not None:
            self._attributes.close()
            self._attributes = None
        self._host.objects.change(self.path, ServicesResolved=Variant("b", False))
        self._host.objects.change(self.path, Connected=Variant("b", False))


def _unknown(address: hci.Address, adapter_path: str) -> dict[str, Variant]:
    """Return the properties of a device that has not said anything."""
    text = address.to_string(False)
    never = ("Trusted", "Blocked", "LegacyPairing", "Connected", "ServicesResolved")
    return {
        "Address": Variant("s", text),
        "AddressType": Variant("s", "random"),
        "Alias": Variant("s", text.replace(":", "-")),
        "Adapter": Variant("o", adapter_path),
        "UUIDs": Variant("as", []),
        **{name: Variant("b", False) for name in never},
    }


def _stored(said: AdvertisementData) -> dict[str, Variant]:
    """Return the properties that stay when nobody listens; what an advert does not say is as it was."""
    properties = {"UUIDs": Variant("as", said.service_uuids)}
    if said.local_name is not None:
        properties |= {"Name": Variant("s", said.local_name), "Alias": Variant("s", said.local_name)}
    return properties


def _heard(said: AdvertisementData) -> dict[str, Variant]:
    """Return the properties that only an advert brings."""
    service_data = {uuid: Variant("ay", value) for uuid, value in said.service_data.items()}
    return {"RSSI": Variant("n", said.rssi), "ServiceData": Variant("a{sv}", service_data)}
