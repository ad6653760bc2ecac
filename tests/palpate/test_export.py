from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rich.console import Console

from palpate.cli import BAD_INPUT, run
from palpate.export import export
from palpate.records import records
from palpate.stages import stages
from tests.clinic.export.story import write


def called(*arguments: str | Path) -> Result:
    return CliRunner().invoke(export, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("records") / "story.mcap")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where nothing else is."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("to", "name"),
    [
        ("csv", "story.csv"), ("parquet", "story.parquet"), ("json", "story.json"), ("edf", "story.edf"),
        ("fhir", "story.fhir.json"), ("mcap", "story.viewer.mcap"),
    ],
)  # fmt: skip
def test_each_format_is_one_command_and_says_where_it_wrote(record: Path, here: Path, to: str, name: str) -> None:
    result = called(record, "--to", to)
    assert (result.exit_code, result.stdout) == (0, f"{name}\n")
    assert [path.name for path in here.iterdir()] == [name]


def test_a_name_says_format_and_place(record: Path, here: Path) -> None:
    assert called(record, "-o", here / "new" / "mine.edf").exit_code == 0
    assert (here / "new" / "mine.edf").read_bytes()[:1] == b"0"


def test_several_records_go_into_a_folder_with_their_tables(record: Path, here: Path) -> None:
    other = write(here / "other.mcap")
    result = called(record, other, "--to", "csv", "--what", "holds", "-o", here / "out")
    assert result.exit_code == 0
    assert sorted(path.name for path in (here / "out").iterdir()) == ["other.holds.csv", "story.holds.csv"]


def test_each_record_has_five_stages(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = list[str]()
    counts = list[int]()

    @contextmanager
    def counting(count: int) -> Iterator[Callable[[str], None]]:
        counts.append(count)
        yield told.append

    monkeypatch.setattr("palpate.export.stages", counting)
    assert called(record, "--to", "csv").exit_code == 0
    assert told == [
        f"story.mcap: {stage}"
        for stage in ("reading", "decoding", "measuring", "looking for what happened", "writing csv")
    ]
    assert counts == [len(told)]


def test_under_records_it_is_the_same_command() -> None:
    assert records.commands["export"] is export


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        ([], "say the format with --to: csv, parquet, json, edf, fhir, mcap"),
        (["-o", "a.txt"], "say the format with --to"),
        (["--to", "csv", "-o", "a.edf"], "a.edf is a name for edf, and --to says csv: make them agree"),
        (["--to", "edf", "--what", "holds"], "--what is for csv and parquet: edf holds everything"),
        (["--to", "fhir", "--subject", "Anna Smith"], "“Anna Smith” is no pseudonym: give one like K7QF-3M2P"),
    ],
)
def test_what_does_not_fit_together_is_one_sentence(
    record: Path, arguments: list[str], text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", str(record), *arguments]) == BAD_INPUT
    assert text in capsys.readouterr().err


def test_a_file_that_cannot_be_exported_is_named(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "broken.mcap").write_bytes(b"nothing of the kind")
    assert run(["export", "broken.mcap", "--to", "csv"]) == BAD_INPUT
    assert "palpate: broken.mcap: this is no record (no MCAP file)" in capsys.readouterr().err
    assert [path.name for path in here.iterdir()] == ["broken.mcap"]


def test_a_pseudonym_is_whom_it_is_about(record: Path, here: Path) -> None:
    assert called(record, "--to", "fhir", "--subject", "K7QF-3M2P").exit_code == 0
    assert "K7QF-3M2P" in (here / "story.fhir.json").read_text()


def shown(count: int, terminal: bool) -> str:
    console = Console(file=StringIO(), force_terminal=terminal, width=80)
    with stages(count, console) as tell:
        for number in range(count):
            tell(f"part {number} of [it]")
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def test_a_terminal_shows_which_stage_it_is_and_clears_it_away() -> None:
    text = shown(2, terminal=True)
    assert "part 1 of [it]" in text
    assert text.endswith("\x1b[2K")


def test_where_there_is_no_terminal_nothing_is_shown() -> None:
    assert shown(2, terminal=False) == ""
