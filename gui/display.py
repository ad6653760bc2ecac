"""Whether a window can open here; asked before Qt is loaded, because Qt ends the process where it cannot."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Final

PROBE: Final = "from PySide6.QtWidgets import QApplication; QApplication([])"
"""Opens and closes what every window needs; in a process of its own it may fail as it likes."""

PATIENCE_S: Final = 20.0
"""The first start after an installation reads a quarter of a gigabyte from a slow disk."""


def why_no_window() -> str | None:
    """None where a window can open, else one sentence that says what is missing."""
    named = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if sys.platform.startswith("linux") and not named:
        return "there is no display"
    try:
        probe = subprocess.run(
            [sys.executable, "-c", PROBE], capture_output=True, text=True, timeout=PATIENCE_S, check=False
        )
    except subprocess.TimeoutExpired:
        return f"Qt did not start within {PATIENCE_S:.0f} s"
    if probe.returncode == 0:
        return None
    lines = [line for line in probe.stderr.splitlines() if line.strip()]
    return f"Qt cannot open a window here: {lines[0] if lines else 'it gave no reason'}"
