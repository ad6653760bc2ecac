"""Simulated data say so wherever they are stored, shown or exported; measured data never do."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from palpate.cli import run
from protocol.layout import Feature, Layout
from protocol.link import Channel, Payload
from session.from_record import scenario_from
from session.playback import Recorded, read_record
from session.record import Recorder
from session.truth import markers, sentence
from simulator.happenings.every import Marker
from simulator.happenings.frames import FrameLoss
from simulator.happenings.people import PatientStop

SILENT = """
text = "A press and a silence."
simulated_s = 8
[[presses]]
at_s = 1
force_n = 10
for_s = 3
[[happenings]]
kind = "silence"
at_s = 5
for_s = 1
"""


@pytest.fixture
def made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A record of the simulator."""
    (tmp_path / "silent.toml").write_text(SILENT, encoding="utf-8")
    path = tmp_path / "made.mcap"
    assert run(["simulate", str(tmp_path / "silent.toml"), "--out", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["analysis"]["simulated"] is True
    return path


@pytest.fixture
def measured(made: Path) -> Path:
    """The same bytes as if a real tool had sent them."""
    return copied(read_record(made), made.with_name("measured.mcap"), simulated=False)


def copied(recorded: Recorded, path: Path, *, simulated: bool) -> Path:
    header = recorded.header.model_copy(update={"simulated": simulated})
    with Recorder(path, header) as recorder:
        for payload in recorded.payloads:
            if simulated or payload.channel is not Channel.TRUTH:
                data = payload.data if simulated or payload.channel is not Channel.LAYOUT else measuring(payload.data)
                recorder.append(Payload(payload.channel, payload.arrival_s + header.started_loop_s, data))
    return path


def measuring(layout: bytes) -> bytes:
    """The layout of a tool that does not say that it is simulated."""
    known = Layout.from_bytes(layout)
    return bytes(replace(known, features=known.features & ~Feature.SIMULATED))


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(list(arguments)) == 0
    out, err = capsys.readouterr()
    return out + err


@pytest.mark.parametrize(
    ("command", "mark"),
    [
        (("analyze",), "(simulated)"),
        (("analyze", "--json"), '"simulated":true'),
        (("records", "show"), "SIMULATED"),
        (("records", "show", "--json"), '"simulated":true'),
        (("replay", "--headless", "--speed", "max"), "(simulated)"),
        (("replay", "--headless", "--speed", "max"), "simulated on purpose at 5.0 s: silence (for_s 1)"),
    ],
    ids=" ".join,
)
def test_every_place_that_shows_a_record_marks_simulated_data_and_no_others(
    made: Path, measured: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...], mark: str
) -> None:
    assert mark in printed(capsys, *command, str(made))
    assert mark not in printed(capsys, *command, str(measured))


def test_the_record_itself_is_marked_and_knows_what_happened(made: Path, measured: Path) -> None:
    assert read_record(made).header.simulated
    assert [sentence(marker) for marker in markers(read_record(made))] == ["5.0 s: silence (for_s 1)"]
    assert not read_record(measured).header.simulated
    assert markers(read_record(measured)) == ()


def test_the_list_of_records_marks_it(made: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "data" / "records").mkdir(parents=True)
    copied(read_record(made), tmp_path / "data" / "records" / "a.mcap", simulated=True)
    assert " sim" in printed(capsys, "records", "list", "--data", str(tmp_path / "data"))


def test_a_marker_of_a_later_version_is_left_out(made: Path) -> None:
    recorded = read_record(made)
    later = Payload(Channel.TRUTH, 9.0, b'{"world_s": 3, "happening": {"kind": "earthquake"}}')
    assert len(markers(recorded._replace(payloads=(*recorded.payloads, later)))) == 1


def test_a_sentence_says_each_value() -> None:
    loss = Marker(world_s=1.25, happening=FrameLoss(at_s=1, count=3, share=0.5))
    assert sentence(loss) == "1.2 s: frame loss (count 3, share 0.5)"
    assert sentence(Marker(world_s=2, happening=PatientStop(at_s=2))) == "2.0 s: patient stop (for_s 0.5)"


def test_a_scenario_is_made_of_a_record_by_command(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "again.toml"
    assert f"Scenario: {out}" in printed(capsys, "simulate", "--from", str(made), "-o", str(out))
    assert printed(capsys, "simulate", "--from", str(made)) == out.read_text(encoding="utf-8")
    assert scenario_from(read_record(made), "again").curve
    again = tmp_path / "again.mcap"
    assert "in the model" in printed(capsys, "simulate", str(out), "--out", str(again))
    assert read_record(again).header.scenario == "again"


@pytest.mark.parametrize(
    ("out", "says"),
    [
        ("a.yaml", "ends in .toml: write"),
        ("made.toml", "written: File exists"),
        ("no/a.toml", "No such file"),
    ],
)
def test_a_scenario_that_cannot_be_written_is_one_line(
    made: Path, capsys: pytest.CaptureFixture[str], out: str, says: str
) -> None:
    made.with_suffix(".toml").write_text("", encoding="utf-8")
    assert run(["simulate", "--from", str(made), "-o", str(made.parent / out)]) == 2
    said = capsys.readouterr().err
    assert says in said
    assert said.count("\n") == 1
