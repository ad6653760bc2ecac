"""A visit as a history knows it."""

from __future__ import annotations

from clinic.entries.places import Position, View
from clinic.history.course import Course
from clinic.people import OnMap
from clinic.visits import At, PainScore, Palpation, Phase, Provoked, Response, ThresholdReading
from clinic.way.places import Marked
from clinic.way.said import Chosen, Retested, Station, Step
from clinic.way.told import course_of
from tests.clinic.screening.charts import BODY, NOW
from tests.clinic.way.visits import begun, up_to

POINTS = Station(step=Step.POINTS)


def test_all_that_was_said_is_told_with_its_place_and_its_phase() -> None:
    way = up_to(Step.REPORT)
    course = course_of(way)
    (visit,) = course.visits
    assert (visit.id, visit.complaints, visit.goals, visit.note) == (way.id, ("neck-complaint",), "sleep", "went well")
    pains = [(each.nrs, each.phase, each.at_what) for each in course.observations if isinstance(each, PainScore)]
    assert pains == [
        (6, Phase.BEFORE, Provoked.REST),
        (5, Phase.BEFORE, Provoked.PRESS),
        (3, Phase.AFTER, Provoked.REST),
        (2, Phase.AFTER, Provoked.REST),
    ]
    (felt,) = (each for each in course.observations if isinstance(each, Palpation))
    assert (felt.taut_band, felt.hypersensitive, felt.referred_pain, felt.familiar) == (True, True, None, True)
    (answer,) = (each for each in course.observations if isinstance(each, Response))
    assert (answer.words, answer.spot) == ("warm", BODY)
    (reading,) = (each for each in course.observations if isinstance(each, ThresholdReading))
    assert reading.found == At(kpa=400.0, force_n=40.0)
    assert reading.verdicts == ("typed in: method and rate are not known",)


def test_a_point_is_told_with_its_place_on_the_map_and_how_the_client_lies() -> None:
    at = OnMap(view=View.BACK, x=0.4, y=0.3)
    way = up_to(Step.REPORT).noted(Chosen(spots=(BODY,), marks=(Marked(spot=BODY, at=at),)), NOW, POINTS)
    (point,) = course_of(way).points
    assert (point.spot, point.on_map, point.position, point.marked_at) == (BODY, at, Position.PRONE, NOW)
    assert course_of(begun()).points == ()


def test_the_same_visit_is_always_told_the_same_and_can_be_written() -> None:
    way = up_to(Step.REPORT)
    assert course_of(way) == course_of(way) == Course.model_validate_json(course_of(way).model_dump_json())


def test_a_threshold_at_the_re_test_is_a_reading_after_it() -> None:
    way = up_to(Step.REPORT)
    again = way.noted(Retested(nrs=2, kpa=450.0, area_cm2=1.0), NOW, Station(step=Step.RETEST, spot=BODY))
    after = [each for each in course_of(again).observations if isinstance(each, ThresholdReading)]
    assert [(each.phase, each.found) for each in after] == [
        (Phase.BEFORE, At(kpa=400.0, force_n=40.0)),
        (Phase.AFTER, At(kpa=450.0, force_n=45.0)),
    ]
