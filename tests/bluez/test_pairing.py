"""Setup needs an encrypted link; pairing is Just Works (docs/protocol.md §2)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from bleak import BleakClient
from bleak.exc import BleakDBusError, BleakError

from device.errors import NotPaired
from device.scan import find
from device.states import Online
from device.steady_link import SteadyLink
from protocol import uuids
from protocol.control import Command, Reply, Request, Result
from tests.bluez.bench import AFTERWARDS_S, FIND_S, frames, opened, until
from tests.bluez.conftest import Furnish
from tests.bluez.peer import Computer
from tests.pretend import PretendTool, number_of

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


# through our own link


class Settable(PretendTool):
    """Answers GET with what is asked for."""

    def write_setup(self, t_s: float, data: bytes) -> list[bytes]:
        request = Request.from_bytes(data)
        return [bytes(Reply.of(request, Result.OK, *request.parameters))]


async def test_the_first_command_of_setup_pairs_and_the_stream_goes_on(furnish: Furnish) -> None:
    room = await furnish(Settable())
    async with opened() as link:
        await link.command(Command.START, 0)
        assert await room.bonds() == 0
        assert [(await link.setup(Command.GET, number)).values for number in (1, 2)] == [(1,), (2,)]
        assert await room.bonds() == 1
        assert [number_of(each.data) for each in await frames(link, 100)] == list(range(100))


async def test_setup_without_an_agent_says_what_to_do_and_the_link_stays(furnish: Furnish) -> None:
    room = await furnish(Settable(), computer=HEADLESS)
    async with opened() as link:
        for _ in range(2):
            with pytest.raises(NotPaired, match="keep bluetoothctl open meanwhile"):
                await link.setup(Command.GET, 1)
        assert (await link.command(Command.TIP, 1)).result == Result.OK
    assert await room.bonds() == 0


async def test_a_bond_serves_the_next_connection_of_our_link_too(furnish: Furnish) -> None:
    room = await furnish(Settable())
    for number in (1, 2):
        async with opened() as link:
            assert (await link.setup(Command.GET, number)).values == (number,)
        await asyncio.sleep(AFTERWARDS_S)
    assert await room.bonds() == 1


async def test_a_tool_that_forgot_the_bond_is_said_to_have_until_it_is_removed(
    furnish: Furnish, caplog: pytest.LogCaptureFixture
) -> None:
    room = await furnish(Settable())
    async with SteadyLink(["PT-0001"], simulated=True, seed=1) as link:
        await until(link, lambda status: isinstance(status.state, Online))
        await link.setup(Command.GET, 1)
        await room.forget_bonds()
        await room.hang_up()
        lost = await until(link, lambda status: status.bond_lost)
        assert "remove PT-0001 from the system's list of Bluetooth devices" in lost.sentence
        await room.forget_devices()
        await until(link, lambda status: isinstance(status.state, Online))
        assert (await link.setup(Command.GET, 2)).values == (2,)
    caplog.clear()  # bleak warns that there was nothing left to disconnect
