from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.errors import FrameError
from protocol.instruments import go_direct as gdx
from protocol.instruments.go_direct import Id, Joiner, Measurement, Message, Sensor

COMMANDS = [
    ("58 19 fe 3f 1a a5 4a 06 49 07 48 08 47 09 46 0a 45 0b 44 0c 43 0d 42 0e 41", Id.INIT, 0xFE, gdx.INIT_BODY),
    ("58 0f fd b5 1b ff 00 10 27 00 00 00 00 00 00", Id.PERIOD, 0xFD, gdx.period_body(10_000)),
    ("58 13 fc 81 18 ff 01 02 00 00 00 00 00 00 00 00 00 00 00", Id.START, 0xFC, gdx.start_body(2)),
    ("58 0b fb 72 19 ff 00 ff ff ff ff", Id.STOP, 0xFB, gdx.STOP_BODY),
    ("58 05 fa ab 54", Id.DISCONNECT, 0xFA, b""),
    ("58 05 fe 6b 10", Id.STATUS, 0xFE, b""),
    ("58 05 fc aa 51", Id.AVAILABLE, 0xFC, b""),
    ("58 06 fa a9 50 01", Id.SENSOR, 0xFA, b"\x01"),
]
"""Made by the maker's own program."""


@pytest.mark.parametrize(("text", "number", "counter", "body"), COMMANDS)
def test_a_command_is_these_bytes_and_the_other_way_round(text: str, number: Id, counter: int, body: bytes) -> None:
    assert bytes(Message(number, counter, body)) == bytes.fromhex(text)
    assert Message.from_bytes(bytes.fromhex(text)) == (number, counter, body)


@pytest.mark.parametrize(
    "text", ["", "58 05 fe 6b", "58 05 fe 6c 10", "59 05 fe 6c 10", "58 06 fe 6c 10", "58 04 fe 6b 10"]
)
def test_bytes_that_are_no_command_are_refused(text: str) -> None:
    with pytest.raises(FrameError):
        Message.from_bytes(bytes.fromhex(text))


def test_an_answer_repeats_the_command_and_its_counter() -> None:
    answer = Message(Id.AVAILABLE, 0xFC).answer(b"\x0e\x00\x00\x00")
    assert answer == bytes.fromhex("58 0a 00 00 51 fc 0e 00 00 00")
    assert Message.answer_from_bytes(answer) == (Id.AVAILABLE, 0xFC, b"\x0e\x00\x00\x00")
    assert gdx.mask_of(Message.answer_from_bytes(answer).body) == 14


@pytest.mark.parametrize("text", ["58 05 00 00 51", "58 0a 00 00 51 fc 0e"])
def test_an_answer_that_is_cut_short_is_refused(text: str) -> None:
    with pytest.raises(FrameError):
        Message.answer_from_bytes(bytes.fromhex(text))


@pytest.mark.parametrize("read", [gdx.mask_of, gdx.charge_of, gdx.period_of, Sensor.from_bytes])
def test_the_body_of_an_answer_that_is_cut_short_is_refused(read: object) -> None:
    assert callable(read)
    with pytest.raises(FrameError, match="not 3"):
        read(b"\0\0\0")


def test_the_charge_is_the_byte_at_16_of_the_answer() -> None:
    answer = bytes.fromhex("58 12 00 00 10 fe") + bytes.fromhex("00 00 01 02 03 00 01 02 04 00 57 01")
    assert gdx.charge_of(Message.answer_from_bytes(answer).body) == 0x57


SENSOR = Sensor(1, 77, "Force", "N", -50.0, 50.0, 1_000, 100_000, 1_000)


def test_the_answer_about_a_sensor_has_its_fields_at_these_places() -> None:
    body = bytes(SENSOR)
    assert len(body) == 148
    assert (body[0], body[2:6], body[8:13], body[68:70]) == (1, b"\x4d\0\0\0", b"Force", b"N\0")
    assert body[108:116] == bytes.fromhex("00 00 00 00 00 00 49 c0")
    assert body[124:128] == b"\xe8\x03\0\0"
    assert body[136:144] == b"\xa0\x86\x01\0\xe8\x03\0\0"
    assert Sensor.from_bytes(body) == SENSOR


