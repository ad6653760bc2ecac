"""What a visit's pages say to people who read another language: a click or two further than a page's first look."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from clinic.entries.cautions import Kind
from clinic.library import library
from clinic.screening.answers import Answer, Form
from clinic.screening.questionnaire import body_questions
from clinic.way.said import Station, Step
from gui.tongue import Tongue, speak
from gui.visit.page import Page
from gui.visit.questions import Asking, QuestionsPage
from session.errors import InputError
from tests.gui.tongues import Marking, texts, unmarked
from tests.gui.visit.conftest import Opened
from tests.gui.visit.room import visit_in
from tests.gui.visit.test_refusals import BODY, ready

GERMAN: Final = {"Yes  (Y)": "Ja  (J)", "No  (N)": "Nein  (N)", "Unsure  (U)": "Unsicher  (U)"}


class German(Tongue):
    """Three words of it."""

    def text(self, english: str, count: int = -1) -> str:
        """As a translator wrote it."""
        del count
        return GERMAN.get(english, english)


@pytest.fixture
def marking() -> Iterator[None]:
    """Everything is said in marks."""
    speak(Marking())
    yield
    speak(Tongue())


def never_said(page: Page) -> list[str]:
    """Texts of a page that nobody can translate."""
    return [text for _, text in texts(page) if unmarked(text)]


def test_the_letters_in_a_languages_own_words_answer(qtbot: QtBot) -> None:
    speak(German())
    try:
        asking = Asking()
    finally:
        speak(Tongue())
    qtbot.addWidget(asking)
    asking.ask(body_questions(library())[:3])
    for key in (Qt.Key.Key_Y, Qt.Key.Key_J, Qt.Key.Key_N, Qt.Key.Key_U):
        QTest.keyClick(asking, key)
    assert list(asking.replies.values()) == [Answer.YES, Answer.NO, Answer.UNSURE]


def test_what_blocks_what_opens_it_and_what_cannot_be_cleared_is_said(
    marking: None, opened: Opened, tmp_path: Path
) -> None:
    page = opened(tmp_path).page
    assert isinstance(page, QuestionsPage)
    page.forms[Form.FULL].click()
    for question in page.asking.questions:
        page.asking.reply(Answer.YES if question.kind is Kind.NOTE else Answer.UNSURE)
    assert never_said(page) == []
    page.go_on()
    page.bars.reasons[0].setText(" ")
    told: list[str] = []
    page.failed.connect(told.append)
    page.bars.clears[0].click()
    assert [unmarked(text) for text in told] == [""]
    assert never_said(page) == []


@pytest.mark.parametrize("step", [Step.PLACE, Step.BESIDE])
def test_why_a_place_is_closed_is_said(step: Step, marking: None, opened: Opened, tmp_path: Path) -> None:
    visit = visit_in(tmp_path)
    ready(visit, place=Answer.UNSURE)
    visit.skip("⟦closed⟧")
    visit.go(Station(step=step, spot=BODY))
    assert never_said(opened(tmp_path, visit).page) == []


@pytest.mark.parametrize("step", [Step.COMPLAINT, Step.CONSENT, Step.BASELINE])
def test_what_is_missing_on_a_page_is_said(step: Step, marking: None, opened: Opened, tmp_path: Path) -> None:
    visit = visit_in(tmp_path)
    visit.answer(Form.FULL, {question.id: Answer.NO for question in visit.questions(Form.FULL)})
    visit.go(Station(step=step))
    with pytest.raises(InputError) as caught:
        opened(tmp_path, visit).page.go_on()
    assert unmarked(str(caught.value)) == ""


def test_the_button_that_leads_on_is_read_aloud_as_what_it_says(opened: Opened, tmp_path: Path) -> None:
    window = opened(tmp_path)
    assert (window.next.text(), window.next.accessibleName()) == ("Next", "Next")
    window.pause.click()
    assert (window.next.text(), window.next.accessibleName()) == ("Go on", "Go on")
