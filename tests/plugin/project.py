"""Other people's projects, whose tests run in a process of their own."""

from __future__ import annotations

import contextlib
import os
import select
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
NAMES = ("analysis", "device", "protocol", "session", "simulator", "palpate")
"""Ours, which a project may have, too."""
LIMIT_S = 110
"""For a run; the slowest takes some ten seconds."""


class Project:
    """A folder with tests, and with packages that are called as ours."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in NAMES:
            (folder / name).mkdir()
            (folder / name / "__init__.py").write_text(f'WHOSE = "the project\'s {name}"\n', encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        """Write one of its files."""
        (self.folder / name).write_text(text, encoding="utf-8")

    def test(self, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        """Run its tests in its folder, as its developers do, and as hard to us as can be: it is in PYTHONPATH, too."""
        surroundings = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "COV"))}
        surroundings |= {"PYTHONPATH": str(self.folder), "PYTHONWARNINGS": "error"} | more
        command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:asyncio", "-p", "no:qt"]
        return subprocess.run(
            [*command, *arguments],
            cwd=self.folder,
            env=surroundings,
            capture_output=True,
            encoding="utf-8",
            timeout=LIMIT_S,
            check=False,
        )


def is_gone(pid: int, within_s: float = 30) -> bool:
    """Whether a process ends within so many seconds."""
    with contextlib.suppress(ProcessLookupError):
        watched = os.pidfd_open(pid)
        try:
            return bool(select.select([watched], [], [], within_s)[0])
        finally:
            os.close(watched)
    return True
