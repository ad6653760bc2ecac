from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from protocol.blocks import SampleBlock
from protocol.control import Command, Reply, Request, Result
from protocol.link import Channel, Payload
from session.errors import InputError
from session.inputs import UndoZero, input_bytes
from session.offline.record_source import open_record
from session.offline.request import FirstSeconds, TableFormat
from session.offline.request import Request as Measured
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
    source = open_record(str(record), Measured())
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
        str(record), Measured(area_cm2=3.0, target_n=9.0, band_percent=5.0, cap_n=12.0, full_scale_n=99.0)
    ).settings
    assert settings.cap_n == 12.0
    assert open_record(str(record), Measured()).settings.cap_n == LIGHT.cap.force_n != 12.0
    assert (settings.area_cm2, settings.target_n, settings.band_percent, settings.full_scale_n) == (3.0, 9.0, 5.0, 99.0)


def zero(counter: int, zero_q: int) -> Payload:
    """The answer to a tare in the first stream."""
    reply = Reply.of(Request.of(Command.TARE, 1), Result.OK, zero_q, 50, 1, counter)
    return Payload(Channel.CONTROL_REPLY, 51.9, bytes(reply))


@pytest.mark.parametrize(
    ("tares", "zeros_q"),
    [
        (None, [0, 100, 250, 100]),
        ({1}, [0, 100, 100, 100]),
        ({2}, [0, 0, 250, 0]),
        ((), [0, 0, 0, 0]),
    ],
)
def test_a_record_is_measured_again_with_some_of_its_tares(
    tmp_path: Path, tares: Iterable[int] | None, zeros_q: list[int]
) -> None:
    kept = payloads(60)
    undo = Payload(Channel.INPUT, 51.9, input_bytes(UndoZero()))
    kept = [*kept[:20], zero(10, 100), *kept[20:30], zero(30, 250), *kept[30:40], undo, *kept[40:]]
    write(tmp_path / "one.mcap", kept)

    def forces_q(counted: Iterable[int] | None) -> NDArray[np.int32]:
        chosen = None if counted is None else frozenset(counted)
        source = open_record(str(tmp_path / "one.mcap"), Measured(tares=chosen))
        blocks = [piece for piece in source.pieces() if isinstance(piece, SampleBlock)]
        return np.concatenate([block.force_q for block in blocks])

    subtracted_q = forces_q(()) - forces_q(tares)
    undone = 2 * 37  # two readings in each of the frames before the undo, of which three payloads are none
    parts = [subtracted_q[part] for part in (slice(10), slice(10, 30), slice(30, undone), slice(undone, None))]
    assert [set(part.tolist()) for part in parts] == [{zero_q} for zero_q in zeros_q]


@pytest.mark.parametrize(
    "table", [TableFormat(column="x"), TableFormat(rate_hz=5.0), TableFormat(zero=FirstSeconds(1))]
)
def test_a_record_is_not_told_how_it_is_to_be_read(record: Path, table: TableFormat) -> None:
    with pytest.raises(InputError, match="leave out"):
        open_record(str(record), Measured(table))


def test_a_record_without_readings_cannot_be_measured(tmp_path: Path) -> None:
    write(tmp_path / "a.mcap", payloads(3))
    with pytest.raises(InputError, match="before its first reading"):
        open_record(str(tmp_path / "a.mcap"), Measured())


def test_what_went_wrong_stands_in_the_notes(tmp_path: Path) -> None:
    path = tmp_path / "a.mcap"
    write(path, [*payloads(60), Payload(Channel.SAMPLES, 60.0, b"\x01")])
    path.write_bytes(path.read_bytes()[:-200])
    assert open_record(str(path), Measured()).notes == (
        "the record is cut off; what came before the cut is here",
        "1 payloads could not be decoded",
    )
