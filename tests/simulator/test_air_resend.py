"""Resends over the simulated air: what is live stays in time, and nothing is lost."""

from __future__ import annotations

import asyncio

import pytest
from bleak import BleakClient

from protocol import uuids
from protocol.control import RESEND_DONE, Command, Reply, Request, ResendDone, Result
from protocol.frames import FrameType, SampleFrame, Width
from simulator.air import virtual_tool
from simulator.radio_model import RadioModel
from simulator.tool import Tool
from tests.simulator.bench import scenario, slots_of
from tests.simulator.test_bleak_backend import START, heard
from tests.virtual import run_virtual

IN_TIME_S = 0.1


class Listener:
    """A client that notes when each frame arrived."""

    def __init__(self) -> None:
        self.loop = asyncio.get_running_loop()
        self.live: list[tuple[float, SampleFrame]] = []
        self.late: list[tuple[float, SampleFrame]] = []
        self.most_late_in_a_row = 0
        self.replies: list[Reply] = []
        self.ends: list[ResendDone] = []
        self._late_in_a_row = 0

    def frame(self, _characteristic: object, value: bytearray) -> None:
        frame = SampleFrame.from_bytes(bytes(value), (Width.I24,))
        self._late_in_a_row = self._late_in_a_row + 1 if value[0] == FrameType.LATE else 0
        self.most_late_in_a_row = max(self.most_late_in_a_row, self._late_in_a_row)
        (self.late if frame.late else self.live).append((self.loop.time(), frame))

    def control(self, _characteristic: object, value: bytearray) -> None:
        if value[0] == RESEND_DONE:
            self.ends.append(ResendDone.from_bytes(bytes(value)))
        else:
            self.replies.append(Reply.from_bytes(bytes(value)))

    def delays_s(self) -> list[float]:
        """How long after its last sample each live frame arrived, beside the quickest of them."""
        ages_s = [at_s - (frame.clock_us + frame.span_us) / 1e6 for at_s, frame in self.live]
        return [age_s - min(ages_s) for age_s in ages_s]


async def story(radio: RadioModel, rate_hz: int) -> Listener:
    """Stream for 20 s, then ask for all of it and wait for the end."""
    tools = await virtual_tool(Tool(scenario(for_s=400, rate_hz=rate_hz), 1), radio)
    listener = Listener()
    async with BleakClient(await heard(tools), backend=tools.backend.client) as client:
        await client.start_notify(uuids.CONTROL, listener.control)
        await client.start_notify(uuids.SAMPLES, listener.frame)
        await client.write_gatt_char(uuids.CONTROL, START, response=True)
        await asyncio.sleep(20)
        request = Request.of(Command.RESEND, 2, 0, 2**32 - 1)
        await client.write_gatt_char(uuids.CONTROL, bytes(request), response=True)
        while not listener.ends:  # noqa: ASYNC110 - virtual time costs nothing
            await asyncio.sleep(1)
    await tools.close()
    return listener


@pytest.mark.parametrize("mtu", [23, 247])
@pytest.mark.parametrize("interval_s", [0.015, 0.03, 0.06])
def test_a_full_resend_keeps_live_frames_in_time(interval_s: float, mtu: int) -> None:
    heard_all = run_virtual(story(RadioModel(interval_s=interval_s, mtu=mtu), 100))
    first, count = (int(value) for value in heard_all.replies[1].values)
    assert first == 0
    assert 1880 <= count <= 1920
    assert heard_all.ends == [ResendDone(2, Result.OK, count, 0)]
    assert max(heard_all.delays_s()) <= IN_TIME_S
    assert heard_all.most_late_in_a_row == 1
    late_s = [at_s for at_s, _ in heard_all.late]
    assert max(late_s.count(at_s) for at_s in late_s) <= 2  # more never waited for one event
    live = slots_of([frame for _, frame in heard_all.live])
    late = slots_of([frame for _, frame in heard_all.late])
    assert sorted(late) == list(range(count))
    assert sorted(live) == list(range(len(live)))
    assert late.items() <= live.items()


@pytest.mark.parametrize("interval_s", [0.015, 0.06])
def test_a_full_resend_at_1000_hz_keeps_live_frames_in_time(interval_s: float) -> None:
    heard_all = run_virtual(story(RadioModel(interval_s=interval_s), 1000))
    assert heard_all.ends[0].result == Result.OK
    assert max(heard_all.delays_s()) <= IN_TIME_S
    assert heard_all.most_late_in_a_row == 1


def test_on_bad_air_late_frames_wait_and_none_is_lost() -> None:
    heard_all = run_virtual(story(RadioModel(interval_s=0.03, event_loss=0.3, mtu=23), 100))
    late = slots_of([frame for _, frame in heard_all.late])
    assert sorted(late) == list(range(heard_all.ends[0].sent))
    live = slots_of([frame for _, frame in heard_all.live])
    assert sorted(live) == list(range(len(live)))
