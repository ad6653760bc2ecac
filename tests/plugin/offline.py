"""Fresh environments without a network: what a registry would bring is taken from ours, and nothing else."""

from __future__ import annotations

import os
import re
import sys
import sysconfig
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement

from tests.plugin.project import ROOT

SITE = Path(sysconfig.get_path("purelib"))
LIGHT = ROOT / "docs" / "ci" / "light.txt"
OTHERS = ("hatchling", "pip", "pytest", "pytest-xdist")
"""What the commands bring beside it."""
PYTHON = """#!/bin/sh
[ "$1 $2" = "-m venv" ] || exec "{python}" "$@"
"{python}" -m venv --without-pip "$3" || exit
echo "{registry}" > "$(echo "$3"/lib/python3.*/site-packages)/registry.pth"
"""
"""An environment finds pip, too, in the registry: to unpack one in each takes seconds."""


def light() -> list[str]:
    """The requirements of a simulator without a window."""
    lines = LIGHT.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith(("#", "-c "))]


def needed(requirements: list[str]) -> dict[str, Distribution]:
    """By name everything that these bring along."""
    found: dict[str, Distribution] = {}
    waiting = [Requirement(each) for each in requirements]
    while waiting:
        each = waiting.pop()
        name = re.sub(r"[-_.]+", "-", each.name).lower()
        if name not in found and (each.marker is None or each.marker.evaluate({"extra": ""})):
            found[name] = distribution(each.name)
            waiting += [Requirement(line) for line in found[name].requires or ()]
    return found


def registry(folder: Path) -> Path:
    """A folder with the packages that light.txt and the plug-in's tests bring: without ours, and without a window."""
    folder.mkdir()
    for each in needed([*light(), *OTHERS]).values():
        for top in {Path(file).parts[0] for file in each.files or ()} - {"..", "__pycache__"}:
            link = folder / top
            if not link.is_symlink():
                link.symlink_to(SITE / top)
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
