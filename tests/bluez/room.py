"""A room with a tool and a computer whose Bluetooth service is a stand-in: what the tests act on."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, Final, NamedTuple, TypeVar

from bumble.keys import KeyStore
from dbus_fast import BusType
from dbus_fast.aio import MessageBus

from device.loop_thread import LoopThread
from simulator.air import VirtualTools, virtual_tools
from simulator.radio_model import RadioModel
from simulator.visit import ToolModel
from tests.bluez.adapter import Adapter
from tests.bluez.objects import Objects
from tests.bluez.peer import Computer, Storage

Result = TypeVar("Result")

NAME: Final = "org.bluez"

DESKTOP: Final = Computer()

QUICK: Final = RadioModel(interval_s=0.0, supervision_s=0.5, rssi_dbm=-61)
"""Delivers at once: time is real here, and the air has tests of its own in virtual time."""


class _Service(NamedTuple):
    """A stand-in that runs."""

    objects: Objects
    adapter: Adapter


class Room:
    """Tools, the air and the Bluetooth service, in a loop and a thread of their own.

    So nobody but the D-Bus stands between them and the client, and a client that blocks its loop blocks nobody else.
    """

    def __init__(self) -> None:
        self._storage = Storage()
        self._thread = LoopThread()
        self._thread.start()
        self._service: _Service | None = None
        self.tools: VirtualTools

    async def furnish(self, tools: Sequence[ToolModel], computer: Computer = DESKTOP) -> None:
        """Switch the tools and the service on."""
        await self._there(self._furnish(tools))
        await self.start_service(computer)

    async def hang_up(self) -> None:
        """Let the first tool drop the connection."""
        await self._there(self.tools.peripheral.disconnect())

    async def carry_away(self) -> None:
        """Take the tools out of range."""
        await self._there(self._carry(near=False))

    async def bring_back(self) -> None:
        """Bring the tools into range."""
        await self._there(self._carry(near=True))

    async def hold(self) -> None:
        """Let another program connect and crash: the system keeps the link."""
        assert self._service is not None
        await self._there(self._service.adapter.hold())

    async def switch(self, powered: bool) -> None:
        """Switch the adapter, as its owner does in the system's settings."""
        assert self._service is not None
        await self._there(self._service.adapter.switch(powered))

    async def until_listened_to(self) -> None:
        """Wait until somebody scans."""
        assert self._service is not None
        await self._there(self._service.adapter.listening.wait())

    async def kill_service(self) -> None:
        """End the Bluetooth service as a crash does: no good-bye on the bus, and the kernel hangs up."""
        await self._there(self._kill())

    async def stop_service(self) -> None:
        """End the Bluetooth service in order: it hangs up, and its objects go before it does."""
        await self.unplug()
        await self._there(self._kill())

    async def unplug(self) -> None:
        """Pull the adapter out."""
        assert self._service is not None
        await self._there(self._service.adapter.unplug())

    async def start_service(self, computer: Computer = DESKTOP) -> None:
        """Start the Bluetooth service; it remembers whom it connected to and paired with."""
        await self._there(self._start(computer))

    def forget_disk(self) -> None:
        """Lose what BlueZ keeps on disk, as where that cannot be written."""
        self._storage = Storage()

    async def forget_bonds(self) -> None:
        """Let the first tool forget whom it was paired with, as after a reset."""
        await self._there(self._forget_bonds())

    async def forget_devices(self) -> None:
        """Remove the tools from the system's list of devices, as a person does."""
        assert self._service is not None
        await self._there(self._service.adapter.forget())

    async def bonds(self) -> int:
        """Return how many the first tool is paired with."""
        return await self._there(self._bonds())

    def close(self) -> None:
        """End everything."""
        self._thread.stop(self._close())

    async def _there(self, deed: Coroutine[Any, Any, Result]) -> Result:
        return await asyncio.wrap_future(self._thread.submit(deed))

    async def _furnish(self, tools: Sequence[ToolModel]) -> None:
        self.tools = await virtual_tools(tools, QUICK)

    async def _start(self, computer: Computer) -> None:
        bus = await MessageBus(bus_type=BusType.SYSTEM, negotiate_unix_fd=True).connect()
        objects = Objects(bus)
        self._service = _Service(objects, Adapter(objects, self.tools.central, computer, self._storage))
        await bus.request_name(NAME)

    async def _kill(self) -> None:
        if self._service is not None:
            service, self._service = self._service, None
            service.objects.close()
            await service.adapter.close()

    async def _carry(self, near: bool) -> None:
        self.tools.air.in_range = near

    async def _forget_bonds(self) -> None:
        await self._keys.delete_all()

    async def _bonds(self) -> int:
        return len(await self._keys.get_all())

    @property
    def _keys(self) -> KeyStore:
        keys = self.tools.peripheral.device.keystore
        assert keys is not None
        return keys

    async def _close(self) -> None:
        await self._kill()
        await self.tools.close()
