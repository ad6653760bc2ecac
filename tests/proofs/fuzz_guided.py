"""One decoder under atheris, which ends its process: `python -m tests.proofs.fuzz_guided NAME RUNS`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

import atheris

with atheris.instrument_imports(include=["protocol"]):
    from tests.proofs.fuzz_targets import TARGETS

SEED: Final = 1


def main(name: str, runs: int) -> None:
    """Feed a decoder until `runs` inputs or the first fault, then end the process."""
    target, folder = TARGETS[name], Path(mkdtemp(prefix=f"fuzz-{name}-"))
    for number, seed in enumerate(target.seeds):
        (folder / str(number)).write_bytes(seed)
    inputs = read = refused = 0

    def run_one(data: bytes) -> None:
        nonlocal inputs, read, refused
        tally = target.run(data)
        inputs, read, refused = inputs + 1, read + tally.read, refused + tally.refused
        if inputs == runs:
            sys.stdout.write(json.dumps([read, refused]) + "\n")
            sys.stdout.flush()

    options = [f"-runs={runs}", f"-max_len={target.longest}", f"-seed={SEED}", "-verbosity=0"]
    atheris.Setup([sys.argv[0], *options, f"-artifact_prefix={folder}/", str(folder)], run_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
