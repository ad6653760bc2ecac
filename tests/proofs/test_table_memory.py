"""A table of any length is measured in the same memory."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

MEASURED = """
import sys
from pathlib import Path
from palpate.cli import run
code = run(["analyze", sys.argv[1], "--zero", "percentile:5", "--on", "30%", "--off", "20%", "--json"])
print(code, Path("/proc/self/status").read_text(), file=sys.stderr)
"""
PERIOD_ROWS = 20_000
"""A press of 10 s in 20 s at 1 kHz, with the noise of one step."""


def table(path: Path, megabytes: int) -> Path:
    forces = [f",{max(0, 40 - abs(row - 10_000) / 100 + row % 7 / 100):.4f}\n" for row in range(PERIOD_ROWS)]
    with path.open("w", encoding="utf-8") as file:
        file.write("time_ms,force_n\n")
        for start in range(0, megabytes * 2**20 // 16, PERIOD_ROWS):
            file.write("".join(f"{start + row}{force}" for row, force in enumerate(forces)))
    return path


def peak_mb(path: Path) -> float:
    """The most memory that a process needed which measures the table, all imports included."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, path], capture_output=True, text=True, check=True, timeout=100
    )
    assert done.stderr.startswith("0")
    assert len(done.stdout) > 1000
    peak_kb = re.search(r"VmHWM:\s*(\d+) kB", done.stderr)
    assert peak_kb
    return int(peak_kb[1]) / 1024


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of a process's memory is read from /proc")
def test_ten_times_the_rows_need_hardly_more_memory(tmp_path: Path) -> None:
    short_mb = peak_mb(table(tmp_path / "short.csv", 6))
    long_mb = peak_mb(table(tmp_path / "long.csv", 60))
    assert long_mb < short_mb + 25
    assert long_mb < 220
