from __future__ import annotations

import asyncio
import hashlib
import itertools

import pytest
from bleak import BleakClient, BleakScanner
from bleak.exc import BleakError

from protocol import uuids
from protocol.control import Command, Request
from protocol.link import Channel
from protocol.status import Status, ToolState
from simulator.air import VirtualTools, virtual_tool
from simulator.happenings.tool import Disconnect, Reset
from simulator.library import SCENARIOS
from simulator.radio_model import RadioModel
from simulator.tool import Tool
from simulator.visit import BUFFERS
from tests.pretend import PretendTool
from tests.simulator.bench import scenario
from tests.simulator.test_bleak_backend import START, heard
from tests.virtual import virtual

SCRIPTED = SCENARIOS["scripted"]
STOP = bytes(Request.of(Command.STOP, 2))


@virtual
async def test_the_tool_hears_of_each_mtu_and_of_the_end() -> None:
    tool = PretendTool()
    tools = await virtual_tool(tool)
    async with BleakClient(await heard(tools), backend=tools.backend.client):
        pass
    await asyncio.sleep(1)
    await tools.close()
    assert tool.calls == [("connect", 23), ("connect", 247), ("disconnect", 0)]


@virtual
async def test_a_tool_that_hangs_up_ends_the_connection_and_advertises_again() -> None:
    tool = PretendTool()
    tools = await virtual_tool(tool)
    gone: list[BleakClient] = []
    client = BleakClient(await heard(tools), gone.append, backend=tools.backend.client)
    await client.connect()
    tool.hung_up = True
    with pytest.raises(BleakError):
        await client.write_gatt_char(uuids.CONTROL, bytes(Request.of(Command.IDENTIFY, 1)), response=True)
    await asyncio.sleep(1)
    assert gone == [client]
    assert await BleakScanner.discover(0.5, backend=tools.backend.scanner) != []
    await tools.close()


@virtual
async def test_the_reply_to_start_comes_before_the_first_frame() -> None:
    tools = await virtual_tool(PretendTool())
    order: list[str] = []
    async with BleakClient(await heard(tools), backend=tools.backend.client) as client:
        await client.start_notify(uuids.CONTROL, lambda _, value: order.append("reply"))
        await client.start_notify(uuids.SAMPLES, lambda _, value: order.append("frame"))
        await client.write_gatt_char(uuids.CONTROL, START, response=True)
        await asyncio.sleep(0.1)
    await tools.close()
    assert order[:2] == ["reply", "frame"]
    assert order.count("reply") == 1


@virtual
async def test_a_reply_goes_on_the_air_before_what_the_tool_said_after_it() -> None:
    class Eager(PretendTool):
        def advance(self, t_s: float, room: int = 0) -> list[tuple[Channel, bytes]]:
            said = super().advance(t_s)
            return [*said, (Channel.SAMPLES, bytes(244))] if Channel.CONTROL_REPLY in dict(said) else said

    tools = await virtual_tool(Eager())
    order: list[str] = []
    async with BleakClient(await heard(tools), backend=tools.backend.client) as client:
        await client.start_notify(uuids.CONTROL, lambda _, value: order.append("reply"))
        await client.start_notify(uuids.SAMPLES, lambda _, value: order.append("frame"))
        await client.write_gatt_char(uuids.CONTROL, STOP, response=True)
        await asyncio.sleep(1)
    await tools.close()
    assert order == ["reply", "frame"]


@virtual
async def test_a_full_radio_holds_the_tool_up() -> None:
    class Counting(PretendTool):
        said = 0

        def advance(self, t_s: float, room: int = 0) -> list[tuple[Channel, bytes]]:
            frames = super().advance(t_s)
            self.said += len(frames)
            return frames

    tool = Counting()
    tools = await virtual_tool(tool)
    async with BleakClient(await heard(tools), backend=tools.backend.client) as client:
        await client.start_notify(uuids.SAMPLES, lambda _, value: None)
        await client.write_gatt_char(uuids.CONTROL, START, response=True)
        await asyncio.sleep(1)
        before = tool.said
        tools.air.in_range = False
        await asyncio.sleep(3)
        assert before < tool.said <= before + BUFFERS + 1
        tools.air.in_range = True
    await tools.close()


@pytest.mark.parametrize("wait_s", [1000.1, 3333.3, 1e6 / 3])
def test_a_tool_switched_on_late_is_woken_when_something_is_due_and_not_a_hair_before(wait_s: float) -> None:
    @virtual
    async def story() -> None:
        await asyncio.sleep(wait_s)
        tools = await virtual_tool(PretendTool())
        frames: list[bytearray] = []
        async with BleakClient(await heard(tools), backend=tools.backend.client) as client:
            await client.start_notify(uuids.SAMPLES, lambda _, value: frames.append(value))
            await client.write_gatt_char(uuids.CONTROL, START, response=True)
            await asyncio.sleep(5)
        await tools.close()
        assert len(frames) >= 490

    story()


