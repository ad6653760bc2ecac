"""Every way to use it wrong is one line and an exit code."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest

from palpate.cli import COMMANDS, run
from tests.session.tracks import payloads, write

BAD_INPUT, NOT_THERE = 2, 3


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a few files that cannot be used."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty.csv").write_bytes(b"")
    (tmp_path / "nounit.csv").write_text("time_s,force\n0,1\n1,2\n", encoding="utf-8")
    (tmp_path / "quote.csv").write_text('"time_s\n,force_n\n0,1\n', encoding="utf-8")
    (tmp_path / "folder").mkdir()
    write(tmp_path / "whole.mcap", payloads())
    (tmp_path / "cut.mcap").write_bytes((tmp_path / "whole.mcap").read_bytes()[:300])
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "say what to do: analyze"),
        (["nosuch"], "No such command 'nosuch'"),
        (["records"], "say what to do: copy, export, list, prune, recover, show, verify"),
        (["analyze"], "Missing argument"),
        (["analyze", "--nosuch", "x"], "No such option '--nosuch'"),
        (["analyze", "none.csv"], "none.csv: it cannot be opened: No such file"),
        (["analyze", "none.mcap"], "none.mcap: No such file"),
        (["analyze", "empty.csv"], "empty.csv: the file is empty"),
        (["analyze", "nounit.csv"], "give --unit"),
        (["analyze", "folder"], "folder: it cannot be opened: Is a directory"),
        (["analyze", "cut.mcap"], "cut.mcap: the record ends before its first payload"),
        (["analyze", "empty.csv", "--on", "much"], "'much' is not a number"),
        (["analyze", "empty.csv", "--unit", "stone"], "'stone' is no unit"),
        (["demo", "--headless", "--plan", "none"], "there is no preset “none”; there are: demonstration"),
        (["demo", "--headless", "--speed", "0"], "“0” is no speed"),
        (["simulate", "none"], "there is no scenario “none”: palpate simulate --list shows"),
        (["simulate", "--seed", "-1"], "-1 is not in the range"),
        (["simulate", "--speed", "fast"], "“fast” is no speed"),
        (["simulate", "--link", "wire"], "'wire' is not one of"),
        (["simulate", "untouched", "--out", "whole.mcap"], "whole.mcap exists already: choose another name"),
        (["simulate", "untouched", "--out", "a.rec"], "ends in .mcap: write a.mcap"),
        (["simulate", "untouched", "--out", f"{'a' * 300}.mcap"], "no record can be called so"),
        (["analyze", "quote.csv"], "no column has the time"),
        (["simulate", "untouched", "--out", "folder"], "is a directory"),
        (["simulate", "untouched", "--out", "empty.csv/a.mcap"], "choose another place"),
        (["simulate", "untouched", "--data", "empty.csv"], "is a file"),
        (["simulate", "untouched", "--data", "empty.csv/deeper"], "choose another place with --data"),
        (["demo", "--headless", "--data", "empty.csv/deeper"], "choose another place with --data"),
        (["replay", "none.mcap"], "none.mcap: No such file"),
        (["replay", "folder"], "folder: Is a directory"),
        (["replay", "cut.mcap"], "cut.mcap: the record ends before its first payload"),
        (["replay", "nounit.csv"], "nounit.csv: this is no record"),
        (["records", "show", "none.mcap"], "none.mcap: No such file"),
        (["records", "show", "folder"], "folder: Is a directory"),
        (["records", "show", "cut.mcap"], "cut.mcap: the record ends before its first payload"),
        (["scan", "--for", "0"], "0.1<=x<=600"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_use_and_bad_input_are_one_line(
    place: Path, capsys: pytest.CaptureFixture[str], arguments: list[str] | str, says: str
) -> None:
    before = sorted(place.rglob("*"))
    assert run(list(arguments)) == BAD_INPUT
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("palpate: ")
    assert err.count("\n") == 1
    assert says in err
    assert sorted(place.rglob("*")) == before


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system's Bluetooth cannot be hidden")
def test_without_bluetooth_a_scan_says_what_to_do(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/bus")
    assert run(["scan", "--for", "0.1"]) == NOT_THERE
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "Bluetooth is not available" in err


def test_a_fault_of_our_own_is_one_line_that_names_a_log(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("palpate.simulate.run_headless", lambda rehearsal: 1 // 0)
    assert run(["simulate", "untouched", "--data", str(tmp_path)]) == 70
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "internal fault (ZeroDivisionError" in err
    log = Path(err.split("details: ")[1].strip())
    assert "ZeroDivisionError" in log.read_text("utf-8")
    log.unlink()


@pytest.mark.parametrize(
    ("missing", "code", "said"),
    [
        ("PySide9", 2, "this needs PySide9, which is not installed here: only the simulator is installed"),
        ("gui.nowhere", 70, "internal fault (ModuleNotFoundError"),
    ],
)
def test_what_a_light_installation_leaves_out_is_named_in_one_line(
    missing: str,
    code: int,
    said: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """A module of our own that is not there is a fault of ours."""
    monkeypatch.setattr("palpate.simulate.run_headless", lambda rehearsal: importlib.import_module(missing))
    assert run(["simulate", "untouched", "--data", str(tmp_path)]) == code
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert said in err
    if "details: " in err:
        Path(err.split("details: ")[1].strip()).unlink()


def test_a_command_that_is_left_out_hides_no_other_from_the_help(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "half_there.py").write_text("import PySide9\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    for name in set(COMMANDS) - {"simulate"}:
        monkeypatch.delitem(COMMANDS, name)
    monkeypatch.setitem(COMMANDS, "draw", "half_there:draw")
    assert run(["--help"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert [line.split() for line in told if line.startswith("  draw")] == [
        ["draw", "(not", "installed", "here:", "needs", "PySide9)"]
    ]
    assert any(line.startswith("  simulate  Run a scenario") for line in told)
    assert run(["draw", "--red", "line"]) == BAD_INPUT
    assert "this needs PySide9, which is not installed here" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["", "analyze", "bench", "demo", "records", "replay", "scan", "simulate"])
def test_help_is_no_error_and_needs_neither_window_nor_radio(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*command.split(), "--help"]) == 0
    assert "Usage: palpate" in capsys.readouterr().out


def test_a_folder_without_records_is_no_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["records", "list", "--data", str(tmp_path)]) == 0
    assert "No records yet" in capsys.readouterr().out
