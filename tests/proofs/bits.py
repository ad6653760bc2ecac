"""Whether a seed and a scenario give the same bytes under several Pythons and releases of numpy: writes docs/bits.md.

`make bits`. Each pair gets a virtual environment of its own in a temporary folder; what is not installed here is said
and left out.
"""

from __future__ import annotations

import json
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final, NamedTuple

from tests.proofs.page import ROOT, Table, write_page
from tests.simulator.test_bits import GOLDEN

PAGE: Final = ROOT / "docs" / "bits.md"


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
VERSIONS: Final = "import json, platform, numpy; print(json.dumps([platform.python_version(), numpy.__version__]))"
SAME: Final = "the same bytes"
OTHER: Final = "other bytes"


def interpreter(version: str) -> str | None:
    """The path of a Python, on the path or among pyenv's; None where there is none."""
    ours = [sys.executable] if sys.version.startswith(version + ".") else []
    among = sorted(map(str, (Path.home() / ".pyenv/versions").glob(f"{version}.*/bin/python")))
    candidates = [*ours, *among, shutil.which(f"python{version}")]
    return next((path for path in candidates if path and _runs(path)), None)


class Said(NamedTuple):
    """What one pair said, or why it said nothing."""

    python: str
    numpy: str
    verdict: str


def main() -> int:
    """Print a line for each pair, and write the page; 1 where one says something else or none could be asked."""
    said = list[Said]()
    with tempfile.TemporaryDirectory() as folder:
        for pair in PAIRS:
            said.append(asked(pair, Path(folder)))
            print(f"Python {said[-1].python}, numpy {said[-1].numpy}: {said[-1].verdict}", flush=True)  # noqa: T201 - a command's output
    write_page(PAGE, "The same bytes everywhere", (about(),), [Table("Asked", ("Python", "numpy", "it says"), said)])
    return int(any(each.verdict == OTHER for each in said) or all(each.verdict != SAME for each in said))


def about() -> str:
    """What the page says above its table."""
    machine = f"{platform.system()} on {platform.machine()}"
    return (
        f"The digest of all live payloads of {len(GOLDEN)} runs of the simulator (three sensors, three hands, three "
        "clocks, 100 to 1,000 Hz, losses, damaged frames), each in an environment of its own with nothing but the "
        "given numpy and pydantic, against the golden digests in `tests/simulator/test_bits.py`, which each run of the "
        f"tests compares too. Asked by `make bits` on one machine, {machine}; other systems and processors were not."
    )


def asked(pair: Pair, folder: Path) -> Said:
    """Install one pair and ask it."""
    python = interpreter(pair.python)
    if python is None:
        return Said(*pair, "left out, this Python is not here")
    try:
        versions, digests = _ask(python, pair, folder)
    except subprocess.CalledProcessError as error:
        return Said(*pair, f"left out, {(error.stderr or b'no reason given')[-200:]!r}")
    return Said(*versions, SAME if digests == GOLDEN else OTHER)


def _ask(python: str, pair: Pair, folder: Path) -> tuple[Pair, dict[str, str]]:
    """Its exact versions and its digests; raises `CalledProcessError` where it cannot be installed."""
    venv = folder / f"{pair.python}-{pair.numpy.rstrip('.*')}"
    subprocess.run([python, "-m", "venv", str(venv)], check=True, capture_output=True)
    own = str(venv / "bin/python")
    packages = [f"numpy=={pair.numpy}", "pydantic"]
    subprocess.run([own, "-m", "pip", "install", "-q", *packages], check=True, capture_output=True)
    commands = (["-c", VERSIONS], ["-m", "tests.simulator.bits"])
    done = [subprocess.run([own, *each], cwd=ROOT, check=True, capture_output=True) for each in commands]
    versions, digests = (json.loads(each.stdout) for each in done)
    return Pair(*versions), digests


def _runs(path: str) -> bool:
    return subprocess.run([path, "-c", ""], capture_output=True, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
