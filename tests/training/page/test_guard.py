"""Who may see the page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from session.errors import InputError
from training.page.guard import (
    LENGTH,
    MOST_ADDRESSES,
    MOST_IN_ALL,
    MOST_WRONG,
    WINDOW_S,
    Answer,
    Guard,
    names,
    new_code,
)

HOST = "127.0.0.1:80"
CODE = "abcd2345"


def guard() -> Guard:
    return Guard(CODE, {HOST})


def test_the_code_is_served_and_nothing_else_is() -> None:
    assert guard().judge("a", HOST, CODE, 0.0) is Answer.SERVE
    assert guard().judge("a", HOST, "", 0.0) is Answer.NOTHING


@given(st.text())
def test_no_other_text_is_the_code(text: str) -> None:
    assert (guard().judge("a", HOST, text, 0.0) is Answer.SERVE) == (text == CODE)


@pytest.mark.parametrize("host", [None, "", "evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1:81", HOST + "."])
def test_a_name_that_somebody_pointed_here_gets_nothing_even_with_the_code(host: str | None) -> None:
    assert guard().judge("a", host, CODE, 0.0) is Answer.WRONG_NAME


def test_who_guessed_five_times_gets_nothing_for_a_minute_and_the_neighbour_does() -> None:
    mine = guard()
    assert [mine.judge("a", HOST, "wrong", float(at_s)) for at_s in range(MOST_WRONG)] == [Answer.NOTHING] * MOST_WRONG
    assert mine.judge("a", HOST, CODE, 5.0) is Answer.TOO_OFTEN
    assert mine.judge("b", HOST, CODE, 5.0) is Answer.SERVE
    assert mine.judge("a", HOST, CODE, WINDOW_S - 0.1) is Answer.TOO_OFTEN
    assert mine.judge("a", HOST, CODE, WINDOW_S) is Answer.SERVE


def test_who_has_many_addresses_guesses_no_faster() -> None:
    mine = guard()
    answers = [mine.judge(f"a{number}", HOST, "wrong", 0.0) for number in range(MOST_IN_ALL + 1)]
    assert answers == [Answer.NOTHING] * MOST_IN_ALL + [Answer.TOO_OFTEN]
    assert mine.judge("another", HOST, CODE, 1.0) is Answer.TOO_OFTEN
    assert mine.judge("another", HOST, CODE, WINDOW_S) is Answer.SERVE


def test_addresses_do_not_fill_the_memory() -> None:
    mine = guard()
    for number in range(3 * MOST_ADDRESSES):
        mine.judge(f"a{number}", HOST, "wrong", number * WINDOW_S)
    assert len(mine._wrong) == MOST_ADDRESSES


def test_each_class_has_a_code_of_its_own() -> None:
    codes = {new_code() for _ in range(50)}
    assert len(codes) == 50
    assert {len(code) for code in codes} == {LENGTH}


def test_it_answers_to_addresses_of_a_local_network_alone() -> None:
    assert names("127.0.0.1", 80) == {"127.0.0.1:80", "localhost:80"}
    assert names("192.168.1.20", 80) == {"192.168.1.20:80"}
    assert names("::1", 80) == {"[::1]:80", "localhost:80"}
    for host in ("8.8.8.8", "0.0.0.0", "::", "example.org", ""):
        with pytest.raises(InputError, match=r"is no address"):
            names(host, 80)
