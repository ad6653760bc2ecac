from __future__ import annotations

import json
import os
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from palpate.records import records
from session.documents import schema_text
from session.playback import read_record
from session.record_documents import PUBLISHED
from tests.session.tracks import payloads, write

SCHEMAS = Path(__file__).parents[2] / "docs" / "schemas"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(records, [str(argument) for argument in arguments])


def text(outcome: Result) -> str:
    return str(outcome.exception) if outcome.exception else outcome.output


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A whole record, one that was cut, and one with a wrong byte; all from January 2026."""
    folder = tmp_path / "records"
    for name in ("a_whole", "b_cut", "c_damaged"):
        write(folder / f"{name}.mcap", payloads())
    cut, damaged = folder / "b_cut.mcap", folder / "c_damaged.mcap"
    cut.write_bytes(cut.read_bytes()[:-700])
    content, frame = damaged.read_bytes(), payloads()[4].data
    damaged.write_bytes(content.replace(frame, bytes(len(frame))))
    for path in folder.iterdir():
        os.utime(path, (0, 0))
    return tmp_path


@pytest.mark.parametrize("name", PUBLISHED)
def test_what_is_printed_is_published(name: str) -> None:
    assert (SCHEMAS / name).read_text("utf-8") == schema_text(PUBLISHED[name])


def test_verify_says_how_each_record_is(data: Path) -> None:
    result = run("verify", "--data", data)
    lines = [line.replace(f"{data / 'records'}/", "") for line in result.output.splitlines()]
    assert result.exit_code == 1
    assert lines[0] == "a_whole.mcap: whole: 6 payloads, each as it was written"
    assert lines[1].startswith("b_cut.mcap: cut: cut off; ")
    assert lines[2] == "c_damaged.mcap: damaged: 5 payloads are as they were written, 1 are lost"
    assert lines[3].endswith("are not as they were written: 4 payloads before, 1 after, 1 lost here")
    assert lines[4] == "  “palpate records recover” writes a new record with what is intact."


def test_verify_ends_well_where_nothing_is_damaged(data: Path) -> None:
    assert run("verify", data / "records" / "a_whole.mcap", data / "records" / "b_cut.mcap").exit_code == 0
    assert run("verify", "--data", data / "none").exit_code == 0


def test_verify_prints_a_document(data: Path) -> None:
    document = json.loads(run("verify", "--data", data, "--json").output)
    jsonschema.validate(document, json.loads((SCHEMAS / "palpate.checks-1.json").read_text("utf-8")))
    assert [each["state"] for each in document["records"]] == ["whole", "cut", "damaged"]


def test_recover_writes_a_record_beside_that_can_be_read(data: Path) -> None:
    file = data / "records" / "c_damaged.mcap"
    result = run("recover", file)
    assert result.exit_code == 0, text(result)
    assert result.output.startswith("The record was recovered: 5 payloads kept, 1 lost.\nRecord: ")
    assert len(read_record(file.with_stem("c_damaged_recovered")).payloads) == 5
    assert "exists already" in text(run("recover", file))


def test_recover_of_a_whole_record_is_one_sentence(data: Path) -> None:
    assert text(run("recover", data / "records" / "a_whole.mcap")).endswith("there is nothing to recover")


def test_copy_copies_all_and_tells_which_are_not_whole(data: Path, tmp_path: Path) -> None:
    result = run("copy", "--data", data, "--to", tmp_path / "stick")
    assert result.exit_code == 0, text(result)
    assert sorted(path.name for path in (tmp_path / "stick").iterdir()) == [
        "a_whole.mcap",
        "b_cut.mcap",
        "c_damaged.mcap",
    ]
    assert [line.split("  ")[1] for line in result.stdout.splitlines()] == [
        "a_whole.mcap",
        "b_cut.mcap",
        "c_damaged.mcap",
    ]
    assert [line.split(": ")[1:3] for line in result.stderr.splitlines()] == [
        ["b_cut.mcap", "cut"],
        ["c_damaged.mcap", "damaged"],
    ]


def test_prune_lists_and_deletes_nothing_by_itself(data: Path) -> None:
    result = run("prune", "--data", data, "--keep-days", "1")
    assert result.exit_code == 0, text(result)
    assert "2 may go; nothing was deleted." in result.output
    assert "c_damaged.mcap: kept, as its age is not known" in result.output
    assert len(list((data / "records").iterdir())) == 3


def test_prune_deletes_what_it_listed_and_keeps_what_is_not_certain(data: Path) -> None:
    (data / "retention.toml").write_text("keep_days = 1\n", encoding="utf-8")
    document = json.loads(run("prune", "--data", data, "--delete", "--json").output)
    jsonschema.validate(document, json.loads((SCHEMAS / "palpate.prune-1.json").read_text("utf-8")))
    assert [each["deleted"] for each in document["records"]] == [True, True, False]
    assert [path.name for path in (data / "records").iterdir()] == ["c_damaged.mcap"]


def test_prune_without_a_rule_says_how_to_give_one(data: Path) -> None:
    assert "give --keep-days" in text(run("prune", "--data", data, "--delete"))
    assert len(list((data / "records").iterdir())) == 3
