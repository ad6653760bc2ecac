"""What fingers and screen readers need of every page, in the smallest window."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from clinic.screening.answers import Form
from clinic.way.said import Station, Step, Treated
from gui.button import SMALLEST_PX
from gui.visit.window import VisitWindow
from tests.clinic.way.visits import SAID
from tests.gui.visit.conftest import Opened
from tests.gui.visit.room import visit_in
from tests.gui.visit.test_refusals import BODY, ordered, ready


def shown(window: VisitWindow) -> list[QWidget]:
    QApplication.processEvents()
    return [widget for widget in window.findChildren(QWidget) if widget.isVisible()]


def test_every_page_has_names_for_what_takes_the_focus_and_buttons_for_fingers(opened: Opened, tmp_path: Path) -> None:
    visit = visit_in(tmp_path)
    ready(visit)
    window, seen = opened(tmp_path), set()
    window.resize(window.minimumSize())
    visit = window.visit
    visit.note(SAID[Step.MOVEMENT], Station(step=Step.MOVEMENT))
    for station in visit.way.stations:
        if station.step is Step.PLAN:
            visit.threshold(BODY, 300.0)
        elif station.step is Step.ORDER:
            visit.plan(BODY, "threshold-long", None)
        elif station.step is Step.TREATMENT:
            ordered(visit)
        elif station.step is Step.RESPONSE:
            visit.treated(BODY, cast("Treated", SAID[Step.TREATMENT]))
        visit.go(station)
        window.show_station()
        check(window)
        seen.add(station.step)
    assert seen == set(Step)
    assert visit.questions(Form.FULL)


def check(window: VisitWindow) -> None:
    widgets = shown(window)
    unnamed = [w for w in widgets if w.focusPolicy() & Qt.FocusPolicy.TabFocus and not w.accessibleName()]
    assert [type(widget).__name__ for widget in unnamed if widget.focusProxy() is None] == [], window.page.station
    for button in widgets:
        if isinstance(button, QAbstractButton):
            assert min(button.width(), button.height()) >= SMALLEST_PX, button.accessibleName()
            if not inside_a_scroll(button):
                place = QRect(button.mapTo(window, QPoint(0, 0)), button.size())
                assert window.rect().contains(place), (window.page.station, button.accessibleName())


def inside_a_scroll(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            return True
        parent = parent.parentWidget()
    return False
