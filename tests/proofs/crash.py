"""Writes docs/crash.md: `python -m tests.proofs.crash`; goes on where it was stopped, nine minutes a call.

Options: `--kills N` sessions that are killed, `--clinics N` of each kind, `--short` for a few of everything without
the page.
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
from tests.proofs.crash_clinic import CLINICS, clinics, table, troubles
from tests.proofs.full_disk import Full, full_disks
from tests.proofs.killed import Killed, killed
from tests.proofs.page import ROOT, Table, write_page

KILLS: Final = 300
AT_ONCE: Final = 4
"""Each waits for real time most of the time; more would wait for one another at the disk."""
CALL_S: Final = 480
RESULTS: Final = ROOT / ".proofs" / "crash.jsonl"
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


def run(seeds: list[int], until_s: float) -> Iterator[Killed]:
    """Sessions that are killed, until the time is over."""
    with tempfile.TemporaryDirectory() as folder:
        for start in range(0, len(seeds), AT_ONCE):
            if time.monotonic() > until_s:
                return
            yield from killed(seeds[start : start + AT_ONCE], Path(folder))


def tables(kills: list[Killed], disks: list[Full]) -> Iterator[Table]:
    """What was found."""
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
    yield Table(f"{len(kills)} sessions killed", head, rows)
    told = sum(each.said for each in disks)
    damaged = sum(each.state == "damaged" for each in disks)
    bad = sum(bool(each.trouble) for each in disks)
    payloads = f"{disks[0].payloads}" if disks else "0"
    places = ("places", "payloads", "said", "damaged", "broken promises")
    yield Table("Disk full at every write", places, [(f"{len(disks)}", payloads, f"{told}", f"{damaged}", f"{bad}")])
    troubles = [(f"seed {each.seed}", each.trouble) for each in kills if each.trouble]
    troubles += [(f"{each.size} bytes", each.trouble) for each in disks if each.trouble]
    if troubles:
        yield Table("Broken promises", ("where", "what"), troubles)


def main() -> None:
    """Run what is missing and write the page; ends with 1 where a promise is broken."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=KILLS)
    parser.add_argument("--clinics", type=int, default=CLINICS)
    parser.add_argument("--short", action="store_true")
    asked = parser.parse_args()
    kills = {} if asked.short else known()
    missing = [seed for seed in range(10 if asked.short else asked.kills) if seed not in kills]
    until_s = time.monotonic() + CALL_S
    RESULTS.parent.mkdir(exist_ok=True)
    with RESULTS.open("a", encoding="utf-8") as file:
        for outcome in run(missing, until_s):
            kills[outcome.seed] = outcome
            if not asked.short:
                file.write(json.dumps(outcome) + "\n")
                file.flush()
    disks = list(full_disks(20 if asked.short else 1))
    ended = [] if asked.short else clinics(asked.clinics, until_s, keep=True)
    if not asked.short:
        found = [*tables(list(kills.values()), disks), table(ended)]
        write_page(ROOT / "docs" / "crash.md", "Killed while recording", [ABOUT, FULL, OF_CLINICS], found)
    bad = [each.trouble for each in kills.values() if each.trouble] + [each.trouble for each in disks if each.trouble]
    bad += troubles(ended)
    sys.stdout.write(
        f"{len(kills)} sessions killed, {len(disks)} full disks, {len(ended)} clinics, {len(bad)} broken promises\n"
    )
    sys.stdout.writelines(f"{trouble}\n" for trouble in bad)
    raise SystemExit(bool(bad))


if __name__ == "__main__":
    main()
