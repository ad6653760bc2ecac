"""A whole visit by keyboard alone, with a simulated tool in virtual time."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from clinic.way.files import read_way
from clinic.way.said import Step, Treated
from clinic.way.visit import Visit
from clinic.way.way import Done
from gui.tongue import Tongue, speak
from gui.visit.after import ResponsePage
from gui.visit.before import ComplaintPage
from gui.visit.treatment import TreatmentPage
from gui.visit.window import VisitWindow
from palpate.visiting import VisitPlace, VisitTool
from protocol.language import Language
from session.links import LinkName
from tests.gui.visit.conftest import Opened
from tests.gui.visit.room import at_once, go_next, key, press

TAB, ENTER, RIGHT = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Right


def before_points(window: VisitWindow, goals: str = "") -> None:
    """Questions, complaint, consent, pain."""
    key(window, ENTER)  # all questions
    press(window, "n" * 45)
    go_next(window)
    assert reached(window, Step.QUESTIONS)
    go_next(window)
    assert reached(window, Step.COMPLAINT)
    key(window, ENTER)
    assert isinstance(window.page, ComplaintPage)
    window.page.goals.setFocus()
    press(window, goals)
    go_next(window)
    assert reached(window, Step.CONSENT)
    press(window, "raise a hand")
    for what in (TAB, ENTER, TAB, ENTER):
        key(window, what)
    go_next(window)
    assert reached(window, Step.BASELINE)
    key(window, RIGHT)
    key(window, ENTER)
    go_next(window)
    assert reached(window, Step.MOVEMENT)
    for what in (TAB, TAB, ENTER):  # neck bent forward, by an inclinometer
        key(window, what)
    press(window, "45")
    go_next(window)


def at_the_point(window: VisitWindow) -> None:
    """Point, findings, place, threshold, plan."""
    assert reached(window, Step.POINTS)
    press(window, "infraspinatus left")
    for what in (ENTER, ENTER):  # the first one chooses, the second one puts
        key(window, what)
    go_next(window)
    assert reached(window, Step.FINDINGS)
    key(window, ENTER)
    go_next(window)
    assert reached(window, Step.PLACE)
    press(window, "n" * 13)
    go_next(window)
    assert reached(window, Step.THRESHOLD)
    press(window, "300")
    go_next(window)
    assert reached(window, Step.PLAN)
    for what in (TAB, TAB):
        key(window, what)
    press(window, "6")  # s: the field's figure is selected, and typing replaces it
    go_next(window)
    assert reached(window, Step.ORDER)
    press(window, "30")
    go_next(window)


def treated(window: VisitWindow, qtbot: QtBot) -> None:
    """The treatment, in virtual time."""
    assert reached(window, Step.TREATMENT)
    page = window.page
    assert isinstance(page, TreatmentPage)
    key(window, ENTER)
    assert page.live is not None, window.notice.text()
    qtbot.waitUntil(lambda: page.live is not None and page.live.summary.isVisible())
    key(window, ENTER)
    qtbot.waitUntil(lambda: not page.running)


def after_it(window: VisitWindow, words: str = "", note: str = "it went well") -> None:
    """Nothing else, response, re-test, movement, aftercare, note, report."""
    assert reached(window, Step.BESIDE)
    go_next(window)
    assert reached(window, Step.RESPONSE)
    key(window, ENTER)
    assert isinstance(window.page, ResponsePage)
    window.page.words.setFocus()
    press(window, words)
    go_next(window)
    assert reached(window, Step.RETEST)
    key(window, ENTER)
    go_next(window)
    assert reached(window, Step.MOVEMENT_AFTER)
    press(window, "50")
    go_next(window)
    assert reached(window, Step.AFTERCARE)
    key(window, ENTER)
    go_next(window)
    assert reached(window, Step.NOTE)
    press(window, note)
    go_next(window)
    assert reached(window, Step.REPORT)
    go_next(window)


def printed_in(language: Language, visit: Visit, folder: Path) -> Path:
    """The note of a visit, from a window in this language."""
    speak(Tongue(language))
    try:
        paper, note = VisitTool(VisitPlace(LinkName.of("sim:treatment"), folder, papers=folder), at_once).report(visit)
    finally:
        speak(Tongue())
    assert (folder / paper).exists()
    return folder / note


def reached(window: VisitWindow, step: Step) -> bool:
    """Whether the page is that of this step."""
    return window.page.station.step is step


def test_a_whole_visit_by_keyboard_alone_ends_with_a_complete_stored_visit(
    opened: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    window = opened(tmp_path)
    before_points(window)
    at_the_point(window)
    treated(window, qtbot)
    after_it(window)
    assert not window.isVisible(), window.notice.text()
    visit = window.visit
    kept = read_way(Path(visit.kept_in))
    assert kept == visit.way
    assert kept.complete
    assert all(isinstance(kept.standing(each), Done) for each in kept.stations)
    done = next(entry.said for entry in kept.entries if isinstance(entry.said, Treated))
    assert done.simulated
    assert (tmp_path / "records" / done.record).exists()
    dose = visit.doses.doses[-1]
    assert dose.record == done.record
    assert dose.pressed_s is not None
    assert dose.most_s == 6
    assert 6 < dose.pressed_s < 20
    (paper,) = tmp_path.glob(f"{kept.pseudonym}_*.pdf")
    assert paper.read_bytes().startswith(b"%PDF")
    assert "SIMULATED" in paper.with_suffix(".txt").read_text().upper()
    assert "SIMULIERT" in printed_in(Language.GERMAN, visit, tmp_path).read_text().upper()
