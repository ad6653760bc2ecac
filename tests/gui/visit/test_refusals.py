"""No page asks for force where the screening blocks; STOP from every page; what a killed program leaves."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from clinic.entries.places import Position
from clinic.screening.answers import Answer, Form, Side, Spot
from clinic.screening.questionnaire import spot_questions
from clinic.way.beside import Technique
from clinic.way.motion import Moved
from clinic.way.said import Begun, Chosen, Complained, Ordered, Rated, Station, Step, Treated
from clinic.way.visit import Visit
from gui.visit.before import ConsentPage
from gui.visit.beside import BesidePage
from gui.visit.questions import QuestionsPage
from gui.visit.tool import Ramping
from gui.visit.treatment import TreatmentPage
from session.errors import InputError
from session.inputs import StopReason
from tests.gui.visit.conftest import Opened
from tests.gui.visit.room import go_next, key, press, visit_in

BODY = Spot(site="infraspinatus-fossa", side=Side.LEFT)
FORCE = (Step.THRESHOLD, Step.PLAN, Step.TREATMENT)


def ready(visit: Visit, yes: str = "", place: Answer = Answer.NO) -> None:
    """All said up to the plan."""
    form = Form.QUICK if yes else Form.FULL
    visit.answer(form, {q.id: Answer.YES if q.id == yes else Answer.NO for q in visit.questions(form)})
    visit.go(Station(step=Step.COMPLAINT))
    visit.say(Complained())
    visit.consent("a hand", tried=True)
    visit.say(Rated(nrs=5))
    visit.say(Moved())
    visit.say(Chosen(spots=(BODY,)))
    visit.skip("not today")
    visit.answer_place(BODY, {q.id: place for q in spot_questions(visit.room.library)})
    visit.go(Station(step=Step.THRESHOLD, spot=BODY))


def ordered(visit: Visit) -> None:
    """The only point, prone."""
    visit.say(Ordered(spots=(BODY,), positions=(Position.PRONE,), appointment_min=30))


@pytest.mark.parametrize("answer", [Answer.YES, Answer.UNSURE])
def test_a_block_at_the_place_closes_every_page_that_leads_to_force(
    answer: Answer, opened: Opened, tmp_path: Path
) -> None:
    ready(visit_in(tmp_path), place=answer)
    window = opened(tmp_path)
    for step in FORCE[:2]:
        assert window.page.station.step is step
        with pytest.raises(InputError, match="nobody is pressed here now"):
            window.page.go_on()
        go_next(window)
        assert window.page.station.step is step
        assert "obody is pressed here now" in window.notice.text()
        window.visit.skip("blocked")
        window.show_station()
    page = window.page
    assert isinstance(page, BesidePage)
    assert not any(button.isEnabled() for button in (page.with_tool, *page.choices.values()))
    assert page.needling.isEnabled()
    with pytest.raises(InputError, match="nobody is pressed here now"):
        page.time(Technique.STRETCH)
    with pytest.raises(InputError, match="no release with the tool here now"):
        page.release()
    go_next(window)
    assert window.visit.way.here.step is Step.AFTERCARE
    with pytest.raises(InputError, match="is closed"):
        window.visit.go(Station(step=Step.TREATMENT, spot=BODY))


def test_a_hard_question_answered_yes_in_a_quick_session_ends_the_way_and_says_what_would_clear_it(
    opened: Opened, tmp_path: Path
) -> None:
    visit = visit_in(tmp_path)
    ready(visit, yes=visit.questions(Form.QUICK)[0].id)
    window = opened(tmp_path)
    assert window.visit.ended
    with pytest.raises(InputError, match="nobody is pressed here now"):
        window.page.go_on()
    assert window.visit.offers(BODY) == ()
    window.visit.go(Station(step=Step.QUESTIONS))
    window.show_station()
    assert isinstance(window.page, QuestionsPage)
    (bar,) = window.visit.bars()
    assert "physician" in bar.clears


def test_a_plan_that_was_agreed_on_is_not_pressed_after_a_stop_that_closes_the_point(
    opened: Opened, tmp_path: Path
) -> None:
    visit = visit_in(tmp_path)
    ready(visit)
    visit.threshold(BODY, 300.0)
    visit.plan(BODY, "threshold-long", None)
    ordered(visit)
    window = opened(tmp_path)
    page = window.page
    assert isinstance(page, TreatmentPage)
    assert not page.refusals
    key(window, Qt.Key.Key_F12)
    assert window.stops.isVisible()
    with pytest.raises(InputError, match="has no reason yet"):
        page.treat()
    window.stops.reasons[StopReason.NERVE].click()
    assert isinstance(window.page, TreatmentPage)
    assert window.page.refusals
    with pytest.raises(InputError):
        window.page.go_on()
    (event,) = window.visit.chart.stops.events
    assert (event.spot, event.reason) == (BODY, StopReason.NERVE)


def test_a_plan_above_a_threshold_that_was_measured_anew_stays_in_sight_and_is_not_pressed(
    opened: Opened, tmp_path: Path
) -> None:
    visit = visit_in(tmp_path)
    ready(visit)
    visit.threshold(BODY, 300.0)
    visit.plan(BODY, "threshold-long", None)
    visit.go(Station(step=Step.THRESHOLD, spot=BODY))
    visit.threshold(BODY, 100.0)
    visit.go(Station(step=Step.ORDER))
    ordered(visit)
    window = opened(tmp_path)
    assert isinstance(window.page, TreatmentPage)
    assert "90 s at 30.0 N, once" in {label.text() for label in window.page.findChildren(QLabel)}
    go_next(window)
    assert "30.0 N is above the limit" in window.notice.text()
    assert not window.page.running


@pytest.mark.parametrize("stop", [Qt.Key.Key_Escape, Qt.Key.Key_F12, Qt.Key.Key_Space])
def test_stop_works_on_a_page_whatever_has_the_focus_and_nothing_covers_it(
    stop: Qt.Key, opened: Opened, tmp_path: Path
) -> None:
    window = opened(tmp_path)
    for button in (window.next, window.pause, window.light):
        button.setFocus()
        QTest.keyClick(button, stop)
        assert window.stops.isVisible()
        assert window.stop.isVisible()
        assert not window.next.isEnabled()
        window.stops.reasons[StopReason.OTHER].click()
    assert len(window.visit.chart.stops.events) == 3


def test_space_is_a_letter_in_a_text_and_escape_stops_there(opened: Opened, tmp_path: Path) -> None:
    visit = visit_in(tmp_path)
    visit.answer(Form.QUICK, {q.id: Answer.NO for q in visit.questions(Form.QUICK)})
    visit.go(Station(step=Step.CONSENT))
    window = opened(tmp_path)
    press(window, "a hand")
    assert isinstance(window.page, ConsentPage)
    assert window.page.signal.text() == "a hand"
    assert not window.stops.isVisible()
    key(window, Qt.Key.Key_Escape)
    assert window.stops.isVisible()


def test_a_visit_that_was_killed_goes_on_at_the_step_that_was_being_typed(opened: Opened, tmp_path: Path) -> None:
    first = visit_in(tmp_path)
    ready(first)
    first.threshold(BODY, 300.0)
    first.plan(BODY, "threshold-long", None)
    first.begin(BODY)
    window = opened(tmp_path)
    assert window.visit.resumed
    assert window.visit.way == first.way
    assert "goes on here" in window.notice.text()
    assert isinstance(window.page, TreatmentPage)
    assert window.stepper.currentItem().toolTip() == "Treatment: begun, its end is not known"


def test_a_reason_is_asked_before_a_page_is_left_out(opened: Opened, tmp_path: Path) -> None:
    visit = visit_in(tmp_path)
    visit.answer(Form.QUICK, {q.id: Answer.NO for q in visit.questions(Form.QUICK)})
    visit.go(Station(step=Step.COMPLAINT))
    window = opened(tmp_path)
    key(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.why.isVisible()
    key(window, Qt.Key.Key_Return)
    assert visit.way.here.step is Step.COMPLAINT
    press(window, "no words today")
    key(window, Qt.Key.Key_Return)
    assert [str(window.page.station)] == ["Consent and stop signal"]


class Looking:
    """A treatment whose tool is not found yet."""

    over = False
    cancelled = False

    def shown(self) -> None:
        return None

    def result(self) -> Treated:
        raise AssertionError("nothing was done")

    def cancel(self) -> None:
        self.cancelled = True


def test_stop_while_the_tool_is_looked_for_ends_the_search_and_no_other_page_is_reached_meanwhile(
    opened: Opened, tmp_path: Path
) -> None:
    visit = visit_in(tmp_path)
    ready(visit)
    visit.threshold(BODY, 300.0)
    visit.plan(BODY, "threshold-long", None)
    ordered(visit)
    window, looking = opened(tmp_path), Looking()
    page = window.page
    assert isinstance(page, TreatmentPage)

    class Found:
        def treat(self, _visit: Visit, _spot: Spot) -> Looking:
            return looking

        prints = False

        def treat_next(self, _visit: Visit, _spot: Spot) -> Looking:
            return looking

        def release(self, _visit: Visit, _spot: Spot) -> Looking:
            return looking

        def measure(self, _visit: Visit, _spot: Spot) -> Ramping:
            raise AssertionError("no threshold is measured here")

        def report(self, _visit: Visit) -> tuple[str, ...]:
            return ()

    page.tool = Found()
    page.start.click()
    assert not any(button.isEnabled() for button in (window.next, window.back, window.skip, window.stepper))
    assert window.stop.isEnabled()
    key(window, Qt.Key.Key_F12)
    assert looking.cancelled
    assert not page.running
    assert window.stops.isVisible()
    assert not window.next.isEnabled()
    assert window.visit.way.said(Station(step=Step.TREATMENT, spot=BODY), Begun) is None
