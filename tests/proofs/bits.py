"""Whether a seed and a scenario give the same bytes under several Pythons and releases of numpy: `make bits`.

Each pair gets a virtual environment of its own in a temporary folder; what is not installed here is said and left out.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final, NamedTuple

from tests.simulator.test_bits import GOLDEN

ROOT: Final = Path(__file__).parents[2]


class Pair(NamedTuple):
    """What runs the simulator."""

    python: str
    numpy: str


PAIRS: Final = (
    Pair("3.11", "2.0.2"),
    Pair("3.11", "2.4.*"),
    Pair("3.12", "1.26.4"),
    Pair("3.12", "2.2.*"),
    Pair("3.13", "2.1.3"),
    Pair("3.13", "2.4.*"),
)
"""Old and new releases for each Python that the project supports."""


def interpreter(version: str) -> str | None:
    """The path of a Python, on the path or among pyenv's; None where there is none."""
    ours = [sys.executable] if sys.version.startswith(version + ".") else []
    among = sorted(map(str, (Path.home() / ".pyenv/versions").glob(f"{version}.*/bin/python")))
    candidates = [*ours, *among, shutil.which(f"python{version}")]
    return next((path for path in candidates if path and _runs(path)), None)


def digests(python: str, pair: Pair, folder: Path) -> dict[str, str]:
    """What this pair says; raises `CalledProcessError` where it cannot be installed."""
    venv = folder / f"{pair.python}-{pair.numpy.rstrip('.*')}"
    subprocess.run([python, "-m", "venv", str(venv)], check=True, capture_output=True)
    own = str(venv / "bin/python")
    packages = [f"numpy=={pair.numpy}", "pydantic"]
    subprocess.run([own, "-m", "pip", "install", "-q", *packages], check=True, capture_output=True)
    done = subprocess.run([own, "-m", "tests.simulator.bits"], cwd=ROOT, check=True, capture_output=True, text=True)
    said: dict[str, str] = json.loads(done.stdout)
    return said


def main() -> int:
    """Print a line for each pair; 1 where one says something else."""
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for pair in PAIRS:
            said = verdict(pair, Path(folder))
            wrong += said == "other bytes"
            print(f"Python {pair.python}, numpy {pair.numpy}: {said}", flush=True)  # noqa: T201 - a command's output
    return min(wrong, 1)


def verdict(pair: Pair, folder: Path) -> str:
    """What became of one pair."""
    python = interpreter(pair.python)
    if python is None:
        return "left out, this Python is not here"
    try:
        said = digests(python, pair, folder)
    except subprocess.CalledProcessError as error:
        return f"left out, {(error.stderr or b'no reason given')[-200:]!r}"
    return "the same bytes" if said == GOLDEN else "other bytes"


def _runs(path: str) -> bool:
    return subprocess.run([path, "-c", ""], capture_output=True, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
