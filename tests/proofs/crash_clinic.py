"""Clinics for docs/crash.md, written by `tests.proofs.crash`; by itself it interrupts a few programs, without the page.

The few are, of each kind, one of the last calls, where the new has taken the place of the old, and a full disk.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tests.proofs.killed_clinic import KINDS, SMALL, WHOLE, Clinics, Ended, How, Template
from tests.proofs.page import Table
from tests.proofs.place import SCRATCH

RANDOM: Final = 100
"""Moments for each kind."""
EVERY: Final = 5
"""Every so manieth call, and each of the last ones: what comes before fills a file that nothing leads to yet."""
LAST: Final = 60
FEW: Final = 2
"""Of each kind."""
RESULTS: Final = SCRATCH / "crash-clinic.jsonl"
"""One line for each clinic whose program was interrupted; delete it to begin anew after a change."""

Case = tuple[str, How, int]

ABOUT: Final = (
    f"A clinic of {WHOLE.people} people with {WHOLE.visits} visits each, and a program that makes a backup, changes "
    "the key, migrates the database from its first form or restores a backup over it. It is stopped before a system "
    "call that makes, writes, syncs, names or deletes a file, and killed there: between two of these calls nothing on "
    f"the disk changes. That is done at each of its last {LAST} such calls, where the new takes the place of the old, "
    f"and at every {EVERY}th before them. It is killed at random moments too, up to 1 ms after a random one of these "
    "calls, so that calls are cut in two. And writes, chosen in the same way, are the first that find no room on the "
    "disk, like all after them: then the program must say so, or have done its work. Each time the clinic must open "
    "with the passphrase, with the old database or with the new one and nothing between; every page, the audit trail, "
    "all people, records and the backup that was there must be as they were; the new backup must be whole or not "
    "there; and once the clinic was opened nothing unfinished may lie in its folder."
)


def clinics(until_s: float) -> tuple[list[Ended], int]:
    """Every one, those that were run before among them, and how many are missing as the time was over."""
    known = _known()
    with tempfile.TemporaryDirectory(dir=SCRATCH) as folder:
        killed = Clinics(Path(folder), WHOLE)
        wanted = [case for kind in KINDS for case in _cases(kind, killed.templates[kind])]
        missing = [case for case in wanted if case not in known]
        while missing and time.monotonic() < until_s:
            case = missing.pop()
            known[case] = killed.interrupted(*case)
            _append(known[case])
    return [known[case] for case in wanted if case in known], len(missing)


def few_clinics() -> list[Ended]:
    """A few of each kind, of a smaller clinic."""
    with tempfile.TemporaryDirectory(dir=SCRATCH) as folder:
        killed = Clinics(Path(folder), SMALL)
        return [killed.interrupted(*case) for kind in KINDS for case in _few(kind, killed.templates[kind])]


def table(ended: list[Ended]) -> Table:
    """How each kind ended."""
    head = ("interrupted while", "how", "programs", "killed", "said", "as before", "done", "broken promises")
    rows = []
    for kind in KINDS:
        for how in How:
            some = [each for each in ended if (each.kind, each.how) == (kind, how)]
            killed = sum(not each.over for each in some)
            said = sum(each.said for each in some)
            done = sum(each.done for each in some)
            bad = sum(bool(each.trouble) for each in some)
            figures = (len(some), killed, said, len(some) - done, done, bad)
            rows.append((kind, str(how), *map(str, figures)))
    return Table(f"{len(ended)} programs interrupted with a clinic open", head, rows)


def troubles(ended: list[Ended]) -> list[str]:
    """Every promise that was broken."""
    return [f"{each.kind}, {each.how} {each.number}: {each.trouble}" for each in ended if each.trouble]


def _cases(kind: str, template: Template) -> list[Case]:
    calls = [(kind, How.AT_CALL, number) for number in _chosen(range(template.calls))]
    moments = [(kind, How.AT_RANDOM, number) for number in range(RANDOM)]
    return [*calls, *moments, *((kind, How.FULL, number) for number in _chosen(template.writes))]


def _chosen(numbers: Sequence[int]) -> list[int]:
    return [*numbers[:-LAST:EVERY], *numbers[-LAST:]]


def _few(kind: str, template: Template) -> list[Case]:
    full = template.writes[len(template.writes) // 2]
    return [(kind, How.AT_CALL, template.calls - 1), (kind, How.FULL, full)]


def _known() -> dict[Case, Ended]:
    if not RESULTS.exists():
        return {}
    rows = (Ended(*json.loads(line)) for line in RESULTS.read_text(encoding="utf-8").splitlines())
    return {(row.kind, How(row.how), row.number): row for row in rows}


def _append(ended: Ended) -> None:
    with RESULTS.open("a", encoding="utf-8") as file:
        file.write(json.dumps(ended) + "\n")


def main() -> None:
    """A few of each kind; ends with 1 where a promise is broken."""
    ended = few_clinics()
    bad = troubles(ended)
    sys.stdout.write(f"{len(ended)} clinics, {len(bad)} broken promises\n")
    sys.stdout.writelines(f"{trouble}\n" for trouble in bad)
    raise SystemExit(bool(bad))


if __name__ == "__main__":
    main()
