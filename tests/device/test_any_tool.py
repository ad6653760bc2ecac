"""What a client needs of a tool: told once, tried with the simulated tool and, with `--tool ble:SERIAL`, a real one."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final, NamedTuple

import pytest

from device.backend import PLATFORM, Backend
from device.ble_link import BleLink
from device.scan import find, scan
from device.states import Online
from device.steady_link import SteadyLink
from protocol.control import Command, Result, Started
from protocol.frames import SampleFrame, read_frame
from protocol.layout import Layout
from protocol.link import Channel, Payload
from protocol.status import Status
from simulator.air import virtual_tool
from simulator.scenario import SCENARIOS
from simulator.tool import Tool
from tests.virtual import run_virtual


class Place(NamedTuple):
    """Where the tool is."""

    serial: str
    backend: Backend
    simulated: bool

    async def link(self) -> BleLink:
        link = BleLink(await find(self.serial, 15, self.backend), backend=self.backend, simulated=self.simulated)
        await link.open()
        return link


Story = Callable[[Place], Awaitable[None]]


async def it_is_heard_with_its_serial_number(place: Place) -> None:
    heard = {tool.serial: tool for tool in await scan(5, place.backend)}
    assert place.serial in heard
    assert -127 < heard[place.serial].rssi_dbm < 20


async def it_says_what_it_is_and_sends_nothing_before_start(place: Place) -> None:
    link = await place.link()
    await asyncio.sleep(3)
    await link.close()
    payloads = [each async for each in link.payloads()]
    assert [each.channel for each in payloads[:2]] == [Channel.LAYOUT, Channel.STATUS]
    assert {each.channel for each in payloads[2:]} <= {Channel.BATTERY}
    assert Layout.from_bytes(payloads[0].data).serial == place.serial == link.serial
    assert Status.from_bytes(payloads[1].data).boot_id != 0


async def it_streams_without_a_gap(place: Place) -> None:
    link = await place.link()
    started = await link.command(Command.START, 0)
    assert started.result == Result.OK
    rate_hz = Started(*map(int, started.values)).rate_mhz / 1000
    await asyncio.sleep(5)
    assert (await link.command(Command.STOP)).result == Result.OK
    await link.close()
    payloads = [each async for each in link.payloads()]
    counters = counters_of(payloads)
    assert counters == list(range(counters[0], counters[0] + len(counters)))
    assert len(counters) == pytest.approx(5 * rate_hz, rel=0.5)


async def it_answers_commands_and_says_what_it_does_not_know(place: Place) -> None:
    link = await place.link()
    first, second = await link.command(Command.TIME), await link.command(Command.TIME)
    assert (int(second.values[0]) - int(first.values[0])) % 2**32 < 10_000_000
    assert (await link.command(Command.STATUS)).result == Result.OK
    assert (await link.command(Command.TIP, 255)).result in {Result.BAD_VALUE, Result.UNKNOWN}
    await link.close()


async def it_comes_back_each_time_it_is_let_go(place: Place) -> None:
    for _ in range(5):
        async with SteadyLink([place.serial], backend=place.backend, simulated=place.simulated) as link:
            async with asyncio.timeout(30):
                async for status in link.statuses():
                    if isinstance(status.state, Online):
                        break
            assert (await link.command(Command.STATUS)).result == Result.OK


STORIES: Final[list[Story]] = [
    it_is_heard_with_its_serial_number,
    it_says_what_it_is_and_sends_nothing_before_start,
    it_streams_without_a_gap,
    it_answers_commands_and_says_what_it_does_not_know,
    it_comes_back_each_time_it_is_let_go,
]


def counters_of(payloads: list[Payload]) -> list[int]:
    """The counters of all live samples."""
    columns = Layout.from_bytes(payloads[0].data).columns
    frames = [read_frame(each.data, columns) for each in payloads if each.channel is Channel.SAMPLES]
    live = [each for each in frames if isinstance(each, SampleFrame) and not each.late]
    return [each.counter + number for each in live for number in range(len(each.counts))]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.__name__)
def test_the_simulated_tool(story: Story) -> None:
    async def tell() -> None:
        scenario = SCENARIOS["treatment"]
        air = await virtual_tool(Tool(scenario, 7))
        try:
            await story(Place(scenario.serial, air.backend, simulated=True))
        finally:
            await air.close()

    run_virtual(tell())


@pytest.mark.radio
@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.__name__)
async def test_the_real_tool(story: Story, request: pytest.FixtureRequest) -> None:
    scheme, _, serial = request.config.getoption("--tool").partition(":")
    assert scheme == "ble", "write --tool ble:SERIAL"
    await story(Place(serial, PLATFORM, simulated=False))
