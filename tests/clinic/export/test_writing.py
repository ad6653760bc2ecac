from __future__ import annotations

from pathlib import Path

import pytest

from clinic.export.choices import TABLES, Format, What, format_of
from clinic.export.recording import Recording
from clinic.export.writing import write
from session.errors import InputError
from tests.session.test_record import files_end_at


@pytest.mark.parametrize(
    ("name", "to"),
    [
        ("a.csv", Format.CSV), ("a.b.parquet", Format.PARQUET), ("a.json", Format.JSON), ("a.edf", Format.EDF),
        ("a.fhir.json", Format.FHIR), ("a.viewer.mcap", Format.MCAP), ("a.mcap", Format.MCAP), ("a.txt", None),
        ("csv", None), ("a.fhir", Format.FHIR),
    ],
)  # fmt: skip
def test_a_name_says_its_format(name: str, to: Format | None) -> None:
    assert format_of(Path(name)) is to


@pytest.mark.parametrize("to", Format)
def test_a_full_disk_leaves_no_half_file(recording: Recording, tmp_path: Path, to: Format) -> None:
    path = tmp_path / "new" / f"out{to.suffix}"
    with files_end_at(1000), pytest.raises(InputError, match=r"cannot be written \(File too large\)"):
        write(recording, path, to)
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("to", Format)
def test_each_format_is_written_whole_under_its_name(recording: Recording, tmp_path: Path, to: Format) -> None:
    path = tmp_path / "new" / f"out{to.suffix}"
    write(recording, path, to)
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    assert path.stat().st_size > 1000
    assert format_of(path) is to


def test_a_file_that_stands_there_stays_as_it_is(recording: Recording, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("mine")
    with pytest.raises(InputError, match="exists already: choose another name"):
        write(recording, path, Format.CSV)
    assert path.read_text() == "mine"


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="only Linux has a folder that nobody may write to")
def test_a_folder_that_nobody_may_write_to_is_said(recording: Recording) -> None:
    with pytest.raises(InputError, match=r"/sys/kernel/a\.json cannot be written"):
        write(recording, Path("/sys/kernel/a.json"), Format.JSON)


def test_only_formats_of_one_table_choose_one(recording: Recording, tmp_path: Path) -> None:
    assert TABLES == (Format.CSV, Format.PARQUET)
    for what in What:
        write(recording, tmp_path / f"{what}.csv", Format.CSV, what)
    heads = {what: (tmp_path / f"{what}.csv").read_text().rpartition("# units: ")[2].splitlines()[1] for what in What}
    assert [head.partition(",")[0] for head in heads.values()] == ["index", "index", "time_s"]
    assert heads[What.READINGS] != heads[What.HOLDS]
