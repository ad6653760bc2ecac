"""bleak over a bumble host: unmodified bleak talks to the virtual air, or to a USB radio, byte for byte."""

from __future__ import annotations

from typing import Any, ClassVar, NamedTuple

from bleak.backends.adapter import BaseBleakAdapter
from bleak.backends.client import BaseBleakClient
from bleak.backends.device import BLEDevice
from bleak.backends.scanner import BaseBleakScanner
from bleak.uuids import normalize_uuid_str
from bumble.device import Advertisement, Device

from simulator.adverts import advertisement_data
from simulator.bleak_client import BumbleClient


class Backend(NamedTuple):
    """The classes that bleak takes as `backend=`."""

    scanner: type[BaseBleakScanner]
    client: type[BaseBleakClient]
    adapter: type[BaseBleakAdapter]


def backend_for(central: Device) -> Backend:
    """Bind bleak's back-end classes to one bumble host, which must be powered on."""
    bound: dict[str, Any] = {"central": central}
    return Backend(
        type("BumbleScanner", (BumbleScanner,), dict(bound)),
        type("BumbleClient", (BumbleClient,), dict(bound)),
        type("BumbleAdapter", (BumbleAdapter,), dict(bound)),
    )


class BumbleScanner(BaseBleakScanner):
    """Scans; scanners of one host share its radio."""

    central: ClassVar[Device]
    _running: ClassVar[int] = 0

    def __init__(
        self, detection_callback: Any, service_uuids: list[str] | None, scanning_mode: str = "active", **_: Any
    ) -> None:
        super().__init__(detection_callback, [normalize_uuid_str(each) for each in service_uuids or []] or None)
        self._active = scanning_mode == "active"

    async def start(self) -> None:
        """Listen for adverts."""
        self.seen_devices = {}
        self.central.on(Device.EVENT_ADVERTISEMENT, self._heard)
        type(self)._running += 1
        if self._running == 1:
            await self.central.start_scanning(active=self._active)

    async def stop(self) -> None:
        """Stop listening."""
        self.central.remove_listener(Device.EVENT_ADVERTISEMENT, self._heard)
        type(self)._running -= 1
        if self._running == 0:
            await self.central.stop_scanning()

    def _heard(self, advertisement: Advertisement) -> None:
        said = advertisement_data(advertisement)
        if self.is_allowed_uuid(said.service_uuids):
            peer = advertisement.address
            address = peer.to_string(False)
            device = self.create_or_update_device(address, address, said.local_name, peer, said)
            self.call_detection_callbacks(device, said)


class BumbleAdapter(BaseBleakAdapter):
    """The host as an adapter."""

    central: ClassVar[Device]

    @classmethod
    async def get(cls, **_: Any) -> BumbleAdapter:
        """Return the host's only adapter."""
        return cls()

    async def get_connected_devices(self, service_uuids: frozenset[str]) -> list[BLEDevice]:
        """Return who is connected now, whatever services it has."""
        peers = [each.peer_address for each in self.central.connections.values()]
        return [BLEDevice(peer.to_string(False), None, peer) for peer in peers]
