"""The production back end of Linux: bleak's BlueZ code, unmodified, on a D-Bus of our own.

`org.bluez` is a stand-in there (room.py), with the simulated tool behind it. Time is real in this folder.
"""

from __future__ import annotations

import asyncio
import gc
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from tests.bluez.private_bus import PrivateBus, private_bus

if TYPE_CHECKING:
    from simulator.visit import ToolModel
    from tests.bluez.peer import Computer
    from tests.bluez.room import Room

BLUETOOTHCTL = "#!/bin/sh\necho 'bluetoothctl: 5.66'\n"
"""bleak asks it for BlueZ's version, and warns where there is none."""


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PrivateBus]:
    """A private bus that counts as the system's."""
    pytest.importorskip("dbus_fast", reason="BlueZ is Linux only")
    program = shutil.which("dbus-daemon")
    if program is None:
        pytest.skip("there is no dbus-daemon (Debian, Ubuntu: apt-get install dbus)")
    bluetoothctl = tmp_path / "bluetoothctl"
    bluetoothctl.write_text(BLUETOOTHCTL)
    bluetoothctl.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    with private_bus(program, tmp_path) as bus:
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", bus.address)
        yield bus
    gc.collect()  # what was being written when the bus ended is told when it is collected: here, and in no later test


Furnish = Callable[..., Awaitable["Room"]]


@pytest_asyncio.fixture
async def furnish(bus: PrivateBus) -> AsyncIterator[Furnish]:
    """Furnish rooms on this bus; bleak lets go of the bus at the end."""
    from tests.bluez.room import DESKTOP, Room

    rooms = list[Room]()

    async def furnished(*tools: ToolModel, computer: Computer = DESKTOP) -> Room:
        room = Room()
        rooms.append(room)
        await room.furnish(tools, computer)
        return room

    yield furnished
    await let_go()
    for room in rooms:
        room.close()


async def let_go() -> None:
    """End bleak's connection to the bus, which it keeps for as long as the program's one loop lives."""
    from bleak.backends.bluezdbus import manager

    mine = manager._global_instances.pop(asyncio.get_running_loop(), None)
    if mine is not None and mine._bus is not None and mine._bus_watcher_task is not None:
        mine._bus.disconnect()
        await mine._bus_watcher_task
