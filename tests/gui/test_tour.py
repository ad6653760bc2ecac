"""The tour, and where it leads."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.app import show_tour
from gui.look import Look
from gui.tour import STOPS, TourWindow


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return tmp_path / "palpate" / "window.ini"


def window_of(app: QApplication) -> TourWindow:
    return next(each for each in app.topLevelWidgets() if isinstance(each, TourWindow) and each.isVisible())


def test_enter_leads_through_all_pages_to_practice(qapp: QApplication, settings: Path, qtbot: QtBot) -> None:
    seen: list[str] = []

    def go_through() -> None:
        window = window_of(qapp)
        for _ in STOPS:
            seen.append(window.title.text())
            QTest.keyClick(window.next, Qt.Key.Key_Return)

    QTimer.singleShot(0, go_through)
    assert show_tour(once=True)
    assert seen == [stop.title for stop in STOPS]
    assert "toured=yes" in settings.read_text()


def test_one_who_leaves_it_does_not_practise_and_sees_it_once(qapp: QApplication, settings: Path, qtbot: QtBot) -> None:
    def leave() -> None:
        window_of(qapp).end.click()

    QTimer.singleShot(0, leave)
    assert not show_tour(once=True)
    for each in qapp.findChildren(Look):
        each.setParent(None)  # as if it were started anew
    assert show_tour(once=True), "it was shown before: on to practice"


def test_ctrl_c_leaves_it(qapp: QApplication, settings: Path, qtbot: QtBot) -> None:
    QTimer.singleShot(0, lambda: os.kill(os.getpid(), signal.SIGINT))
    assert not show_tour(once=False)


def test_each_page_shows_what_the_window_would(qtbot: QtBot, qapp: QApplication) -> None:
    window = TourWindow()
    qtbot.addWidget(window)
    words = []
    for number in range(len(STOPS)):
        window.show_stop(number)
        words.append(window.face.face.word.replace("\u00a0", " "))
    assert words == ["hold", "more", "STOP", "no data – let go slowly", "press"]
    assert window.next.text() == "Practise now"
    window.back.click()
    assert window.title.text() == STOPS[-2].title
