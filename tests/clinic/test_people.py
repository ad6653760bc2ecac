from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from pydantic import ValidationError

from clinic.people import PSEUDONYM_SIGNS, SIGNS, Account, Client, OnMap, Point, new_pseudonym
from clinic.screening.answers import Role, Side, Spot
from clinic.visits import OBSERVATION, FollowUp, PainScore, Response, Visit

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
ANNA = Account(login="anna", name="Anna Petrosyan", role=Role.PRACTITIONER)
NECK = Spot(site="upper-trapezius", side=Side.LEFT)


@pytest.mark.parametrize("show", [repr, str, "{0}".format, "{0!r}".format, lambda value: f"{[value]}"])
def test_no_print_of_a_value_tells_anything_but_its_id(show: Callable[[object], str]) -> None:
    client = Client(name="Zebulon Quaife", born=date(1961, 3, 7), contact="0151 7734", note="sleeps badly")
    visit = Visit(client=client.id, at=NOW, by=ANNA.examiner, note="ache at the temple")
    words = Response(client=client.id, at=NOW, by=ANNA.examiner, words="warm and loose")
    for value in (client, visit, words, ANNA):
        text = show(value)
        assert str(value.id) in text
        told = text.replace(str(value.id), "")
        assert not re.search(r"Zebulon|1961|datetime|0151|sleeps|temple|loose|Petrosyan", told)


def test_an_error_of_a_value_does_not_tell_what_was_given() -> None:
    with pytest.raises(ValidationError) as caught:
        Client(name="Zebulon Quaife", born="the seventh of March")  # type: ignore[arg-type]  # no day
    assert "March" not in str(caught.value)
    assert "Zebulon" not in str(caught.value)


def test_a_pseudonym_is_two_groups_of_signs_that_nobody_mistakes() -> None:
    seen = {new_pseudonym() for _ in range(200)}
    assert len(seen) == 200
    assert all(re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}", each) for each in seen)
    assert set(SIGNS) & set("ILOU") == set()
    assert len(SIGNS) ** PSEUDONYM_SIGNS == 2**40


@pytest.mark.parametrize("bad", ["K7QF3M2P", "k7qf-3m2p", "K7QF-3M2I", "", "K7QF-3M2P-"])
def test_no_other_text_is_a_pseudonym(bad: str) -> None:
    with pytest.raises(ValidationError):
        Client(name="A", pseudonym=bad)


def test_every_client_is_somebody_else() -> None:
    one, other = Client(name="A"), Client(name="A")
    assert one.id != other.id
    assert one.pseudonym != other.pseudonym


@pytest.mark.parametrize("bad", ["", "Anna", "anna b", "-anna", "a" * 33])
def test_a_login_is_a_short_word_in_lower_case(bad: str) -> None:
    with pytest.raises(ValidationError):
        Account(login=bad, name="A", role=Role.TRAINEE)


def test_a_point_lies_on_the_picture_or_nowhere() -> None:
    with pytest.raises(ValidationError):
        OnMap(view="back", x=1.01, y=0.5)  # type: ignore[arg-type]  # beside the picture
    assert Point(client=uuid4(), spot=NECK, marked_at=NOW).on_map is None


def test_an_observation_is_read_back_as_what_it_was() -> None:
    score = PainScore(client=uuid4(), at=NOW, by=ANNA.examiner, spot=NECK, nrs=4, entered_by="patient")
    diary = FollowUp(client=uuid4(), at=NOW, by=ANNA.examiner, due="diary", soreness_nrs=2)
    for value in (score, diary):
        assert OBSERVATION.validate_json(OBSERVATION.dump_json(value)) == value


def test_pain_has_eleven_values() -> None:
    for nrs in (-1, 11, 4.5):
        with pytest.raises(ValidationError):
            PainScore(client=uuid4(), at=NOW, by=ANNA.examiner, nrs=nrs, entered_by="patient")  # type: ignore[arg-type]  # no NRS
