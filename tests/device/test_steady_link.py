from __future__ import annotations

import asyncio
import itertools
import logging
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from typing import Any, Final

import pytest
from bleak import BleakClient
from bleak.exc import BleakDeviceNotFoundError, BleakError
from hypothesis import given, settings
from hypothesis import strategies as st

from device.backend import Backend, Classes
from device.errors import NotOnline, ToolLost
from device.link_status import LinkStatus
from device.states import Choosing, Closed, Connecting, Lost, Off, Online, Resting, Searching
from device.steady_link import SteadyLink
from protocol import uuids
from protocol.control import Command, Request
from protocol.errors import LinkLost
from protocol.link import Channel, Payload
from simulator.air import VirtualTools, virtual_tools
from simulator.radio import RadioModel
from tests.device.stacks import Faults, FaultyClient, central_of, faulty, other_computer, powered_off, service_gone
from tests.device.test_ble_link import hide
from tests.pretend import PretendTool, number_of
from tests.virtual import run_virtual, virtual

FIRST: Final = [Channel.LAYOUT, Channel.STATUS, Channel.BATTERY]


@pytest.fixture(autouse=True)
def no_harmless_warnings() -> Iterator[None]:
    """bumble warns where a packet was under way when a connection ended, which is what these tests do."""
    host = logging.getLogger("bumble.host")
    host.setLevel(logging.ERROR)
    yield
    host.setLevel(logging.NOTSET)


class Seat:
    """Reads a link as a session does: START whenever a connection begins. Keeps all it sees."""

    def __init__(self, link: SteadyLink, tools: VirtualTools) -> None:
        self.link = link
        self.tools = tools
        self.payloads: list[Payload] = []
        self.statuses: list[LinkStatus] = []
        self._starts: set[asyncio.Task[None]] = set()

    async def read(self) -> None:
        async for payload in self.link.payloads():
            self.payloads.append(payload)
            if payload.channel is Channel.LAYOUT:
                self._starts.add(asyncio.create_task(self._start()))

    async def watch(self) -> None:
        async for status in self.link.statuses():
            self.statuses.append(status)

    async def until(self, state: type[object], within_s: float = 60.0) -> LinkStatus:
        """Wait for a state."""
        async with asyncio.timeout(within_s):
            async for status in self.link.statuses():
                if isinstance(status.state, state):
                    return status
        raise AssertionError(f"closed without {state}")

    async def again(self, within_s: float = 60.0) -> LinkStatus:
        """Wait for one more connection than there were."""
        known = self.link.status.connections
        async with asyncio.timeout(within_s):
            async for status in self.link.statuses():
                if isinstance(status.state, Online) and status.connections > known:
                    return status
        raise AssertionError("closed without another connection")

    @property
    def numbers(self) -> list[int]:
        return [number_of(each.data) for each in self.payloads if each.channel is Channel.SAMPLES]

    @property
    def states(self) -> list[str]:
        names = [type(each.state).__name__ for each in self.statuses]
        return [name for name, _ in itertools.groupby(names)]

    async def _start(self) -> None:
        try:
            await self.link.command(Command.START, 0)
        except (LinkLost, TimeoutError):
            return


@asynccontextmanager
async def seat(
    tools: Sequence[PretendTool] = (),
    wanted: Sequence[str] = ("PT-0001",),
    stack: Callable[[VirtualTools], Backend] = lambda tools: tools.backend,
    radio: RadioModel | None = None,
) -> AsyncIterator[Seat]:
    """Switch tools on, want some of them, read until the block ends."""
    air = await virtual_tools(tools or [PretendTool()], radio)
    link = SteadyLink(wanted, backend=stack(air), simulated=True, seed=1)
    place = Seat(link, air)
    try:
        async with link:
            reading = asyncio.gather(place.read(), place.watch())
            yield place
        await reading
        assert ours() == []
    finally:
        await air.close()


def ours() -> list[str]:
    """Tasks of the link that are left."""
    names = [getattr(task.get_coro(), "__qualname__", "") for task in asyncio.all_tasks()]
    return [
        name
        for name in names
        if name.startswith(("SteadyLink.", "Visit.", "BleLink.", "Listening.", "BleakClient.", "BleakScanner."))
    ]


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
async def test_bluetooth_off_is_said_with_what_to_do_and_on_again_is_noticed() -> None:
    faults = Faults()
    async with seat(stack=lambda tools: faulty(tools, faults)) as place:
        await place.until(Online)
        faults.scan = faults.connect = powered_off()
        await place.tools.peripheral.disconnect()
        off = await place.until(Off)
        assert off.sentence == "Bluetooth is not available, it is switched off: switch Bluetooth on."
        await asyncio.sleep(60)
        assert place.link.status.state.since_s == off.state.since_s
        faults.scan = faults.connect = None
        await place.until(Online, within_s=5)
    assert place.states == [
        "Searching", "Connecting", "Online", "Lost", "Resting", "Off", "Searching", "Connecting", "Online", "Closed",
    ]  # fmt: skip


