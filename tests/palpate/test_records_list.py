from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from palpate.records import records
from palpate.simulate import simulate

NAME = "2026-11-22T15-35-34_SIM-0001.mcap"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one short simulated record and one that is none."""
    place = tmp_path_factory.mktemp("data")
    record = place / "records" / NAME
    record.parent.mkdir()
    run = CliRunner().invoke(simulate, ["untouched", "--speed", "max", "--out", str(record)])
    assert run.exit_code == 0, run.output
    (record.parent / "2026-11-23T10-00-00_PLP-000012.mcap").write_bytes(b"nonsense")
    return place


def listed(folder: Path, columns: int) -> list[str]:
    return (
        CliRunner().invoke(records, ["list", "--data", str(folder)], env={"COLUMNS": str(columns)}).stdout.splitlines()
    )


@pytest.mark.parametrize("columns", [80, 120])
def test_each_record_is_one_line_with_its_whole_name(folder: Path, columns: int) -> None:
    head, _, record, broken, error = listed(folder, columns)
    assert head.split() == ["started", "tool", "plan", "lasts", "file"]
    assert record.split()[2:] == ["SIM-0001", "sim", "untouched", "31", "s", NAME]
    assert re.fullmatch(r"20\d\d-\d\d-\d\d" if columns == 120 else r"\d\d-\d\d", record.split()[0])
    assert broken.split() == ["–", "–", "–", "–", "2026-11-23T10-00-00_PLP-000012.mcap"]
    assert error.startswith("2026-11-23T10-00-00_PLP-000012.mcap: ")
    assert all(len(line.rstrip()) <= columns for line in (head, record, broken))
