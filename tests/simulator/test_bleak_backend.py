"""Unmodified bleak on the virtual air."""

from __future__ import annotations

import asyncio
import itertools

import pytest
from bleak import BleakAdapter, BleakClient, BleakScanner
from bleak.backends.device import BLEDevice
from bleak.exc import BleakError, BleakGATTProtocolError

from protocol import uuids
from protocol.control import Command, Reply, Request, Result
from simulator.air import VirtualTools, virtual_tool, virtual_tools
from simulator.radio_model import RadioModel
from tests.pretend import LAYOUT, PretendTool, number_of
from tests.virtual import virtual

START = bytes(Request.of(Command.START, 1, 0))


async def heard(tools: VirtualTools) -> BLEDevice:
    """Return the device of the first tool that advertises."""
    device = await BleakScanner.find_device_by_filter(lambda _device, _said: True, backend=tools.backend.scanner)
    assert device is not None
    return device


@virtual
async def test_a_scan_hears_the_advert_and_the_scan_response() -> None:
    tool = PretendTool(serial="PT-0042")
    tools = await virtual_tool(tool, RadioModel(rssi_dbm=-71))
    found = await BleakScanner.discover(1.0, return_adv=True, backend=tools.backend.scanner)
    await tools.close()
    ((device, said),) = found.values()
    assert device.name == said.local_name == "Pretend"
    assert said.service_uuids == [uuids.SERVICE]
    assert said.service_data == {uuids.SERVICE: tool.service_data(0)}
    assert said.rssi == -71


@virtual
async def test_a_passive_scan_hears_no_scan_response() -> None:
    tools = await virtual_tool(PretendTool())
    scanner = tools.backend.scanner
    found = await BleakScanner.discover(1.0, return_adv=True, scanning_mode="passive", backend=scanner)
    await tools.close()
    ((_, said),) = found.values()
    assert said.local_name == "Pretend"
    assert said.service_data == {}


@virtual
async def test_a_scan_for_another_service_hears_nothing() -> None:
    tools = await virtual_tool(PretendTool())
    found = await BleakScanner.discover(1.0, service_uuids=["180d"], backend=tools.backend.scanner)
    await tools.close()
    assert found == []


@virtual
async def test_values_are_read_and_the_mtu_is_247() -> None:
    tools = await virtual_tool(PretendTool())
    async with BleakClient(await heard(tools), backend=tools.backend.client) as client:
        assert client.mtu_size == 247
        assert await client.read_gatt_char(uuids.LAYOUT) == LAYOUT
        assert await client.read_gatt_char(uuids.SERIAL) == b"PT-0001"
        assert await client.read_gatt_char(uuids.BATTERY_LEVEL) == b"\x57"
    await tools.close()


@virtual
async def test_a_client_asks_to_be_told_of_changed_services_as_operating_systems_do() -> None:
    tools = await virtual_tool(PretendTool())
    async with BleakClient(await heard(tools), backend=tools.backend.client) as client:
        changed = client.services.get_characteristic("00002a05-0000-1000-8000-00805f9b34fb")
        assert changed is not None
        (configuration,) = changed.descriptors
        assert await client.read_gatt_descriptor(configuration) == b"\x02\x00"  # indications
    await tools.close()


@virtual
async def test_each_attribute_has_the_properties_of_the_page() -> None:
    tools = await virtual_tool(PretendTool())
    async with BleakClient(await heard(tools), backend=tools.backend.client) as client:
        offered = {each.uuid: each.properties for each in client.services.characteristics.values()}
    await tools.close()
    assert offered[uuids.LAYOUT] == offered[uuids.STATUS] == offered[uuids.FIRMWARE] == ["read"]
    assert offered[uuids.SAMPLES] == offered[uuids.EVENTS] == ["notify"]
    assert offered[uuids.CONTROL] == offered[uuids.SETUP] == ["indicate", "write"]
    assert offered[uuids.BATTERY_LEVEL] == ["notify", "read"]


@virtual
async def test_a_connect_that_nobody_answers_times_out_and_the_next_one_works() -> None:
    loop = asyncio.get_running_loop()
    tools = await virtual_tool(PretendTool())
    device = await heard(tools)
    tools.air.in_range = False
    start_s = loop.time()
    with pytest.raises(TimeoutError, match="did not answer within 5 s"):
        await BleakClient(device, timeout=5, backend=tools.backend.client).connect()
    assert loop.time() - start_s == pytest.approx(5)
    tools.air.in_range = True
    async with BleakClient(device, backend=tools.backend.client) as client:
        assert client.is_connected
    await tools.close()


@virtual
async def test_a_connect_that_is_cancelled_does_not_connect_behind_the_callers_back() -> None:
    tool = PretendTool()
    tools = await virtual_tool(tool)
    device = await heard(tools)
    tools.air.in_range = False
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(3):
            await BleakClient(device, backend=tools.backend.client).connect()
    tools.air.in_range = True
    await asyncio.sleep(5)
    assert tool.calls == []
    async with BleakClient(device, backend=tools.backend.client) as client:
        assert client.is_connected
    await tools.close()


@virtual
async def test_a_read_pending_when_the_tool_hangs_up_fails_and_the_callback_comes_once() -> None:
    tools = await virtual_tool(PretendTool())
    gone: list[BleakClient] = []
    client = BleakClient(await heard(tools), gone.append, backend=tools.backend.client)
    await client.connect()
    read = asyncio.ensure_future(client.read_gatt_char(uuids.LAYOUT))
    await asyncio.sleep(0)
    await tools.peripheral.disconnect()
    with pytest.raises(BleakError, match="the link ended"):
        await read
    assert gone == [client]
    assert not client.is_connected
    await client.disconnect()
    assert gone == [client]
    await tools.close()


