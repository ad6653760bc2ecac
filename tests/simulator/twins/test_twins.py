"""What the twins say, byte for byte, read here without the decoders."""

from __future__ import annotations

import struct

import pytest

from simulator.twins.clockwork import Beat
from simulator.twins.go_direct import GoDirectTwin
from simulator.twins.progressor import ProgressorTwin
from simulator.twins.sig import sig_force, weight_scale
from simulator.twins.twin import Twin
from simulator.twins.wh_c06 import WhC06Twin

POINT = "7e4e1702-1ea6-40c9-9dcc-13d34ffead57"
CONTROL = "7e4e1703-1ea6-40c9-9dcc-13d34ffead57"
COMMAND = "f4bf14a6-c7d5-4b6d-8aa8-df1a7c83adcb"
RESPONSE = "b41e6675-a329-40e0-aa01-44d2f444babe"


def ten_kg(_t_s: float) -> float:
    return 98.0665


def said(twin: Twin, t_s: float) -> list[str]:
    return [value.hex(" ") for _, value in twin.advance(t_s)]


def test_a_beat_ticks_at_whole_periods_after_its_start_and_not_before_or_after() -> None:
    beat = Beat(0.5)
    assert list(beat.ticks(10.0)) == []
    beat.start(10.0)
    assert beat.running
    assert beat.due_s == 10.5
    assert list(beat.ticks(11.5)) == [(1, 10.5), (2, 11.0), (3, 11.5)]
    beat.stop()
    assert list(beat.ticks(99.0)) == []
    assert not beat.running


def test_an_open_progressor_sends_one_padded_reading_at_a_time() -> None:
    twin = ProgressorTwin(ten_kg, batch=1, period_s=0.5)
    twin.write(1.0, CONTROL, b"\x65")
    assert said(twin, 1.4) == []
    assert said(twin, 1.5) == ["01 08 00 00 20 41 20 a1 07 00 00 00 00 00"]
    assert twin.next_due_s(1.5) == 2.0


def test_a_real_progressor_leaves_out_every_sixteenth_reading() -> None:
    twin = ProgressorTwin(ten_kg, batch=15, period_s=0.01)
    twin.write(0.0, CONTROL, b"\x65")
    (first,) = [value for _, value in twin.advance(0.165)]
    (second,) = [value for _, value in twin.advance(0.315)]
    assert (first[:2], len(first)) == (b"\x01\x78", 122)
    stamps_us = [us for value in (first, second) for _, us in struct.iter_unpack("<fI", value[2:])]
    assert stamps_us == [10_000 * n for n in range(1, 32) if n != 16]


@pytest.mark.parametrize(
    ("opcode", "answer"),
    [(0x6F, "00 04 30 0c 00 00"), (0x70, "00 03 01 02 03"), (0x6B, "00 07 31 2e 32 2e 33 2e 34"), (0x6E, "04 00")],
)
def test_a_progressor_answers_at_once(opcode: int, answer: str) -> None:
    twin = ProgressorTwin(ten_kg)
    twin.write(0.0, CONTROL, bytes((opcode,)))
    assert twin.next_due_s(0.0) == 0.0
    assert said(twin, 0.0) == [answer]
    assert said(twin, 0.0) == []


@pytest.mark.parametrize("data", [b"", b"\xff"])
def test_a_progressor_ignores_what_it_does_not_know(data: bytes) -> None:
    twin = ProgressorTwin(ten_kg)
    twin.write(0.0, CONTROL, data)
    assert said(twin, 100.0) == []


def test_a_progressor_tares_only_while_it_streams() -> None:
    twin = ProgressorTwin(ten_kg, batch=1, period_s=0.5)
    twin.write(0.0, CONTROL, b"\x64")
    twin.write(0.0, CONTROL, b"\x65")
    assert said(twin, 0.5)[0].startswith("01 08 00 00 20 41")
    twin.write(0.6, CONTROL, b"\x64")
    assert said(twin, 1.0)[0].startswith("01 08 00 00 00 00")
    twin.write(1.1, CONTROL, b"\x66")
    assert said(twin, 9.0) == []


