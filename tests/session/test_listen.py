from __future__ import annotations

import asyncio
from hashlib import sha256
from pathlib import Path

import pytest

from protocol.errors import LinkLost
from protocol.link import Channel
from session.listen import listen
from session.playback import FileLink, Recorded, read_record
from session.record import Recorder
from simulator.happenings.tool import Disconnect
from simulator.in_process import InProcessLink
from simulator.tool import Tool
from tests.session.rooms import scenario
from tests.session.tracks import HEADER, payloads
from tests.virtual import virtual


@pytest.mark.parametrize(("count", "heard"), [(3, False), (4, True)])
def test_every_payload_is_kept_and_the_first_reading_is_told(tmp_path: Path, count: int, *, heard: bool) -> None:
    path = tmp_path / "a.mcap"

    @virtual
    async def story() -> None:
        first = asyncio.Event()
        with Recorder(path, HEADER) as recorder:
            await listen(FileLink(Recorded(HEADER, tuple(payloads(count)), whole=True)), recorder, first)
        assert first.is_set() is heard

    story()
    assert [each.data for each in read_record(path).payloads] == [each.data for each in payloads(count)]


def test_a_lost_link_is_told_after_what_had_arrived(tmp_path: Path) -> None:
    path = tmp_path / "a.mcap"

    @virtual
    async def story() -> None:
        tool = Tool(scenario(Disconnect(at_s=1)), 1)
        link = InProcessLink(tool)
        with Recorder(path, HEADER) as recorder:
            listening = asyncio.create_task(listen(link, recorder, asyncio.Event()))
            tool.start(0.0, 50)
            with pytest.raises(LinkLost):
                await listening

        assert tool.payload_sha256 == sha256(b"".join(live(path))).hexdigest()

    story()
    assert len(live(path)) >= 25


def live(path: Path) -> list[bytes]:
    """The frames and events in a record."""
    return [each.data for each in read_record(path).payloads if each.channel in (Channel.SAMPLES, Channel.EVENTS)]
