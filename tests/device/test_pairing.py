"""A pairing that does not come about, or is lost, is no lost link."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from bleak.exc import BleakDBusError, BleakError, BleakGATTProtocolError

from device.access import PAIR_S
from device.backend import Classes
from device.errors import BondLost, CommandRefused, CommandTimeout, NotOnline, NotPaired, ToolLost
from device.states import Online, Resting
from protocol import uuids
from protocol.control import Command, Result
from simulator.air import VirtualTools, virtual_tool
from simulator.bleak_client import BumbleClient
from tests.device.seat import seat
from tests.device.settable import Settable, bonds, forget, next_link, opened
from tests.virtual import virtual


class Stubborn(BumbleClient):
    """A system that does not pair; accesses that need it are refused as the class says."""

    refusal: Exception = BleakGATTProtocolError(0x05)
    pairing: Exception | None = BleakDBusError("org.bluez.Error.AuthenticationFailed", ["Authentication Failed"])
    hangs = False
    willing = False
    """Whether it gave in."""

    async def pair(self, *_: Any, **__: Any) -> None:
        if self.willing:
            await super().pair()
        elif self.hangs:
            await asyncio.Event().wait()
        elif self.pairing is not None:
            raise self.pairing

    async def write_gatt_char(self, characteristic: Any, data: Any, response: bool) -> None:
        if characteristic.uuid == uuids.SETUP and not self.willing:
            raise self.refusal
        await super().write_gatt_char(characteristic, data, response)


def stubborn(tools: VirtualTools, **how: Any) -> Classes:
    bound = {"central": tools.central, **how}
    return Classes(tools.backend.scanner, type("Client", (Stubborn,), bound), tools.backend.adapter)


REFUSALS = [
    BleakGATTProtocolError(0x05),
    BleakGATTProtocolError(0x0C),
    BleakGATTProtocolError(0x0F),
    BleakDBusError("org.bluez.Error.NotPermitted", ["Not paired"]),
]


@pytest.mark.parametrize(
    "pairing",
    [
        BleakDBusError("org.bluez.Error.AuthenticationFailed", ["Authentication Failed"]),
        BleakDBusError("org.bluez.Error.AuthenticationRejected", ["Authentication Rejected"]),
        BleakError("Could not pair with device: FAILED"),
        TimeoutError(),
    ],
    ids=str,
)
def test_a_pairing_that_is_refused_is_said_and_the_link_lives_on(pairing: Exception) -> None:
    @virtual
    async def story() -> None:
        tools = await virtual_tool(Settable())
        async with next_link(tools, stubborn(tools, pairing=pairing)) as link:
            with pytest.raises(NotPaired, match="PT-0001 lets only a paired computer do that") as caught:
                await link.setup(Command.GET, 1)
            assert caught.value.__cause__ is pairing
            assert (await link.command(Command.TIP, 1)).result == Result.OK
            await asyncio.sleep(60)
            assert (await link.command(Command.TIP, 2)).result == Result.OK
        await tools.close()

    story()


@pytest.mark.parametrize("refusal", REFUSALS, ids=str)
@pytest.mark.parametrize("asked", [True, False])
def test_a_refused_access_is_the_bond_s_loss_where_the_system_is_paired_and_else_a_pairing_that_is_missing(
    refusal: Exception, asked: bool
) -> None:
    @virtual
    async def story() -> None:
        tools = await virtual_tool(Settable())
        pairing = None if asked else NotImplementedError()  # macOS pairs when an access needs it
        async with next_link(tools, stubborn(tools, pairing=pairing, refusal=refusal)) as link:
            with pytest.raises(BondLost if asked else NotPaired) as caught:
                await link.setup(Command.GET, 1)
            if asked:
                assert "remove PT-0001 from the system's list of Bluetooth devices" in str(caught.value)
            await asyncio.sleep(60)
            assert (await link.command(Command.TIP, 1)).result == Result.OK
        await tools.close()

    story()


@virtual
async def test_a_pairing_that_nobody_answers_is_given_up_in_bounded_time_and_can_be_tried_again() -> None:
    tools = await virtual_tool(Settable())
    backend = stubborn(tools, hangs=True)
    async with next_link(tools, backend) as link:
        began_s = asyncio.get_running_loop().time()
        with pytest.raises(NotPaired):
            await link.setup(Command.GET, 1)
        assert asyncio.get_running_loop().time() == began_s + PAIR_S
        assert backend.client is not None
        backend.client.willing = True  # type: ignore[attr-defined]  # ours, from above
        assert (await link.setup(Command.GET, 1)).values == (1,)
    await tools.close()


@virtual
async def test_where_the_write_itself_pairs_the_first_answer_may_take_as_long_as_a_person_and_no_later_one() -> None:
    """As on macOS."""

    class Asking(BumbleClient):
        takes_s = 20.0

        async def pair(self, *_: Any, **__: Any) -> None:
            raise NotImplementedError

        async def write_gatt_char(self, *write: Any, **how: Any) -> None:
            await asyncio.sleep(self.takes_s)
            await super().pair()
            await super().write_gatt_char(*write, **how)

    tools = await virtual_tool(Settable())
    backend = Classes(tools.backend.scanner, type("Client", (Asking,), {"central": tools.central}))
    async with next_link(tools, backend) as link:
        assert (await link.setup(Command.GET, 1)).values == (1,)
        assert await bonds(tools) == (1, 1)
        with pytest.raises(CommandTimeout, match="within 2 s"):
            await link.setup(Command.GET, 1)
        await link.close()
    backend.client.takes_s = 50.0  # type: ignore[union-attr]  # ours, from above
    await asyncio.sleep(1)
    async with next_link(tools, backend) as link:
        with pytest.raises(CommandTimeout, match="GET within 40 s"):
            await link.setup(Command.GET, 1)
    await tools.close()


@virtual
async def test_a_pairing_that_fails_as_nobody_foresaw_is_refused_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    tools = await virtual_tool(Settable())
    async with next_link(tools, stubborn(tools, pairing=KeyError("a stale cache"))) as link:
        with pytest.raises(NotPaired):
            await link.setup(Command.GET, 1)
        assert (await link.command(Command.TIP, 1)).result == Result.OK
    await tools.close()
    assert "pairing failed in an unknown way" in caplog.text
    caplog.clear()


@virtual
async def test_a_pairing_can_be_cancelled_and_the_link_lives_on() -> None:
    tools = await virtual_tool(Settable())
    async with next_link(tools, stubborn(tools, hangs=True)) as link:
        asking = asyncio.create_task(link.setup(Command.GET, 1))
        await asyncio.sleep(5)
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking
        assert (await link.command(Command.TIP, 1)).result == Result.OK
    await tools.close()


@virtual
async def test_another_refusal_is_said_as_one_and_the_link_lives_on() -> None:
    tools = await virtual_tool(Settable())
    backend = stubborn(tools, pairing=None, refusal=BleakGATTProtocolError(0x80))
    async with next_link(tools, backend) as link:
        with pytest.raises(CommandRefused, match="0x80"):
            await link.setup(Command.GET, 1)
        assert (await link.command(Command.TIP, 1)).result == Result.OK
    await tools.close()


@virtual
async def test_a_stack_that_fails_otherwise_has_lost_the_link() -> None:
    tools = await virtual_tool(Settable())
    backend = stubborn(tools, pairing=None, refusal=BleakDBusError("org.bluez.Error.Failed", ["Not connected"]))
    async with next_link(tools, backend) as link:
        with pytest.raises(ToolLost):
            await link.setup(Command.GET, 1)
        with pytest.raises(ToolLost):
            await link.command(Command.TIP, 1)
    await tools.close()


@virtual
async def test_a_tool_that_goes_while_it_is_paired_with_is_lost() -> None:
    class Leaving(Stubborn):
        async def pair(self, *_: Any, **__: Any) -> None:
            await self.disconnect()
            raise BleakDBusError("org.bluez.Error.AuthenticationFailed", ["Authentication Failed"])

    tools = await virtual_tool(Settable())
    backend = Classes(tools.backend.scanner, type("Client", (Leaving,), {"central": tools.central}))
    async with next_link(tools, backend) as link:
        with pytest.raises(ToolLost):
            await link.setup(Command.GET, 1)
    await tools.close()


# a tool that forgot the bond


@virtual
async def test_a_tool_that_forgot_the_bond_is_told_from_one_that_does_not_answer() -> None:
    async with opened() as (_, tools, link):
        await link.setup(Command.GET, 1)
        await link.close()
        await forget(tools)
        await asyncio.sleep(1)
        with pytest.raises(BondLost, match="this computer is paired with PT-0001, which seems to have forgotten it: "):
            async with next_link(tools):
                pass


@virtual
async def test_a_link_that_reconnects_says_all_the_time_that_the_bond_is_lost_until_it_is_removed() -> None:
    async with seat([Settable()]) as place:
        await place.until(Online)
        await place.link.setup(Command.GET, 1)
        await forget(place.tools)
        await place.tools.peripheral.disconnect()
        while not place.link.status.bond_lost:
            await place.until(Resting)
            await asyncio.sleep(0.1)
        seen = len(place.statuses)
        await asyncio.sleep(300)
        sentence = (
            "This computer is paired with PT-0001, which seems to have forgotten it: remove PT-0001 from the system's "
            "list of Bluetooth devices, then connect again; trying again soon."
        )
        assert {status.sentence for status in (*place.statuses[seen:], place.link.status)} == {sentence}
        assert all(status.bond_lost for status in place.statuses[seen:])
        keys = place.tools.central.keystore
        assert keys is not None
        await keys.delete_all()  # "remove it from the list"
        online = await place.until(Online)
        assert not online.bond_lost
        assert (await place.link.setup(Command.GET, 3)).values == (3,)


@virtual
async def test_setup_without_a_connection_is_refused_at_once() -> None:
    async with seat([Settable()]) as place:
        place.tools.air.in_range = False
        await asyncio.sleep(20)
        with pytest.raises(NotOnline, match="nothing can be sent to the tool now: "):
            await place.link.setup(Command.GET, 1)
