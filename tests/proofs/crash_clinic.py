"""Clinics for docs/crash.md, written by `tests.proofs.crash`; by itself it kills a few programs, without the page."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from tests.proofs.killed_clinic import KINDS, SMALL, WHOLE, Clinics, Ended
from tests.proofs.page import ROOT, Table

CLINICS: Final = 100
"""Of each kind."""
FEW: Final = 2
"""Of each kind."""
RESULTS: Final = ROOT / ".proofs" / "crash-clinic.jsonl"
"""One line for each clinic whose program was killed; delete it to begin anew after a change."""

ABOUT: Final = (
    "A clinic of 40 people with 10 visits each, and a program that makes a backup, changes the key, migrates the "
    "database from its first form or restores a backup over it, and is killed (SIGKILL) at a random moment of the "
    "time that this takes, or soon afterwards. Then the clinic must open with the passphrase, with the old database"
    " or with the new one and nothing between; every page, the audit trail, all people, records and the backup that"
    " was there must be as they were; the new backup must be whole or not there; and once the clinic was opened "
    "nothing unfinished may lie in its folder."
)


def clinics(count: int, until_s: float, *, keep: bool) -> list[Ended]:
    """So many of each kind, those that were run before among them; fewer where the time is over."""
    known = _known() if keep else {}
    wanted = [(kind, seed) for seed in range(count) for kind in KINDS]
    missing = [each for each in wanted if each not in known]
    if missing and time.monotonic() < until_s:
        with tempfile.TemporaryDirectory() as folder:
            killed = Clinics(Path(folder), WHOLE if keep else SMALL)
            for kind, seed in missing:
                if time.monotonic() > until_s:
                    break
                known[kind, seed] = killed.killed(kind, seed)
                if keep:
                    _append(known[kind, seed])
    return [known[each] for each in wanted if each in known]


def table(ended: list[Ended]) -> Table:
    """How each kind ended."""
    head = ("killed while", "programs", "as before", "done", "broken promises")
    rows = []
    for kind in KINDS:
        some = [each for each in ended if each.kind == kind]
        done = sum(each.done for each in some)
        bad = sum(bool(each.trouble) for each in some)
        rows.append((kind, f"{len(some)}", f"{len(some) - done}", f"{done}", f"{bad}"))
    return Table(f"{len(ended)} programs killed with a clinic open", head, rows)


def troubles(ended: list[Ended]) -> list[str]:
    """Every promise that was broken."""
    return [f"{each.kind} {each.seed}: {each.trouble}" for each in ended if each.trouble]


def _known() -> dict[tuple[str, int], Ended]:
    if not RESULTS.exists():
        return {}
    rows = (Ended(*json.loads(line)) for line in RESULTS.read_text(encoding="utf-8").splitlines())
    return {(row.kind, row.seed): row for row in rows}


def _append(ended: Ended) -> None:
    RESULTS.parent.mkdir(exist_ok=True)
    with RESULTS.open("a", encoding="utf-8") as file:
        file.write(json.dumps(ended) + "\n")


def main() -> None:
    """A few of each kind; ends with 1 where a promise is broken."""
    ended = clinics(FEW, float("inf"), keep=False)
    bad = troubles(ended)
    sys.stdout.write(f"{len(ended)} clinics, {len(bad)} broken promises\n")
    sys.stdout.writelines(f"{trouble}\n" for trouble in bad)
    raise SystemExit(bool(bad))


if __name__ == "__main__":
    main()