@virtual
async def test_bluetooth_that_goes_off_while_connecting_is_off_and_no_loss() -> None:
    faults = Faults()
    faults.connect = powered_off()
    async with seat(stack=lambda tools: faulty(tools, faults)) as place:
        assert (await place.until(Off)).lost_s is None
        faults.connect = None
        await place.until(Online, within_s=5)


@virtual
async def test_a_tool_that_another_computer_holds_is_found_when_it_is_let_go() -> None:
    air = await virtual_tools([PretendTool()])
    async with other_computer(air):
        link = SteadyLink(["PT-0001"], backend=air.backend, simulated=True)
        await link.open()
        await asyncio.sleep(15)
        assert "close the other program or computer that may hold its connection" in link.status.sentence
    await Seat(link, air).until(Online, within_s=12)
    await link.close()
    await air.close()


@virtual
async def test_a_tool_that_the_system_is_connected_to_is_found_without_an_advert() -> None:
    faults = Faults()
    async with seat(stack=lambda tools: faulty(tools, faults)) as place:
        await place.until(Online)
        faults.hangs = True  # the stack dies with its connections, as the program sees it; the radio keeps them
        await place.until(Lost)
        await place.until(Resting)
        faults.hangs = False
        await place.until(Online, within_s=30)
    assert [each.channel for each in place.payloads if each.channel is Channel.LAYOUT] == [Channel.LAYOUT] * 2


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


@pytest.mark.parametrize("streams", [True, False])
@pytest.mark.parametrize("kind", ["hangs", "fails"])
def test_a_stack_that_dies_without_a_word_is_a_lost_link(streams: bool, kind: str) -> None:
    @virtual
    async def story() -> None:
        faults, loop = Faults(), asyncio.get_running_loop()
        async with seat(stack=lambda tools: faulty(tools, faults)) as place:
            await place.until(Online)
            await asyncio.sleep(5)
            if not streams:
                await place.link.command(Command.STOP)
            died_s = loop.time()
            if kind == "hangs":
                faults.hangs = True
            else:
                faults.access = faults.scan = service_gone()
            await place.until(Lost)
            assert loop.time() - died_s <= (3 if streams else 10) + (5 if kind == "hangs" else 0) + 0.1
            if kind == "fails":
                assert "start bluetooth" in (await place.until(Off)).sentence
            faults.hangs, faults.access, faults.scan = False, None, None
            await place.again()

    story()


@virtual
async def test_an_error_that_nobody_foresaw_is_one_more_failed_try(caplog: pytest.LogCaptureFixture) -> None:
    faults = Faults()
    faults.connect = KeyError("a stale cache")
    async with seat(stack=lambda tools: faulty(tools, faults)) as place:
        assert "in a way that this program does not know" in (await place.until(Resting)).sentence
        faults.connect = None
        assert (await place.until(Online)).attempt == 1
    assert "connecting failed in an unknown way" in caplog.text
    caplog.clear()


@virtual
async def test_a_scan_that_does_not_begin_is_tried_until_it_does() -> None:
    faults = Faults()
    faults.scan = BleakError("org.bluez.Error.InProgress")
    async with seat(stack=lambda tools: faulty(tools, faults)) as place:
        await asyncio.sleep(100)
        assert place.link.status.attempt > 10
        assert place.link.status.sentence.startswith("Bluetooth does not search at this moment: ")
        faults.scan = None
        await place.until(Online, 12)


@virtual
async def test_a_connection_that_is_never_made_is_given_up_in_bounded_time_and_tried_again() -> None:
    faults = Faults()
    async with seat(stack=lambda tools: faulty(tools, faults)) as place:
        await place.until(Connecting)
        faults.hangs = True
        await asyncio.sleep(200)
        faults.hangs = False
        await place.until(Online, 60)


