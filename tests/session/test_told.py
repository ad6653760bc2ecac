"""Texts in values that pydantic makes stay what they were."""

from __future__ import annotations

import pytest
from pydantic import BaseModel, ValidationError

from protocol.sentence import Sentence
from session.told import Told

WHY = Sentence("at most {most_n:g} N", most_n=30.0)


class Limited(BaseModel):
    """Something with a text."""

    why: Told


def test_a_sentence_stays_one_through_dumps_in_python_and_is_a_text_in_json() -> None:
    again = Limited.model_validate(Limited(why=WHY).model_dump()).why
    assert isinstance(again, Sentence)
    assert again.template == "at most {most_n:g} N"
    assert Limited(why=WHY).model_dump_json() == '{"why":"at most 30 N"}'


def test_another_text_is_taken_and_what_is_none_is_refused() -> None:
    assert Limited.model_validate_json('{"why":"at most 30 N"}').why == WHY
    with pytest.raises(ValidationError):
        Limited.model_validate({"why": 30})
