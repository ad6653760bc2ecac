"""The entry in the menu of the desktop."""

from __future__ import annotations

import configparser
import shlex
import sys
from pathlib import Path

import pytest

from palpate.cli import run
from palpate.desktop import entry


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    return tmp_path


def read(text: str) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # keys have capitals
    parser.read_string(text)
    return parser


def test_the_entry_opens_the_tour_the_first_time_and_offers_a_treatment_to_watch(home: Path) -> None:
    assert run(["desktop", "install"]) == 0
    found = read((home / "applications" / "palpate.desktop").read_text())
    main = found["Desktop Entry"]
    assert (main["Type"], main["Name"], main["Icon"], main["Terminal"]) == (
        "Application",
        "Palpate",
        "palpate",
        "false",
    )
    assert shlex.split(main["Exec"]) == [sys.executable, "-m", "palpate", "tour", "--once"]
    assert shlex.split(found["Desktop Action watch"]["Exec"])[-1] == "demo"
    assert [f"Desktop Action {name}" in found for name in main["Actions"].rstrip(";").split(";")] == [True, True]
    assert (home / "icons/hicolor/scalable/apps/palpate.svg").read_text().startswith("<svg")


def test_removing_it_leaves_nothing(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["desktop", "install"])
    assert run(["desktop", "remove"]) == 0
    assert [path for path in home.rglob("*") if path.is_file()] == []
    assert run(["desktop", "remove"]) == 0
    assert capsys.readouterr().out.endswith("It was not in the menu.\n")


@pytest.mark.parametrize("what", ["install", "remove"])
def test_another_programs_entry_is_left_alone(what: str, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = home / "applications" / "palpate.desktop"
    path.parent.mkdir()
    path.write_text("[Desktop Entry]\nName=Other\n")
    assert run(["desktop", what]) == 2
    assert "another program's" in capsys.readouterr().err
    assert path.read_text() == "[Desktop Entry]\nName=Other\n"


def test_elsewhere_than_on_linux_it_says_what_to_do(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert run(["desktop", "install"]) == 2
    assert "make a shortcut" in capsys.readouterr().err


def test_a_path_with_signs_that_mean_something_is_quoted_as_the_specification_wants() -> None:
    line = read(entry(['/home/a b/$x`y"z\\w%u/python']))["Desktop Entry"]["Exec"]
    assert line == r'"/home/a b/\\$x\\`y\\"z\\\\w%%u/python" tour --once'
