from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from clinic.library import library
from palpate.cli import run
from palpate.knowledge import knowledge

OWN = """
[clinic]
name = "Practice at the river"
version = "2026-11"

[tighten.limits.site-force-neck]
value = 20
reason = "Our oldest clients"

[factors.cold]
name = "Cold"
question = "Do you work in the cold?"
source = ["own-clinic"]
confidence = "assumed"
"""


@pytest.fixture
def own(tmp_path: Path) -> str:
    path = tmp_path / "clinic.toml"
    path.write_text(OWN, encoding="utf-8")
    return str(path)


def said(*arguments: str) -> str:
    result = CliRunner().invoke(knowledge, arguments, env={"COLUMNS": "100"})
    assert result.exit_code == 0, result.output
    return result.stdout


def test_a_kind_is_listed_and_nothing_else() -> None:
    lines = said("list", "presets").splitlines()
    assert [line.split()[1] for line in lines if line.startswith(" presets")] == list(library().presets)
    assert len(lines) == len(library().presets) + 4


def test_everything_is_listed() -> None:
    shown = {line.split()[1] for line in said("list").splitlines() if len(line.split()) > 2}
    assert {entry.id for _, entry in library().entries()} <= shown


def test_an_entry_is_shown_with_its_sources() -> None:
    lines = said("show", "threshold-long").splitlines()
    assert "kind             presets" in lines
    assert "confidence       moderate" in lines
    assert "target           of threshold, share 1" in lines
    assert "source           Hou CR et al. Arch Phys Med Rehabil 2002;83:1406 – abstract" in lines


def test_a_source_is_shown_too() -> None:
    assert "PMC9434898" in said("show", "lu-2022")


def test_an_entry_is_one_document_of_json() -> None:
    told = json.loads(said("show", "rest", "--json"))
    (entry,) = told["entries"]
    assert (told["schema"], entry["kind"], entry["entry"]["value"]) == ("palpate.knowledge/1", "limits", 30.0)


def test_a_list_of_json_has_only_the_kind_that_was_asked_for(own: str) -> None:
    told = json.loads(said("list", "factors", "--own", own, "--json"))
    assert {entry["kind"] for entry in told["entries"]} == {"factors"}
    assert told["entries"][-1]["id"] == "cold"
    assert told["clinic"] == "Practice at the river, 2026-11"


def test_a_clinic_s_file_is_checked(own: str) -> None:
    assert said("check", own).splitlines() == [
        "Practice at the river, 2026-11: 1 entries added, 1 values made stricter",
        "  site-force-neck: value 30 → 20 (Our oldest clients)",
    ]
    told = json.loads(said("check", own, "--json"))
    assert [entry["id"] for entry in told["entries"]] == ["cold", "own-clinic"]
    assert [each["after"] for each in told["tightened"]] == ["20"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["list", "nothing"], "there is no kind “nothing”; there are: limits, "),
        (["show", "nothing"], "there is no entry “nothing”: palpate knowledge list shows all"),
        (["check", "none.toml"], "none.toml: it cannot be read"),
        ([], "say what to do: check, list, show"),
    ],
)
def test_wrong_use_is_one_line(arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["knowledge", *arguments]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert says in line


def test_a_file_that_loosens_a_limit_is_refused(own: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path(own).write_text(OWN.replace("value = 20", "value = 40"), encoding="utf-8")
    assert run(["knowledge", "check", own]) == 2
    assert "40 N would loosen the limit of 30 N" in capsys.readouterr().err
