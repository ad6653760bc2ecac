"""A text that remembers how it was made is otherwise an ordinary text."""

from __future__ import annotations

import copy
import pickle
from enum import StrEnum

import pytest

from protocol.sentence import Beginning, Sentence, begun, signed


class Word(StrEnum):
    """A word of an enumeration."""

    COLD = "too cold"


TOLD = Sentence("{name} is {why}, {age_s:.1f} s ago {{sic}}", name="PT-1", why=Word.COLD, age_s=1.25)


def test_it_is_the_filled_text_and_keeps_how_it_was_made() -> None:
    assert TOLD == "PT-1 is too cold, 1.2 s ago {sic}"
    assert TOLD.template == "{name} is {why}, {age_s:.1f} s ago {{sic}}"
    assert dict(TOLD.values) == {"name": "PT-1", "why": Word.COLD, "age_s": 1.25}


def test_an_errors_text_is_still_a_sentence() -> None:
    said = str(ValueError(TOLD))
    assert isinstance(said, Sentence)
    assert said.values["name"] == "PT-1"


def test_a_copy_remembers_too_and_is_not_filled_twice() -> None:
    for again in (copy.deepcopy(TOLD), pickle.loads(pickle.dumps(TOLD))):
        assert (again, again.template, again.values) == (TOLD, TOLD.template, TOLD.values)


def test_a_row_keeps_each_of_its_sentences() -> None:
    row = Sentence.joined("; ", [TOLD, Word.COLD])
    assert row == f"{TOLD}; too cold"
    assert list(row.values.values()) == [TOLD, Word.COLD]


def test_a_text_without_values_is_taken_as_it_is() -> None:
    assert Sentence("from a clinic's own file {sic") == "from a clinic's own file {sic"


def test_a_text_without_values_is_taken_as_it_stands() -> None:
    """As those of a clinic's own file, in which a brace is only a brace."""
    text = Sentence("a {mark} of our own")
    assert (text, text.template) == ("a {mark} of our own",) * 2


def test_a_beginning_is_great_and_still_knows_how_it_was_written() -> None:
    first = begun(Sentence("no data for {age_s:.1f} s", age_s=1.25))
    assert (first, first.template, first.values) == ("No data for 1.2 s", "no data for {age_s:.1f} s", {"age_s": 1.25})
    assert [begun(each) for each in ("", "x", Word.COLD)] == ["", "X", "Too cold"]
    again = pickle.loads(pickle.dumps(first))
    assert isinstance(again, Beginning)
    assert again == first


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (1.25, 1, "+1.2"),
        (-0.36, 1, "−0.4"),
        (-0.04, 1, "0.0"),
        (0.04, 1, "0.0"),
        (-0.004, 2, "0.00"),
        (-0.006, 2, "−0.01"),
    ],
)
def test_a_signed_number_is_never_a_negative_nothing_and_keeps_its_size_apart(
    value: float, decimals: int, text: str
) -> None:
    said = signed(value, decimals)
    assert said == text
    assert said.values["size"] == abs(value), "a number, so that a language can set its own point"
