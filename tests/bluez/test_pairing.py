"""Setup needs an encrypted link; pairing is Just Works (docs/protocol.md §2)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from bleak import BleakClient
from bleak.exc import BleakDBusError, BleakError

from device.scan import find
from protocol import uuids
from tests.bluez.bench import AFTERWARDS_S, FIND_S
from tests.bluez.conftest import Furnish
from tests.bluez.peer import Computer
from tests.pretend import PretendTool

REQUEST = b"\xee\x01"
"""No command that a tool knows: it answers to say so."""
HEADLESS = Computer(agent=False)


@asynccontextmanager
async def connected() -> AsyncIterator[BleakClient]:
    """Find the tool and connect; nothing is accessed yet."""
    async with BleakClient((await find("PT-0001", FIND_S)).device) as client:
        yield client


async def asked_setup(client: BleakClient) -> bytes:
    """Write a request to Setup and return the answer."""
    answers: asyncio.Queue[bytes] = asyncio.Queue()
    await client.start_notify(uuids.SETUP, lambda _characteristic, value: answers.put_nowait(bytes(value)))
    await client.write_gatt_char(uuids.SETUP, REQUEST, response=True)
    return await asyncio.wait_for(answers.get(), 10)


async def test_what_needs_encryption_pairs_by_itself(furnish: Furnish) -> None:
    room = await furnish(PretendTool())
    async with connected() as client:
        assert (await asked_setup(client))[:2] == REQUEST
    assert await room.bonds() == 1


async def test_a_bond_is_enough_for_the_next_connection(furnish: Furnish) -> None:
    room = await furnish(PretendTool())
    async with connected() as client:
        await client.pair()
    await room.kill_service()
    await room.start_service(HEADLESS)  # it could not pair again
    await asyncio.sleep(AFTERWARDS_S)
    async with connected() as client:
        assert (await asked_setup(client))[:2] == REQUEST
    assert await room.bonds() == 1


async def test_without_an_agent_nothing_is_paired_and_the_link_stays(furnish: Furnish) -> None:
    room = await furnish(PretendTool(), computer=HEADLESS)
    async with connected() as client:
        with pytest.raises(BleakDBusError, match="AuthenticationFailed"):
            await client.pair()
        with pytest.raises(BleakDBusError, match="Not paired"):
            await client.write_gatt_char(uuids.SETUP, REQUEST, response=True)
        assert await client.read_gatt_char(uuids.SERIAL) == b"PT-0001"
    assert await room.bonds() == 0


async def test_a_tool_that_forgot_the_bond_connects_again_once_it_is_removed(
    furnish: Furnish, caplog: pytest.LogCaptureFixture
) -> None:
    room = await furnish(PretendTool())
    async with connected() as client:
        await client.pair()
    await room.forget_bonds()
    await asyncio.sleep(AFTERWARDS_S)
    with pytest.raises(BleakError):
        async with connected():
            pass
    caplog.clear()  # bleak warns that there was nothing left to disconnect
    await BleakClient((await find("PT-0001", FIND_S)).device).unpair()  # "remove it from the list of devices"
    await asyncio.sleep(AFTERWARDS_S)
    async with connected() as client:
        await client.pair()
        assert (await asked_setup(client))[:2] == REQUEST
