"""What holds for every test: no display is needed, nothing is random, English is spoken, a log warning is a failure."""

import gc
import logging
import os
import sys
import tempfile
from collections.abc import Iterator

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_settings = tempfile.TemporaryDirectory(prefix="palpate-settings-")
os.environ["XDG_CONFIG_HOME"] = _settings.name  # what a window remembers is never a person's own
os.environ["PYQTGRAPH_QT_LIB"] = "PySide6"
os.environ["LC_ALL"] = "C.UTF-8"  # windows speak the system's language, and tests read them in English
os.environ["WAKEPY_FAKE_SUCCESS"] = "yes"  # whether this computer may be held awake is nothing that a test depends on

gc.disable()  # until all tests are collected: that makes a million objects and hardly any garbage

settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=2000)
settings.load_profile("same")

STANDS_STILL = "stands still"
"""A property of windows whose timers were stopped."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--tool", metavar="ble:SERIAL", help="a real tool in range, for the tests marked radio")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--tool") is None:
        for item in items:
            if item.get_closest_marker("radio") is not None:
                item.add_marker(pytest.mark.skip(reason="needs a real tool in range: --tool ble:SERIAL"))


def pytest_collection_finish() -> None:
    """What was collected stays: nobody looks for garbage in it again and again."""
    gc.freeze()
    gc.enable()


@pytest.fixture(autouse=True)
def no_window_goes_on() -> Iterator[None]:
    """Windows that a test leaves stop to poll: hundreds of them would take the time of those that follow."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is not None and widgets.QApplication.instance() is not None:
        for window in widgets.QApplication.topLevelWidgets():
            if not window.property(STANDS_STILL):
                window.setProperty(STANDS_STILL, True)
                for timer in window.findChildren(sys.modules["PySide6.QtCore"].QTimer):
                    timer.stop()


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logs a warning nobody asked for; a test that wants one reads it and calls `caplog.clear()`."""
    yield
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    noise = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    assert not noise, f"unexpected log warnings: {noise}"
