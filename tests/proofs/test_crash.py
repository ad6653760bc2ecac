from __future__ import annotations

import errno
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from tests.proofs.crash import KILLS, PAGE
from tests.proofs.crash_clinic import FEW, RANDOM
from tests.proofs.killed_clinic import KINDS
from tests.proofs.killed_record import PAYLOADS
from tests.proofs.page import ROOT
from tests.proofs.place import IN_MEMORY
from tests.proofs.traced import TRACEABLE, Moment, run, run_whole

needs_tracing = pytest.mark.skipif(not TRACEABLE, reason="system calls are traced on Linux on x86-64 only")


def proof(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=100)


@needs_tracing
def test_a_few_killed_sessions_cut_records_and_full_disks_break_no_promise() -> None:
    ran = proof("tests.proofs.crash", "--short")
    assert ran.stdout.startswith("8 sessions killed, "), ran.stderr
    assert ran.stdout.endswith(" 0 broken promises\n")
    assert ran.returncode == 0


@needs_tracing
def test_a_few_programs_interrupted_with_a_clinic_open_break_no_promise() -> None:
    ran = proof("tests.proofs.crash_clinic")
    assert (ran.stdout, ran.returncode) == (f"{FEW * len(KINDS)} clinics, 0 broken promises\n", 0), ran.stderr


@needs_tracing
def test_a_program_that_is_killed_before_a_write_has_written_what_came_before_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "written"
    found = run_whole(partial(three_writes, path)).writes
    assert len(found) == 3
    for number, call in enumerate(found):
        fate = run(partial(three_writes, path), Moment(call))
        assert (fate.code, fate.calls, fate.writes) == (None, call, found[:number])
        assert path.read_bytes() == b"abc"[:number]


@needs_tracing
def test_a_program_whose_disk_is_full_from_a_write_on_is_told_so_by_each_write_from_then_on(tmp_path: Path) -> None:
    path = tmp_path / "written"
    for number, call in enumerate(run_whole(partial(three_writes, path)).writes):
        fate = run(partial(three_writes, path), Moment(call, full=True))
        assert fate.code == 3 - number
        assert path.read_bytes() == b"abc"[:number]


def three_writes(path: Path) -> int:
    """Returns how many of them found no room."""
    full = 0
    with path.open("wb", buffering=0) as file:
        for letter in (b"a", b"b", b"c"):
            try:
                file.write(letter)
            except OSError as error:
                full += error.errno == errno.ENOSPC
    return full


def test_the_page_tells_of_all_sessions_and_of_no_broken_promise() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert f"## {KILLS} sessions killed" in page
    assert "Broken promises" not in page


def test_the_page_tells_of_records_that_were_killed_at_each_call_and_of_disks_that_were_files_on_a_disk() -> None:
    page = PAGE.read_text(encoding="utf-8")
    calls, kept, cut, whole, damaged, broken = figures(page.split("## A record killed before each call")[1])[0]
    assert (kept, cut + whole, damaged, broken) == (PAYLOADS, calls, 0, 0)
    assert whole > 0
    assert not any(f"system {each})" in page for each in IN_MEMORY)


def test_the_page_tells_of_clinics_whose_programs_were_interrupted_before_and_after_the_new_took_its_place() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for kind in KINDS:
        calls, moments, full = figures(page, f"| {kind} |")
        programs, killed, said, before, done, broken = calls
        assert programs == killed == before + done
        assert (said, broken) == (0, 0)
        assert before > done > 0
        assert (moments[0], moments[-1]) == (RANDOM, 0)
        assert moments[1] > RANDOM / 2
        programs, killed, said, before, _done, broken = full
        assert (killed, broken) == (0, 0)
        assert programs >= said >= before > 0


def figures(page: str, start: str = "| ") -> list[tuple[int, ...]]:
    """The whole numbers of each row."""
    rows = [line.strip("| ").split(" | ") for line in page.splitlines() if line.startswith(start)]
    numbers = [tuple(int(cell) for cell in row if cell.isdigit()) for row in rows]
    return [row for row in numbers if row]
