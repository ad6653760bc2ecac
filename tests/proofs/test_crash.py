from __future__ import annotations

import subprocess
import sys

from tests.proofs.crash import KILLS
from tests.proofs.page import ROOT


def test_a_few_killed_sessions_and_full_disks_break_no_promise() -> None:
    command = [sys.executable, "-m", "tests.proofs.crash", "--short"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=100)
    assert ran.stdout.startswith("10 sessions killed, "), ran.stderr
    assert ran.stdout.endswith(" 8 clinics, 0 broken promises\n")
    assert ran.returncode == 0


def test_the_page_tells_of_all_sessions_and_of_no_broken_promise() -> None:
    page = (ROOT / "docs" / "crash.md").read_text(encoding="utf-8")
    assert f"## {KILLS} sessions killed" in page
    assert "Broken promises" not in page
