"""Points are chosen on the picture and in the list, by keyboard too, and every change can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSizeF, Qt
from PySide6.QtTest import QTest

from clinic.bodymap.points import Activity
from clinic.bodymap.shapes import body_map
from clinic.entries.places import View
from clinic.screening.answers import Answer, Form, Side, Spot
from clinic.way.motion import Moved
from clinic.way.said import Chosen, Complained, Felt, Rated, Station, Step
from clinic.way.visit import Visit
from gui.body_frame import panes
from gui.visit.points import PointsPage
from gui.visit.window import VisitWindow
from tests.gui.visit.conftest import Opened
from tests.gui.visit.room import go_next, key, press, visit_in

INFRA = Spot(site="infraspinatus-fossa", side=Side.LEFT)
SOLEUS = Spot(site="soleus-lower", side=Side.RIGHT)
ENTER, TAB, LEFT = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Left


def at_points(visit: Visit) -> Visit:
    visit.answer(Form.FULL, {question.id: Answer.NO for question in visit.questions(Form.FULL)})
    visit.go(Station(step=Step.COMPLAINT))
    visit.say(Complained())
    visit.consent("a hand", tried=True)
    visit.say(Rated(nrs=5))
    visit.say(Moved())
    return visit


def page_of(window: VisitWindow) -> PointsPage:
    page = window.page
    assert isinstance(page, PointsPage)
    return page


def spots_of(page: PointsPage) -> tuple[Spot, ...]:
    """As they stand now."""
    return page.spots


def at(page: PointsPage, spot: Spot, view: View) -> QPoint:
    picture, shape = page.map.picture, body_map().site(spot.site, spot.side, view)
    assert shape is not None
    pane = next(each for each in panes(picture.part, QSizeF(picture.size())) if each.view is view)
    return pane.on_widget(shape.at).toPoint()


def two_points(window: VisitWindow) -> PointsPage:
    page = page_of(window)
    for words in ("infraspinatus left", "soleus right"):
        press(window, words)
        key(window, ENTER)
        assert page.map.about.name.text().startswith(words.split()[0].capitalize())
        key(window, ENTER)
        assert page.map.list.search.text() == ""
    assert spots_of(page) == (INFRA, SOLEUS)
    return page


def test_by_keyboard_points_are_found_put_moved_taken_out_and_brought_back(opened: Opened, tmp_path: Path) -> None:
    at_points(visit_in(tmp_path))
    window = opened(tmp_path)
    page = two_points(window)
    page.map.picture.setFocus()
    before = page.choosing.points[1].at
    key(window, LEFT, Qt.KeyboardModifier.ShiftModifier)
    after = page.choosing.points[1].at
    assert before is not None
    assert after is not None
    assert after.x == pytest.approx(before.x - 1 / body_map().width)
    page.map.points.remove.setFocus()
    key(window, ENTER)
    assert spots_of(page) == (INFRA,)
    handle = window.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    assert spots_of(page) == (INFRA, SOLEUS)
    assert page.choosing.points[1].at == after


def test_what_was_chosen_is_kept_with_its_place_and_seen_small_on_the_pages_of_the_point(
    opened: Opened, tmp_path: Path
) -> None:
    at_points(visit_in(tmp_path))
    window = opened(tmp_path)
    page = two_points(window)
    assert window.where.isHidden()
    go_next(window)
    chosen = window.visit.way.said(Station(step=Step.POINTS), Chosen)
    assert chosen is not None
    assert [mark.at for mark in chosen.marks] == [point.at for point in page.choosing.points]
    assert window.page.station == Station(step=Step.FINDINGS, spot=INFRA)
    assert window.where.side.text() == "CLIENT'S LEFT"
    assert window.where.picture.view is View.BACK
    assert window.where.picture.scene.points[0].on_map == page.choosing.points[0].at


def test_a_click_chooses_and_a_second_one_puts_the_point_there(opened: Opened, tmp_path: Path) -> None:
    at_points(visit_in(tmp_path))
    window = opened(tmp_path)
    page = page_of(window)
    there = at(page, INFRA, View.BACK)
    for _ in range(2):
        QTest.mouseClick(page.map.picture, Qt.MouseButton.LeftButton, pos=there)
    assert spots_of(page) == (INFRA,)
    undo = page.map.points.undo
    assert undo.isEnabled()
    undo.click()
    assert spots_of(page) == ()
    assert not undo.isEnabled()
    with pytest.raises(ValueError, match="choose at least one point"):
        page.go_on()


def test_a_place_where_nobody_presses_is_no_point_and_a_seventh_one_is_refused(opened: Opened, tmp_path: Path) -> None:
    at_points(visit_in(tmp_path))
    window = opened(tmp_path)
    page = page_of(window)
    press(window, "scalenes right")
    for _ in range(2):
        key(window, ENTER)
    assert spots_of(page) == ()
    assert "Always blocked" in page.map.about.standing.text()
    assert not page.map.points.add.isEnabled()
    sites = [site for site in window.visit.room.library.sites.values() if not site.is_blocked][:7]
    for site in sites:
        page.put(Spot(site=site.id, side=Side.LEFT), None)
    assert len(spots_of(page)) == 6
    assert "6 points are the most for one visit" in window.notice.text()


def test_what_fingers_found_is_seen_on_the_map(opened: Opened, tmp_path: Path) -> None:
    visit = at_points(visit_in(tmp_path))
    visit.say(Chosen(spots=(INFRA, SOLEUS)))
    visit.note(Felt(taut_band=True, tender=True, familiar=True), Station(step=Step.FINDINGS, spot=INFRA))
    visit.note(Felt(taut_band=True, tender=True, familiar=False), Station(step=Step.FINDINGS, spot=SOLEUS))
    visit.go(Station(step=Step.POINTS))
    page = page_of(opened(tmp_path))
    assert [point.activity for point in page.map.picture.scene.points] == [Activity.ACTIVE, Activity.LATENT]
