from __future__ import annotations

import subprocess
import sys

from tests.proofs.crash import KILLS
from tests.proofs.crash_clinic import CLINICS, FEW
from tests.proofs.killed_clinic import KINDS
from tests.proofs.page import ROOT


def test_a_few_killed_sessions_and_full_disks_break_no_promise() -> None:
    command = [sys.executable, "-m", "tests.proofs.crash", "--short"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=100)
    assert ran.stdout.startswith("10 sessions killed, "), ran.stderr
    assert ran.stdout.endswith(" 0 broken promises\n")
    assert ran.returncode == 0


def test_the_page_tells_of_all_sessions_and_of_no_broken_promise() -> None:
    page = (ROOT / "docs" / "crash.md").read_text(encoding="utf-8")
    assert f"## {KILLS} sessions killed" in page
    assert "Broken promises" not in page


def test_a_few_programs_killed_with_a_clinic_open_break_no_promise() -> None:
    command = [sys.executable, "-m", "tests.proofs.crash_clinic"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=100)
    assert (ran.stdout, ran.returncode) == (f"{FEW * len(KINDS)} clinics, 0 broken promises\n", 0), ran.stderr


def test_the_page_tells_of_programs_that_were_killed_with_a_clinic_open_and_of_none_that_broke_a_promise() -> None:
    page = (ROOT / "docs" / "crash.md").read_text(encoding="utf-8")
    for kind in KINDS:
        [row] = [line for line in page.splitlines() if line.startswith(f"| {kind} |")]
        programs, before, done, broken = (int(cell) for cell in row.split("|")[2:6])
        assert programs == before + done == CLINICS
        assert 0 < done < programs
        assert broken == 0
