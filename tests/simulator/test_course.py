from __future__ import annotations

from simulator.course import Course
from simulator.happenings.people import PatientStop
from simulator.happenings.tool import Disconnect, MtuChange, Reset
from tests.simulator.bench import scenario


def test_moments_come_in_the_order_of_time() -> None:
    course = Course(
        scenario(
            Reset(at_s=9),
            MtuChange(at_s=3, mtu=23),
            Disconnect(at_s=2.2),
            PatientStop(at_s=2, for_s=0.5),
            PatientStop(at_s=1),
        )
    )
    assert [(type(moment).__name__, moment.at_s) for moment in course.due(10, 0.0)] == [
        ("ButtonDown", 1), ("ButtonUp", 1.5), ("ButtonDown", 2), ("Disconnect", 2.2), ("ButtonUp", 2.5),
        ("MtuChange", 3), ("Reset", 9),
    ]  # fmt: skip
    assert list(course.due(20, 0.0)) == []


def test_what_begins_is_told_once_and_in_its_order() -> None:
    course = Course(scenario(Reset(at_s=9), PatientStop(at_s=2)))
    course.add(MtuChange(at_s=5, mtu=23))
    assert list(course.begun(4)) == [PatientStop(at_s=2)]
    assert list(course.begun(9)) == [MtuChange(at_s=5, mtu=23), Reset(at_s=9)]
    assert list(course.begun(99)) == []
