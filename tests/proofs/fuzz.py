"""Writes docs/fuzz.md: `python -m tests.proofs.fuzz`, about an hour; fewer inputs or one decoder by arguments.

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
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

from protocol.errors import FrameError
from tests.proofs.fuzz_targets import TARGETS, Target
from tests.proofs.mutation import bent
from tests.proofs.page import ROOT, Table, write_page

RUNS: Final = 10_000_000
GUIDED_RUNS: Final = 1_000_000
"""Inputs that find new branches cost five times as much."""
SEED: Final = 1
ATHERIS: Final = "atheris"
HEAD: Final = ("decoder", "inputs", "read", "refused", "faults", "seconds", "chosen by")
ABOUT: Final = (
    "What decoders do with hostile bytes: each input either decodes or is refused with `FrameError`; anything else is "
    "a fault, and so is a block whose arrays differ in length, or whose index or time goes back. Inputs begin at the "
    "golden vectors of [protocol.md](protocol.md) and at those of the instruments in [drivers.md](drivers.md). A "
    "stateful decoder gets several payloads in one input. Layouts and readings of a Go Direct get a right check sum in "
    "half of their inputs, so that what is inside is read at all."
)


class Outcome(NamedTuple):
    """What one decoder did with its inputs; the first fault ends it."""

    name: str
    inputs: int
    refused: int
    faults: int
    seconds: float
    engine: str

    @property
    def row(self) -> tuple[str, ...]:
        """A row below `HEAD`."""
        read = self.inputs - self.refused - self.faults
        numbers = (self.inputs, read, self.refused, self.faults)
        return (self.name, *(f"{number:,}" for number in numbers), f"{self.seconds:.0f}", self.engine)


class Fault(Exception):
    """A decoder failed on these bytes otherwise than by refusing them."""

    def __init__(self, name: str, data: bytes) -> None:
        super().__init__(f"{name} fails on {data.hex()}: mend it, and keep these bytes as a test")


def mutate(target: Target, runs: int) -> Outcome:
    """Bend good bytes `runs` times; raises `Fault`, which says with which."""
    refused, start_s = 0, time.perf_counter()
    for data in islice(bent(target.seeds, SEED), runs):
        try:
            target.run(data)
        except FrameError:
            refused += 1
        except Exception as error:
            raise Fault(target.name, data) from error
    return Outcome(target.name, runs, refused, 0, time.perf_counter() - start_s, "random changes")


def guided(target: Target, runs: int) -> Outcome:
    """The same in a process of its own, by coverage; a fault is shown with its input and counted."""
    command = [sys.executable, "-m", "tests.proofs.fuzz_guided", target.name, str(runs)]
    start_s = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - start_s
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if not lines:
        sys.stderr.write(done.stdout[-2000:] + done.stderr[-4000:])
        return Outcome(target.name, 1, 0, 1, seconds, ATHERIS)
    return Outcome(target.name, runs, json.loads(lines[-1])["refused"], 0, seconds, ATHERIS)


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz and write the page; 1 where a decoder failed."""
    parser = argparse.ArgumentParser(prog="tests.proofs.fuzz", description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS, help="inputs for each decoder, bent at random")
    parser.add_argument("--guided-runs", type=int, default=GUIDED_RUNS, help="more of them, guided by coverage")
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