@pytest.mark.parametrize("sensor", [SENSOR._replace(channel=200), SENSOR._replace(least_period_us=-1)])
def test_a_sensor_that_does_not_fit_is_not_written(sensor: Sensor) -> None:
    with pytest.raises(FrameError, match="does not fit"):
        bytes(sensor)


def test_values_that_do_not_fit_a_message_are_not_written() -> None:
    assert len(bytes(Measurement(0x8000, (1.0,) * 61))) == 253
    for values in (Measurement(2, (1.0,) * 62), Measurement(0x10000, (1.0,))):
        with pytest.raises(FrameError, match="do not fit one message"):
            bytes(values)


def test_text_of_a_sensor_has_no_control_characters() -> None:
    assert Sensor.from_bytes(bytes(SENSOR._replace(description="F\x1b[2J\n"))).description == "F[2J"


@pytest.mark.parametrize(
    ("text", "mask", "values"),
    [
        ("20 11 05 00 06 02 00 02 00 00 00 48 41 00 00 50 c0", 2, (12.5, -3.25)),
        ("20 13 05 00 07 02 00 00 80 01 00 00 00 48 41 00 00 50 c0", 0x80000002, (12.5, -3.25)),
        ("20 0c 05 00 08 00 01 01 00 00 48 41", 2, (12.5,)),
        ("20 0c 05 00 09 00 1f 01 fe ff ff ff", 1 << 31, (-2,)),
        ("20 09 05 00 06 00 00 ff 00", 0, ()),
    ],
)
def test_a_measurement_is_these_values(text: str, mask: int, values: tuple[float, ...]) -> None:
    assert Measurement.from_bytes(bytes.fromhex(text)) == (mask, values)


@pytest.mark.parametrize("kind", ["0a", "0b", "0c", "0e", "00", "ff"])
def test_values_without_a_period_and_unknown_kinds_are_none(kind: str) -> None:
    assert Measurement.from_bytes(bytes.fromhex(f"20 0c 05 00 {kind} 00 01 01 00 00 48 41")) is None


@pytest.mark.parametrize(
    "text",
    [
        "20 04 05 00",
        "20 05 05 00 06",
        "20 10 05 00 06 02 00 02 00 00 00 48 41 00 00 50",
        "20 0d 05 00 06 03 00 01 00 00 00 48 41",
        "20 0c 05 00 08 00 20 01 00 00 48 41",
    ],
)
def test_a_measurement_that_is_cut_short_or_from_no_channel_is_refused(text: str) -> None:
    with pytest.raises(FrameError):
        Measurement.from_bytes(bytes.fromhex(text))


def test_a_measurement_is_written_as_the_maker_does_apart_from_its_counter() -> None:
    assert bytes(Measurement(2, (12.5, -3.25))) == bytes.fromhex("20 11 00 00 06 02 00 02 00 00 00 48 41 00 00 50 c0")
    assert bytes(Measurement(6, (1.0, 2.0)))[7] == 1


@given(st.binary(min_size=5, max_size=250), st.data())
def test_a_message_is_joined_however_it_was_cut(rest: bytes, draws: st.DataObject) -> None:
    message = bytes((0x20, len(rest))) + rest[2:]
    cuts = sorted(draw for draw in draws.draw(st.sets(st.integers(2, len(message) - 1), max_size=5)))
    joiner = Joiner()
    parts = [message[a:b] for a, b in zip([0, *cuts], [*cuts, len(message)], strict=True)]
    assert [joiner.feed(part) for part in parts] == [None] * len(cuts) + [message]


@pytest.mark.parametrize("text", ["", "20", "20 04", "20 05 00 00 06 00"])
def test_what_begins_no_message_is_refused_and_forgotten(text: str) -> None:
    joiner = Joiner()
    with pytest.raises(FrameError):
        joiner.feed(bytes.fromhex(text))
    assert joiner.feed(bytes.fromhex("58 05 00 00 10")) == bytes.fromhex("58 05 00 00 10")
