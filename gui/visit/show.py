"""A visit with a window, until somebody closes it."""

from __future__ import annotations

import signal
import time
from typing import Final

from PySide6.QtCore import QTimer

from clinic.way.visit import Visit
from gui.app import WATCH_MS, application
from gui.speaker import Speaker
from gui.visit.tool import Tool
from gui.visit.window import VisitWindow

INTERRUPTED: Final = 130


def run_visit(visit: Visit, tool: Tool) -> None:
    """Show it; raises `KeyboardInterrupt` after Ctrl-C, once the window is closed."""
    app = application()
    speaker = Speaker(time.monotonic)
    speaker.open()
    window = VisitWindow(visit, tool, speaker)
    awake = QTimer(window)  # an idle loop never asks Python whether somebody pressed Ctrl-C
    awake.start(WATCH_MS)
    before = signal.signal(signal.SIGINT, lambda *_: app.exit(INTERRUPTED))
    try:
        window.show()
        window.start()
        code = app.exec()
    finally:
        window.close()
        signal.signal(signal.SIGINT, before)
        speaker.close()
    if code == INTERRUPTED:
        raise KeyboardInterrupt
