from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner, Result

from palpate.analyze import analyze
from tests.analysis.presses import block, press
from tests.published import validate

ROOT = Path(__file__).parents[2]
GIMBAL = ROOT.parent / "shared" / "data" / "gimbal"
HANDLE = ("--column", "Fx,Fy,Fz", "--unit", "lbf", "--rate", "50", "--on", "20", "--off", "10", "--json")
POUND_N = 4.4482216152605

pushes = pytest.mark.skipif(not GIMBAL.is_dir(), reason="the recordings of pushes on a handle are not here")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(analyze, [str(argument) for argument in arguments])


def documents(*arguments: str | Path) -> Any:
    result = run(*arguments)
    assert result.exit_code == 0, result.stderr
    document = json.loads(result.stdout)
    validate(document, (ROOT / "docs" / "schemas" / "palpate.analysis-1.json").read_text("utf-8"))
    return document


@pytest.fixture
def table(tmp_path: Path) -> Path:
    readings, path = block(press()), tmp_path / "press.csv"
    lines = [f"{time_s},{force_n}" for time_s, force_n in zip(readings.time_s, readings.force_n, strict=True)]
    path.write_text("\n".join(["time_s,force_n", *lines]), encoding="utf-8")
    return path


@pushes
def test_each_push_on_the_handle_is_one_hold_and_the_resting_hand_none() -> None:
    files = sorted(GIMBAL.glob("S*_CN_*.txt"))
    counts = {Path(file["file"]).stem: len(file["holds"]) for file in documents(*files, *HANDLE)["files"]}
    assert len(counts) == 90
    assert counts == {name: 0 if name.startswith("S9_CN_LCK") else 1 for name in counts}


@pushes
def test_the_pushes_sum_up_as_numpy_says() -> None:
    for file in documents(*sorted(GIMBAL.glob("S*_CN_*_T1.txt")), *HANDLE)["files"]:
        for hold in file["holds"]:
            impulse_n_s = trapezoid(Path(file["file"]), hold["start_s"], hold["end_s"])
            assert hold["impulse_n_s"] == pytest.approx(impulse_n_s, rel=1e-4)
            assert hold["mean_n"] == pytest.approx(impulse_n_s / (hold["end_s"] - hold["start_s"]), rel=1e-4)
        assert file["signal"]["notes"] == ["--unit lbf wins over [N] in the header"]


def trapezoid(path: Path, start_s: float, end_s: float) -> float:
    """Impulse of a recording between two times, by numpy alone."""
    with path.open(encoding="utf-8") as file:
        rows = [[float(cell) for cell in row[:3]] for row in list(csv.reader(file))[1:]]
    force_n = np.linalg.norm(np.array(rows), axis=1) * POUND_N
    inside = slice(round(start_s * 50), round(end_s * 50) + 1)
    return float(np.trapezoid(force_n[inside], dx=0.02))


@pushes
@pytest.mark.parametrize("chunk", ["1", "7", "1000"])
def test_the_bytes_do_not_depend_on_how_the_readings_come(chunk: str) -> None:
    files = sorted(GIMBAL.glob("S1_CN_*.txt"))
    assert run(*files, *HANDLE, "--chunk", chunk).stdout == run(*files, *HANDLE).stdout


def test_all_options_reach_the_measurement(table: Path) -> None:
    options = "--area 2 --target 40 --band 10 --on 50% --off 40% --zero first:0.5 --full-scale 90 --chunk 3 --json"
    (file,) = documents(table, *options.split())["files"]
    (hold,) = file["holds"]
    assert (hold["start_s"], hold["overshoot_percent"], hold["in_band_s"]) == (1.25, -25, 0)
    assert hold["mean_kpa"] == pytest.approx(5 * hold["mean_n"])
    assert documents(table, "--min-hold", "6", "--json")["files"][0]["holds"] == []
    assert documents(table, "--rate", "50", "--json")["files"][0]["signal"]["duration_s"] == 15.4


