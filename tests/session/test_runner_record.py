"""What a treatment leaves, and what a replay makes of it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from mcap.reader import SeekingReader

from protocol.errors import LinkLost
from protocol.link import Channel, Payload
from session.calls import Call, read_call
from session.cue import Why
from session.playback import FileLink, Recorded, read_record
from session.record import Recorder
from session.runner import Runner
from session.view import LinkState, NotRecorded, Recording
from simulator.in_process import InProcessLink
from simulator.tool import Tool
from tests.session.kept_rooms import NeverYields, header, recorded
from tests.session.rooms import LIGHT, Room, room, scenario
from tests.virtual import virtual


def test_a_record_holds_every_payload_in_the_order_of_arrival(tmp_path: Path) -> None:
    path = tmp_path / "order.mcap"
    seen: list[Payload] = []

    class Tapped(InProcessLink):
        async def payloads(self) -> AsyncIterator[Payload]:
            async for payload in super().payloads():
                seen.append(payload)
                yield payload

    @virtual
    async def story() -> None:
        tool = Tool(scenario(), 1)
        with Recorder(path, header()) as recorder:
            await Room(tool, Tapped(tool), LIGHT, recorder).treat()

    story()
    kept = [payload for payload in read_record(path).payloads if payload.channel is not Channel.CALLS]
    with path.open("rb") as stream:
        force = list(SeekingReader(stream).iter_messages(topics=["force"]))
    assert len(force) == 2 * sum(each.channel is Channel.SAMPLES for each in seen)
    assert [(each.channel, each.data) for each in kept] == [(each.channel, each.data) for each in seen]
    assert [each.arrival_s for each in kept] == pytest.approx([each.arrival_s for each in seen], abs=1e-6)


def test_a_record_holds_each_let_go_that_was_called_and_when(tmp_path: Path) -> None:
    path = tmp_path / "calls.mcap"

    called: list[Call] = []

    @virtual
    async def story() -> None:
        tool = Tool(scenario(), 1)
        with Recorder(path, header()) as recorder:
            room = Room(tool, InProcessLink(tool), LIGHT, recorder)
            await room.treat()
            called.extend(room.runner.guide.calls.all)

    story()
    kept = [read_call(payload.data) for payload in read_record(path).payloads if payload.channel is Channel.CALLS]
    assert [call.why for call in kept] == [Why.TIME_IN_BAND, Why.TIME_IN_BAND]
    assert [call.time_us for call in kept] == [round((call.time_s or 0) * 1e6) for call in called]


def test_guidance_goes_on_when_nothing_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / "taken.mcap"
    path.mkdir()
    treated = recorded(path)
    view = treated.runner.view()
    assert view.summary is not None
    assert view.summary.outcome == "All holds are done."
    assert view.summary.record is None
    assert isinstance(view.recording, NotRecorded)
    assert view.recording.reason == f"File exists: {path}"


def test_the_view_says_where_the_record_is(tmp_path: Path) -> None:
    treated = recorded(tmp_path / "here.mcap")
    assert treated.runner.view().recording == Recording(str(tmp_path / "here.mcap"))


def test_a_run_that_is_not_kept_says_so() -> None:
    assert room(scenario(for_s=2)).runner.view().recording == NotRecorded("this run is not kept")


def test_a_replay_ends_when_the_record_does() -> None:
    @virtual
    async def story() -> None:
        payloads = (Payload(Channel.BATTERY, 0.0, b"\x32"), Payload(Channel.BATTERY, 1.0, b"\x31"))
        view = await Runner(FileLink(Recorded(header(), payloads, whole=True)), LIGHT, None).run()
        assert view.link is LinkState.ENDED
        assert view.battery_percent == 49
        assert view.summary is not None
        assert view.summary.outcome == "The link ended before the treatment was complete."

    story()


@virtual
async def test_closing_a_link_in_mid_treatment_ends_it_without_an_error() -> None:
    tool = Tool(scenario(), 1)
    link = InProcessLink(tool)
    place = Room(tool, link, LIGHT)
    treating = asyncio.create_task(place.treat())
    await asyncio.sleep(4)
    await link.close()
    view = await treating
    assert view.link is LinkState.ENDED


@pytest.mark.parametrize("text", ["it is gone", "out of range"])
def test_the_links_own_words_reach_the_view(text: str) -> None:
    class Lost(NeverYields):
        async def payloads(self) -> AsyncIterator[Payload]:
            yield Payload(Channel.BATTERY, 0.0, b"\x32")
            raise LinkLost(text)

    @virtual
    async def story() -> None:
        view = await Runner(Lost(), LIGHT, None).run()
        assert (view.link, view.link_text) == (LinkState.LOST, text)

    story()


def test_nothing_is_logged_in_a_plain_run(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="session"):
        room(scenario())
    assert caplog.text == ""
