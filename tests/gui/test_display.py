from __future__ import annotations

import pytest

from gui import display
from gui.display import why_no_window


def test_a_window_opens_where_qt_finds_its_platform(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert why_no_window() is None


def test_a_platform_that_qt_cannot_load_is_a_sentence_and_not_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "nowhere")
    reason = why_no_window()
    assert reason is not None
    assert reason.startswith("Qt cannot open a window here: ")
    assert "nowhere" in reason


def test_without_a_display_qt_is_not_even_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(display, "PROBE", "raise SystemExit('asked')")
    assert why_no_window() == "there is no display"
