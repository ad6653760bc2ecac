"""A simulated tool on somebody's desk, over a real radio: it says itself what it is, whatever the link believes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from protocol.layout import Feature, Layout
from protocol.link import Channel, Payload
from session.offline.measure import analyse_record
from session.preflight import facts_of
from session.record import Recorder
from session.records import describe
from session.storage import Storage
from session.tool_health import ToolWatch
from session.tool_stream import ToolStream
from simulator.in_process import InProcessLink
from simulator.tool import Tool
from tests.session.rooms import LIGHT, Room, scenario
from tests.session.tracks import HEADER, payloads
from tests.virtual import virtual

REAL = HEADER.model_copy(update={"simulated": False})


def unmarked(payload: Payload) -> Payload:
    """The same of a tool that is none of ours."""
    if payload.channel is not Channel.LAYOUT:
        return payload
    layout = Layout.from_bytes(payload.data)
    return payload._replace(data=bytes(replace(layout, features=layout.features & ~Feature.SIMULATED)))


def recorded(path: Path, *, says_so: bool) -> Path:
    with Recorder(path, REAL) as recorder:
        for payload in payloads(12):
            recorder.append(payload if says_so else unmarked(payload))
    return path


@pytest.mark.parametrize("says_so", [True, False])
def test_a_record_is_marked_by_what_the_tool_says(tmp_path: Path, says_so: bool) -> None:
    path = recorded(tmp_path / "a.mcap", says_so=says_so)
    assert analyse_record(path).simulated is says_so
    assert describe(path).simulated is says_so


class OnADesk(InProcessLink):
    """A link that knows nothing of simulators, as the system's Bluetooth does not."""

    simulated = False


@virtual
async def test_a_treatment_is_marked_by_what_the_tool_says() -> None:
    tool = Tool(scenario(for_s=4.0), 1)
    view = await Room(tool, OnADesk(tool), LIGHT).treat()
    assert view.simulated is True


@pytest.mark.parametrize("says_so", [True, False])
def test_the_look_ahead_is_marked_by_what_the_tool_says(says_so: bool) -> None:
    stream = ToolStream()
    for payload in payloads(12):
        stream.update(payload if says_so else unmarked(payload))
    facts = facts_of(stream, ToolWatch().look(0.0), Storage("here", 10**9), date(2026, 1, 1), simulated=False)
    assert facts is not None
    assert facts.simulated is says_so


def test_before_the_layout_nothing_says_so() -> None:
    assert ToolStream().simulated is False
