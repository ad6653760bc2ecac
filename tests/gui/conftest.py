"""A window on a source that holds what the test puts in, and a clock that the test turns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.app import application
from gui.look import Look
from gui.speaker import Speaker
from gui.window import LiveWindow
from session.tool_desk import ToolDesk
from tests.gui.stage import Held


@pytest.fixture(autouse=True)
def plain_look() -> Iterator[None]:
    """Each test begins with what nobody chose."""
    yield
    app = QApplication.instance()
    for each in app.findChildren(Look) if app is not None else ():
        each.setParent(None)


class Open(Protocol):
    """Opens a window on a source, with a desk where there is one."""

    def __call__(self, source: Held, desk: ToolDesk | None = None) -> LiveWindow: ...


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Open]:
    """Opens and activates a window on a source; its timer stands still, the test polls."""
    application()
    windows: list[LiveWindow] = []

    def open_window(source: Held, desk: ToolDesk | None = None) -> LiveWindow:
        quiet = Speaker(lambda: 0.0, null=True)
        window = LiveWindow(source, quiet, close_after_s=10.0, clock_s=source.clock_s, desk=desk)
        qtbot.addWidget(window)
        window.keys.arm()
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        window.bridge.poll()
        windows.append(window)
        return window

    yield open_window
    for window in windows:
        window.close()