def test_who_hangs_up_stops_the_stream() -> None:
    twin = ProgressorTwin(ten_kg, batch=1)
    twin.write(0.0, CONTROL, b"\x65")
    twin.hang_up(0.001)
    assert said(twin, 9.0) == []


def test_a_wh_c06_says_its_weight_in_its_advert_with_the_company_in_front() -> None:
    twin = WhC06Twin(lambda t_s: 12.34 * 9.80665)
    ((_, unstable),) = twin.advert(0.0)
    assert unstable.hex(" ") == "00 01 " + "00 " * 10 + "04 d2 00 00 01 00 00"
    assert twin.advance(0.25) == ()
    ((_, stable),) = twin.advert(0.25)
    assert stable[16:17] == b"\x11"
    assert twin.services == {}


def test_a_go_direct_answers_commands_in_pieces_of_twenty_bytes() -> None:
    twin = GoDirectTwin(ten_kg)
    for part in ("58 19 fe 3f 1a a5 4a 06 49 07 48 08 47 09 46 0a 45 0b 44 0c", "43 0d 42 0e 41"):
        twin.write(0.0, COMMAND, bytes.fromhex(part))
    assert said(twin, 0.0) == ["58 06 00 00 1a fe"]
    twin.write(0.0, COMMAND, bytes.fromhex("58 05 fc aa 51"))
    assert said(twin, 0.0) == ["58 0a 00 00 51 fc 06 00 00 00"]
    twin.write(0.0, COMMAND, bytes.fromhex("58 06 fa a9 50 01"))
    parts = twin.advance(0.0)
    assert [len(value) for _, value in parts] == [20] * 7 + [14]
    whole = b"".join(value for _, value in parts)
    assert (whole[:7], whole[14:19]) == (bytes.fromhex("58 9a 00 00 50 fa 01"), b"Force")
    twin.write(0.0, COMMAND, bytes.fromhex("58 05 fe 6b 10"))
    assert said(twin, 0.0)[0].endswith("57 00")


def test_a_go_direct_sends_what_was_asked_for_at_the_period_that_was_asked_for() -> None:
    twin = GoDirectTwin(lambda t_s: 12.5)
    for text in (
        "58 0f fd b5 1b ff 00 10 27 00 00 00 00 00 00",
        "58 13 fc 81 18 ff 01 02 00 00 00 00 00 00 00 00 00 00 00",
    ):
        twin.write(1.0, COMMAND, bytes.fromhex(text))
    twin.advance(1.0)
    assert said(twin, 1.03) == ["20 15 00 00 06 02 00 03 00 00 00 48 41 00 00 48 41 00 00 48", "41"]
    twin.drop()
    assert said(twin, 1.03) == ["20 06 00 00 0d 00"]
    twin.write(1.03, COMMAND, bytes.fromhex("58 0b fb 72 19 ff 00 ff ff ff ff"))
    assert said(twin, 9.0) == ["58 06 00 00 19 fb"]


@pytest.mark.parametrize("text", ["00", "58 05 fe 6c 10", "58 05 fe 6b 10 00"])
def test_a_go_direct_ignores_what_is_no_command(text: str) -> None:
    twin = GoDirectTwin(ten_kg)
    twin.write(0.0, COMMAND, bytes.fromhex(text))
    assert said(twin, 0.0) == []


def test_a_weight_scale_says_half_kilograms_in_steps_of_five_grams() -> None:
    assert said(weight_scale(lambda t_s: 50 * 9.80665), 0.5) == ["00 10 27"]
    assert said(weight_scale(lambda t_s: -1.0), 0.5) == ["00 00 00"]


def test_a_force_sensor_says_millinewtons() -> None:
    assert said(sig_force(lambda t_s: -1.0), 0.25) == ["18 fc ff ff"] * 2
