"""How a connection is made, and how long it may take."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Final, NamedTuple

from bleak import BleakClient
from bleak.backends.device import BLEDevice
from bleak.exc import BleakDeviceNotFoundError

from device.adapter import adapter
from device.backend import Backend
from device.bond import bond_refused
from device.errors import BondLost, ToolNotFound, ToolVanished
from device.faults import STACK_ERRORS, bluetooth_needed

CONNECT_S: Final = 20.0
"""To connect and discover: a slow stack at 60 ms between events takes 5 s, a retry as long again."""

CLOSE_S: Final = 5.0
"""BlueZ takes up to 3 s to disconnect."""


class Approach(NamedTuple):
    """How a connection is made."""

    echoes: Iterator[int]
    limit_s: float = CONNECT_S
    uncached: bool = False
    """Whether attributes that the system remembers are read anew, where it can be told to (Windows)."""


class Peer(NamedTuple):
    """Whom to connect to."""

    device: BLEDevice
    called: str
    """As people know it."""


async def reach(client: BleakClient, peer: Peer, limit_s: float, backend: Backend) -> None:
    """Connect and discover when it is this link's turn, then within `limit_s` and what a stack needs to give up.

    Raises `BluetoothOff`, `ToolVanished`, `BondLost` and `ToolNotFound`.
    """
    try:
        async with adapter().turn, bluetooth_needed(backend):
            async with asyncio.timeout(limit_s + CLOSE_S):  # in case the stack forgets its own limit
                await client.connect()
    except BleakDeviceNotFoundError as error:
        raise ToolVanished(peer.called, limit_s) from error
    except STACK_ERRORS as error:
        if bond_refused(error, peer.device):
            raise BondLost(peer.called) from error
        raise ToolNotFound(peer.called, limit_s) from error
