from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from clinic.export import heard
from clinic.export.marks import Kind
from clinic.export.recording import read_recording
from protocol.events import Button, EventType
from protocol.link import Channel, Payload
from session.inputs import Input, Now, UndoZero, input_bytes
from session.said import said
from tests.clinic.export.test_recording import short
from tests.session.offline.test_instrument_source import begun, pull, recorded
from tests.session.test_boots import event, status
from tests.session.test_tool_stream import LAYOUT


def told(folder: Path, *payloads: Payload) -> list[tuple[Kind, str]]:
    found = read_recording(short(folder, LAYOUT, status(), more=payloads), "9.9")
    return [(mark.kind, mark.text) for mark in found.marks if mark.kind not in (Kind.LINK, Kind.TIP)]


def test_each_thing_that_people_can_do_has_a_kind_and_words() -> None:
    assert set(heard._KINDS) == set(get_args(Input))
    assert said(Now(by="therapist")) == "now it begins to hurt, entered by the therapist"


@pytest.mark.parametrize(
    "data", [b"{}", b"not json", b'{"kind": "pain", "nrs": 11, "by": "patient"}', b'{"kind": "else"}']
)
@pytest.mark.parametrize("channel", [Channel.INPUT, Channel.CALLS, Channel.AIMED, Channel.CONTROL_REPLY])
def test_what_cannot_be_read_says_nothing(data: bytes, channel: Channel) -> None:
    assert list(heard._told(Payload(channel, 1.0, data))) == []
    assert not heard._is_tare(data)


def test_the_tools_own_button_is_told_both_ways(tmp_path: Path) -> None:
    presses = [event(EventType.BUTTON, number, Button.TOOL, down) for number, down in enumerate((1, 0))]
    assert told(tmp_path, *presses) == [
        (Kind.BUTTON, "the tool's button went down"),
        (Kind.BUTTON, "the tool's button went up"),
    ]


def test_a_zero_that_is_taken_back_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, Payload(Channel.INPUT, 1.02, input_bytes(UndoZero()))) == [
        (Kind.ZERO, "the newest zero was taken back")
    ]


def test_of_an_instrument_what_does_not_decode_is_passed_over(tmp_path: Path) -> None:
    broken = Payload(Channel.HEARD, 0.5, b"\0\x01\x63")
    path = recorded(tmp_path / "i.mcap", begun(), pull(0, 1.0), broken, pull(1, 1.0), begun(), pull(2, 1.0))
    found = read_recording(path, "9.9")
    assert [mark.text for mark in found.marks if mark.kind is Kind.LINK] == ["connected", "connected again"]
    assert found.about.samples == 45