@virtual
async def test_nothing_is_notified_before_start() -> None:
    tools = await virtual_tool(PretendTool())
    said: list[bytes] = []
    async with BleakClient(await heard(tools), backend=tools.backend.client) as client:
        for uuid in (uuids.CONTROL, uuids.EVENTS, uuids.SAMPLES):
            await client.start_notify(uuid, lambda _, value: said.append(bytes(value)))
        await asyncio.sleep(60)
    await tools.close()
    assert said == []


@virtual
async def test_adverts_come_each_100_ms_for_30_s_and_each_second_afterwards() -> None:
    tools = await virtual_tool(PretendTool())
    loop = asyncio.get_running_loop()
    times_s: list[float] = []
    async with BleakScanner(lambda _device, _said: times_s.append(loop.time()), backend=tools.backend.scanner):
        await asyncio.sleep(40)
    await tools.close()
    early = sorted({round(time_s, 3) for time_s in times_s if time_s < 29})
    late = sorted({round(time_s, 3) for time_s in times_s if time_s > 31})
    assert {round(b - a, 3) for a, b in itertools.pairwise(early)} == {0.1}
    assert {round(b - a, 3) for a, b in itertools.pairwise(late)} == {1.0}


@virtual
async def test_a_fault_of_the_model_is_heard_at_once() -> None:
    class Broken(PretendTool):
        def advance(self, t_s: float, room: int = 0) -> list[tuple[Channel, bytes]]:
            raise ZeroDivisionError("no area")

    faults: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda _loop, context: faults.append(context["exception"]))
    tools = await virtual_tool(Broken())
    async with BleakClient(await heard(tools), backend=tools.backend.client):
        assert [str(fault) for fault in faults] == ["no area"]
    await tools.close()


@virtual
async def test_the_simulated_tool_says_over_the_air_what_its_digest_says() -> None:
    tool = Tool(SCRIPTED, seed=7)
    tools = await virtual_tool(tool, RadioModel(event_loss=0.1))
    digest = hashlib.sha256()
    async with BleakClient(await heard(tools), backend=tools.backend.client) as client:
        for uuid in (uuids.EVENTS, uuids.SAMPLES):
            await client.start_notify(uuid, lambda _, value: digest.update(value))
        await client.write_gatt_char(uuids.CONTROL, START, response=True)
        await asyncio.sleep(SCRIPTED.simulated_s + 5)
    await tools.close()
    assert tool.over
    assert digest.hexdigest() == tool.payload_sha256


async def first_advert_s(tools: VirtualTools) -> float:
    """Return the loop's time of the first advert from now on."""
    loop = asyncio.get_running_loop()
    heard_s: asyncio.Future[float] = loop.create_future()

    def note(_device: object, _said: object) -> None:
        if not heard_s.done():
            heard_s.set_result(loop.time())

    async with BleakScanner(note, backend=tools.backend.scanner):
        return await heard_s


@pytest.mark.parametrize("drop", [Disconnect(at_s=2, for_s=7), Disconnect(at_s=2), Reset(at_s=2, for_s=7)], ids=str)
def test_a_tool_advertises_again_within_a_second_of_being_within_reach(drop: Disconnect | Reset) -> None:
    @virtual
    async def story() -> None:
        loop = asyncio.get_running_loop()
        tools = await virtual_tool(Tool(scenario(drop, for_s=60), 1))
        gone_s: list[float] = []
        client = BleakClient(
            await heard(tools), lambda _client: gone_s.append(loop.time()), backend=tools.backend.client
        )
        await client.connect()
        await client.write_gatt_char(uuids.CONTROL, START, response=True)
        started_s = loop.time()
        back_s = await first_advert_s(tools)
        await tools.close()
        assert gone_s[0] - started_s == pytest.approx(3.0, abs=0.1)
        assert drop.for_s - 0.1 <= back_s - gone_s[0] <= drop.for_s + 1.0

    story()


@virtual
async def test_after_a_reset_the_next_connection_reads_another_boot_id_and_an_empty_ring() -> None:
    tools = await virtual_tool(Tool(scenario(Reset(at_s=2), boot_id=41, for_s=60), 1))
    async with BleakClient(await heard(tools), backend=tools.backend.client) as client:
        before = Status.from_bytes(bytes(await client.read_gatt_char(uuids.STATUS)))
        await client.write_gatt_char(uuids.CONTROL, START, response=True)
        await asyncio.sleep(4)
        assert not client.is_connected
    async with BleakClient(await heard(tools), backend=tools.backend.client) as client:
        after = Status.from_bytes(bytes(await client.read_gatt_char(uuids.STATUS)))
    await tools.close()
    assert (before.boot_id, after.boot_id) == (41, 42)
    assert after[1:] == (ToolState.IDLE, 0, 1, 0, 0, 0, 0)


@virtual
async def test_switching_everything_off_while_a_tool_is_out_of_reach_leaves_nothing_behind() -> None:
    tools = await virtual_tool(Tool(scenario(Disconnect(at_s=2, for_s=1000), for_s=60), 1))
    async with BleakClient(await heard(tools), backend=tools.backend.client) as client:
        await client.write_gatt_char(uuids.CONTROL, START, response=True)
        await asyncio.sleep(5)
    await tools.close()
    assert asyncio.all_tasks() == {asyncio.current_task()}
