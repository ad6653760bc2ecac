"""Who is pressed where is shown from the first view to the last; without a word of it this is the bench."""

from __future__ import annotations

from session.whom import Whom
from tests.session.rooms import LIGHT, Room, room, scenario

WHOM = Whom("K7QF-3M2P", "Infraspinatus", "client's left", "at most 25.0 N (250 kPa) for 90 s", ("a site",), ())


def test_it_stands_in_the_first_view_and_in_the_last() -> None:
    first: list[Whom | None] = []

    def screened(place: Room) -> None:
        place.runner.press(WHOM)
        first.append(place.runner.view().whom)

    once = LIGHT.model_copy(update={"repetitions": 1})
    treated = room(scenario(), once, prepare=screened)
    assert first == [WHOM]
    assert treated.runner.view().whom == WHOM


def test_on_the_bench_there_is_nobody() -> None:
    once = LIGHT.model_copy(update={"repetitions": 1})
    assert room(scenario(), once).runner.view().whom is None


def test_site_and_side_are_named_together() -> None:
    assert WHOM.place == "Infraspinatus, client's left"
