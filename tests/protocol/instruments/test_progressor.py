from __future__ import annotations

import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.errors import FrameError
from protocol.instruments.driver import Action, Advertised, Charge, Gatt, Heard, SwitchingOff, Told
from protocol.instruments.progressor import (
    CONTROL_POINT,
    DRIVER,
    SERVICE,
    Opcode,
    Packet,
    ProgressorTalk,
    Tag,
    Weight,
    weight_packet,
    weights,
)
from tests.protocol.instruments.talking import block, values

DOCUMENTED = [
    ("01 10 00 00 20 41 e8 03 00 00 00 00 48 41 20 a1 07 00", [(10.0, 1000), (12.5, 500_000)]),
    ("01 08 00 00 cc 41 40 42 0f 00", [(25.5, 1_000_000)]),
    (
        "01 18 00 00 00 00 00 00 00 00 00 00 35 42 d4 30 00 00 33 33 a4 42 a8 61 00 00",
        [(0.0, 0), (45.25, 12_500), (82.1, 25_000)],
    ),
]
CAPTURED = [
    ("01 08 74 41 93 c2 76 bb c7 01 00 00 00 00", [(-73.627838, 29_866_870)]),
    ("01 08 ef 50 93 c2 59 4f c9 01 00 00 00 00", [(-73.658073, 29_970_265)]),
    ("01 08 2e 48 93 c2 38 e3 ca 01 00 00 00 00", [(-73.640976, 30_073_656)]),
    ("01 08 6f 3f 93 c2 1b 77 cc 01 00 00 00 00", [(-73.623894, 30_177_051)]),
    ("01 08 c3 3e 93 c2 08 0b ce 01 00 00 00 00", [(-73.622581, 30_280_456)]),
    ("01 08 7d 45 93 c2 e7 9e cf 01 00 00 00 00", [(-73.635719, 30_383_847)]),
    ("01 08 f9 31 93 c2 cc 32 d1 01 00 00 00 00", [(-73.597603, 30_487_244)]),
]
"""From a Crimpdeq without calibration: real bytes and times, values that are no load, four bytes too many."""

EACH = [pytest.param(*vector, id=f"documented-{n}") for n, vector in enumerate(DOCUMENTED)] + [
    pytest.param(*vector, id=f"captured-{n}") for n, vector in enumerate(CAPTURED)
]


@pytest.mark.parametrize(("text", "readings"), EACH)
def test_a_notification_holds_these_weights_and_stamps(text: str, readings: list[tuple[float, int]]) -> None:
    found = weights(Packet.from_bytes(bytes.fromhex(text)).value)
    assert [stamp_us for _, stamp_us in found] == [stamp_us for _, stamp_us in readings]
    assert [kg for kg, _ in found] == pytest.approx([kg for kg, _ in readings], abs=5e-6)


@pytest.mark.parametrize(("text", "readings"), EACH)
def test_a_weight_becomes_the_force_of_its_load(text: str, readings: list[tuple[float, int]]) -> None:
    found = block(ProgressorTalk(), text)
    assert found.time_us.tolist() == [stamp_us for _, stamp_us in readings]
    assert found.force_n == pytest.approx([kg * 9.80665 for kg, _ in readings], abs=1e-4)
    assert found.flags.tolist() == [0] * len(readings)


@pytest.mark.parametrize("text", [text for text, _ in DOCUMENTED])
def test_what_was_read_is_written_with_the_same_bytes(text: str) -> None:
    data = bytes.fromhex(text)
    assert weight_packet(weights(Packet.from_bytes(data).value)) == data


def test_the_captured_stream_is_one_reading_after_the_other_at_its_own_rate() -> None:
    talk = ProgressorTalk()
    blocks = [block(talk, text, 0.1 * n) for n, (text, _) in enumerate(CAPTURED)]
    assert [int(each.index[0]) for each in blocks] == list(range(7))


@pytest.mark.parametrize(
    "text", ["", "01", "01 08", "01 08 00 00 cc", "01 07 00 00 cc 41 40 42 0f", "01 09" + " 00" * 9]
)
def test_a_cut_or_crooked_notification_is_refused_and_changes_nothing(text: str) -> None:
    talk = ProgressorTalk()
    with pytest.raises(FrameError):
        values(talk, text)
    assert block(talk, "01 08 00 00 cc 41 40 42 0f 00").index.tolist() == [0]


def test_a_length_above_127_is_not_negative() -> None:
    data = weight_packet([Weight(1.0, n) for n in range(1, 17)])
    assert data[1] == 128
    (found,) = ProgressorTalk().feed(Heard(0, 0.0, data))
    assert isinstance(found, type(block(ProgressorTalk(), "01 00")))
    assert len(found) == 16


def test_more_readings_than_a_length_byte_can_say_are_not_written() -> None:
    assert weight_packet([Weight(0.0, 0)] * 31)[1] == 248
    with pytest.raises(FrameError, match="256 bytes is too long"):
        weight_packet([Weight(0.0, 0)] * 32)


