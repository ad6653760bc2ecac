"""`palpate tool` with the simulated tool in this process, and the tools that are known."""

from __future__ import annotations

from pathlib import Path

import pytest

from palpate import options
from palpate.cli import BAD_INPUT, run
from session.known_tools import remember


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test may know the tools of whoever runs it."""
    place = tmp_path / "known_tools.json"
    monkeypatch.setattr(options, "known_tools_file", lambda: place)
    return place


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ("show", ["tool         SIM-0001", "calibration  1 of 2026-09-01, due 2027-09-01, ±0.5 %", "wide  4 cm²"]),
        ("identify", ["The tool shows itself now."]),
        ("settings", ["power-off-minutes    10", "brightness-percent   60"]),
        ("set vibration-percent 20", ["vibration-percent is 20 now."]),
        ("off", ["The tool switches itself off."]),
    ],
)
def test_each_command_does_what_it_says(
    arguments: str, says: list[str], capsys: pytest.CaptureFixture[str], file: Path
) -> None:
    assert run(["tool", *arguments.split(), "--tool", "sim:untouched"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    for text in says:
        assert text in out
    assert not file.exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ("set loudness 3", "'loudness' is not one of"),
        ("set vibration-percent -1", "-1"),
        ("show --tool sim:progressor", "an instrument of another make is only read"),
        ("show --tool sim:nothing", "there is no scenario “nothing”"),
        ("forget PT-9", "PT-9 is no known tool"),
    ],
)
def test_what_cannot_be_done_is_one_line(arguments: str, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["tool", *arguments.split()]) == BAD_INPUT
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert says in err


def test_known_tools_are_listed_and_forgotten(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["tool", "known"]) == 0
    remember(file, "PT-1")
    assert run(["tool", "known"]) == 0
    assert run(["tool", "forget", "PT-1"]) == 0
    assert run(["tool", "known"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == lines[3] == "No tool was used before."
    assert lines[1].startswith("PT-1 ")
    assert lines[2] == "PT-1 is not known any more."
