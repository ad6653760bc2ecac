"""Writes docs/fuzz.md: `python -m tests.proofs.fuzz`, half an hour on one core; arguments make it shorter.

Good bytes are bent at random; where atheris is installed (the extra `fuzz`), it looks further, guided by coverage.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from typing import Final, NamedTuple

from tests.proofs.fuzz_targets import TARGETS, Tally, Target
from tests.proofs.mutation import bent
from tests.proofs.page import ROOT, Table, write_page

RUNS: Final = 10_000_000
GUIDED_RUNS: Final = 500_000
"""Inputs that find new branches cost five times as much and more."""
SEED: Final = 1
ATHERIS: Final = "atheris"
HEAD: Final = ("decoder", "payloads", "read", "refused", "faults", "seconds", "chosen by")
ABOUT: Final = (
    "What decoders do with hostile bytes: each payload either decodes or is refused with `FrameError`; anything else "
    "is a fault, and so is a block whose arrays differ in length, or whose index or time goes back. Inputs begin at "
    "the golden vectors of [protocol.md](protocol.md) and at those of the instruments in [drivers.md](drivers.md). A "
    "stateful decoder gets several payloads in one input. Half of the layouts get a right check sum and half of the "
    "inputs of a Go Direct begin where readings come, so that what is inside is read at all."
)


class Outcome(NamedTuple):
    """What one decoder did; the first fault ends it."""

    name: str
    tally: Tally
    faults: int
    seconds: float
    engine: str

    @property
    def row(self) -> tuple[str, ...]:
        """A row below `HEAD`."""
        numbers = (sum(self.tally) + self.faults, *self.tally, self.faults)
        return (self.name, *(f"{number:,}" for number in numbers), f"{self.seconds:.0f}", self.engine)


class Fault(Exception):
    """A decoder failed on these bytes otherwise than by refusing them."""

    def __init__(self, name: str, data: bytes) -> None:
        super().__init__(f"{name} fails on {data.hex()}: mend it, and keep these bytes as a test")


def mutate(target: Target, payloads: int) -> Outcome:
    """Bend good bytes until that many payloads went in; raises `Fault`, which says with which."""
    read = refused = 0
    start_s, inputs = time.perf_counter(), bent(target.seeds, SEED)
    while read + refused < payloads:
        data = next(inputs)
        try:
            tally = target.run(data)
        except Exception as error:
            raise Fault(target.name, data) from error
        read, refused = read + tally.read, refused + tally.refused
    return Outcome(target.name, Tally(read, refused), 0, time.perf_counter() - start_s, "random changes")


def guided(target: Target, inputs: int) -> Outcome:
    """So many inputs, chosen by coverage in a process of its own; a fault is shown with its input and counted."""
    command = [sys.executable, "-m", "tests.proofs.fuzz_guided", target.name, str(inputs)]
    start_s = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - start_s
    lines = [line for line in done.stdout.splitlines() if line.startswith("[")]
    if not lines:
        sys.stderr.write(done.stdout[-2000:] + done.stderr[-4000:])
        return Outcome(target.name, Tally(0, 0), 1, seconds, ATHERIS)
    return Outcome(target.name, Tally(*json.loads(lines[-1])), 0, seconds, ATHERIS)


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz and write the page; 1 where a decoder failed."""
    parser = argparse.ArgumentParser(prog="tests.proofs.fuzz", description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS, help="payloads for each decoder, bent at random")
    parser.add_argument("--guided-runs", type=int, default=GUIDED_RUNS, help="more inputs, guided by coverage")
    parser.add_argument("--page", type=Path, default=ROOT / "docs" / "fuzz.md")
    parser.add_argument("--jobs", type=int, default=1, help="decoders at a time")
    parser.add_argument("names", nargs="*", default=list(TARGETS))
    given = parser.parse_args(arguments)
    with ProcessPoolExecutor(given.jobs) as pool:
        pending = [pool.submit(_mutate, name, given.runs) for name in given.names]
        if find_spec(ATHERIS) and given.guided_runs:
            pending += [pool.submit(_guide, name, given.guided_runs) for name in given.names]
        found = [_told(each.result()) for each in pending]
    write_page(given.page, "Hostile bytes", [ABOUT], [Table("Decoders", HEAD, [outcome.row for outcome in found])])
    return int(any(outcome.faults for outcome in found))


def _told(outcome: Outcome) -> Outcome:
    sys.stderr.write(" ".join(outcome.row) + "\n")
    return outcome


def _mutate(name: str, runs: int) -> Outcome:
    return mutate(TARGETS[name], runs)


def _guide(name: str, runs: int) -> Outcome:
    return guided(TARGETS[name], runs)


if __name__ == "__main__":
    sys.exit(main())
