from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from device.drivers.errors import NotThisInstrument
from device.drivers.find import find_instrument
from device.drivers.gatt_link import GattLink
from device.drivers.links import link_to
from device.drivers.registry import driver_named
from device.errors import AccessRefused, ToolLost, ToolNotFound
from protocol.blocks import SampleBlock
from protocol.errors import NotOffered
from protocol.instruments.driver import Action, Driver, Gatt, Heard, Told, Value, Write
from protocol.instruments.progressor import DATA_POINT, ProgressorTalk
from protocol.link import Channel, Payload
from simulator.twins.air import virtual_twins
from simulator.twins.go_direct import GoDirectTwin
from simulator.twins.progressor import ProgressorTwin
from simulator.twins.sig import sig_force
from simulator.twins.wh_c06 import WhC06Twin
from tests.device.drivers.bench import ADDRESS, bench, decoded, listen
from tests.virtual import virtual


def steady(_t_s: float) -> float:
    return 20.0


async def until_lost(link: GattLink) -> list[Payload]:
    """What a link brings until its instrument is gone."""
    payloads = list[Payload]()

    async def keep() -> None:
        async for payload in link.payloads():
            payloads.append(payload)

    with pytest.raises(ToolLost, match=f"the connection to {ADDRESS} is lost"):
        await keep()
    return payloads


@virtual
async def test_what_is_written_stands_before_what_is_heard_to_it() -> None:
    async with bench(ProgressorTwin(steady), "progressor") as (_, link):
        brought = await listen(link, 1.0)
    said = [(payload.channel, payload.data) for payload in brought.payloads]
    assert said[0][0] is Channel.INSTRUMENT
    assert said[1] == (Channel.WRITTEN, b"\x6f")
    assert said.index((Channel.WRITTEN, b"\x65")) < next(n for n, (_, data) in enumerate(said) if data[:2] == b"\0\1")


@virtual
async def test_a_tare_on_the_instrument_makes_the_load_nothing() -> None:
    async with bench(ProgressorTwin(steady), "progressor") as (_, link):
        asyncio.get_running_loop().call_later(1.0, asyncio.ensure_future, link.ask(Action.TARE))
        brought = await listen(link, 3.0)
    assert brought.force_n[0] == pytest.approx(20.0, abs=1e-3)
    assert brought.force_n[-1] == 0.0


@pytest.mark.parametrize(
    ("action", "told"),
    [(Action.ASK_SERIAL, Told("serial number", "030201")), (Action.ASK_FIRMWARE, Told("firmware", "1.2.3.4"))],
)
def test_a_question_is_answered_among_the_payloads(action: Action, told: Told) -> None:
    @virtual
    async def story() -> None:
        async with bench(ProgressorTwin(steady), "progressor") as (_, link):
            loop = asyncio.get_running_loop()
            loop.call_later(1.0, asyncio.ensure_future, link.ask(Action.STOP))
            loop.call_later(1.5, asyncio.ensure_future, link.ask(action))
            brought = await listen(link, 2.0)
        assert brought.values[-1] == told

    story()


@virtual
async def test_a_long_message_is_written_in_pieces_and_recorded_whole() -> None:
    async with bench(GoDirectTwin(steady), "go-direct") as (_, link):
        brought = await listen(link, 1.0)
    written = [payload.data for payload in brought.payloads if payload.channel is Channel.WRITTEN]
    assert len(written[0]) == 25
    assert brought.blocks


@virtual
async def test_what_an_instrument_cannot_do_is_refused_without_a_write() -> None:
    async with bench(GoDirectTwin(steady), "go-direct") as (_, link):
        await link.open()
        with pytest.raises(NotOffered, match="a Vernier Go Direct has no command to tare"):
            await link.ask(Action.TARE)


@virtual
async def test_an_instrument_that_is_switched_off_is_lost_after_everything_it_said() -> None:
    async with bench(ProgressorTwin(steady), "progressor") as (air, link):
        assert isinstance(link, GattLink)
        await link.open()
        asyncio.get_running_loop().call_later(2.0, asyncio.ensure_future, air.stations[0].hang_up())
        payloads = await until_lost(link)
        with pytest.raises(ToolLost):
            await link.ask(Action.STOP)
    assert len(decoded(payloads).numbers) >= 120


@virtual
async def test_an_instrument_can_be_connected_to_again() -> None:
    twin = ProgressorTwin(steady)
    air = await virtual_twins([twin])
    for _ in range(2):
        found = await find_instrument(driver_named("progressor"), None, 5.0, air.backend)
        link = link_to(found, backend=air.backend, simulated=True)
        brought = await listen(link, 1.0)
        assert brought.numbers[0] == 0
    await air.close()


@virtual
async def test_an_instrument_that_left_is_not_found() -> None:
    async with bench(ProgressorTwin(steady), "progressor") as (air, link):
        air.air.in_range = False
        with pytest.raises(ToolNotFound, match=f"tool {ADDRESS} did not answer within 20 s"):
            await link.open()


