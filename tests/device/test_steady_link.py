from __future__ import annotations

import asyncio
import itertools
from typing import Final

import pytest
from bleak import BleakClient

from device.errors import NotOnline, ToolLost
from device.states import Choosing, Lost, Online, Resting, Searching
from device.steady_link import SteadyLink
from protocol.control import Command, Request
from protocol.link import Channel
from simulator.air import virtual_tools
from simulator.other_computer import other_computer
from tests.device.seat import Seat, seat
from tests.device.test_who_answers import layout_of
from tests.pretend import PretendTool
from tests.virtual import virtual

FIRST: Final = [Channel.LAYOUT, Channel.STATUS, Channel.BATTERY]


@virtual
async def test_a_link_that_is_cut_ten_times_comes_back_ten_times_and_loses_only_what_was_cut() -> None:
    async with seat() as place:
        for _ in range(10):
            await place.until(Online)
            await asyncio.sleep(8)
            await place.tools.peripheral.disconnect()
            await place.until(Resting)
        await place.until(Online)
        await asyncio.sleep(1)
    channels = [each.channel for each in place.payloads]
    begins = [at for at, channel in enumerate(channels) if channel is Channel.LAYOUT]
    assert len(begins) == place.statuses[-1].connections == 11
    assert all(channels[at : at + 3] == FIRST for at in begins)
    assert place.numbers == sorted(set(place.numbers))
    arrivals_s = [each.arrival_s for each in place.payloads]
    away_s = [after - before for before, after in itertools.pairwise(arrivals_s) if after - before > 0.1]
    assert len(away_s) == 10
    assert max(away_s) <= 3.0
    assert place.link.simulated


@virtual
async def test_out_of_range_is_lost_and_in_range_is_online_again() -> None:
    async with seat() as place:
        await place.until(Online)
        await asyncio.sleep(5)
        place.tools.air.in_range = False
        lost = await place.until(Lost)
        assert lost.sentence == (
            "The connection to PT-0001 is lost: bring the tool closer or switch it on again; trying again soon."
        )
        searching = await place.until(Searching)
        assert searching.sentence == "PT-0001 is lost and searched for: switch it on and bring it closer."
        assert searching.lost_s == lost.state.since_s
        await asyncio.sleep(300)
        assert "close the other program or computer that may hold" in place.link.status.sentence
        place.tools.air.in_range = True
        online = await place.until(Online)
        assert (online.lost_s, online.connections, online.attempt) == (None, 2, 0)
        assert (online.serial, online.rssi_dbm, online.firmware) == ("PT-0001", -50, "1.2.3")
    assert place.states == [
        "Searching",
        "Connecting",
        "Online",
        "Lost",
        "Resting",
        "Searching",
        "Connecting",
        "Online",
        "Closed",
    ]


@virtual
async def test_a_tool_that_another_computer_holds_is_found_when_it_is_let_go() -> None:
    air = await virtual_tools([PretendTool()])
    async with other_computer(air.air, air.peripheral.device):
        link = SteadyLink(["PT-0001"], backend=air.backend, simulated=True)
        await link.open()
        await asyncio.sleep(15)
        assert "close the other program or computer that may hold its connection" in link.status.sentence
    await Seat(link, air).until(Online, within_s=12)
    await link.close()
    await air.close()


@virtual
async def test_a_held_device_that_is_another_tool_is_left_after_one_question() -> None:
    air = await virtual_tools([PretendTool(serial="PT-0009")])
    from device.scan import find

    async with BleakClient((await find("PT-0009", 5, air.backend)).device, backend=air.backend.client):
        link = SteadyLink(["PT-0001"], backend=air.backend, simulated=True)
        await link.open()
        await Seat(link, air).until(Lost)
        assert link.status.sentence == "PT-0009 answered, which is not the tool that is wanted; trying again soon."
        await asyncio.sleep(60)
        assert isinstance(link.status.state, Searching)
        assert link.status.connections == 0
        await link.close()
    await air.close()


@virtual
async def test_of_two_tools_in_range_somebody_chooses() -> None:
    async with seat([PretendTool(serial="PT-0001"), PretendTool(serial="PT-0002")], wanted=[]) as place:
        choice = await place.until(Choosing)
        assert [tool.serial for tool in choice.in_range] == ["PT-0001", "PT-0002"]
        assert choice.sentence == "Several tools are in range: choose PT-0001 or PT-0002."
        await asyncio.sleep(30)
        place.link.choose("PT-0002")
        assert (await place.until(Online)).serial == "PT-0002"
        place.link.choose("PT-0001")
        await place.tools.peripherals[1].disconnect()
        await place.until(Resting)
        assert (await place.until(Online)).serial == "PT-0002"


