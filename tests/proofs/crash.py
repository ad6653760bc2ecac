"""Writes docs/crash.md: `python -m tests.proofs.crash`; goes on where it was stopped, nine minutes a call.

Options: `--kills N` sessions that are killed, `--short` for a few of everything without the page.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.proofs.crash_clinic import ABOUT as OF_CLINICS
from tests.proofs.crash_clinic import clinics, table, troubles
from tests.proofs.full_disk import Full, full_disks
from tests.proofs.killed import Killed, killed
from tests.proofs.killed_record import PAYLOADS, Cut, cut_records
from tests.proofs.page import ROOT, Table, write_page
from tests.proofs.place import IN_MEMORY, SCRATCH, file_system

KILLS: Final = 300
FEW: Final = 8
AT_ONCE: Final = 2
"""Each waits for real time most of the time; more would wait for one another at the disk."""
CALL_S: Final = 480
PAGE: Final = ROOT / "docs" / "crash.md"
RESULTS: Final = SCRATCH / "crash.jsonl"
"""One line for each session that was killed; delete it to begin anew after a change."""

ABOUT: Final = (
    "Guided treatments with a simulated tool in real time, each recorded by a process of its own that is killed "
    "(SIGKILL) at a random moment in its first four seconds. Each payload that the recorder took was told to another "
    "process, with the time; after the kill the record must be whole or cut and never damaged, must hold the payloads "
    "that were told byte by byte and in order, may lack none that was taken more than 1 s before the kill, and a "
    "record that lay beside it must be as it was. What the system has taken over survives a killed process, but not a "
    "loss of power; so each payload must be on the disk 1 s after it was taken, or the recorder must say that the disk "
    "is slow, or the session must be over."
)
CUT: Final = (
    f"A record of {PAYLOADS} payloads, with readings for viewers and what is shown at the end, is stopped before each "
    "system call that makes, writes or syncs its file, from its first byte to its closing, and killed there. It must "
    "be cut or whole and never damaged, and must hold each payload that was written, byte by byte and in order."
)
FULL: Final = (
    "A record is begun on a disk that is full after so many bytes: at each byte at which a write of the recorder "
    "ends, and one before and one behind it. Each time the recorder must say so, what is on the disk must be cut or "
    "whole and never damaged, and the payloads on the disk and those in memory together must be all, each once."
)


def known() -> dict[int, Killed]:
    """What was run before, by seed."""
    if not RESULTS.exists():
        return {}
    rows = (Killed(*json.loads(line)) for line in RESULTS.read_text(encoding="utf-8").splitlines())
    return {row.seed: row for row in rows}


def run(seeds: list[int], until_s: float, at_once: int = AT_ONCE) -> Iterator[Killed]:
    """Sessions that are killed, until the time is over."""
    with tempfile.TemporaryDirectory(dir=SCRATCH) as folder:
        for start in range(0, len(seeds), at_once):
            if time.monotonic() > until_s:
                return
            yield from killed(seeds[start : start + at_once], Path(folder))


def tables(kills: list[Killed], cuts: list[Cut], disks: list[Full]) -> Iterator[Table]:
    """What was found."""
    yield _of_sessions(kills)
    bad = sum(bool(each.trouble) for each in cuts)
    states = [sum(each.state == state for each in cuts) for state in ("cut", "whole", "damaged")]
    figures = (len(cuts), max((each.kept for each in cuts), default=0), *states, bad)
    head = ("calls", "payloads kept, at most", "cut", "whole", "damaged", "broken promises")
    yield Table("A record killed before each call", head, [tuple(map(str, figures))])
    told = sum(each.said for each in disks)
    damaged = sum(each.state == "damaged" for each in disks)
    bad = sum(bool(each.trouble) for each in disks)
    payloads = f"{disks[0].payloads}" if disks else "0"
    places = ("places", "payloads", "said", "damaged", "broken promises")
    yield Table("Disk full at every write", places, [(f"{len(disks)}", payloads, f"{told}", f"{damaged}", f"{bad}")])


def _of_sessions(kills: list[Killed]) -> Table:
    head = (
        "killed after, s",
        "sessions",
        "payloads taken",
        "in the file",
        "most lost, ms",
        "on the disk within, ms",
        "said to be slow",
        "damaged",
        "broken promises",
    )
    rows = []
    for second in range(4):
        some = [each for each in kills if second <= each.at_s < second + 1]
        rows.append(
            (
                f"{second} to {second + 1}",
                f"{len(some)}",
                f"{sum(each.taken for each in some)}",
                f"{sum(each.kept for each in some)}",
                f"{1000 * max((each.lost_s for each in some), default=0.0):.0f}",
                f"{1000 * max((each.unsynced_s for each in some), default=0.0):.0f}",
                f"{sum(each.slow for each in some)}",
                f"{sum(each.state == 'damaged' for each in some)}",
                f"{sum(bool(each.trouble) for each in some)}",
            )
        )
    return Table(f"{len(kills)} sessions killed", head, rows)


def _broken(kills: list[Killed], cuts: list[Cut], disks: list[Full]) -> list[str]:
    """Every promise that was broken, and where."""
    return [
        *(f"seed {each.seed}: {each.trouble}" for each in kills if each.trouble),
        *(f"call {each.call}: {each.trouble}" for each in cuts if each.trouble),
        *(f"{each.size} bytes: {each.trouble}" for each in disks if each.trouble),
    ]


def _sessions(count: int, until_s: float) -> list[Killed]:
    """So many, those that were run before among them; fewer where the time is over."""
    kills = known()
    with RESULTS.open("a", encoding="utf-8") as file:
        for outcome in run([seed for seed in range(count) if seed not in kills], until_s):
            kills[outcome.seed] = outcome
            file.write(json.dumps(outcome) + "\n")
            file.flush()
    return [outcome for seed, outcome in sorted(kills.items()) if seed < count]


def _cuts(every: int) -> list[Cut]:
    with tempfile.TemporaryDirectory(dir=SCRATCH) as folder:
        return list(cut_records(Path(folder), every))


def _few() -> None:
    kills, cuts, disks = list(run(list(range(FEW)), float("inf"), FEW)), _cuts(40), list(full_disks(20))
    _end(f"{len(kills)} sessions killed, {len(cuts)} records cut, {len(disks)} full disks", _broken(kills, cuts, disks))


def _all(count: int) -> None:
    where = file_system()
    if where in IN_MEMORY:
        raise SystemExit(f"{SCRATCH} lies in memory ({where}): put the checkout on a disk, this proof is about disks")
    until_s = time.monotonic() + CALL_S
    kills = _sessions(count, until_s)
    ended, missing = clinics(until_s)
    if missing or len(kills) < count:
        raise SystemExit(f"{count - len(kills)} sessions and {missing} clinics are left: start it again to go on")
    cuts, disks = _cuts(1), list(full_disks())
    broken = [*_broken(kills, cuts, disks), *troubles(ended)]
    found = [*tables(kills, cuts, disks), table(ended)]
    if broken:
        found.append(Table("Broken promises", ("where",), [(each,) for each in broken]))
    disk = f"Every file lay on a disk (`stat` calls its file system {where}), and not in memory."
    write_page(PAGE, "Killed while recording", [ABOUT, CUT, FULL, OF_CLINICS, disk], found)
    _end(
        f"{len(kills)} sessions killed, {len(cuts)} records cut, {len(disks)} full disks, {len(ended)} clinics", broken
    )


def _end(summary: str, broken: list[str]) -> None:
    sys.stdout.write(f"{summary}, {len(broken)} broken promises\n")
    sys.stdout.writelines(f"{trouble}\n" for trouble in broken)
    raise SystemExit(bool(broken))


def main() -> None:
    """Run what is missing and write the page; ends with 1 where a promise is broken or something is left to run."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=KILLS)
    parser.add_argument("--short", action="store_true")
    asked = parser.parse_args()
    if asked.short:
        _few()
    _all(asked.kills)


if __name__ == "__main__":
    main()
