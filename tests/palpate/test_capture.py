"""Captures of our own runs, read by ourselves and by a reader that is not ours."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from bumble import hci
from bumble.apps.show import SnoopPacketReader

from palpate.cli import run
from tests.palpate.serving import PALPATE, serving


@pytest.mark.long
def test_a_served_tools_capture_names_what_was_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "tool.btsnoop"
    with serving("--btsnoop", str(file)) as served:
        tests = [
            "-m",
            "pytest",
            "tests/device/test_any_tool.py",
            "-m",
            "radio",
            "--tool",
            f"ble:{served.ready['serial']}",
        ]
        subprocess.run(
            [PALPATE[0], *tests, "-k", "without_a_gap", "-p", "no:cacheprovider", "-q"],
            env=served.environment,
            cwd=Path(__file__).parents[2],
            check=True,
            capture_output=True,
            timeout=100,
        )
    assert run(["capture", str(file)]) == 0
    lines = capsys.readouterr().out.splitlines()
    story = [line.split(maxsplit=2)[1:] for line in lines]
    told = [text for _, text in story]
    assert told[0].startswith("connection")
    assert told[-1].startswith("connection")
    order = [told.index(next(text for text in told if text.startswith(start))) for start in IN_ORDER]
    assert order == sorted(order)
    slots = [text.rsplit(" slots ")[1].split(" ")[0] for text in told if text.startswith("SAMPLES notified: stream")]
    assert slots[:2] == ["0–3", "4–7"]
    assert independent(file) > len(lines)


IN_ORDER = [
    "connection",
    "CONTROL subscribed",
    "EVENTS subscribed",
    "SAMPLES subscribed",
    "LAYOUT read: serial SIM-0001",
    "STATUS read: boot 1",
    "BATTERY read: 87 %",
    "CONTROL written: START",
    "CONTROL indicated: START echo 1 OK",
    "SAMPLES notified: stream 1 slots 0–3",
    "CONTROL written: STOP",
]


def independent(file: Path) -> int:
    """Read every packet with bumble's reader and parser; how many there are."""
    count = 0
    with file.open("rb") as source:
        reader = SnoopPacketReader(source)  # type: ignore[no-untyped-call]  # bumble's
        while (found := reader.next_packet())[2] is not None:  # type: ignore[no-untyped-call]  # bumble's
            assert bytes(hci.HCI_Packet.from_bytes(found[2])) == found[2]
            count += 1
    return count


def test_a_simulated_runs_capture_has_the_runs_own_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, out = tmp_path / "run.btsnoop", tmp_path / "run.mcap"
    assert run(["simulate", "untouched", "--btsnoop", str(file), "--out", str(out)]) == 0
    capsys.readouterr()
    assert run(["capture", str(file)]) == 0
    lines = capsys.readouterr().out.splitlines()
    frames_s = [float(line.split()[0]) for line in lines if "SAMPLES notified: stream 1 slots" in line]
    assert len(frames_s) > 600
    assert frames_s[-1] - frames_s[0] == pytest.approx(0.04 * (len(frames_s) - 1), abs=0.1)
    assert independent(file) > len(lines)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["simulate", "untouched", "--link", "straight", "--btsnoop", "a"], "a straight link has no radio to capture"),
        (["simulate", "untouched", "--btsnoop", "none/a", "--out", "a.mcap"], "the capture cannot be written"),
        (["serve", "--transport", "tcp-server:0", "--btsnoop", "none/a"], "the capture cannot be written"),
    ],
)
def test_a_capture_that_cannot_be_is_one_line(
    arguments: list[str], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(arguments) == 2
    err = capsys.readouterr().err
    assert says in err
    assert len(err.splitlines()) == 1


def test_a_capture_of_nothing_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "empty"
    empty.write_bytes(b"btsnoop\0\0\0\0\1\0\0\x03\xea")
    assert run(["capture", str(empty)]) == 0
    assert "nobody said anything" in capsys.readouterr().err


def test_what_is_no_capture_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "other.json"
    other.write_text(json.dumps({}))
    assert run(["capture", str(other)]) == 2
    assert "this is no btsnoop file" in capsys.readouterr().err
