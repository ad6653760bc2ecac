"""The computer's radio: org.bluez.Adapter1."""

from __future__ import annotations

import asyncio
from typing import Final

from bumble.device import Advertisement, Device
from dbus_fast import Message, Variant

from simulator.adverts import advertisement_data
from tests.bluez.objects import NOTHING, Answer, Interface, Objects
from tests.bluez.peer import Computer, Host, Peer, Storage
from tests.bluez.refusals import refused

PATH: Final = "/org/bluez/hci0"


class Adapter:
    """One adapter and the devices that it heard or remembers."""

    def __init__(self, objects: Objects, radio: Device, computer: Computer, storage: Storage) -> None:
        self._objects = objects
        self._radio = radio
        self._host = Host(objects, radio, lambda: self._powered, computer, storage)
        self._powered = True
        self._listeners: set[str | None] = set()
        self._wanted: frozenset[str] = frozenset()
        self._peers: dict[str, Peer] = {}
        self.listening = asyncio.Event()
        """Set from the first scan on."""
        radio.on(Device.EVENT_ADVERTISEMENT, self._heard)
        objects.add(PATH, self._interface())
        for name, (address, said) in storage.connected.items():
            self._peers[name] = Peer(self._host, PATH, address, said, remembered=True)

    async def close(self) -> None:
        """Hang up on everybody, as the kernel does when bluetoothd ends."""
        self._radio.remove_listener(Device.EVENT_ADVERTISEMENT, self._heard)
        await self._stop_listening()
        for peer in self._peers.values():
            await peer.hang_up()

    async def unplug(self) -> None:
        """Take the adapter and its devices away."""
        await self.close()
        for peer in self._peers.values():
            self._objects.remove(peer.path)
        self._peers.clear()
        self._objects.remove(PATH)

    async def hold(self) -> None:
        """Connect to every device that is known, for a program that crashes thereafter."""
        for peer in self._peers.values():
            await peer.hold()

    async def forget(self) -> None:
        """Forget every device, its bond too."""
        while self._peers:
            await self._peers.popitem()[1].forget()

    async def switch(self, powered: bool) -> None:
        """Switch the radio on or off."""
        self._powered = powered
        if not powered:
            await self._stop_listening()
            for peer in self._peers.values():
                await peer.hang_up()
        self._objects.change(PATH, Powered=Variant("b", powered))

    def _interface(self) -> Interface:
        properties = {
            "Address": Variant("s", self._radio.random_address.to_string(False)),
            "Name": Variant("s", "stand-in"),
            "Powered": Variant("b", True),
            "Discovering": Variant("b", False),
            "Roles": Variant("as", ["central"]),
        }
        calls = {
            "SetDiscoveryFilter": self._set_filter,
            "StartDiscovery": self._start,
            "StopDiscovery": self._stop,
            "RemoveDevice": self._remove,
        }
        return Interface("org.bluez.Adapter1", properties, calls, {"Powered": self._set_powered})

    async def _set_powered(self, value: Variant) -> None:
        await self.switch(value.value)

    async def _set_filter(self, message: Message) -> Answer:
        (wanted,) = message.body
        self._wanted = frozenset(wanted["UUIDs"].value if "UUIDs" in wanted else ())
        return NOTHING

    async def _start(self, message: Message) -> Answer:
        self._require_power()
        if message.sender in self._listeners:
            raise refused("InProgress", "Operation already in progress")
        self._listeners.add(message.sender)
        if len(self._listeners) == 1:
            await self._radio.start_scanning()
            self._objects.change(PATH, Discovering=Variant("b", True))
            self.listening.set()
        return NOTHING

    async def _stop(self, message: Message) -> Answer:
        self._require_power()
        if message.sender not in self._listeners:
            raise refused("Failed", "No discovery started")
        self._listeners.remove(message.sender)
        if not self._listeners:
            await self._stop_listening()
        return NOTHING

    async def _remove(self, message: Message) -> Answer:
        (path,) = message.body
        name = next((name for name, peer in self._peers.items() if peer.path == path), None)
        if name is None:
            raise refused("DoesNotExist", "Does Not Exist")
        await self._peers.pop(name).forget()
        return NOTHING

    def _require_power(self) -> None:
        if not self._powered:
            raise refused("NotReady", "Resource Not Ready")

    async def _stop_listening(self) -> None:
        self._listeners.clear()
        if self._radio.is_scanning:
            await self._radio.stop_scanning()
            self._objects.change(PATH, Discovering=Variant("b", False))
        for peer in self._peers.values():
            peer.forget_signal()

    def _heard(self, advertisement: Advertisement) -> None:
        said = advertisement_data(advertisement)
        if self._wanted and self._wanted.isdisjoint(said.service_uuids):
            return
        name = str(advertisement.address)
        if name in self._peers:
            self._peers[name].hear(said)
        else:
            self._peers[name] = Peer(self._host, PATH, advertisement.address, said)