def test_a_bad_file_beside_a_good_one_is_named_and_counts_as_failure(table: Path, tmp_path: Path) -> None:
    result = run(table, tmp_path / "none.csv", "--json")
    assert result.exit_code == 2
    good, bad = json.loads(result.stdout)["files"]
    assert len(good["holds"]) == 1
    assert bad == {"file": str(tmp_path / "none.csv"), "error": "it cannot be opened: No such file or directory"}
    assert result.stderr == f"palpate: {tmp_path / 'none.csv'}: it cannot be opened: No such file or directory\n"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name of a file is text")
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_a_name_that_is_no_text_is_no_fault(table: Path, tmp_path: Path, form: list[str]) -> None:
    named = os.fsdecode(os.fsencode(tmp_path) + b"/press\xff.csv")
    table.rename(named)
    command = [sys.executable, "-m", "palpate", "analyze", named, *form]
    done = subprocess.run(command, capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")
    assert rb"press\udcff.csv" in done.stdout.replace(b"\n", b"")


def test_help_and_small_tables_do_without_arrow(table: Path) -> None:
    look = "import sys; from palpate.cli import run; run(sys.argv[1:]); sys.exit('pyarrow' in sys.modules)"
    for arguments in (["--help"], ["analyze", "--help"], ["analyze", str(table), "--json"]):
        done = subprocess.run([sys.executable, "-c", look, *arguments], capture_output=True, check=False, timeout=60)
        assert (done.returncode, done.stderr) == (0, b"")


def test_what_was_done_with_a_messy_table_is_said(table: Path) -> None:
    lines = table.read_text("utf-8").splitlines()
    messy = ["Device: X", "time;force", "s;N", *(line.replace(",", ";").replace(".", ",") for line in lines[1:])]
    messy[100], messy[102] = messy[102], messy[100]
    messy[50:60] = [line.split(";")[0] + ";" for line in messy[50:60]]
    table.write_text("\r\n".join(["\ufeff" + messy[0], *messy[1:], ";"]), encoding="utf-8")
    (file,) = documents(table, "--json")["files"]
    assert file["signal"]["notes"] == [
        "1 line above the header: passed over",
        "the row below the header gives the unit: N",
        "commas in numbers: decimal",
        "10 rows without a force: missing readings, not zero",
        "1 row with neither time nor force: left out",
        "2 rows out of order: sorted by time",
    ]
    assert file["signal"]["gaps"] == [{"start_s": 0.46, "end_s": 0.57, "lost": 10}]
    assert file["signal"]["lost_samples"] == 10
    (hold,) = file["holds"]
    assert (hold["start_s"], hold["end_s"]) == (1.04, 6.7)


def test_a_person_reads_a_table_and_why_numbers_are_missing(table: Path) -> None:
    result = run(table, "--target", "30")
    assert result.exit_code == 0
    assert "press.csv: 1 hold in 7.7 s at 100 Hz, 0 readings lost" in result.stdout
    assert "28.3" in result.stdout.split()
    assert "hold 1: the hold ends less than 30 s after its plateau began (relaxation_30s_percent)" in " ".join(
        result.stdout.split()
    )
    assert "the area of the tip is not known" not in result.stdout
    assert "kPa·s" not in result.stdout


def test_a_person_reads_that_nothing_was_pressed(tmp_path: Path) -> None:
    path = tmp_path / "rest.csv"
    path.write_text("force_n\n0\n0\n", encoding="utf-8")
    result = run(path, "--rate", "100")
    assert result.stdout.endswith("rest.csv: no holds in 0.0 s at 100 Hz, 0 readings lost\n")


@pytest.mark.parametrize(
    "wrong",
    [("--on", "strong"), ("--rate", "0"), ("--chunk", "0"), ("--unit", "stone"), ("--zero", "median"), ("--what",)],
)
def test_wrong_use_is_exit_code_2(table: Path, wrong: tuple[str, ...]) -> None:
    assert run(table, *wrong).exit_code == 2
    assert run().exit_code == 2
