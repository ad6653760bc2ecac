"""Records of instruments of other makes: what cannot be read of them is said."""

from __future__ import annotations

import struct
from datetime import UTC, datetime
from pathlib import Path

import pytest

from protocol.instruments.progressor import Packet, Tag
from protocol.instruments.stream import Introduction
from protocol.instruments.timeline import STANDARD_GRAVITY
from protocol.link import Channel, Payload
from session.errors import InputError
from session.offline.measure import analyse_record
from session.record import Recorder, RecordHeader
from session.records import describe


def recorded(path: Path, *payloads: Payload) -> Path:
    header = RecordHeader(
        started_at=datetime(2026, 1, 1, tzinfo=UTC), started_loop_s=0.0, software="test", simulated=True
    )
    with Recorder(path, header) as recorder:
        for payload in payloads:
            recorder.append(payload)
    return path


def begun(driver: str = "progressor") -> Payload:
    return Payload(Channel.INSTRUMENT, 0.0, bytes(Introduction(driver, "F0:01", "P")))


def pull(packet: int, weight_kg: float) -> Payload:
    """Fifteen readings, each of this weight."""
    stamps_us = (187_500 * packet + 12_500 * number for number in range(15))
    readings = b"".join(struct.pack("<fI", weight_kg, stamp_us) for stamp_us in stamps_us)
    return Payload(Channel.HEARD, 0.1875 * (packet + 1), b"\0" + bytes(Packet(Tag.WEIGHT, readings)))


def test_what_did_not_decode_is_counted_and_the_rest_is_measured(tmp_path: Path) -> None:
    packets = [pull(number, 2.0 if 4 <= number < 20 else 0.0) for number in range(30)]
    path = recorded(tmp_path / "r.mcap", begun(), Payload(Channel.HEARD, 0.5, b"\0\x01\x63"), *packets)
    analysed = analyse_record(path)
    assert "1 payloads could not be decoded" in analysed.signal.notes
    assert analysed.tool == "progressor:F0:01"
    assert analysed.signal.rate_hz == 80.0
    (hold,) = analysed.holds
    assert hold.duration_s == pytest.approx(16 * 0.1875, abs=0.02)
    assert hold.peak_n == pytest.approx(2 * STANDARD_GRAVITY, abs=1e-3)


def test_a_record_without_a_reading_has_nothing_to_measure(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="ends before its first reading"):
        analyse_record(recorded(tmp_path / "r.mcap", begun()))


def test_a_record_whose_driver_is_not_installed_says_which_and_is_listed_all_the_same(tmp_path: Path) -> None:
    path = recorded(tmp_path / "r.mcap", begun("brainwave"), pull(0, 1.0))
    with pytest.raises(InputError, match="there is no driver 'brainwave': install it"):
        analyse_record(path)
    found = describe(path)
    assert (found.tool, found.error, found.payloads) == (None, None, 2)


def test_a_record_says_which_instrument_it_is_of(tmp_path: Path) -> None:
    assert describe(recorded(tmp_path / "r.mcap", begun(), pull(0, 1.0))).tool == "progressor:F0:01"


def test_a_record_whose_introduction_is_damaged_names_no_instrument(tmp_path: Path) -> None:
    path = recorded(tmp_path / "r.mcap", Payload(Channel.INSTRUMENT, 0.0, b"{"))
    assert describe(path).tool is None


def test_a_record_that_is_cut_off_says_so(tmp_path: Path) -> None:
    path = recorded(tmp_path / "r.mcap", begun(), *(pull(number, 1.0) for number in range(5)))
    path.write_bytes(path.read_bytes()[:-400])
    assert "the record is cut off; what came before the cut is here" in analyse_record(path).signal.notes
