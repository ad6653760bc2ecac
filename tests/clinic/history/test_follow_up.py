"""Whom to ask, and what they told."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from clinic.history.course import Course
from clinic.history.follow_up import diary, prompts
from clinic.visits import FollowUp
from tests.clinic.courses import FIRST, LEFT, course, seen, visit


def test_after_a_visit_a_client_is_asked_after_24_hours_after_48_and_at_the_next_one() -> None:
    alone = Course(pseudonym="K7QF-3M2P", visits=(visit(0, next_visit=date(2026, 9, 8)),))
    assert [(each.due, each.at) for each in prompts(alone)] == [
        ("24 h", FIRST + timedelta(hours=24)),
        ("48 h", FIRST + timedelta(hours=48)),
        ("next visit", FIRST + timedelta(days=7)),
    ]


def test_a_next_visit_that_nobody_agreed_on_has_no_date() -> None:
    (*_, last) = prompts(Course(pseudonym="K7QF-3M2P", visits=(visit(0),)))
    assert (last.due, last.at) == ("next visit", None)


def test_what_was_asked_is_not_asked_again() -> None:
    told = (seen(FollowUp, 0, 1440, due="24 h", soreness_nrs=2),)
    open_ = prompts(Course(pseudonym="K7QF-3M2P", visits=(visit(0),), observations=told))
    assert [each.due for each in open_] == ["48 h", "next visit"]


def test_whoever_came_again_is_asked_how_the_visit_before_was_and_no_older_one() -> None:
    due = [(each.visit.id, each.due, each.at) for each in prompts(course())]
    last = FIRST + timedelta(days=21)
    assert due[0] == (UUID(int=102), "next visit", last)
    assert {each[0] for each in due[1:]} == {UUID(int=103)}


def test_nobody_is_asked_before_the_first_visit() -> None:
    assert prompts(Course(pseudonym="K7QF-3M2P")) == ()


def test_the_diary_is_in_the_order_of_time_and_knows_the_visit() -> None:
    late = seen(FollowUp, 9, 0, due="diary", words="fine")
    told = diary(course().model_copy(update={"observations": (late, *course().observations)}))
    assert [entry.told.soreness_nrs for entry in told] == [3, 1, 2, None]
    assert [entry.visit.id.int if entry.visit else None for entry in told] == [101, 101, 102, None]


def test_a_record_belongs_to_the_visit_whose_holds_name_it_else_to_the_one_it_falls_into() -> None:
    known = course("named.mcap")
    during = FIRST + timedelta(days=7, minutes=30)
    named, fallen = known.visit_of("named.mcap", during), known.visit_of("other.mcap", during)
    assert named is not None
    assert fallen is not None
    assert (named.id.int, fallen.id.int) == (103, 101)
    early, next_day = FIRST - timedelta(minutes=59), FIRST + timedelta(hours=13)
    assert known.visit_of("other.mcap", early) == known.in_order[0]
    assert known.visit_of("other.mcap", next_day) is None
    assert known.visit_of("other.mcap", FIRST - timedelta(minutes=61)) is None


def test_where_a_hold_was_pressed_is_as_it_was_noted() -> None:
    known = course("named.mcap")
    assert (known.spot_of("named.mcap", 1), known.spot_of("named.mcap", 2), known.spot_of("x", 0)) == (LEFT, None, None)
