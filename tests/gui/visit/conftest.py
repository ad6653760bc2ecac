"""A window of a visit in a folder of the test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
from pytestqt.qtbot import QtBot

from clinic.way.visit import Visit
from gui.app import application
from gui.visit.window import VisitWindow
from tests.gui.visit.room import visit_in, window_of


class Opened(Protocol):
    """Opens a window on the visit of a chart in a folder, or on another one."""

    def __call__(self, folder: Path, visit: Visit | None = None) -> VisitWindow: ...


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Opened]:
    """Opens and activates windows on visits."""
    application()
    windows: list[VisitWindow] = []

    def open_window(folder: Path, visit: Visit | None = None) -> VisitWindow:
        window = window_of(visit or visit_in(folder), folder)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        window.start()
        windows.append(window)
        return window

    yield open_window
    for window in windows:
        window.close()