@virtual
async def test_the_only_tool_in_range_needs_no_choice() -> None:
    async with seat(wanted=[]) as place:
        assert (await place.until(Online)).serial == "PT-0001"


class Liar(PretendTool):
    """Advertises another tool's serial number."""

    def service_data(self, t_s: float) -> bytes:
        return super().service_data(t_s).replace(b"PT-0009", b"PT-0001")


@virtual
async def test_a_device_that_calls_itself_the_tool_is_said_to_be_another_and_the_true_one_is_taken() -> None:
    async with seat([Liar(serial="PT-0009")]) as place:
        assert (await place.until(Resting)).sentence == (
            "PT-0001 was called and PT-0009 answered: switch PT-0009 off, or choose it; trying again soon."
        )
        await asyncio.sleep(60)
        assert isinstance(place.link.status.state, Searching)
    assert Channel.LAYOUT not in {each.channel for each in place.payloads}
    async with seat([Liar(serial="PT-0009"), PretendTool(serial="PT-0001")]) as place:
        assert (await place.until(Online)).serial == "PT-0001"


class Swapped(PretendTool):
    """Is another tool from some moment on, at the same address and with the same name and advert."""

    inside = "PT-0001"

    @property
    def layout(self) -> bytes:
        return layout_of(self.inside)


@virtual
async def test_another_tool_at_the_same_address_and_by_the_same_name_is_told_and_refused_on_reconnecting() -> None:
    tool = Swapped()
    async with seat([tool]) as place:
        await place.until(Online)
        await asyncio.sleep(5)
        tool.inside = "PT-0009"
        await place.tools.peripheral.disconnect()
        await place.until(Resting)
        await place.until(Searching)
        assert (await place.until(Resting)).sentence == (
            "PT-0001 was called and PT-0009 answered: switch PT-0009 off, or choose it; trying again soon."
        )
        await asyncio.sleep(60)
        assert isinstance(place.link.status.state, Searching)
        assert place.link.status.connections == 1
    assert [each.channel for each in place.payloads].count(Channel.LAYOUT) == 1
    assert tool.calls[-1] == ("disconnect", 0)


@virtual
async def test_a_command_without_a_connection_is_refused_at_once_and_says_how_it_stands() -> None:
    async with seat() as place:
        place.tools.air.in_range = False
        await asyncio.sleep(20)
        before_s = asyncio.get_running_loop().time()
        with pytest.raises(NotOnline, match="nothing can be sent to the tool now: "):
            await place.link.command(Command.TARE)
        assert asyncio.get_running_loop().time() == before_s


@virtual
async def test_a_command_under_way_when_the_tool_goes_is_lost_and_the_link_is_not() -> None:
    tool = PretendTool()
    async with seat([tool]) as place:
        await place.until(Online)
        await asyncio.sleep(1)
        tool.deaf = True
        asyncio.get_running_loop().call_later(0.5, lambda: asyncio.ensure_future(place.tools.peripheral.disconnect()))
        with pytest.raises(ToolLost):
            await place.link.command(Command.IDENTIFY)
        tool.deaf = False
        await place.again()
        assert (await place.link.command(Command.IDENTIFY)).result == 0


@virtual
async def test_echo_ids_go_on_across_connections() -> None:
    """Else the tool would take the first command of a connection for a repeat of one before, and not do it."""
    async with seat() as place:
        for _ in range(3):
            await place.until(Online)
            await asyncio.sleep(1)
            await place.link.command(Command.CLEAR_STOP)
            await place.tools.peripheral.disconnect()
            await place.until(Resting)
    sent = [Request.from_bytes(each.data) for each in place.payloads if each.channel is Channel.CONTROL_SENT]
    first = sent[0].echo
    assert [each.echo for each in sent] == [(first - 1 + number) % 255 + 1 for number in range(6)]


@virtual
async def test_payloads_that_nobody_reads_are_bounded_and_counted(caplog: pytest.LogCaptureFixture) -> None:
    air = await virtual_tools([PretendTool(rate_hz=400)])
    async with SteadyLink(["PT-0001"], backend=air.backend, simulated=True) as link:
        link._inbox._most = 100
        await Seat(link, air).until(Online)
        await link.command(Command.START, 0)
        await asyncio.sleep(1)
        assert 250 <= link.status.dropped <= 350
    assert len([each async for each in link.payloads()]) == 100
    caplog.clear()
    await air.close()