@virtual
async def test_out_of_range_ends_the_connection_after_the_supervision_timeout() -> None:
    loop = asyncio.get_running_loop()
    tools = await virtual_tool(PretendTool(), RadioModel(supervision_s=4))
    gone_s: list[float] = []
    client = BleakClient(await heard(tools), lambda _: gone_s.append(loop.time()), backend=tools.backend.client)
    await client.connect()
    left_s = loop.time()
    tools.air.in_range = False
    await asyncio.sleep(10)
    assert gone_s == [pytest.approx(left_s + 4)]
    await tools.close()


@virtual
async def test_a_short_absence_only_delays() -> None:
    tools = await virtual_tool(PretendTool())
    numbers: list[int] = []
    async with BleakClient(await heard(tools), backend=tools.backend.client) as client:
        await client.start_notify(uuids.SAMPLES, lambda _, value: numbers.append(number_of(bytes(value))))
        await client.write_gatt_char(uuids.CONTROL, START, response=True)
        await asyncio.sleep(1)
        tools.air.in_range = False
        before = len(numbers)
        await asyncio.sleep(3)
        assert len(numbers) == before
        tools.air.in_range = True
        await asyncio.sleep(6)
    await tools.close()
    assert numbers == list(range(len(numbers)))
    assert 990 <= len(numbers) <= 1000


@virtual
async def test_a_hundred_large_frames_a_second_arrive_in_order_and_none_is_lost() -> None:
    tools = await virtual_tool(PretendTool(rate_hz=100), RadioModel(event_loss=0.05))
    frames: list[bytes] = []
    async with BleakClient(await heard(tools), backend=tools.backend.client) as client:
        await client.start_notify(uuids.SAMPLES, lambda _, value: frames.append(bytes(value)))
        await client.write_gatt_char(uuids.CONTROL, START, response=True)
        await asyncio.sleep(60)
    await tools.close()
    assert {len(frame) for frame in frames} == {244}
    assert [number_of(frame) for frame in frames] == list(range(len(frames)))
    assert len(frames) >= 5_990


@virtual
async def test_latency_is_at_most_one_interval_on_good_air() -> None:
    loop = asyncio.get_running_loop()
    tools = await virtual_tool(PretendTool(rate_hz=10), RadioModel(interval_s=0.03))
    arrivals_s: list[float] = []
    async with BleakClient(await heard(tools), backend=tools.backend.client) as client:
        await client.start_notify(uuids.SAMPLES, lambda _, value: arrivals_s.append(loop.time()))
        await client.write_gatt_char(uuids.CONTROL, START, response=True)
        await asyncio.sleep(5)
    await tools.close()
    steps_s = [after - before for before, after in itertools.pairwise(arrivals_s)]
    assert {round(step_s, 6) for step_s in steps_s} == {0.09, 0.12}


@virtual
async def test_setup_pairs_by_itself_and_answers_that_it_knows_no_command() -> None:
    tools = await virtual_tool(PretendTool())
    answers: list[bytes] = []
    request = Request(Command.GET, 9, b"\x01")
    bonds = tools.peripheral.device.keystore
    assert bonds is not None
    assert await bonds.get_all() == []
    async with BleakClient(await heard(tools), backend=tools.backend.client) as client:
        await client.start_notify(uuids.SETUP, lambda _, value: answers.append(bytes(value)))
        await client.write_gatt_char(uuids.SETUP, bytes(request), response=True)
        await asyncio.sleep(1)
    assert len(await bonds.get_all()) == 1
    async with BleakClient(await heard(tools), backend=tools.backend.client) as client:
        await client.write_gatt_char(uuids.SETUP, bytes(request), response=True)
    await tools.close()
    assert answers == [bytes(Reply.of(request, Result.UNKNOWN))]


@virtual
async def test_a_request_of_one_byte_ends_with_att_error_0x0d() -> None:
    tools = await virtual_tool(PretendTool())
    async with BleakClient(await heard(tools), backend=tools.backend.client) as client:
        with pytest.raises(BleakGATTProtocolError) as caught:
            await client.write_gatt_char(uuids.CONTROL, b"\x01", response=True)
    await tools.close()
    assert int(caught.value.code) == 0x0D


@virtual
async def test_the_adapter_knows_who_is_connected() -> None:
    tools = await virtual_tool(PretendTool())
    adapter = await BleakAdapter.get(backend=tools.backend.adapter)
    device = await heard(tools)
    assert await adapter.get_connected_devices([uuids.SERVICE]) == []
    async with BleakClient(device, backend=tools.backend.client):
        (connected,) = await adapter.get_connected_devices([uuids.SERVICE])
    await tools.close()
    assert connected.address == device.address


@virtual
async def test_three_tools_at_once_keep_apart() -> None:
    tools = await virtual_tools([PretendTool(serial=f"PT-000{number}") for number in (1, 2, 3)])
    found = await BleakScanner.discover(1.0, backend=tools.backend.scanner)
    clients = [BleakClient(device, backend=tools.backend.client) for device in found]
    for client in clients:
        await client.connect()
    serials = [bytes(await client.read_gatt_char(uuids.SERIAL)).decode() for client in clients]
    await tools.close()
    assert sorted(serials) == ["PT-0001", "PT-0002", "PT-0003"]
