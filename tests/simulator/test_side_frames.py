"""Sync frames, slow frames and the characteristic Force."""

from __future__ import annotations

import asyncio
import itertools
import struct

import pytest
from bleak import BleakClient, BleakScanner

from protocol import uuids
from protocol.control import Command, Request
from protocol.frames import FrameType, SampleFrame, SlowFrame, SyncFrame, Width
from protocol.layout import Feature, Layout, calibration_crc
from simulator.air import VirtualTools, virtual_tool
from simulator.cell import N_PER_COUNT
from simulator.happenings.frames import Silence
from simulator.happenings.people import Press
from simulator.happenings.sensor import NoReading, SaturatedSensor
from simulator.radio_model import RadioModel
from simulator.scenario import Scenario
from simulator.tool import Tool
from simulator.warmth import temperature_c
from tests.simulator.bench import WIDE, Bench, scenario
from tests.simulator.test_bleak_backend import START, heard
from tests.virtual import run_virtual, virtual

UNKNOWN = 0x7FFFFFFF


async def listened(setting: Scenario, radio: RadioModel, for_s: float) -> list[tuple[float, bytes]]:
    """When each notification of Samples arrived, on the tool's true clock, and what it was."""
    loop = asyncio.get_running_loop()
    tool = Tool(setting, 1)
    tools = await virtual_tool(tool, radio)
    frames: list[tuple[float, bytes]] = []
    async with BleakClient(await heard(tools), backend=tools.backend.client) as client:
        await client.start_notify(uuids.SAMPLES, lambda _, value: frames.append((loop.time(), bytes(value))))
        await client.write_gatt_char(uuids.CONTROL, START, response=True)
        await asyncio.sleep(for_s)
        on_since_s = loop.time() - tools.peripheral.now_s()
        on_clock = [(tool.clock_us(at_s - on_since_s) / 1e6, data) for at_s, data in frames]
    await tools.close()
    return on_clock


# sync frames


@pytest.mark.parametrize(
    "radio",
    [
        RadioModel(),
        RadioModel(interval_s=0.06),
        RadioModel(interval_s=0.03, event_loss=0.3),
        RadioModel(interval_s=0.02, packets_per_event=1, event_loss=0.1),
    ],
)
def test_a_sync_frame_tells_the_radio_event_that_carried_its_frame(radio: RadioModel) -> None:
    frames = run_virtual(listened(scenario(sync_frames=True, for_s=60), radio, 20))
    arrived_s = {
        SampleFrame.from_bytes(data, (Width.I24,)).counter: clock_s for clock_s, data in frames if data[0] == 1
    }
    syncs = [SyncFrame.from_bytes(data) for _, data in frames if data[0] == FrameType.SYNC]
    assert len(syncs) > 100
    for sync in syncs:  # the virtual air takes no time: what is carried arrives
        assert sync.radio_us / 1e6 == pytest.approx(arrived_s[sync.counter], abs=2e-6)
    times_s = [sync.radio_us / 1e6 for sync in syncs]
    assert min(b - a for a, b in itertools.pairwise(times_s)) >= 0.1 - 2e-6


def test_without_the_feature_there_are_no_sync_and_no_slow_frames() -> None:
    frames = run_virtual(listened(scenario(for_s=60), RadioModel(), 5))
    assert {data[0] for _, data in frames} == {FrameType.SAMPLES}


def test_features_say_what_the_scenario_gives() -> None:
    settings = (scenario(sync_frames=True), scenario(slow_frames=True))
    layouts = [Layout.from_bytes(Bench(setting).tool.layout) for setting in settings]
    assert [layout.features & (Feature.SYNC_FRAMES | Feature.SLOW_FRAMES) for layout in layouts] == [
        Feature.SYNC_FRAMES, Feature.SLOW_FRAMES,
    ]  # fmt: skip


def test_frames_of_an_earlier_stream_or_before_start_make_no_sync_frame() -> None:
    bench = Bench(scenario(sync_frames=True))
    bench.start()
    data = bench.tool.advance(1.05)[-1].data
    bench.ask(1.5, Command.TIP, 2)
    bench.tool.carried(1.6, data)
    assert bench.until(1.6).others == []
    bench.tool.disconnect(2.0)
    bench.tool.connect(3.0, WIDE)
    bench.tool.carried(3.0, data[:1] + b"\x02" + data[2:])
    assert bench.until(3.0).others == []


# slow frames


def test_slow_frames_tell_the_temperature_ten_times_a_second_and_no_tilt() -> None:
    bench = Bench(scenario(slow_frames=True, for_s=100))
    bench.start()
    slow = [frame for frame in bench.until(21.0).others if isinstance(frame, SlowFrame)]
    assert [frame.clock_us for frame in slow] == list(range(1_000_000, 21_000_001, 100_000))
    assert [frame.temperature for frame in slow] == [round(100 * temperature_c(i / 10)) for i in range(201)]
    assert {(frame.stream, frame.flags, frame.tilt_x, frame.tilt_y) for frame in slow} == {(1, 0, None, None)}


def test_a_cell_warms_from_the_room_to_the_hand() -> None:
    assert temperature_c(0.0) == 22.0
    assert temperature_c(600.0) == pytest.approx(30 - 8 / 2.718281828, abs=0.02)
    assert temperature_c(1e6) == pytest.approx(30.0)


