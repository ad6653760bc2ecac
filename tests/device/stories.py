"""What a client needs of a tool, told once: with the simulated tool in this process, a served one, or a real one.

Nothing here knows what it talks to: real time or virtual, the system's Bluetooth or another.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final, NamedTuple

import pytest

from device.backend import Backend
from device.ble_link import BleLink
from device.scan import find, scan
from device.states import Online
from device.steady_link import SteadyLink
from protocol.control import RESEND_DONE, Command, ResendDone, Result, Started
from protocol.frames import SampleFrame, read_frame
from protocol.layout import Layout
from protocol.link import Channel, Payload
from protocol.status import Status


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
    rssi_dbm = heard[place.serial].rssi_dbm
    assert rssi_dbm is not None
    assert rssi_dbm < 20


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


async def it_says_its_zero_when_nobody_presses(place: Place) -> None:
    link = await place.link()
    await link.command(Command.START, 0)
    await asyncio.sleep(3)
    assert (await link.command(Command.TARE)).result == Result.OK
    await link.close()


async def it_gives_again_what_it_still_holds(place: Place) -> None:
    link = await place.link()
    started = Started(*map(int, (await link.command(Command.START, 0)).values))
    await asyncio.sleep(4)
    reply = await link.command(Command.RESEND, started.counter, 100)
    assert reply.result == Result.OK
    first, promised = map(int, reply.values)
    await asyncio.sleep(6)
    await link.close()
    payloads = [each async for each in link.payloads()]
    (end,) = [ResendDone.from_bytes(each.data) for each in payloads if _ends_resend(each)]
    late = counters_of(payloads, late=True)
    assert (end.result, end.sent) == (Result.OK, promised)
    assert late == list(range(first, first + promised))
    assert set(late) <= set(counters_of(payloads))


async def it_goes_on_with_its_stream_when_a_client_comes_back(place: Place) -> None:
    link = await place.link()
    before = Started(*map(int, (await link.command(Command.START, 0)).values))
    await asyncio.sleep(2)
    await link.close()
    boot = await _boot_id(link)
    again = await place.link()
    after = Started(*map(int, (await again.command(Command.START, 0)).values))
    await again.command(Command.STOP)
    await again.close()
    assert await _boot_id(again) == boot
    assert after.stream == before.stream
    assert after.counter > before.counter


async def it_is_one_clients_at_a_time(place: Place) -> None:
    link = await place.link()
    heard = {tool.serial for tool in await scan(3, place.backend)}
    assert place.serial not in heard
    await link.close()
    assert place.serial in {tool.serial for tool in await scan(5, place.backend)}


STORIES: Final[list[Story]] = [
    it_is_heard_with_its_serial_number,
    it_says_what_it_is_and_sends_nothing_before_start,
    it_streams_without_a_gap,
    it_answers_commands_and_says_what_it_does_not_know,
    it_comes_back_each_time_it_is_let_go,
    it_says_its_zero_when_nobody_presses,
    it_gives_again_what_it_still_holds,
    it_goes_on_with_its_stream_when_a_client_comes_back,
    it_is_one_clients_at_a_time,
]


def counters_of(payloads: list[Payload], *, late: bool = False) -> list[int]:
    """The counters of all live samples, or of those that came late."""
    columns = Layout.from_bytes(payloads[0].data).columns
    frames = [read_frame(each.data, columns) for each in payloads if each.channel is Channel.SAMPLES]
    wanted = [each for each in frames if isinstance(each, SampleFrame) and each.late is late]
    return [each.counter + number for each in wanted for number in range(len(each.counts))]


async def _boot_id(link: BleLink) -> int:
    """Of a link that is closed."""
    statuses = [Status.from_bytes(each.data) async for each in link.payloads() if each.channel is Channel.STATUS]
    return statuses[0].boot_id


def _ends_resend(payload: Payload) -> bool:
    return payload.channel is Channel.CONTROL_REPLY and payload.data[0] == RESEND_DONE
