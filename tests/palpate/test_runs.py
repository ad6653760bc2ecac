"""Whole runs of the simulator from the command line: what is printed, and what is the same every time."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from palpate.cli import run
from session.documents import schema_text
from session.playback import read_record
from session.published import PUBLISHED
from tests.published import validate

SCHEMAS = Path(__file__).parents[2] / "docs" / "schemas"


class Prompt:
    """Runs commands and reads the one document that they print."""

    def __init__(self, capsys: pytest.CaptureFixture[str], folder: Path) -> None:
        self._capsys, self._folder = capsys, folder
        self.records = 0

    def document(self, *arguments: str) -> Any:
        assert run([*arguments, "--json"]) == 0
        lines = self._capsys.readouterr().out.splitlines()
        assert len(lines) == 1
        document = json.loads(lines[0], parse_constant=lambda name: pytest.fail(f"{name} in JSON"))
        name = document["schema"].replace("/", "-")
        validate(document, (SCHEMAS / f"{name}.json").read_text("utf-8"))
        return document

    def simulated(self, scenario: str, *arguments: str) -> Any:
        self.records += 1
        out = self._folder / f"{self.records}.mcap"
        return self.document("simulate", scenario, "--out", str(out), *arguments)


@pytest.fixture
def prompt(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Prompt:
    return Prompt(capsys, tmp_path)


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_schema_is_published_as_it_is(name: str) -> None:
    assert (SCHEMAS / name).read_text("utf-8") == schema_text(PUBLISHED[name])


def test_a_scripted_scenario_gives_the_same_bytes_at_any_speed(prompt: Prompt) -> None:
    first = prompt.simulated("late-data", "--seed", "3")
    again = prompt.simulated("late-data", "--seed", "3")
    slower = prompt.simulated("late-data", "--seed", "3", "--speed", "50")
    other = prompt.simulated("late-data", "--seed", "4")
    assert first["payload_sha256"] == again["payload_sha256"] == slower["payload_sha256"]
    assert other["payload_sha256"] != first["payload_sha256"]
    assert first["truth"] == again["truth"] == slower["truth"]
    assert first["analysis"]["holds"] == again["analysis"]["holds"]


def test_a_connection_that_takes_longer_changes_no_byte(prompt: Prompt) -> None:
    straight = prompt.simulated("untouched")
    over_air = prompt.simulated("untouched", "--link", "ble")
    slowly = prompt.simulated("untouched", "--link", "ble", "--speed", "30")
    assert straight["payload_sha256"] == over_air["payload_sha256"] == slowly["payload_sha256"]


def test_a_run_knows_the_truth_and_does_not_copy_it(prompt: Prompt) -> None:
    run_ = prompt.simulated("scripted")
    dose, truth = run_["analysis"]["totals"]["dose_kpa_s"], run_["truth"]["dose_kpa_s"]
    assert dose == pytest.approx(truth, rel=0.005)
    assert dose != truth
    assert (run_["truth"]["holds"], run_["analysis"]["totals"]["holds"], run_["lost_samples"]) == (3, 3, 0)
    assert run_["analysis"]["simulated"] is True


def test_lost_frames_are_counted_and_the_dose_keeps_its_bounds(prompt: Prompt) -> None:
    run_ = prompt.simulated("lossy")
    assert 400 < run_["lost_samples"] < 800
    assert run_["samples"] + run_["lost_samples"] == pytest.approx(6000, abs=8)
    low = sum(hold["dose_low_kpa_s"] for hold in run_["analysis"]["holds"])
    high = sum(hold["dose_high_kpa_s"] for hold in run_["analysis"]["holds"])
    assert low < run_["truth"]["dose_kpa_s"] < high


@pytest.fixture
def stopped(tmp_path: Path) -> str:
    """A scenario in which the patient presses stop in the first hold of a treatment, and who treats lets go."""
    file = tmp_path / "stopped.toml"
    stop = '[[happenings]]\nkind = "patient stop"\nat_s = 10\n'
    file.write_text(f'text = "Stopped."\nplan = "demonstration"\nsimulated_s = 16\n{stop}', "utf-8")
    return str(file)


def test_a_hand_that_follows_gives_the_same_bytes_each_time(prompt: Prompt, stopped: str) -> None:
    first, again, other = (prompt.simulated(stopped, "--seed", seed) for seed in ("7", "7", "8"))
    assert first["payload_sha256"] == again["payload_sha256"] != other["payload_sha256"]
    assert first["truth"] == again["truth"]


DEMO = ("demo", "--headless", "--speed", "max", "--seed", "7")


@pytest.mark.long
def test_the_demonstration_is_the_same_each_time(prompt: Prompt, tmp_path: Path) -> None:
    first, again = (prompt.document(*DEMO, "--data", str(tmp_path / name)) for name in "ab")
    assert first["payload_sha256"] == again["payload_sha256"]


def test_the_demonstration_is_near_the_truth(prompt: Prompt, tmp_path: Path) -> None:
    first = prompt.document(*DEMO, "--data", str(tmp_path / "a"))
    assert (first["lost_samples"], first["truth"]["holds"]) == (0, 3)
    assert first["simulated_s"] <= 240
    dose, truth = first["analysis"]["totals"]["dose_kpa_s"], first["truth"]["dose_kpa_s"]
    assert dose == pytest.approx(truth, rel=0.005)
    assert dose != truth
    assert read_record(Path(first["record"])).whole
    (listed,) = prompt.document("records", "list", "--data", str(tmp_path / "a"))["records"]
    assert (listed["file"], listed["simulated"], listed["plan"]) == (first["record"], True, "demonstration")
    (shown,) = prompt.document("records", "show", first["record"])["records"]
    assert shown == listed


def test_scenarios_are_listed(prompt: Prompt) -> None:
    scenarios = prompt.document("simulate", "--list")["scenarios"]
    assert {"treatment", "scripted", "patient-stop", "silence"} <= {each["name"] for each in scenarios}


def test_a_record_is_analysed_and_replayed(prompt: Prompt, capsys: pytest.CaptureFixture[str], stopped: str) -> None:
    made = prompt.simulated(stopped, "--seed", "2")
    (analysed,) = prompt.document("analyze", made["record"])["files"]
    assert analysed == made["analysis"]
    assert run(["replay", made["record"], "--headless", "--speed", "max"]) == 0
    out, err = capsys.readouterr()
    assert "STOP – the patient pressed stop" in err
    assert "1 hold in" in out
    assert run(["records", "show", made["record"]]) == 0
    assert "SIMULATED" in capsys.readouterr().out


def test_a_record_without_a_plan_is_shown_and_nobody_is_guided(
    prompt: Prompt, capsys: pytest.CaptureFixture[str]
) -> None:
    made = prompt.simulated("untouched")
    assert run(["replay", made["record"], "--headless", "--speed", "max"]) == 0
    out, err = capsys.readouterr()
    assert "without a plan" in err
    assert "no holds" in out


@pytest.mark.skipif(sys.platform == "win32", reason="there are no signals for one process")
@pytest.mark.parametrize(
    ("number", "background"),
    [
        pytest.param(signal.SIGINT, False, id="Ctrl-C"),
        pytest.param(signal.SIGTERM, False, id="terminated"),
        pytest.param(signal.SIGTERM, True, id="terminated in the background of a script"),
    ],
)
def test_an_interrupted_run_says_so_and_leaves_a_whole_record(
    tmp_path: Path, number: signal.Signals, background: bool
) -> None:
    demo = [sys.executable, "-m", "palpate", "demo", "--headless", "--speed", "20", "--data", str(tmp_path)]
    command = ["sh", "-c", 'trap "" INT; exec "$@"', "sh", *demo] if background else demo
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        said = next((line for line in process.stderr if "press" in line), "")
        assert said
        if background:
            process.send_signal(signal.SIGINT)
            assert next((line for line in process.stderr if "hold" in line), ""), "it went on"
        process.send_signal(number)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert out == ""
    assert err.splitlines()[-1] == "palpate: interrupted"
    assert "Traceback" not in err
    (record,) = (tmp_path / "records").iterdir()
    assert read_record(record).whole
