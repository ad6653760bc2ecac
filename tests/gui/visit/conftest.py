"""A window of a visit in a folder of the test's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.app import application
from gui.visit.window import VisitWindow
from tests.gui.visit.room import window_in

Opened = Callable[[Path], VisitWindow]


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Opened]:
    """Opens and activates windows on visits."""
    application()
    windows: list[VisitWindow] = []

    def open_window(folder: Path) -> VisitWindow:
        window = window_in(folder)
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
