"""Order, movement, plan and treatment: what the pages show, keep and refuse."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from clinic.entries.places import Position
from clinic.screening.answers import Answer, Side, Spot
from clinic.screening.questionnaire import spot_questions
from clinic.way.motion import Moved
from clinic.way.said import Chosen, Ordered, Station, Step
from clinic.way.visit import Visit
from gui.visit.motion import MotionPage
from gui.visit.order import OrderPage
from gui.visit.pressing import PlanPage
from tests.clinic.way.visits import SAID
from tests.gui.visit.conftest import Opened
from tests.gui.visit.room import go_next, press, visit_in
from tests.gui.visit.test_refusals import BODY, ordered, ready

PECTORALIS = Spot(site="pectoralis-major-below-clavicle", side=Side.RIGHT)
TRAPEZIUS = Spot(site="upper-trapezius-border", side=Side.LEFT)
SPOTS = (BODY, PECTORALIS, TRAPEZIUS)
ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab
ALT = Qt.KeyboardModifier.AltModifier


def planned(visit: Visit, spots: tuple[Spot, ...] = SPOTS) -> None:
    """Each of them with a plan of one hold of 90 s."""
    visit.note(Chosen(spots=spots), Station(step=Step.POINTS))
    for spot in spots:
        visit.go(Station(step=Step.PLACE, spot=spot))
        visit.answer_place(spot, {q.id: Answer.NO for q in spot_questions(visit.room.library)})
        visit.go(Station(step=Step.THRESHOLD, spot=spot))
        visit.threshold(spot, 300.0)
        visit.go(Station(step=Step.PLAN, spot=spot))
        visit.plan(spot, "threshold-long", None)
    visit.go(Station(step=Step.ORDER))


def test_points_are_grouped_by_position_and_what_does_not_fit_is_said(opened: Opened, tmp_path: Path) -> None:
    visit = visit_in(tmp_path)
    ready(visit)
    planned(visit)
    window = opened(tmp_path)
    page = cast("OrderPage", window.page)
    assert [each.spot for each in page.work] == [PECTORALIS, BODY, TRAPEZIUS]
    assert "It takes 6 min" in page.told.text()  # 3 × 90 s, 60 s to turn over, 15 s to the next point
    assert "turn over" in page.list.item(1).text()
    press(window, "5")
    assert "1 min too many" in page.told.text()
    press(window, "0")
    assert page.told.text() == "It takes 6 min, and the appointment has 50 min."


def test_the_order_and_the_position_at_a_point_are_changed_by_keys_and_kept(opened: Opened, tmp_path: Path) -> None:
    visit = visit_in(tmp_path)
    ready(visit)
    planned(visit)
    window = opened(tmp_path)
    page = cast("OrderPage", window.page)
    press(window, "50")
    handle = window.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_Down, ALT)
    assert [each.spot for each in page.work] == [BODY, PECTORALIS, TRAPEZIUS]
    assert page.list.currentRow() == 1
    page.list.setCurrentRow(2)
    QTest.keyClick(handle, Qt.Key.Key_P, ALT)
    assert page.work[2].position is Position.SEATED
    go_next(window)
    kept = visit_in(tmp_path).way
    assert kept.order == (BODY, PECTORALIS, TRAPEZIUS)
    agreed = kept.said(Station(step=Step.ORDER), Ordered)
    assert agreed is not None
    assert agreed.positions == (Position.PRONE, Position.SUPINE, Position.SEATED)
    assert kept.here == Station(step=Step.TREATMENT, spot=BODY)
    assert window.where.position.text() == "Prone"


def test_without_minutes_there_is_no_order(opened: Opened, tmp_path: Path) -> None:
    visit = visit_in(tmp_path)
    ready(visit)
    planned(visit, (BODY,))
    window = opened(tmp_path)
    go_next(window)
    assert window.page.station.step is Step.ORDER
    assert "is no number" in window.notice.text()


def test_movements_are_added_once_each_and_what_is_left_open_is_not_kept(opened: Opened, tmp_path: Path) -> None:
    visit = visit_in(tmp_path)
    ready(visit)
    visit.go(Station(step=Step.MOVEMENT))
    window = opened(tmp_path)
    page = cast("MotionPage", window.page)
    page.movement.setCurrentText("Neck turned, client's left")
    page.method.setCurrentText("goniometer")
    page.add.click()
    press(window, "52,5")
    page.add.click()
    assert len(page.fields) == 1
    page.movement.setCurrentText("Neck bent back")
    page.add.click()
    go_next(window)
    moved = window.visit.way.said(Station(step=Step.MOVEMENT), Moved)
    assert moved is not None
    assert [(each.movement, each.side, each.degrees, each.method.value) for each in moved.reaches] == [
        ("neck-rotation", Side.LEFT, 52.5, "goniometer")
    ]


def test_after_the_treatment_the_same_movement_is_asked_by_the_same_method(opened: Opened, tmp_path: Path) -> None:
    visit = visit_in(tmp_path)
    ready(visit)
    moved = cast("Moved", SAID[Step.MOVEMENT])
    visit.note(moved, Station(step=Step.MOVEMENT))
    visit.go(Station(step=Step.MOVEMENT_AFTER))
    window = opened(tmp_path)
    press(window, "400")
    go_next(window)
    assert "more than 360" in window.notice.text()
    again = cast("MotionPage", window.page)
    next(iter(again.fields.values())).setText("0")
    again.go_on()
    after = window.visit.way.said(Station(step=Step.MOVEMENT_AFTER), Moved)
    assert after is not None
    assert after.reaches == (moved.reaches[0].model_copy(update={"degrees": 0.0}),)


def test_a_treatment_says_site_side_and_position_in_large_letters(opened: Opened, tmp_path: Path) -> None:
    visit = visit_in(tmp_path)
    ready(visit)
    visit.threshold(BODY, 300.0)
    visit.plan(BODY, "threshold-long", None)
    ordered(visit)
    window = opened(tmp_path)
    texts = [label.text() for label in window.page.findChildren(type(window.notice))]
    assert "INFRASPINATUS, CLIENT'S LEFT, PRONE" in texts


def test_a_plan_that_is_not_offered_here_shows_why_and_no_figures_of_another_one(
    opened: Opened, tmp_path: Path
) -> None:
    visit = visit_in(tmp_path)
    ready(visit)
    visit.go(Station(step=Step.PLAN, spot=BODY))
    page = cast("PlanPage", opened(tmp_path).page)
    assert page.fields["hold"].text() == "30"
    assert "all points take 6 min" in page.total.text()  # 6 × 30 s and five rests of 30 s
    page.list.setCurrentRow(page.list.count() - 1)
    assert "Not here: this target is a share of the pain threshold" in page.about.text()
    assert [field.text() for field in page.fields.values()] == [""] * 4
    assert page.total.text() == ""
