"""A peripheral that means harm, over the simulated air: it costs bounded memory, and shows nothing that acts."""

from __future__ import annotations

import asyncio
import itertools
import tracemalloc
from typing import Any

import pytest
from bleak.backends.device import BLEDevice
from bleak.backends.scanner import AdvertisementData, BaseBleakScanner
from hypothesis import given
from hypothesis import strategies as st

from device.access import LONGEST_VALUE
from device.backend import Classes
from device.ble_link import BleLink
from device.errors import DeviceError
from device.radio import Radio
from device.scan import LONGEST_NAME, MOST_TOOLS, find, printable
from device.states import Event, Heard, Scan
from protocol import uuids
from protocol.advert import Advert
from protocol.control import Command
from protocol.layout import MAX_FIRMWARE
from protocol.link import Channel, Payload
from simulator.air import virtual_tool
from simulator.radio_model import RadioModel
from tests.device.bench import bench
from tests.pretend import PretendTool
from tests.short import examples
from tests.virtual import run_virtual, virtual

AT_ONCE = RadioModel(interval_s=0)


@virtual
async def test_a_thousand_values_a_second_that_nobody_reads_cost_bounded_memory(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with bench(PretendTool(rate_hz=1000), AT_ONCE) as (_, _, link):
        link._inbox._most = 500
        await link.open()
        await link.command(Command.START, 0)
        await asyncio.sleep(0.7)
        tracemalloc.start()
        try:
            dropped = link.dropped
            await asyncio.sleep(1)
            grown = tracemalloc.get_traced_memory()[0]
        finally:
            tracemalloc.stop()
        assert 990 <= link.dropped - dropped <= 1015  # 244 kB of values
        assert grown < 50_000
        assert len(link._inbox._payloads) == 500
        await link.close()
        assert len([each async for each in link.payloads()]) == 500
    caplog.clear()  # it is warned of once


@virtual
async def test_a_flood_keeps_no_command_from_its_answer(caplog: pytest.LogCaptureFixture) -> None:
    async with bench(PretendTool(rate_hz=1000), AT_ONCE) as (_, _, link):
        link._inbox._most = 100
        await link.open()
        await link.command(Command.START, 0)
        await asyncio.sleep(0.5)
        for tip in range(20):
            assert (await link.command(Command.TIP, tip)).result == 0
    caplog.clear()


def test_whoever_invents_addresses_does_not_fill_the_events_that_wait() -> None:
    class Inventor(BaseBleakScanner):
        def __init__(self, callback: Any, services: list[str] | None, *_: Any, **__: Any) -> None:
            super().__init__(callback, services)

        async def start(self) -> None:
            for number in range(5_000):
                data = {uuids.SERVICE: bytes(Advert(1, 0, 50, f"X{number}"))}
                said = AdvertisementData("X", {}, data, [uuids.SERVICE], None, -60, ())
                self.call_detection_callbacks(BLEDevice(f"{number}", None, None), said)

        async def stop(self) -> None:
            self.seen_devices = {}

    async def story() -> None:
        told = list[Event]()
        radio = Radio(Classes(scanner=Inventor), lambda _payload: None, told.append, simulated=True)
        await radio.do(Scan(), itertools.count())
        assert len(told) == len(radio.found) == MOST_TOOLS
        radio.told(Heard("X0", "0"))
        await radio.do(Scan(), itertools.count())
        assert len(told) == MOST_TOOLS + 1

    run_virtual(story())


class Hostile(PretendTool):
    """Says whatever is drawn, wherever a tool says something."""

    said: bytes = b""

    @property
    def layout(self) -> bytes:
        return self.said

    def status(self, t_s: float) -> bytes:
        return self.said

    def write_control(self, t_s: float, data: bytes) -> None:
        if self.said:
            self._replies.append(self.said)
        super().write_control(t_s, data)

    def advance(self, t_s: float, room: int = 0) -> list[tuple[Channel, bytes]]:
        said = super().advance(t_s, room)
        return [*said, *((channel, self.said[:244]) for channel in (Channel.SAMPLES, Channel.EVENTS) if self.said)]


BYTES = st.one_of(
    st.binary(max_size=600),
    st.binary(max_size=60).map(lambda data: b"\x01\x10\xff" + data),  # an entry longer than what follows
    st.integers(1, 600).map(lambda n: b"\xff" * n),
    st.integers(1, 600).map(lambda n: b"\x80\x00" * (n // 2)),
)


async def listened_to(tool: PretendTool) -> list[Payload]:
    """What a link passes on of a tool that is told to stream."""
    air = await virtual_tool(tool, AT_ONCE)
    link = BleLink(await find(None, 5, air.backend), backend=air.backend, simulated=True)
    try:
        await link.open()
        await link.command(Command.START, 0)
        await asyncio.sleep(0.1)
    except DeviceError:
        pass  # one sentence
    finally:
        await link.close()
        await air.close()
    return [each async for each in link.payloads()]


@examples(40)
@given(BYTES)
def test_whatever_bytes_a_peripheral_says_are_passed_on_bounded_or_are_one_sentence(said: bytes) -> None:
    tool = Hostile()
    tool.said = said
    payloads = run_virtual(listened_to(tool))
    assert all(len(each.data) <= LONGEST_VALUE for each in payloads)
    first = [each.channel for each in payloads[:2]]
    assert first in ([], [Channel.LAYOUT, Channel.STATUS])


EVIL = [
    "\x1b]0;pwned\x07",
    "\u202ekool",
    "\u2066a\u2069",
    "a\nb\r\tc",
    "\u200f\u061c\ufeff",
    "[/red]",
    "x" * 300,
    "\ud83d",
]


@pytest.mark.parametrize("text", EVIL, ids=ascii)
def test_what_is_shown_of_a_text_neither_acts_nor_turns_around_nor_is_long(text: str) -> None:
    shown = printable(text, LONGEST_NAME)
    assert len(shown) <= LONGEST_NAME
    assert shown.isprintable()
    assert not set(shown) & set("\x1b\x07\n\r\t\u202e\u2066\u2069\u200f\u061c\ufeff\ud83d")


@given(st.text())
def test_whatever_is_shown_is_printable_and_in_order(text: str) -> None:
    shown = printable(text, LONGEST_NAME)
    assert shown.isprintable()
    assert len(shown) <= LONGEST_NAME
    rest = iter(text)
    assert all(each in rest for each in shown)


@virtual
async def test_what_a_tool_is_called_over_the_air_is_shown_harmless() -> None:
    tool = PretendTool()
    tool.name = "\x1b[2J\u202eX"
    tool.firmware = "1\x1b[2J\u202e" + "9" * 100
    async with bench(tool) as (_, _, link):
        assert link.tool.name == "[2JX"
        await link.open()
        assert link.firmware is not None
        assert link.firmware.startswith("1[2J999")
        assert len(link.firmware) <= MAX_FIRMWARE
