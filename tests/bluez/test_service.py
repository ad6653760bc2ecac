"""What becomes of the Bluetooth service, and what is said about it."""

from __future__ import annotations

import asyncio

import pytest

from device.ble_link import BleLink
from device.errors import BluetoothOff, OffReason, ToolLost
from device.pulse import IDLE_S
from device.scan import find, scan
from device.service import ServiceWatch, service_runs
from protocol.control import Command
from tests.bluez.bench import FIND_S, frames, opened
from tests.bluez.conftest import Furnish
from tests.bluez.private_bus import PrivateBus
from tests.pretend import PretendTool


async def test_a_scan_without_a_bluetooth_service_says_to_start_it(bus: PrivateBus) -> None:
    with pytest.raises(BluetoothOff, match="systemctl start bluetooth") as caught:
        await scan(1.0)
    assert caught.value.reason is OffReason.NO_SERVICE


async def test_a_scan_with_the_adapter_off_says_to_switch_it_on(furnish: Furnish) -> None:
    room = await furnish(PretendTool())
    await room.switch(powered=False)
    with pytest.raises(BluetoothOff, match="switch Bluetooth on") as caught:
        await scan(1.0)
    assert caught.value.reason is OffReason.SWITCHED_OFF


async def test_the_adapter_switched_off_during_a_scan_ends_it_without_a_tool(furnish: Furnish) -> None:
    room = await furnish()
    scanning = asyncio.create_task(scan(0.5))
    await room.until_listened_to()
    await room.switch(powered=False)
    assert await scanning == []


async def test_a_connection_with_the_adapter_off_says_to_switch_it_on(
    furnish: Furnish, caplog: pytest.LogCaptureFixture
) -> None:
    room = await furnish(PretendTool())
    link = BleLink(await find("PT-0001", FIND_S), simulated=True)
    await room.switch(powered=False)
    with pytest.raises(BluetoothOff) as caught:
        await link.open()
    assert caught.value.reason is OffReason.SWITCHED_OFF
    caplog.clear()  # bleak warns of what the adapter refuses


async def test_the_adapter_switched_off_loses_the_tool_at_once(furnish: Furnish) -> None:
    room = await furnish(PretendTool())
    async with opened() as link:
        await link.command(Command.START, 0)
        await frames(link, 5)
        await room.switch(powered=False)
        with pytest.raises(ToolLost):
            await frames(link, 10_000)


async def test_a_connection_without_the_bluetooth_service_says_to_start_it(
    furnish: Furnish, caplog: pytest.LogCaptureFixture
) -> None:
    room = await furnish(PretendTool())
    link = BleLink(await find("PT-0001", FIND_S), simulated=True)
    await room.kill_service()
    with pytest.raises(BluetoothOff) as caught:
        await link.open()
    assert caught.value.reason is OffReason.NO_SERVICE
    caplog.clear()  # bleak warns that it could not tell the service


async def test_the_next_command_notices_a_bluetooth_service_that_died(furnish: Furnish) -> None:
    room = await furnish(PretendTool())
    async with opened() as link:
        await link.command(Command.START, 0)
        await frames(link, 5)
        await room.kill_service()
        with pytest.raises(ToolLost):
            await link.command(Command.STATUS)
        with pytest.raises(ToolLost):
            await frames(link, 10_000)


async def test_a_bus_that_dies_loses_the_tool_at_once(
    furnish: Furnish, bus: PrivateBus, caplog: pytest.LogCaptureFixture
) -> None:
    await furnish(PretendTool())
    async with opened() as link:
        await link.command(Command.START, 0)
        await frames(link, 5)
        bus.kill()
        with pytest.raises(ToolLost):
            await frames(link, 10_000)
    with pytest.raises(BluetoothOff) as caught:
        await scan(1.0)
    assert caught.value.reason is OffReason.NO_SERVICE
    caplog.clear()  # bleak warns that the bus is gone


async def test_a_bluetooth_service_that_is_stopped_loses_the_tool_at_once(furnish: Furnish) -> None:
    room = await furnish(PretendTool())
    async with opened() as link:
        await link.command(Command.START, 0)
        await frames(link, 5)
        await room.stop_service()
        with pytest.raises(ToolLost):
            await frames(link, 10_000)
    with pytest.raises(BluetoothOff, match="systemctl start bluetooth") as caught:
        await scan(1.0)
    assert caught.value.reason is OffReason.NO_SERVICE


async def test_a_service_that_dies_loses_a_silent_tool_before_anybody_asks_it(furnish: Furnish) -> None:
    room = await furnish(PretendTool())
    async with opened() as link:
        await room.kill_service()
        async with asyncio.timeout(IDLE_S / 2):
            with pytest.raises(ToolLost):
                await frames(link, 1)


async def test_a_service_that_begins_anew_loses_a_silent_tool_before_anybody_asks_it(furnish: Furnish) -> None:
    room = await furnish(PretendTool())
    async with opened() as link:
        await room.kill_service()
        await room.start_service()
        async with asyncio.timeout(IDLE_S / 2):
            with pytest.raises(ToolLost):
                await frames(link, 1)


async def test_a_service_is_told_to_run_or_not(furnish: Furnish) -> None:
    assert await service_runs() is False
    room = await furnish()
    assert await service_runs() is True
    await room.kill_service()
    assert await service_runs() is False


async def test_only_the_end_of_a_service_is_told_and_only_while_it_is_watched(furnish: Furnish) -> None:
    ends: asyncio.Queue[None] = asyncio.Queue()
    watch = ServiceWatch(lambda: ends.put_nowait(None))
    await watch.start()
    room = await furnish()
    assert await service_runs()  # the bus tells in order: it began long before this answer
    assert ends.empty()
    await room.kill_service()
    await asyncio.wait_for(ends.get(), FIND_S)
    await watch.stop()
    await watch.stop()
    await room.start_service()
    await room.kill_service()
    assert await service_runs() is False
    assert ends.empty()


async def test_a_bus_that_lets_nobody_watch_costs_only_the_haste(
    furnish: Furnish, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("device.service.RULE", "no rule")
    room = await furnish(PretendTool())
    async with opened() as link:
        await room.kill_service()
        with pytest.raises(ToolLost):
            await link.command(Command.STATUS)


async def test_an_adapter_that_is_pulled_out_loses_the_tool_and_is_asked_for(furnish: Furnish) -> None:
    room = await furnish(PretendTool())
    async with opened() as link:
        await room.unplug()
        with pytest.raises(ToolLost):
            await frames(link, 10_000)
    with pytest.raises(BluetoothOff, match="plug one in") as caught:
        await scan(1.0)
    assert caught.value.reason is OffReason.NO_RADIO