@pytest.mark.parametrize("kg", [float("nan"), float("inf"), -float("inf"), 3e38, 20_000.0])
def test_a_weight_that_none_can_be_leaves_its_slot_empty(kg: float) -> None:
    data = weight_packet([Weight(1.0, 0), Weight(kg, 12_500), Weight(2.0, 25_000)])
    found = block(ProgressorTalk(), data.hex())
    assert found.index.tolist() == [0, 2]


@pytest.mark.parametrize(
    ("action", "byte"),
    [
        (Action.TARE, 0x64),
        (Action.START, 0x65),
        (Action.STOP, 0x66),
        (Action.ASK_FIRMWARE, 0x6B),
        (Action.ASK_CHARGE, 0x6F),
        (Action.ASK_SERIAL, 0x70),
    ],
)
def test_an_action_is_one_byte_to_the_control_point(action: Action, byte: int) -> None:
    assert ProgressorTalk().command(action) == ((CONTROL_POINT, bytes((byte,)), True),)


def test_it_asks_for_the_charge_before_it_starts() -> None:
    assert [write.data for write in ProgressorTalk().open()] == [b"\x6f", b"\x65"]


@pytest.mark.parametrize(
    ("opcode", "text", "answer"),
    [
        (0x6F, "00 04 30 0c 00 00", Charge(millivolts=3120)),
        (0x70, "00 03 01 02 03", Told("serial number", "030201")),
        (0x6B, "00 07 31 2e 32 1b 2e 33 0a", Told("firmware", "1.2.3")),
    ],
)
def test_an_answer_belongs_to_the_latest_question(opcode: int, text: str, answer: object) -> None:
    talk = ProgressorTalk()
    talk.sent(bytes((opcode,)))
    talk.sent(b"\x65")
    assert values(talk, text) == [answer]
    assert values(talk, text) == []


def test_a_voltage_that_is_cut_short_is_refused() -> None:
    talk = ProgressorTalk()
    talk.sent(b"\x6f")
    with pytest.raises(FrameError, match="4 bytes, not 2"):
        values(talk, "00 02 30 0c")


def test_a_version_from_the_air_is_bounded() -> None:
    talk = ProgressorTalk()
    talk.sent(bytes((Opcode.FIRMWARE,)))
    (told,) = values(talk, bytes(Packet(Tag.ANSWER, b"x" * 200)).hex())
    assert told == Told("firmware", "x" * 32)


def test_it_says_that_it_switches_off() -> None:
    assert values(ProgressorTalk(), "04 00") == [SwitchingOff()]


@pytest.mark.parametrize("text", ["02 04 00 00 00 00", "03 00", "ff 01 00", "00 04 30 0c 00 00"])
def test_what_nobody_asked_for_or_knows_is_ignored(text: str) -> None:
    assert values(ProgressorTalk(), text) == []


@pytest.mark.parametrize(
    ("name", "services", "ours"),
    [
        ("Progressor_1234", frozenset[str](), True),
        ("", frozenset({SERVICE}), True),
        ("progressor", frozenset[str](), False),
        ("My Progressor", frozenset[str](), False),
    ],
)
def test_it_is_known_by_the_beginning_of_its_name_or_its_service(
    name: str, services: frozenset[str], ours: bool
) -> None:
    assert DRIVER.claims(Advertised(name, {}, services)) is ours


def test_it_may_not_treat_because_it_is_pulled() -> None:
    assert not DRIVER.ability.treats
    assert [str(lack) for lack in DRIVER.ability.lacks] == [
        "guided treatment: not available, the instrument is pulled and cannot press",
        "pressure: not available, the area of the contact is not known",
        "lost readings: not available, the instrument does not keep them",
    ]
    assert DRIVER.ability.period_us == 12_500
    assert DRIVER.transport == Gatt(("7e4e1702-1ea6-40c9-9dcc-13d34ffead57",))


@given(st.lists(st.tuples(st.floats(-500, 500, width=32), st.integers(1, 40_000)), min_size=2, max_size=31), st.data())
def test_readings_are_the_same_in_one_notification_or_in_several(
    steps: list[tuple[float, int]], draws: st.DataObject
) -> None:
    stamps_us = np.cumsum([step_us for _, step_us in steps]).tolist()
    readings = [Weight(kg, stamp_us) for (kg, _), stamp_us in zip(steps, stamps_us, strict=True)]
    cut = draws.draw(st.integers(1, len(readings) - 1))
    whole, halves = ProgressorTalk(), ProgressorTalk()
    once = block(whole, weight_packet(readings).hex())
    parts = [block(halves, weight_packet(part).hex()) for part in (readings[:cut], readings[cut:])]
    for name in ("index", "time_us", "force_q"):
        np.testing.assert_array_equal(np.concatenate([getattr(part, name) for part in parts]), getattr(once, name))


@given(st.binary(max_size=40), st.integers(0, 255))
def test_a_packet_round_trips_whatever_follows_it(value: bytes, tag: int) -> None:
    data = bytes(Packet(tag, value))
    assert data == struct.pack("<BB", tag, len(value)) + value
    assert Packet.from_bytes(data + b"\xff") == (tag, value)
