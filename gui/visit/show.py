"""A visit with a window, until somebody closes it."""

from __future__ import annotations

from clinic.way.visit import Visit
from gui.app import remembering, show_until_closed, sounding
from gui.visit.tool import Tool
from gui.visit.window import VisitWindow


def run_visit(visit: Visit, tool: Tool) -> None:
    """Show it; raises `KeyboardInterrupt` after Ctrl-C, once the window is closed."""
    remembering()
    with sounding() as speaker:
        show_until_closed(VisitWindow(visit, tool, speaker))
