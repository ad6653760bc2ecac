"""The course that comes with Palpate is translated, and somebody's own course stays as it is written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from gui.languages.gather import messages
from gui.tongue import Tongue, speak
from gui.training.window import TrainingWindow
from protocol.language import Language
from session.cue import Action
from tests.gui.tongues import Marking, unmarked
from tests.gui.training.rooms import NOON, Gym, opened
from tests.training.judged import judged
from tests.training.results import result
from tests.training.rooms import exercise
from training.course import Course, own_course


@pytest.fixture
def marking() -> Iterator[None]:
    speak(Marking())
    yield
    speak(Tongue())


def names(window: TrainingWindow) -> list[str]:
    table = window.course.table
    items = (table.item(row, 1) for row in range(table.rowCount()))
    return [item.text() for item in items if item is not None]


def test_each_text_of_the_course_is_gathered(tmp_path: Path) -> None:
    found = {each.text for each in messages(tmp_path)}
    made = own_course()
    assert {made.name, made["hold-20"].name, made["hold-20"].text, made.lessons[0].name} <= found


@pytest.mark.usefixtures("marking")
def test_the_course_that_comes_with_palpate_is_translated() -> None:
    window = opened(Gym(course=own_course()))
    assert window.course.next.text() == "⟦Begin: ⟧⟦Three forces, unseen⟧⟦ (⟧⟦pre-test⟧⟦)⟧"
    due = window.course.progress.toPlainText().splitlines()[0]
    assert due == "⟦Due now: ⟧⟦Three forces, unseen⟧⟦ (⟧⟦pre-test⟧⟦)⟧"
    assert names(window)[0] == "⟦Hold 20 N⟧"
    assert window.course.task.text() == f"⟦{own_course()['test-hold'].text}⟧"
    window.course.table.setCurrentCell(1, 0)
    assert window.course.chosen_task.text() == "⟦The same with 30 N: lean, do not push with the fingers.⟧"


@pytest.mark.usefixtures("marking")
def test_somebodys_own_course_stays_as_it_is_written() -> None:
    own = exercise(name="rest", text="hold")
    window = opened(Gym(course=Course(name="done", exercises=(own,))))
    window.course.table.setCurrentCell(0, 0)
    assert window.course.title.text() == "done · T-1"
    assert (names(window), window.course.chosen_task.text()) == (["rest"], "hold")


@pytest.mark.usefixtures("marking")
def test_what_is_due_and_what_was_reached_can_be_translated_line_by_line() -> None:
    results = tuple(result("hold-20", points=80.0 + number, number=number, of=3) for number in (1, 2, 3))
    window = opened(Gym(course=own_course(), results=results, now=NOON + timedelta(days=1)))
    lines = window.course.progress.toPlainText().splitlines()
    assert len(lines) == 6
    assert not [each for each in lines if unmarked(each)]


def test_an_exercise_is_called_by_its_name_and_by_its_id_where_the_course_has_it_no_more() -> None:
    window = opened(Gym(results=(result("light"), result("gone"))))
    text = window.course.progress.toPlainText()
    assert "Light, unseen, usual hand" in text
    assert "gone, unseen, usual hand" in text


@pytest.mark.usefixtures("marking")
def test_a_result_can_be_translated_with_each_lost_point() -> None:
    window = opened(Gym())
    window.exercise.tell(judged(8.0))
    panel = window.exercise.result
    assert panel.losses.count()
    shown = [panel.words.text(), panel.terms.text(), *(panel.losses.item(row).text() for row in range(2))]
    assert not [each for each in shown if unmarked(each)]


@pytest.mark.usefixtures("marking")
def test_a_refusal_of_the_gym_is_translated() -> None:
    class Refusing(Gym):
        def begin(self, what: object) -> None:
            raise ValueError("no")

    window = opened(Refusing(course=own_course()))
    window.course.next.click()
    assert window.said.text() == "⟦no⟧"


@pytest.mark.parametrize("language", Language)
def test_the_word_that_is_waited_for_is_the_one_that_is_said(language: Language) -> None:
    tongue = Tongue(language)
    assert tongue.text(Action.LET_GO.value) in tongue.text(own_course()["release-20"].text)