@virtual
async def test_a_device_without_the_drivers_characteristics_is_another_instrument() -> None:
    air = await virtual_twins([sig_force(steady)])
    found = await find_instrument(driver_named("progressor"), ADDRESS, 5.0, air.backend)
    link = GattLink(found, Gatt((DATA_POINT,)), backend=air.backend, simulated=True)
    with pytest.raises(NotThisInstrument, match="Force lacks 1 of the attributes of a Tindeq Progressor") as caught:
        await link.open()
    await air.close()
    assert caught.value.missing == (DATA_POINT,)


@virtual
async def test_closing_twice_is_closing_once() -> None:
    async with bench(ProgressorTwin(steady), "progressor") as (_, link):
        await link.open()
        await link.close()
        await link.close()
        first, *_ = [payload async for payload in link.payloads()]
    assert first.channel is Channel.INSTRUMENT


class Stubborn(ProgressorTalk):
    """Answers every notification by a write to where none is allowed."""

    def feed(self, heard: Heard) -> Sequence[Value]:
        return (*super().feed(heard), Write(DATA_POINT, b"\x00"))


class Clumsy(ProgressorTalk):
    """Fails at the third notification."""

    def __init__(self) -> None:
        super().__init__()
        self._fed = 0

    def feed(self, heard: Heard) -> Sequence[Value]:
        self._fed += 1
        if self._fed == 3:
            raise IndexError("off by one")
        return super().feed(heard)


def driven_by(talk: Callable[[], ProgressorTalk]) -> Driver:
    return replace(driver_named("progressor"), talk=talk)


@virtual
async def test_an_instrument_that_refuses_its_answer_is_lost_since_it_would_be_silent() -> None:
    air = await virtual_twins([ProgressorTwin(steady)])
    found = await find_instrument(driven_by(Stubborn), None, 5.0, air.backend)
    link = GattLink(found, Gatt((DATA_POINT,)), backend=air.backend, simulated=True)
    await link.open()
    payloads = await until_lost(link)
    await link.close()
    await air.close()
    assert sum(payload.channel is Channel.HEARD for payload in payloads) == 1


@virtual
async def test_a_first_write_that_is_refused_says_so() -> None:
    class Wrong(ProgressorTalk):
        def open(self) -> Sequence[Write]:
            return (Write(DATA_POINT, b"\x65"),)

    air = await virtual_twins([ProgressorTwin(steady)])
    found = await find_instrument(driven_by(Wrong), None, 5.0, air.backend)
    link = GattLink(found, Gatt((DATA_POINT,)), backend=air.backend, simulated=True)
    with pytest.raises(AccessRefused, match="Progressor_1234 refused an access with ATT error 0x03"):
        await link.open()
    await air.close()


def test_a_driver_that_fails_ends_the_link_and_is_named(caplog: pytest.LogCaptureFixture) -> None:
    @virtual
    async def story() -> None:
        air = await virtual_twins([ProgressorTwin(steady)])
        found = await find_instrument(driven_by(Clumsy), None, 5.0, air.backend)
        link = GattLink(found, Gatt((DATA_POINT,)), backend=air.backend, simulated=True)
        await link.open()
        payloads = await until_lost(link)
        await link.close()
        await air.close()
        assert sum(payload.channel is Channel.HEARD for payload in payloads) >= 3

    story()
    assert caplog.messages[0] == "the driver progressor failed: the link is ended"
    caplog.clear()


@virtual
async def test_bytes_that_the_driver_refuses_are_passed_on_and_counted() -> None:
    class Crooked(ProgressorTwin):
        def advance(self, t_s: float) -> Sequence[tuple[str, bytes]]:
            return [(uuid, b"\x01\x07" + value[2:] if value[0] == 1 else value) for uuid, value in super().advance(t_s)]

    async with bench(Crooked(steady), "progressor") as (_, link):
        assert isinstance(link, GattLink)
        await link.open()
        payloads = list[Payload]()
        async for payload in link.payloads():
            payloads.append(payload)
            if len(payloads) == 10:
                break
    heard = [payload.data for payload in payloads if payload.channel is Channel.HEARD]
    assert [data[1] for data in heard] == [0] + [1] * (len(heard) - 1)
    assert link.refused >= len(heard) - 1 > 5


@virtual
async def test_readings_are_blocks_in_order_whatever_the_batch() -> None:
    async with bench(ProgressorTwin(steady, batch=7), "progressor") as (_, link):
        brought = await listen(link, 2.0)
    assert {len(block) for block in brought.values if isinstance(block, SampleBlock)} == {7}


@virtual
async def test_the_link_fits_the_transport() -> None:
    air = await virtual_twins([WhC06Twin(steady), ProgressorTwin(steady)])
    names = []
    for name in ("wh-c06", "progressor"):
        found = await find_instrument(driver_named(name), None, 5.0, air.backend)
        link = link_to(found, backend=air.backend, simulated=True)
        names.append((type(link).__name__, link.simulated))
    await air.close()
    assert names == [("AdvertLink", True), ("GattLink", True)]
