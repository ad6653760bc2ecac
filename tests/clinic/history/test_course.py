"""Which records belong to which visits of a course."""

from __future__ import annotations

from datetime import timedelta

from tests.clinic.courses import FIRST, course


def test_the_newest_visits_records_are_the_last_ones() -> None:
    told = course("new.mcap")
    assert told.last_records == ("new.mcap",)


def test_the_records_of_a_day_are_those_of_its_visits_each_once() -> None:
    told = course("new.mcap")
    day = FIRST.astimezone().date()
    assert told.records_of_day(day + timedelta(days=7)) == ("1.mcap",)
    assert told.records_of_day(day + timedelta(days=8)) == ()


def test_visits_of_the_same_day_are_all_of_it_in_their_order() -> None:
    told = course("new.mcap")
    later = told.visits[1].model_copy(update={"at": FIRST + timedelta(minutes=3)})
    both = told.model_copy(update={"visits": (later, told.visits[0])})
    assert both.records_of_day(FIRST.astimezone().date()) == ("0.mcap", "1.mcap")
