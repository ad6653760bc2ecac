"""`palpate train class` and `collect`."""

from __future__ import annotations

import csv
import socket
from pathlib import Path

import pyarrow.parquet
import pytest
from click.testing import CliRunner

from palpate.cli import palpate
from session.errors import InputError
from tests.palpate.test_corridors import EXERCISE


def said(*words: str) -> str:
    result = CliRunner().invoke(palpate, ["train", *words], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("class")
    course = folder / "short.toml"
    course.write_text(EXERCISE.replace("trials = 3", "trials = 1"))
    data = str(folder / "data")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "bind", _refuse)
        text = said("class", "short", "--course", str(course), "--hands", "2", "--speed", "max", "--data", data)
    return folder, text


def _refuse(_socket: socket.socket, address: object) -> None:
    raise AssertionError(f"a class without --page listens at {address}")


def test_nothing_is_served_unless_it_was_asked_for(taught: tuple[Path, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The class was taught while nobody could listen; with a page it would not have been."""
    assert "the class is at" not in taught[1]
    monkeypatch.setattr(socket.socket, "bind", _refuse)
    with pytest.raises(AssertionError, match="listens at"):
        said("class", "hold-20", "--hands", "1", "--speed", "5", "--page", "127.0.0.1", "--data", str(taught[0] / "b"))


def test_each_trainee_of_a_class_has_results_and_a_record_of_their_own(taught: tuple[Path, str]) -> None:
    folder, text = taught
    assert "S-1: 1 trials in" in text
    assert "1/1  10 N, seen" in text
    assert [path.name for path in sorted((folder / "data" / "training").iterdir())] == ["S-1.jsonl", "S-2.jsonl"]
    assert len(list((folder / "data" / "records").glob("*.mcap"))) == 2


def test_a_class_is_exported_by_pseudonym_and_ranked_only_when_asked(taught: tuple[Path, str]) -> None:
    folder, _ = taught
    table, columns = folder / "all.csv", folder / "all.parquet"
    assert "test yet" not in said("collect", str(folder / "data"), "--out", str(table))
    ranked = said("collect", str(folder / "data"), "--out", str(columns), "--ranking")
    assert "S-1  no whole steadiness test yet" in ranked
    with table.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [(row["trainee"], row["simulated"]) for row in rows] == [("S-1", "true"), ("S-2", "true")]
    again = pyarrow.parquet.read_table(columns).to_pylist()
    assert [row["points"] for row in again] == [float(row["points"]) for row in rows]
    with pytest.raises(InputError, match="exists already"):
        said("collect", str(folder / "data"), "--out", str(table))
    with pytest.raises(InputError, match=r"end its name in .csv or .parquet"):
        said("collect", str(folder / "data"), "--out", str(folder / "all.xls"))


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ([], "who is in the class"),
        (["--seat", "A-1"], "is no seat"),
        (["--seat", "A-1=sim:scripted"], "is no seat"),
        (["--seat", "../A=P-1"], "is no pseudonym"),
        (["--seat", "A=P-1", "--seat", "A=P-2"], "is there twice"),
    ],
)
def test_what_is_no_class_is_said(tmp_path: Path, words: list[str], why: str) -> None:
    with pytest.raises(InputError, match=why):
        said("class", "hold-20", *words, "--data", str(tmp_path))
