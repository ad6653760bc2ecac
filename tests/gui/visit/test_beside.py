"""Other techniques than compression: a timer in virtual time, a form, the tool; kept, and refused."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt

from clinic.way import hands
from clinic.way.beside import Needled, Technique, Timed
from clinic.way.said import Station, Step
from clinic.way.timing import Over
from clinic.way.visit import Visit
from gui.tones import SILENCE, Sound
from gui.visit.beside import BesidePage
from gui.visit.timer import TimerPanel, voice
from gui.visit.window import VisitWindow
from session.errors import InputError
from session.inputs import StopReason
from tests.gui.visit.conftest import Opened
from tests.gui.visit.room import go_next, key, press, visit_in
from tests.gui.visit.test_refusals import BODY, ready

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


class Hand:
    """A clock that a test moves on."""

    def __init__(self, visit: Visit) -> None:
        self.at = visit.now
        visit.room = visit.room._replace(now=self.now)

    def now(self) -> datetime:
        return self.at

    def passes(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


def at_beside(folder: Path, opened: Opened) -> tuple[VisitWindow, BesidePage, Hand]:
    visit = visit_in(folder)
    ready(visit)
    visit.threshold(BODY, 300.0)
    visit.go(Station(step=Step.BESIDE, spot=BODY))
    window = opened(folder)
    return window, cast("BesidePage", window.page), Hand(window.visit)


def panel_of(page: BesidePage) -> TimerPanel:
    assert page.panel is not None
    page.panel.show_now()
    return page.panel


def test_a_timer_shows_its_stage_what_is_left_and_what_comes_and_stands_in_a_pause(
    opened: Opened, tmp_path: Path
) -> None:
    window, page, hand = at_beside(tmp_path, opened)
    page.choices[Technique.RELEASE].setFocus()
    key(window, ENTER)
    key(window, ENTER)  # start
    hand.passes(5.0)
    panel = panel_of(page)
    assert (panel.doing.text(), panel.seconds.text(), panel.run.text()) == ("▲  take up slowly", "10 s", "Pause")
    key(window, ENTER)
    hand.passes(60.0)
    assert (panel_of(page).seconds.text(), panel.run.text()) == ("10 s", "Go on")
    key(window, ENTER)
    hand.passes(10.2)
    assert (panel_of(page).doing.text(), panel.then.text()) == ("■  hold", "Then: let go slowly")
    assert voice(panel.timer, hand.at.timestamp()).sound is Sound.CHIME


def test_a_release_by_hand_is_repeated_skipped_and_gone_back_in_and_all_of_it_is_kept(
    opened: Opened, tmp_path: Path
) -> None:
    window, page, hand = at_beside(tmp_path, opened)
    page.time(Technique.RELEASE)
    panel = panel_of(page)
    panel.run.click()
    hand.passes(15.2)
    panel.repeat.click()
    panel.skip.click()
    assert panel_of(page).doing.text() == "▼  let go slowly"
    panel.back.click()
    hand.passes(95.0)
    assert panel_of(page).doing.text() == "✓  done"
    assert isinstance(panel.timer.state, Over)
    assert voice(panel.timer, hand.at.timestamp()) == SILENCE
    panel.done.click()
    (kept,) = hands.beside(window.visit, BODY)
    assert isinstance(kept, Timed)
    assert (kept.technique, kept.complete) == (Technique.RELEASE, True)
    assert kept.lasted_s == pytest.approx(15 + 0.2 + 90 + 5, abs=0.2)
    assert window.visit.asked(BODY).pressed_s == kept.lasted_s
    again = cast("BesidePage", window.page)
    assert again is not page
    go_next(window)
    assert window.page.station.step is Step.RESPONSE


def test_stop_ends_a_timer_and_keeps_what_was_done_until_then(opened: Opened, tmp_path: Path) -> None:
    window, page, hand = at_beside(tmp_path, opened)
    page.time(Technique.STRETCH)
    panel_of(page).run.click()
    hand.passes(12.0)
    key(window, Qt.Key.Key_F12)
    assert window.stops.isVisible()
    (kept,) = hands.beside(visit_in(tmp_path), BODY)
    assert kept == Timed(technique=Technique.STRETCH, lasted_s=12.0, complete=False)
    window.stops.reasons[StopReason.NERVE].click()
    closed = cast("BesidePage", window.page)
    assert not any(button.isEnabled() for button in (closed.with_tool, *closed.choices.values()))
    with pytest.raises(InputError, match="nobody is pressed here now"):
        closed.time(Technique.STRETCH)


def test_next_keeps_a_timer_that_runs_and_one_that_hardly_ran_leaves_nothing(opened: Opened, tmp_path: Path) -> None:
    window, page, hand = at_beside(tmp_path, opened)
    page.time(Technique.MOBILISATION)
    panel_of(page).run.click()
    hand.passes(0.5)
    panel_of(page).done.click()
    assert hands.beside(window.visit, BODY) == ()
    cast("BesidePage", window.page).time(Technique.MOBILISATION)
    panel_of(cast("BesidePage", window.page)).run.click()
    hand.passes(30.0)
    go_next(window)
    (kept,) = hands.beside(window.visit, BODY)
    assert isinstance(kept, Timed)
    assert kept.lasted_s == 30.0
    assert window.page.station.step is Step.RESPONSE


def test_whoever_leaves_a_timer_that_runs_keeps_what_was_done(opened: Opened, tmp_path: Path) -> None:
    window, page, hand = at_beside(tmp_path, opened)
    page.time(Technique.STRETCH)
    panel_of(page).run.click()
    hand.passes(20.0)
    window.pause.click()
    (kept,) = hands.beside(window.visit, BODY)
    assert isinstance(kept, Timed)
    assert kept.lasted_s == 20.0
    assert window.visit.way.paused_at is not None


def test_needling_is_documented_by_four_answers_and_neither_timed_nor_pressed(opened: Opened, tmp_path: Path) -> None:
    window, page, _ = at_beside(tmp_path, opened)
    page.needling.setFocus()
    key(window, ENTER)
    press(window, "Mira Koehler")
    page.keep_needling.click()
    assert "Qualified how: write it" in window.notice.text()
    for words in ("physiotherapist", "fossa, 2 cm", "none"):
        key(window, TAB)
        press(window, words)
    page.keep_needling.click()
    needled = Needled(by="Mira Koehler", qualification="physiotherapist", where="fossa, 2 cm", reaction="none")
    assert hands.beside(window.visit, BODY) == (needled,)
    assert page.panel is None
    assert window.visit.doses.doses == ()


def test_a_release_with_the_tool_is_guided_under_its_own_cap_and_counted(opened: Opened, tmp_path: Path) -> None:
    window, page, _ = at_beside(tmp_path, opened)
    known = window.visit.room.library
    limits = dict(known.limits)
    limits["release-hold"] = limits["release-hold"].model_copy(update={"value": 5.0})  # 90 s would take a test longer
    short = known.model_copy(update={"limits": limits})
    window.visit.room = window.visit.room._replace(library=short, now=visit_in(tmp_path).room.now)
    page.with_tool.click()
    live = page.live
    assert live is not None, window.notice.text()
    while live.summary.isHidden():
        live.bridge.poll()
    live.close()
    page.run.poll()
    (kept,) = hands.beside(window.visit, BODY)
    assert kept.kind == "released"
    assert kept.pressed is not None
    dose = window.visit.doses.doses[-1]
    assert (dose.use, dose.record, dose.most_s) == ("myofascial release", kept.pressed.record, 5.0)
    assert dose.target_n is not None
    assert dose.target_n * 1.1 <= 15.0