def test_slow_frames_do_not_change_what_is_said_live_and_are_silent_in_a_silence() -> None:
    with_slow, without = (
        Bench(scenario(Silence(at_s=2, for_s=2), slow_frames=slow, for_s=8)) for slow in (True, False)
    )
    for bench in (with_slow, without):
        bench.start()
    said = with_slow.until(20.0)
    without.until(20.0)
    assert with_slow.tool.payload_sha256 == without.tool.payload_sha256
    clocks_s = [frame.clock_us / 1e6 for frame in said.others if isinstance(frame, SlowFrame)]
    assert [clock_s for clock_s in clocks_s if 3.0 <= clock_s < 5.0] == []
    assert len(clocks_s) > 50


# Force


def test_force_is_what_the_newest_slot_says_in_millinewtons() -> None:
    bench = Bench(scenario(presses=[Press(at_s=1, force_n=20, for_s=10)]))
    bench.start()
    frames = bench.until(6.03).frames
    newest = int(frames[-1].counts[-1, 0])
    assert bench.tool.force_mn(6.03) == round(1000 * newest * N_PER_COUNT)


def test_force_is_tared() -> None:
    bench = Bench()
    bench.start()
    before = [bench.tool.force_mn(2 + i / 100) for i in range(100)]
    bench.tool.write_control(3.0, bytes(bench.request(Command.TARE)))
    bench.until(3.5)
    after = [bench.tool.force_mn(4 + i / 100) for i in range(100)]
    assert sum(value or 0 for value in before) / 100 == pytest.approx(350, abs=10)
    assert sum(value or 0 for value in after) / 100 == pytest.approx(0, abs=10)


def test_another_calibration_begins_at_its_own_zero() -> None:
    bench = Bench()
    bench.start()
    bench.until(2.0)
    bench.tool.write_control(2.0, bytes(bench.request(Command.TARE)))
    bench.until(2.5)
    layout = Layout.from_bytes(bench.tool.layout)
    crc = calibration_crc(layout.channels, layout.calibration)
    bench.tool.write_setup(3.0, bytes(Request.of(Command.COMMIT, 1, crc)))
    values = [bench.tool.force_mn(4 + i / 100) for i in range(100)]
    assert sum(value or 0 for value in values) / 100 == pytest.approx(350, abs=10)


def test_force_is_unknown_where_the_slot_has_no_value_and_while_idle() -> None:
    bench = Bench(scenario(NoReading(at_s=2, for_s=1), SaturatedSensor(at_s=4, for_s=1)))
    assert bench.tool.force_mn(0.0) is None
    bench.start()
    known = [bench.tool.force_mn(t_s) is not None for t_s in (0.5, 1.5, 3.5, 4.5, 5.5, 6.5)]
    assert known == [False, True, False, True, False, True]
    bench.ask(7.0, Command.STOP)
    assert bench.tool.force_mn(7.0) is None


async def connected(setting: Scenario) -> tuple[VirtualTools, BleakClient]:
    tools = await virtual_tool(Tool(setting, 1))
    client = BleakClient(await heard(tools), backend=tools.backend.client)
    await client.connect()
    return tools, client


@virtual
async def test_a_generic_client_reads_force_and_is_notified_ten_times_a_second_at_most() -> None:
    loop = asyncio.get_running_loop()
    tools, client = await connected(scenario(for_s=60))
    assert await client.read_gatt_char(uuids.FORCE) == struct.pack("<i", UNKNOWN)
    values: list[tuple[float, int]] = []
    await client.start_notify(uuids.FORCE, lambda _, value: values.append((loop.time(), struct.unpack("<i", value)[0])))
    await client.start_notify(uuids.SAMPLES, lambda _, value: None)
    await asyncio.sleep(5)
    assert values == []
    await client.write_gatt_char(uuids.CONTROL, START, response=True)
    await asyncio.sleep(6)
    assert 200 < struct.unpack("<i", await client.read_gatt_char(uuids.FORCE))[0] < 500
    await client.disconnect()
    await tools.close()
    assert 35 <= len(values) <= 50
    assert all(200 < value < 500 for _, value in values)
    assert min(b - a for (a, _), (b, _) in itertools.pairwise(values)) >= 0.1 - 0.016


# Setup over the air


@virtual
async def test_an_unencrypted_write_to_setup_is_refused_and_changes_nothing() -> None:
    from bumble import att

    tools, client = await connected(scenario())
    characteristic = client.services.get_characteristic(uuids.SETUP)
    assert characteristic is not None
    (connection,) = tools.central.connections.values()
    request = bytes(Request.of(Command.SET, 1, 2, 33))
    with pytest.raises(att.ATT_Error) as caught:
        await connection.gatt_client.write_value(characteristic.handle, request, with_response=True)
    assert caught.value.error_code == 0x0F
    answers: list[bytes] = []
    await client.start_notify(uuids.SETUP, lambda _, value: answers.append(bytes(value)))
    await client.write_gatt_char(uuids.SETUP, bytes(Request.of(Command.GET, 2, 2)), response=True)
    await asyncio.sleep(1)
    await client.disconnect()
    await tools.close()
    assert answers == [bytes.fromhex("c4 02 00 3c000000")]


@virtual
async def test_a_tool_that_was_switched_off_is_gone_from_the_air() -> None:
    tools, client = await connected(scenario())
    await client.write_gatt_char(uuids.SETUP, bytes(Request.of(Command.POWER_OFF, 1)), response=True)
    await asyncio.sleep(1)
    assert not client.is_connected
    await asyncio.sleep(100)
    assert await BleakScanner.discover(10.0, backend=tools.backend.scanner) == []
    await tools.close()
