"""Which words go with a moment, each spoken once."""

from __future__ import annotations

from typing import Any

import pytest

from gui.face import face_of
from gui.talk import Talker, texts
from gui.tongue import Tongue, speak
from session.cue import Action, Ask, Question, Why
from session.inputs import StopReason
from session.view import View
from session.whom import Whom
from tests.gui.stage import cue, view

WHOM = Whom("P-7", "Upper trapezius", "left", "120 N", (), ())
PLACE = "Upper trapezius, left"


class Marked(Tongue):
    """Another language."""

    def text(self, english: str, count: int = -1) -> str:
        return f"«{english}»"


def at(action: Action, why: Why | None = None, *, whom: Whom | None = WHOM, **changes: Any) -> View:
    return view(action, why, whom=whom, cue=cue(action, why, **changes))


def spoken(*views: View, age_s: float = 0.01) -> list[str | None]:
    talker = Talker()
    return [talker.new(each, face_of(each, age_s, stopped=False)) for each in views]


def asked(number: int, question: Question = Question.PAIN) -> View:
    return at(Action.HOLD, ask=Ask(question, number))


def test_site_and_side_are_spoken_once_before_the_first_press() -> None:
    wait, press = at(Action.WAIT, Why.ZERO_NEEDED), at(Action.PRESS)
    assert spoken(wait, wait, press, at(Action.HOLD), at(Action.REST), press) == [
        PLACE, None, None, None, "rest", None,
    ]  # fmt: skip


def test_where_somebody_has_to_say_that_the_tool_is_there_it_is_a_question() -> None:
    assert spoken(at(Action.WAIT, Why.ZERO_NEEDED), at(Action.WAIT, Why.PLACE)) == [PLACE, f"{PLACE}. Here?"]


def test_on_the_bench_no_place_is_named() -> None:
    assert spoken(at(Action.PRESS, whom=None)) == [None]


def test_each_question_is_spoken_once() -> None:
    assert spoken(asked(1), asked(1), at(Action.HOLD), asked(2, Question.SOFTENING), asked(2)) == [
        "pain?", None, None, "softer? pain?", None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("why", "words"), [(Why.TIME_IN_BAND, "let go"), (Why.OVER_CAP, None), (Why.SENSOR_FAULT, None)]
)
def test_a_let_go_is_spoken_where_it_is_the_aim_and_an_alarm_speaks_for_itself(why: Why, words: str | None) -> None:
    assert spoken(at(Action.LET_GO, why), at(Action.LET_GO, why)) == [words, None]


def test_after_a_stop_each_reason_is_spoken_as_one_button_moves_to_it_and_again_the_next_time_round() -> None:
    stop = [at(Action.STOP, offered=offered) for offered in (None, *StopReason, StopReason.TOO_PAINFUL)]
    reasons = [reason.value for reason in StopReason]
    assert spoken(*stop) == [None, *reasons, reasons[0]]


def test_after_a_stop_the_place_is_named_again() -> None:
    press = at(Action.PRESS)
    assert spoken(press, at(Action.STOP), press) == [PLACE, None, PLACE]


def test_without_data_nothing_is_spoken() -> None:
    assert spoken(asked(1), at(Action.REST), at(Action.PRESS), age_s=0.6) == [None, None, None]


def test_all_that_may_be_said_can_be_made_ahead_of_time() -> None:
    known = set(texts(at(Action.WAIT)))
    moments = [at(Action.WAIT), at(Action.WAIT, Why.PLACE), asked(1), asked(2, Question.SOFTENING), at(Action.REST)]
    moments += [at(Action.DONE), at(Action.LET_GO, Why.DOSE)]
    moments += [at(Action.STOP, offered=reason) for reason in StopReason]
    for moment in moments:
        (text,) = spoken(moment)
        assert text in known


def test_in_another_language_everything_is_spoken_in_it_and_was_made_ahead_of_time() -> None:
    speak(Marked())
    known = set(texts(at(Action.HOLD)))
    said = spoken(asked(1), at(Action.LET_GO, Why.DOSE), at(Action.REST), at(Action.PRESS))
    speak(Tongue())
    assert said == ["«pain?»", "«let go»", "«rest»", "««Upper trapezius», «left»»"]
    assert known >= set(said)
