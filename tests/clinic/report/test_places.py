"""Where it is said to have been pressed is where it was marked then, not where a later visit marked it."""

from __future__ import annotations

from datetime import timedelta

from clinic.entries.places import View
from clinic.history.course import Course
from clinic.people import OnMap, Point
from clinic.report.about import Noted
from clinic.report.measured import Measured
from clinic.report.page import Picture
from clinic.report.places import places
from clinic.report.words import Words
from tests.clinic.courses import CLIENT, LEFT
from tests.clinic.report.conftest import session_of


def drawn(record: Measured, words: Words, *marked: tuple[float, float]) -> Picture:
    """The map, after marks so many hours after the record's begin, at so many hundredths of its width."""
    points = tuple(
        Point(
            client=CLIENT,
            spot=LEFT,
            on_map=OnMap(view=View.BACK, x=at, y=0.2),
            marked_at=record.started_at + timedelta(hours=hours),
        )
        for hours, at in marked
    )
    noted = Noted(spots={record.file: LEFT}, course=Course(pseudonym="K7QF-3M2P", points=points))
    (picture,) = (block for block in places(session_of(record, noted=noted), words) if isinstance(block, Picture))
    return picture


def test_the_newest_mark_of_the_visit_counts_and_no_later_one(guided_record: Measured, english: Words) -> None:
    here = drawn(guided_record, english, (-1, 0.4))
    assert here == drawn(guided_record, english, (-1, 0.4), (-200, 0.3))
    assert here == drawn(guided_record, english, (-1, 0.4), (100, 0.3))
    assert here != drawn(guided_record, english, (-1, 0.3))


def test_without_a_mark_it_is_the_middle_of_the_site(guided_record: Measured, english: Words) -> None:
    assert drawn(guided_record, english) == drawn(guided_record, english, (100, 0.3))
