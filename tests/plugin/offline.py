"""Fresh environments without a network: what a registry would bring is taken from ours."""

from __future__ import annotations

import os
import sys
import sysconfig
from pathlib import Path

SITE = Path(sysconfig.get_path("purelib"))
OURS = ("palpate", "_palpate", "pytest_palpate", "_pytest_palpate", "__editable__")
"""What the commands shall install by themselves."""
PLUGINS = ("pytest_", "pytestqt")
"""Nobody has these in a fresh environment."""
PYTHON = """#!/bin/sh
"{python}" "$@" || exit
[ "$1 $2" = "-m venv" ] || exit 0
echo "{registry}" > "$(echo "$3"/lib/python3.*/site-packages)/registry.pth"
"""


def registry(folder: Path) -> Path:
    """A folder with every package that ours need, and xdist, but without ours."""
    folder.mkdir()
    for each in SITE.iterdir():
        if not each.name.startswith((*OURS, *PLUGINS)) and each.suffix != ".pth":
            (folder / each.name).symlink_to(each)
    for name in ("pytest_timeout.py", "xdist"):
        assert (SITE / name).exists()
    for each in SITE.glob("pytest_xdist-*"):
        (folder / each.name).symlink_to(each)
    return folder


def surroundings(folder: Path) -> dict[str, str]:
    """Where `python3` makes environments that find the registry's packages, and pip asks nobody else."""
    (folder / "bin").mkdir()
    python = folder / "bin" / "python3"
    python.write_text(PYTHON.format(python=sys.executable, registry=registry(folder / "registry")), encoding="utf-8")
    python.chmod(0o755)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "PYTHON", "COV"))}
    return kept | {
        "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
        "PIP_NO_INDEX": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # sic: it sets the isolation, not the absence of it
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }
