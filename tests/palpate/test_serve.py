"""A simulated tool in one process, the program in another."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from palpate.cli import run
from palpate.ready import ServeDocument
from session.documents import schema_text
from session.offline.measure import analyse_record
from session.playback import read_record
from tests.palpate.serving import PALPATE, serving

SCHEMA = Path(__file__).parents[2] / "docs" / "schemas" / "palpate.serve-1.json"

SHORT = {
    "name": "short",
    "text": "One hold of 4 s.",
    "source": "a test",
    "confidence": "none",
    "target_n": 20.0,
    "band_percent": 30.0,
    "hold_s": 4.0,
    "repetitions": 1,
    "rest_s": 0.0,
    "cap": {"force_n": 40.0, "reasons": ["a test"]},
}


def test_the_schema_is_published_as_it_is() -> None:
    assert SCHEMA.read_text("utf-8") == schema_text(ServeDocument)


def test_a_served_tool_is_found_by_another_process() -> None:
    with serving() as served:
        jsonschema.validate(served.ready, json.loads(SCHEMA.read_text("utf-8")))
        scan = [*PALPATE, "scan", "--for", "1", "--json"]
        heard = subprocess.run(scan, env=served.environment, capture_output=True, text=True, timeout=60, check=True)
    (tool,) = json.loads(heard.stdout)["tools"]
    assert (tool["serial"], tool["rssi_dbm"], tool["battery_percent"]) == (served.ready["serial"], -50, 87)


def test_a_whole_treatment_runs_between_two_processes(tmp_path: Path) -> None:
    plan = tmp_path / "short.json"
    plan.write_text(json.dumps(SHORT))
    treat = [*PALPATE, "treat", "--headless", "--plan", str(plan), "--data", str(tmp_path)]
    with (
        serving() as served,
        subprocess.Popen(
            treat,
            env=served.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            text=True,
        ) as program,
    ):
        assert program.stderr is not None
        said = next(
            (line for line in program.stderr if "press" in line.lower() and "press no person" not in line), None
        )
        assert said is not None
        (pressed,) = served.ask({"id": 1, "do": "press", "force_n": 20, "for_s": 9})
        assert pressed["ok"]
        out, err = program.communicate(timeout=90)
        (truth,) = served.ask({"do": "truth"})
    assert program.returncode == 0, err
    assert "All holds are done" in out
    (record,) = (tmp_path / "records").iterdir()
    header = read_record(record).header
    assert header.simulated
    measured = analyse_record(record)
    assert len(measured.holds) == truth["holds"] == 1
    assert measured.signal.lost_samples == 0
    assert measured.totals.dose_kpa_s == pytest.approx(truth["dose_kpa_s"], rel=0.01)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no signals for one process")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_served_tool_ends_with_a_signal_and_leaves_nothing_behind(number: signal.Signals) -> None:
    with serving() as served:
        host, port = served.ready["transport"].split(":", 1)[1].rsplit(":", 1)
        with socket.create_connection((host, int(port)), timeout=10):
            served.process.send_signal(number)
            out, err = served.process.communicate(timeout=60)
        assert served.process.returncode == 130
        assert (out, err.strip()) == ("", "palpate: interrupted")
        with pytest.raises(OSError, match=r"refused|reset"):
            socket.create_connection((host, int(port)), timeout=10)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no signals for one process")
def test_a_tool_in_the_background_of_a_script_ends_with_sigterm_although_it_ignores_ctrl_c() -> None:
    with serving(before=("sh", "-c", 'trap "" INT; exec "$@"', "sh")) as served:
        served.process.terminate()
        assert served.process.wait(60) == 130


def test_a_person_reads_one_line_that_says_where_it_is() -> None:
    command = [*PALPATE, "serve", "--transport", "tcp-server:0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        process.terminate()
        process.communicate(timeout=60)
    assert line.startswith("READY tcp-server:127.0.0.1:")
    assert line.endswith(" serial SIM-0001\n")


def test_standard_input_and_output_until_they_end() -> None:
    asked = '{"id":1,"do":"connect"}\n{"id":2,"do":"write","hex":"010100000000"}\n{"id":3,"do":"advance","s":2}\n'
    command = [*PALPATE, "serve", "scripted", "--stdio", "--seed", "3"]
    done = [
        subprocess.run(command, input=asked, capture_output=True, text=True, timeout=60, check=True) for _ in range(2)
    ]
    assert done[0].stdout == done[1].stdout
    lines = [json.loads(line) for line in done[0].stdout.splitlines()]
    assert [line["id"] for line in lines if "ok" in line] == [1, 2, 3]
    assert sum(line.get("channel") == "SAMPLES" for line in lines) == 25


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["none"], 2, "there is no scenario “none”"),
        (["--stdio", "--control", "127.0.0.1:0"], 2, "--stdio has no Bluetooth to capture"),
        (["--transport", "radio:0"], 3, "“radio:0” names no Bluetooth transport: begin with one of tcp-server"),
        (["--transport", "tcp-server:127.0.0.1:99999"], 3, "is no HOST:PORT"),
        (["--transport", "tcp-client:127.0.0.1:1"], 3, "tcp-client:127.0.0.1:1 does not open"),
        (["--transport", "vhci:/dev/nosuch"], 3, "vhci:/dev/nosuch does not open"),
        (["--transport", "tcp-server:0", "--control", "0.0.0.0:0"], 3, "control is for 127.0.0.1 only"),
    ],
)
def test_what_cannot_be_served_is_one_line(
    arguments: list[str], code: int, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["serve", *arguments]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert says in err


def test_a_port_that_is_taken_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        place = f"tcp-server:127.0.0.1:{taken.getsockname()[1]}"
        assert run(["serve", "--transport", place]) == 3
    assert "choose another port" in capsys.readouterr().err


def test_nobody_at_the_transport_is_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PALPATE_HCI", "tcp-client:127.0.0.1:1")
    assert run(["scan", "--for", "1"]) == 3
    assert "tcp-client:127.0.0.1:1 does not open" in capsys.readouterr().err