def closed_after(
    start: Callable[[Seat], Any], wait: Callable[[], Any]
) -> tuple[list[str], bool, list[tuple[str, int]]]:
    """Close a link at some moment; return tasks left, whether a scan runs still, and what the tool saw."""

    async def story() -> tuple[list[str], bool, list[tuple[str, int]]]:
        tool = PretendTool()
        air = await virtual_tools([tool])
        link = SteadyLink(["PT-0001"], backend=air.backend, simulated=True, seed=1)
        place = Seat(link, air)
        await link.open()
        reading = asyncio.gather(place.read(), place.watch())
        start(place)
        await wait()
        await link.close()
        await reading
        left, scanning = ours(), central_of(air).scanning
        await asyncio.sleep(1)
        connected = bool(central_of(air).connections)
        assert isinstance(link.status.state, Closed)
        await air.close()
        return left, scanning or connected, tool.calls

    return run_virtual(story())


def cut_at(at_s: float) -> Callable[[Seat], None]:
    def start(place: Seat) -> None:
        loop = asyncio.get_running_loop()
        loop.call_later(at_s, lambda: asyncio.ensure_future(place.tools.peripheral.disconnect()))

    return start


@settings(max_examples=20)
@given(st.floats(0, 8), st.floats(0, 6))
def test_it_can_be_closed_at_any_time_and_leaves_nothing_behind(at_s: float, cut_s: float) -> None:
    left, busy, calls = closed_after(cut_at(cut_s), lambda: asyncio.sleep(at_s))
    assert left == []
    assert not busy
    assert calls[-1:] in ([], [("disconnect", 0)])


@settings(max_examples=40)
@given(st.sampled_from([0.0, 0.03, 0.5, 0.9, 1.0]), st.integers(0, 60))
def test_it_can_be_closed_at_every_step_and_leaves_nothing_behind(at_s: float, steps: int) -> None:
    async def wait() -> None:
        await asyncio.sleep(at_s)
        for _ in range(steps):
            await asyncio.sleep(0)

    left, busy, calls = closed_after(lambda place: None, wait)
    assert left == []
    assert not busy
    assert calls[-1:] in ([], [("disconnect", 0)])


@virtual
async def test_closing_may_be_cancelled_and_goes_on_all_the_same() -> None:
    tool = PretendTool()
    air = await virtual_tools([tool])
    link = SteadyLink(["PT-0001"], backend=air.backend, simulated=True)
    await link.open()
    await Seat(link, air).until(Online)
    closing = asyncio.create_task(link.close())
    await asyncio.sleep(0)
    closing.cancel()
    await asyncio.sleep(1)
    assert tool.calls[-1] == ("disconnect", 0)
    assert ours() == []
    await link.close()
    await air.close()


@virtual
async def test_closing_twice_or_before_it_was_opened_is_closing_once() -> None:
    async with seat() as place:
        await place.link.close()
        await place.link.close()
        with pytest.raises(NotOnline, match="The connection was closed"):
            await place.link.command(Command.STOP)
    air = await virtual_tools([PretendTool()])
    link = SteadyLink(["PT-0001"], backend=air.backend, simulated=True)
    await link.close()
    assert [each async for each in link.payloads()] == []
    assert [type(each.state) async for each in link.statuses()] == [Closed]
    await air.close()


@virtual
async def test_an_exception_in_the_block_ends_the_connection() -> None:
    tool = PretendTool()
    air = await virtual_tools([tool])
    link = SteadyLink(["PT-0001"], backend=air.backend, simulated=True)

    async def session() -> None:
        async with link:
            await Seat(link, air).until(Online)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await session()
    assert tool.calls[-1] == ("disconnect", 0)
    assert ours() == []
    await air.close()


@virtual
async def test_a_tool_that_was_heard_and_is_unknown_to_the_system_gets_four_seconds() -> None:
    faults = Faults()
    faults.connect = BleakDeviceNotFoundError("F0", "not found")
    async with seat(stack=lambda tools: faulty(tools, faults)) as place:
        resting = (await place.until(Resting)).state
        assert isinstance(resting, Resting)
        assert resting.again_s - resting.since_s == 4.0
        faults.connect = None
        await place.until(Online)


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


@virtual
async def test_a_device_without_the_attributes_is_read_anew_at_the_next_try() -> None:
    uncached = list[bool]()

    class Noting(FaultyClient):
        def __init__(self, *args: Any, winrt: dict[str, bool], **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            uncached.append(winrt.get("use_cached_services") is False)

    def stack(tools: VirtualTools) -> Classes:
        hide(tools, uuids.STATUS)
        bound = {"central": central_of(tools), "faults": Faults()}
        return Classes(tools.backend.scanner, type("Client", (Noting,), bound), tools.backend.adapter)

    async with seat(stack=stack) as place:
        assert "remove it from the system's list of Bluetooth devices" in (await place.until(Resting)).sentence
        await asyncio.sleep(10)
    assert uncached[:3] == [False, True, True]
