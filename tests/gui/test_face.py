from __future__ import annotations

from typing import Any

import pytest

from gui.face import FACES, Shape, face_of
from session.cue import Action, Ask, Question, Why
from tests.gui.stage import cue, view


@pytest.mark.parametrize(
    ("action", "word", "shape", "tone"),
    [
        (Action.WAIT, "wait", Shape.CLOCK, "quiet"),
        (Action.PRESS, "press", Shape.PRESS, "more"),
        (Action.MORE, "more", Shape.UP, "more"),
        (Action.HOLD, "hold", Shape.BAR, "good"),
        (Action.LESS, "less", Shape.DOWN, "less"),
        (Action.REST, "rest", Shape.PAUSE, "rest"),
        (Action.DONE, "done", Shape.CHECK, "good"),
        (Action.STOP, "STOP", Shape.OCTAGON, "alarm"),
    ],
)
def test_each_action_has_its_word_shape_and_tone(action: Action, word: str, shape: Shape, tone: str) -> None:
    assert face_of(view(action), 0.01, stopped=False)[:3] == (word, shape, tone)


def test_no_two_actions_share_a_shape() -> None:
    assert len({face.shape for face in FACES.values()}) == len(Action) == len(FACES)


@pytest.mark.parametrize("action", Action)
def test_the_windows_own_latch_shows_stop_over_everything(action: Action) -> None:
    face = face_of(view(action), 5.0, stopped=True)
    assert (face.word, face.shape) == ("STOP", Shape.OCTAGON)


def test_stop_says_who_pressed_it() -> None:
    assert face_of(view(Action.HOLD), 0.0, stopped=True).reason == "Stop was pressed: let go slowly."
    patient = face_of(view(Action.STOP, Why.PATIENT_STOP), 0.0, stopped=False)
    assert patient.reason == "The patient pressed stop: let go slowly."


@pytest.mark.parametrize(
    ("age_s", "contact", "word"),
    [
        (0.49, True, "more"),
        (0.5, True, "no data"),
        (1.99, True, "no data"),
        (2.0, True, "no data – let go slowly"),
        (2.0, False, "no data"),
        (None, False, "wait"),
        (None, True, "no data – let go slowly"),
    ],
)
def test_without_readings_nobody_is_told_to_go_on_pressing(age_s: float | None, contact: bool, word: str) -> None:
    shown = face_of(view(Action.MORE, contact=contact), age_s, stopped=False).word
    assert shown.replace("\u00a0", " ") == word


def test_let_go_stays_while_readings_are_late() -> None:
    assert face_of(view(Action.LET_GO, Why.OVER_CAP), 1.0, stopped=False).word == "let go slowly"


@pytest.mark.parametrize(
    ("why", "tone", "reason"),
    [
        (Why.TIME_IN_BAND, "good", "The time in band is complete"),
        (Why.DOSE, "good", "The dose is reached"),
        (Why.PAIN_HALVED, "good", "The pain has halved"),
        (Why.PAIN_GONE, "good", "The pain is gone"),
        (Why.SOFTER_FELT, "good", "The therapist felt it become softer"),
        (Why.BAND_LIMIT, "alarm", "The time limit since the band was reached"),
        (Why.OVER_CAP, "alarm", "The pressure is above the limit"),
        (Why.OVER, "alarm", "The treatment is over"),
    ],
)
def test_letting_go_is_no_alarm_where_the_aim_of_the_hold_is_reached(why: Why, tone: str, reason: str) -> None:
    face = face_of(view(Action.LET_GO, why), 0.0, stopped=False)
    assert (face.tone, face.reason) == (tone, reason)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"soon": True}, "Let go in a moment"),
        ({"ask": Ask(Question.PAIN, 1)}, "Ask: pain?"),
        ({"ask": Ask(Question.SOFTENING, 2)}, "Ask: softer? pain?"),
        ({"soon": True, "ask": Ask(Question.PAIN, 1)}, "Let go in a moment"),
        ({"why": Why.OVER_CAP, "soon": True}, "The pressure is above the limit"),
    ],
)
def test_below_the_word_stands_why_or_what_comes_next(changes: dict[str, Any], reason: str) -> None:
    assert face_of(view(cue=cue(**changes)), 0.0, stopped=False).reason == reason


def test_the_sessions_own_silence_looks_like_the_windows() -> None:
    told = face_of(view(Action.LET_GO, Why.DATA_SILENT), 0.1, stopped=False)
    assert told == face_of(view(Action.HOLD), 2.5, stopped=False)


def test_the_end_stays_when_readings_end() -> None:
    assert face_of(view(Action.DONE, contact=False), 60.0, stopped=False).word == "done"
