"""A visit that nobody touches hides the person behind a passphrase; STOP stays, and a treatment is never covered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from clinic.cases.rehearsal import RehearsalFile
from gui.app import application
from gui.visit.window import VisitWindow
from session.inputs import StopReason
from tests.clinic.store.people import WORD
from tests.gui.pages_of_visits import Locked
from tests.gui.visit.room import visit_of, window_of


class Clock:
    """Stands still until somebody moves it."""

    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, clock: Clock) -> Iterator[VisitWindow]:
    application()
    shown = window_of(visit_of(Locked.begun(tmp_path / "chart.json")), tmp_path, clock)
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    shown.start()
    yield shown
    shown.close()


def left_alone(window: VisitWindow, clock: Clock, for_s: float) -> None:
    clock.now_s += for_s
    window.untouched.look()


def visible(window: VisitWindow) -> str:
    return " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def unlock(window: VisitWindow, passphrase: str) -> None:
    QTest.keyClicks(window.cover.passphrase, passphrase)
    QTest.keyClick(window.cover.passphrase, Qt.Key.Key_Return)


def test_after_the_clinics_time_nothing_of_the_person_is_shown(window: VisitWindow, clock: Clock) -> None:
    who = window.visit.way.pseudonym
    left_alone(window, clock, 599.0)
    assert window.page.isVisible()
    assert who in visible(window)
    left_alone(window, clock, 1.0)
    assert window.cover.isVisible()
    assert not window.page.isVisible()
    assert who not in visible(window)
    assert "The passphrase of anna" in visible(window)
    assert not any(button.isEnabled() for button in (window.next, window.back, window.skip, window.pause))


def test_a_touch_begins_the_time_anew(window: VisitWindow, clock: Clock) -> None:
    clock.now_s = 599.0
    QTest.keyClick(window, Qt.Key.Key_Shift)
    left_alone(window, clock, 599.0)
    assert window.page.isVisible()


def test_only_the_passphrase_brings_the_page_back(window: VisitWindow, clock: Clock) -> None:
    left_alone(window, clock, 600.0)
    unlock(window, "correct horse")
    assert window.cover.isVisible()
    assert "This is not the passphrase" in visible(window)
    assert window.cover.passphrase.text() == ""
    unlock(window, WORD)
    assert window.page.isVisible()
    assert window.next.isEnabled()


def test_stop_is_taken_while_it_is_covered_and_leads_back_to_the_cover(window: VisitWindow, clock: Clock) -> None:
    left_alone(window, clock, 600.0)
    assert window.stop.isVisible()
    assert window.stop.isEnabled()
    QTest.keyClick(window, Qt.Key.Key_F12)
    assert window.stops.isVisible()
    assert window.visit.way.pseudonym not in visible(window)
    window.stops.reasons[StopReason.UNWELL].click()
    assert window.cover.isVisible()
    assert [event.reason for event in window.visit.chart.stops.events] == [StopReason.UNWELL]
    unlock(window, WORD)
    assert window.page.isVisible()


def test_a_question_that_waits_for_its_answer_waits_behind_the_cover(window: VisitWindow, clock: Clock) -> None:
    window.press_stop()
    left_alone(window, clock, 600.0)
    assert window.cover.isVisible()
    unlock(window, WORD)
    assert window.stops.isVisible()
    assert not window.next.isEnabled()


def test_while_a_tool_runs_or_is_searched_for_nothing_is_covered(window: VisitWindow, clock: Clock) -> None:
    window.search_began()
    left_alone(window, clock, 600.0)
    assert not window.cover.isVisible()
    window.live_began()
    left_alone(window, clock, 600.0)
    assert not window.cover.isVisible()
    window.live_ended()
    left_alone(window, clock, 599.0)
    assert not window.cover.isVisible()
    left_alone(window, clock, 1.0)
    assert window.cover.isVisible()


def test_what_anybody_can_read_is_never_covered(qtbot: QtBot, tmp_path: Path, clock: Clock) -> None:
    shown = window_of(visit_of(RehearsalFile.begun(tmp_path / "chart.json")), tmp_path, clock)
    qtbot.addWidget(shown)
    assert not hasattr(shown, "cover")
    shown.close()
