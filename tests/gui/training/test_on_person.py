"""A window of training on a person: who and where, what they feel, and nothing that only a pad may do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gui.training.body_keys import DIGITS
from gui.training.window import TrainingWindow
from session.cue import Why
from session.inputs import GoOn, StopReason, ToolFit
from tests.gui.training.rooms import Gym, Look, opened, watched
from tests.training.results import result
from tests.training.rooms import SEEN, UNSEEN, Room, exercise
from tests.training.test_on_person import PERSON, WHOM
from training.course import own_course

TWICE = exercise(SEEN, trials=2)


def on_person(
    path: Path, made: Any, keys: dict[float, Qt.Key], reason: StopReason = StopReason.OTHER, **scenario: Any
) -> tuple[Room, list[Look], TrainingWindow]:
    """Do it on a person, while somebody presses these keys."""

    def prepare(place: Room, window: TrainingWindow) -> None:
        runner = place.practice.runner
        runner.press(WHOM)
        place.at[2.0] = lambda: runner.hear(ToolFit())
        for at_s, key in keys.items():
            place.at[at_s] = lambda key=key: QTest.keyClick(window, key)  # type: ignore[misc]  # mypy infers no default
        place.at[12.0] = lambda: window.go_on(reason)
        place.follow()

    return watched(path, made, prepare=prepare, gym=Gym(whom=WHOM), person=PERSON, **scenario)


def test_who_is_pressed_where_is_above_it_all(tmp_path: Path) -> None:
    _, _, window = on_person(tmp_path / "a.mcap", exercise(SEEN), {}, grabs=False)
    assert window.claim.text() == "Training on a person – not a medical device"
    assert window.whom.isVisible()
    assert "INFRASPINATUS" in window.whom.place.text().upper()
    assert window.whom.mapTo(window, QPoint()).y() < window.exercise.mapTo(window, QPoint()).y()


def test_a_pad_has_none_of_it() -> None:
    window = opened(Gym())
    assert window.claim.text() == "Training on a pad, no person – not a medical device"
    assert not window.whom.isVisible()
    assert window.course.next.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_6, Qt.Key.Key_T])
def test_pain_that_is_typed_stops_it(tmp_path: Path, key: Qt.Key) -> None:
    place, _, window = on_person(tmp_path / "a.mcap", TWICE, {9.0: key}, StopReason.TOO_PAINFUL, grabs=False)
    assert [each.void for each in place.practice.judged] == [Why.PAIN_HIGH]
    assert window.said.text() == f"Pain {6 if key is Qt.Key.Key_6 else 10} of 10."
    assert window.exercise.leave.isVisible()


def test_less_pain_is_shown_and_goes_on(tmp_path: Path) -> None:
    place, _, window = on_person(tmp_path / "a.mcap", exercise(SEEN), {9.0: Qt.Key.Key_3}, grabs=False)
    assert [each.void for each in place.practice.judged] == [None]
    assert window.said.text() == "Pain 3 of 10."


def test_a_presenter_in_the_client_s_hand_is_a_stop(tmp_path: Path) -> None:
    place, _, window = on_person(tmp_path / "a.mcap", TWICE, {9.0: Qt.Key.Key_PageDown}, grabs=False)
    assert [each.void for each in place.practice.judged] == [Why.THERAPIST_STOP]
    assert window.exercise.cue.face.reason == "Stopped: on a person the exercise is over."


def test_on_a_pad_figures_are_keys_like_others(tmp_path: Path) -> None:
    heard: list[object] = []

    def prepare(place: Room, window: TrainingWindow) -> None:
        place.practice.runner.on_input = heard.append
        place.at[8.0] = lambda: QTest.keyClick(window, Qt.Key.Key_9)
        place.follow()

    place, _, _ = watched(tmp_path / "a.mcap", exercise(SEEN), grabs=False, prepare=prepare)
    assert [each.void for each in place.practice.judged] == [None]
    assert heard == []


def test_each_pain_has_its_key() -> None:
    assert sorted(DIGITS.values()) == list(range(11))


def test_nothing_is_due_on_a_person_and_an_exercise_is_chosen() -> None:
    gym = Gym(course=own_course(), whom=WHOM)
    window = opened(gym)
    assert not window.course.next.isVisible()
    assert window.course.said.text().startswith("Practice on a person: choose an exercise.")
    window.course.table.selectRow(2)
    window.course.chosen.click()
    assert len(gym.wanted) == 1


def test_where_nobody_may_be_pressed_any_more_nothing_can_be_begun() -> None:
    window = opened(Gym(nobody="nobody is pressed here now", results=(result(),)))
    assert window.course.said.text() == "Nobody is pressed here now"
    assert not window.course.chosen.isEnabled()
    assert not window.course.next.isVisible()
    assert window.claim.text().startswith("Training on a person")


def test_in_a_blind_trial_each_pixel_is_the_same_on_a_person_too(tmp_path: Path) -> None:
    def looks(name: str, force_n: float) -> list[Look]:
        presses = [{"at_s": 6.5, "force_n": force_n, "for_s": 5.6}]
        place, seen, _ = on_person(tmp_path / name, exercise(UNSEEN), {}, presses=presses)
        assert [each.void for each in place.practice.judged] == [None]
        return [each for each in seen if each.phase in ("Going", "Falling")]

    looks(
        "first.mcap", 10.0
    )  # the first time that Qt sets a word some of its letters lie a fraction of a point elsewhere
    light, right = looks("light.mcap", 4.0), looks("right.mcap", 10.0)
    assert len(right) > 5
    assert light == right


def test_a_reason_is_asked_for_after_a_stop(tmp_path: Path) -> None:
    heard: list[object] = []

    def prepare(place: Room, window: TrainingWindow) -> None:
        runner = place.practice.runner
        runner.press(WHOM)
        runner.on_input = heard.append
        place.at[2.0] = lambda: runner.hear(ToolFit())
        place.at[9.0] = window.stop
        place.at[12.0] = lambda: window.exercise.go_on.chosen.emit(StopReason.NERVE)
        place.follow()

    place, _, window = watched(
        tmp_path / "a.mcap", TWICE, prepare=prepare, gym=Gym(whom=WHOM), person=PERSON, grabs=False
    )
    assert GoOn(reason=StopReason.NERVE) in heard
    assert "this point is closed for today" in window.exercise.cue.face.reason
    assert len(place.practice.judged) == 1
