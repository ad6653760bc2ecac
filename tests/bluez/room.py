"""A room with a tool and a computer whose Bluetooth service is a stand-in: what the tests act on."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from dbus_fast import BusType
from dbus_fast.aio import MessageBus

from device.loop_thread import LoopThread
from simulator.air import VirtualTools, virtual_tools
from simulator.radio import RadioModel
from simulator.visit import ToolModel
from tests.bluez.adapter import Adapter
from tests.bluez.objects import Objects

Result = TypeVar("Result")

NAME: Final = "org.bluez"

QUICK: Final = RadioModel(interval_s=0.0075, supervision_s=0.5, rssi_dbm=-61)
"""The shortest interval that the standard allows; time is real here, so what takes long costs."""


@dataclass(frozen=True, slots=True)
class Computer:
    """How the computer is set up."""

    linger_s: float = 0.05
    """BlueZ keeps a link for 2 s after Disconnect; time is real here."""
    agent: bool = True
    """Desktops have an agent that answers questions about pairing."""


@dataclass(slots=True)
class _Service:
    """A stand-in that runs."""

    objects: Objects
    adapter: Adapter


class Room:
    """Tools, the air and the Bluetooth service, in a loop and a thread of their own.

    So nobody but the D-Bus stands between them and the client, and a client that blocks its loop blocks nobody else.
    """

    def __init__(self, computer: Computer) -> None:
        self._computer = computer
        self._thread = LoopThread()
        self._thread.start()
        self._service: _Service | None = None
        self.tools: VirtualTools

    async def furnish(self, *tools: ToolModel) -> None:
        """Switch the tools and the service on."""
        await self._there(self._furnish(tools))

    async def hang_up(self) -> None:
        """Let the first tool drop the connection."""
        await self._there(self.tools.peripheral.disconnect())

    async def carry_away(self) -> None:
        """Take the tools out of range."""
        await self._there(self._carry(near=False))

    async def bring_back(self) -> None:
        """Bring the tools into range."""
        await self._there(self._carry(near=True))

    async def switch(self, powered: bool) -> None:
        """Switch the adapter, as its owner does in the system's settings."""
        assert self._service is not None
        await self._there(self._service.adapter.switch(powered))

    async def kill_service(self) -> None:
        """End the Bluetooth service as a crash does: no good-bye on the bus, and the kernel hangs up."""
        await self._there(self._kill())

    async def start_service(self) -> None:
        """Start the Bluetooth service; it has heard of nobody yet."""
        await self._there(self._start())

    async def forget_bonds(self) -> None:
        """Let the first tool forget whom it was paired with, as after a reset."""
        await self._there(self._forget_bonds())

    def close(self) -> None:
        """End everything."""
        self._thread.stop(self._close())

    async def _there(self, deed: Coroutine[Any, Any, Result]) -> Result:
        return await asyncio.wrap_future(self._thread.submit(deed))

    async def _furnish(self, tools: tuple[ToolModel, ...]) -> None:
        self.tools = await virtual_tools(tools, QUICK)
        await self._start()

    async def _start(self) -> None:
        bus = await MessageBus(bus_type=BusType.SYSTEM, negotiate_unix_fd=True).connect()
        objects = Objects(bus)
        self._service = _Service(
            objects, Adapter(objects, self.tools.central, self._computer.linger_s, self._computer.agent)
        )
        await bus.request_name(NAME)

    async def _kill(self) -> None:
        if self._service is not None:
            service, self._service = self._service, None
            service.objects.close()
            await service.adapter.close()

    async def _carry(self, near: bool) -> None:
        self.tools.air.in_range = near

    async def _forget_bonds(self) -> None:
        bonds = self.tools.peripheral.device.keystore
        assert bonds is not None
        await bonds.delete_all()

    async def _close(self) -> None:
        await self._kill()
        await self.tools.close()
