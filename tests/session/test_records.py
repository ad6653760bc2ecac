from __future__ import annotations

from pathlib import Path

import pytest

from protocol.blocks import SampleBlock
from protocol.link import Channel, Payload
from session.errors import InputError
from session.offline.record_source import open_record
from session.offline.request import FirstSeconds, Request, TableFormat
from session.records import describe, list_records
from tests.session.rooms import LIGHT
from tests.session.tracks import STARTED, payloads, write


@pytest.fixture
def record(tmp_path: Path) -> Path:
    write(tmp_path / "b.mcap", payloads(60))
    return tmp_path / "b.mcap"


def test_a_record_is_described(record: Path) -> None:
    found = describe(record)
    assert (found.file, found.error) == (str(record), None)
    assert (found.tool, found.simulated, found.plan, found.scenario) == ("SIM-0001", True, "light", None)
    assert (found.payloads, found.whole, found.started_at) == (60, True, STARTED)
    assert found.duration_s == pytest.approx(1 + 56 / 25)


def test_a_record_that_was_cut_says_so(record: Path) -> None:
    record.write_bytes(record.read_bytes()[:-500])
    assert describe(record).whole is False


def test_a_folder_is_listed_by_name_with_what_cannot_be_read(record: Path) -> None:
    (record.parent / "a.mcap").write_bytes(b"this is something else")
    (record.parent / "notes.txt").write_bytes(b"no record")
    bad, good = list_records(record.parent)
    assert bad.error == "this is no record (no MCAP file)"
    assert (bad.tool, bad.payloads) == (None, None)
    assert good == describe(record)


def test_where_there_is_no_folder_there_are_no_records(tmp_path: Path) -> None:
    assert list_records(tmp_path / "none") == ()


def test_a_record_is_a_source_that_knows_itself(record: Path) -> None:
    source = open_record(str(record), Request())
    assert (source.tool, source.simulated, source.rate_hz, source.notes) == ("SIM-0001", True, 50.0, ())
    settings = source.settings
    assert (settings.period_us, settings.area_cm2, settings.target_n) == (20_000, 1.0, LIGHT.target_n)
    assert (settings.full_scale_n, settings.full_scale_assumed) == (150.0, False)
    blocks = [piece for piece in source.pieces() if isinstance(piece, SampleBlock)]
    assert int(blocks[0].time_us[0]) == 0
    assert sum(map(len, blocks)) == 2 * 57
    again = [piece for piece in source.pieces() if isinstance(piece, SampleBlock)]
    assert [block.force_q.tolist() for block in again] == [block.force_q.tolist() for block in blocks]


def test_what_is_asked_for_goes_before_what_the_record_says(record: Path) -> None:
    settings = open_record(
        str(record), Request(area_cm2=3.0, target_n=9.0, band_percent=5.0, cap_n=12.0, full_scale_n=99.0)
    ).settings
    assert settings.cap_n == 12.0
    assert open_record(str(record), Request()).settings.cap_n == LIGHT.cap.force_n != 12.0
    assert (settings.area_cm2, settings.target_n, settings.band_percent, settings.full_scale_n) == (3.0, 9.0, 5.0, 99.0)


@pytest.mark.parametrize(
    "table", [TableFormat(column="x"), TableFormat(rate_hz=5.0), TableFormat(zero=FirstSeconds(1))]
)
def test_a_record_is_not_told_how_it_is_to_be_read(record: Path, table: TableFormat) -> None:
    with pytest.raises(InputError, match="leave out"):
        open_record(str(record), Request(table))


def test_a_record_without_readings_cannot_be_measured(tmp_path: Path) -> None:
    write(tmp_path / "a.mcap", payloads(3))
    with pytest.raises(InputError, match="before its first reading"):
        open_record(str(tmp_path / "a.mcap"), Request())


def test_what_went_wrong_stands_in_the_notes(tmp_path: Path) -> None:
    path = tmp_path / "a.mcap"
    write(path, [*payloads(60), Payload(Channel.SAMPLES, 60.0, b"\x01")])
    path.write_bytes(path.read_bytes()[:-200])
    assert open_record(str(path), Request()).notes == (
        "the record is cut off; what came before the cut is here",
        "1 payloads could not be decoded",
    )
