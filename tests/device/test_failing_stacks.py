from __future__ import annotations

import asyncio
from typing import Any

import pytest
from bleak.exc import BleakDBusError, BleakDeviceNotFoundError, BleakError

from device.backend import Classes
from device.ble_link import BleLink
from device.errors import CommandTimeout, ToolLost
from device.scan import find
from device.states import Connecting, Lost, Off, Online, Resting
from protocol import uuids
from protocol.control import Command
from protocol.link import Channel
from simulator.air import VirtualTools, virtual_tool
from simulator.stack import Faults, FaultyClient, powered_off
from tests.device.bench import hide
from tests.device.seat import seat
from tests.pretend import PretendTool
from tests.virtual import virtual


def service_gone() -> Exception:
    """What bleak raises where bluetoothd was killed."""
    return BleakDBusError("org.freedesktop.DBus.Error.ServiceUnknown", ["The name org.bluez was not provided"])


@virtual
async def test_bluetooth_off_is_said_with_what_to_do_and_on_again_is_noticed() -> None:
    faults = Faults()
    async with seat(stack=lambda tools: faults.over(tools.central)) as place:
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
    async with seat(stack=lambda tools: faults.over(tools.central)) as place:
        assert (await place.until(Off)).lost_s is None
        faults.connect = None
        await place.until(Online, within_s=5)


@virtual
async def test_a_tool_that_the_system_is_connected_to_is_found_without_an_advert() -> None:
    faults = Faults()
    async with seat(stack=lambda tools: faults.over(tools.central)) as place:
        await place.until(Online)
        faults.hangs = True  # the stack dies with its connections, as the program sees it; the radio keeps them
        await place.until(Lost)
        await place.until(Resting)
        faults.hangs = False
        await place.until(Online, within_s=30)
    assert [each.channel for each in place.payloads if each.channel is Channel.LAYOUT] == [Channel.LAYOUT] * 2


@pytest.mark.parametrize("streams", [True, False])
@pytest.mark.parametrize("kind", ["hangs", "fails"])
def test_a_stack_that_dies_without_a_word_is_a_lost_link(streams: bool, kind: str) -> None:
    @virtual
    async def story() -> None:
        faults, loop = Faults(), asyncio.get_running_loop()
        async with seat(stack=lambda tools: faults.over(tools.central)) as place:
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
    async with seat(stack=lambda tools: faults.over(tools.central)) as place:
        assert "in a way that this program does not know" in (await place.until(Resting)).sentence
        faults.connect = None
        assert (await place.until(Online)).attempt == 1
    assert "connecting failed in an unknown way" in caplog.text
    caplog.clear()


@virtual
async def test_a_scan_that_does_not_begin_is_tried_until_it_does() -> None:
    faults = Faults()
    faults.scan = BleakError("org.bluez.Error.InProgress")
    async with seat(stack=lambda tools: faults.over(tools.central)) as place:
        await asyncio.sleep(100)
        assert place.link.status.attempt > 10
        assert place.link.status.sentence.startswith("Bluetooth does not search at this moment: ")
        faults.scan = None
        await place.until(Online, 12)


@virtual
async def test_a_connection_that_is_never_made_is_given_up_in_bounded_time_and_tried_again() -> None:
    faults = Faults()
    async with seat(stack=lambda tools: faults.over(tools.central)) as place:
        await place.until(Connecting)
        faults.hangs = True
        await asyncio.sleep(200)
        assert place.link.status.attempt >= 4
        assert place.link.status.connections == 0
        faults.hangs = False
        await place.until(Online, 60)


@virtual
async def test_a_tool_that_was_heard_and_is_unknown_to_the_system_gets_four_seconds() -> None:
    faults = Faults()
    faults.connect = BleakDeviceNotFoundError("F0", "not found")
    async with seat(stack=lambda tools: faults.over(tools.central)) as place:
        resting = (await place.until(Resting)).state
        assert isinstance(resting, Resting)
        assert resting.again_s - resting.since_s == 4.0
        faults.connect = None
        await place.until(Online)


@virtual
async def test_a_device_without_the_attributes_is_read_anew_at_the_next_try() -> None:
    uncached = list[bool]()

    class Noting(FaultyClient):
        def __init__(self, *args: Any, winrt: dict[str, bool], **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            uncached.append(winrt.get("use_cached_services") is False)

    def stack(tools: VirtualTools) -> Classes:
        hide(tools, uuids.STATUS)
        bound = {"central": tools.central, "faults": Faults()}
        return Classes(tools.backend.scanner, type("Client", (Noting,), bound), tools.backend.adapter)

    async with seat(stack=stack) as place:
        assert "remove it from the system's list of Bluetooth devices" in (await place.until(Resting)).sentence
        await asyncio.sleep(10)
    assert uncached[:3] == [False, True, True]


@virtual
async def test_an_access_that_fails_as_nobody_foresaw_is_a_lost_link_and_not_a_dead_watch(
    caplog: pytest.LogCaptureFixture,
) -> None:
    faults = Faults()
    async with seat(stack=lambda tools: faults.over(tools.central)) as place:
        await place.until(Online)
        faults.access = AssertionError("a stack's own")
        await place.until(Lost)
        faults.access = None
        await place.again()
    assert "an access failed in an unknown way" in caplog.text
    caplog.clear()


@virtual
async def test_a_link_whose_end_fails_as_nobody_foresaw_is_closed_all_the_same() -> None:
    faults = Faults()
    air = await virtual_tool(PretendTool())
    stack = faults.over(air.central)
    link = BleLink(await find("PT-0001", 5, air.backend), backend=stack, simulated=True)
    await link.open()
    faults.access = AssertionError("a stack's own")
    await link.close()
    assert [each.channel async for each in link.payloads()] == [Channel.LAYOUT, Channel.STATUS, Channel.BATTERY]
    await air.close()


@virtual
async def test_a_command_that_hangs_in_the_stack_while_the_tool_goes_is_lost_and_not_unanswered() -> None:
    class Stuck(FaultyClient):
        async def write_gatt_char(self, *_: Any, **__: Any) -> None:
            await asyncio.Event().wait()

    air = await virtual_tool(PretendTool())
    bound = {"central": air.central, "faults": Faults()}
    stack = Classes(air.backend.scanner, type("Client", (Stuck,), bound), air.backend.adapter)
    link = BleLink(await find("PT-0001", 5, air.backend), backend=stack, simulated=True)
    await link.open()
    with pytest.raises(CommandTimeout):
        await link.command(Command.TIP, 1)
    asking = asyncio.create_task(link.command(Command.TIP, 1))
    await asyncio.sleep(0.5)
    await air.peripheral.disconnect()
    with pytest.raises(ToolLost):
        await asking
    await link.close()
    await air.close()
