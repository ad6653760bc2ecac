"""What comes next is a pure function of what was done and of the time."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.training.results import later, result
from tests.training.rooms import NOON, exercise
from training.course import Course, Examinations, Lesson
from training.due import RETENTION_DAYS, completed, due
from training.exercise import Purpose
from training.lines import due_lines
from training.result import Treated, TrialResult
from training.schedule import TEST
from training.whole import WholeCourse

COURSE = Course(
    name="Short",
    tests=Examinations(pre_test="test", retention="test", transfer=("other",)),
    lessons=(Lesson(name="One", level=1, exercises=("a", "b")),),
    exercises=(
        exercise(id="a"),
        exercise(id="b"),
        exercise(TEST, id="test", purpose=Purpose.PRE_TEST),
        exercise(TEST, id="other", purpose=Purpose.TRANSFER),
    ),
)
STEADY = Course(
    name="Steady",
    tests=Examinations(pre_test="test", retention="test", steadiness="even"),
    lessons=COURSE.lessons,
    exercises=(*COURSE.exercises, exercise(id="even", purpose=Purpose.STEADINESS)),
)
BASE = [result("test", later(day), purpose=Purpose.PRE_TEST) for day in (-3, -2)]
LEARNED = [*BASE, result("a", later(-1)), result("b", NOON)]


def test_what_was_done_on_a_person_is_not_done_for_the_course() -> None:
    on_person = [each.model_copy(update={"on": "person"}) for each in LEARNED]
    assert due(COURSE, on_person, NOON) == due(COURSE, [], NOON)
    assert due(COURSE, [*LEARNED, *on_person], later(1)) == due(COURSE, LEARNED, later(1))


def test_the_pre_test_comes_before_all_and_again_on_another_day() -> None:
    (first,) = due(COURSE, [], NOON)
    assert (first.purpose, first.exercise, first.is_due(NOON)) == (Purpose.PRE_TEST, "test", True)
    (second,) = due(COURSE, BASE[:1], later(-3))
    assert (second.purpose, second.since) == (Purpose.PRE_TEST, later(-3) + timedelta(hours=18))
    assert not second.is_due(later(-2.5))
    assert second.is_due(later(-2))
    again = result("test", later(-2.5), purpose=Purpose.PRE_TEST)
    assert due(COURSE, [BASE[0], again], later(-2.4)) == (second,)


def test_a_pre_test_with_a_void_trial_is_done_again() -> None:
    """Without two whole ones no change could ever be told."""
    half = [each.model_copy(update={"of": 2}) for each in BASE]
    assert due(COURSE, half, NOON) == due(COURSE, [], NOON)
    void = [result("test", each.at, purpose=Purpose.PRE_TEST, of=2, number=2, points=None) for each in BASE]
    assert due(COURSE, [*half, *void], NOON) == due(COURSE, [], NOON)
    rest = [each.model_copy(update={"number": 2}) for each in half]
    assert due(COURSE, [*half, *rest], NOON) == due(COURSE, BASE, NOON)


def test_a_simulated_pre_test_and_a_real_one_are_no_two() -> None:
    simulated = BASE[0].model_copy(update={"simulated": True})
    (coming,) = due(COURSE, [simulated, BASE[1]], later(-1.9))
    assert (coming.purpose, coming.since) == (Purpose.PRE_TEST, later(-2) + timedelta(hours=18))
    (coming,) = due(COURSE, [simulated], later(-2))
    assert (coming.purpose, coming.since) == (Purpose.PRE_TEST, later(-3) + timedelta(hours=18))
    both = [each.model_copy(update={"simulated": True}) for each in BASE]
    assert [each.exercise for each in due(COURSE, both, NOON)] == ["a"]


def test_then_the_lessons_in_their_order() -> None:
    assert [each.exercise for each in due(COURSE, BASE, NOON)] == ["a"]
    assert [each.exercise for each in due(COURSE, [*BASE, result("b", NOON)], NOON)] == ["a"]
    assert [each.exercise for each in due(COURSE, [*BASE, result("a", NOON)], NOON)] == ["b"]


def test_a_run_of_void_trials_was_not_done() -> None:
    assert [each.exercise for each in due(COURSE, [*BASE, result("a", NOON, points=None)], NOON)] == ["a"]


def test_the_course_is_complete_with_its_last_exercise_however_often_the_first_is_repeated() -> None:
    assert completed(COURSE, LEARNED) == NOON
    assert completed(COURSE, [*LEARNED, result("a", later(9))]) == NOON
    assert completed(COURSE, LEARNED[:-1]) is None


@pytest.mark.parametrize(
    ("day", "number"), [(0, 1), (1, 1), (6.9, 1), (7, 7), (29.9, 7), (30, 30), (90, 90), (149, 90), (151, None)]
)
def test_after_the_course_the_retention_test_of_that_day_is_due(day: float, number: int | None) -> None:
    found = [each for each in due(COURSE, LEARNED, later(day)) if each.purpose is Purpose.RETENTION]
    assert [each.days for each in found] == ([] if number is None else [number])
    for each in found:
        assert each.since == later(number or 0)
        assert each.is_due(later(day)) is (day >= (number or 0))


def test_a_retention_test_whose_first_trial_was_void_comes_again_on_another_day() -> None:
    """On the same day it would come after a press."""
    void = result("test", later(7), purpose=Purpose.RETENTION, of=2, points=None)
    second = result("test", later(7), purpose=Purpose.RETENTION, of=2, number=2)
    (coming,) = (
        each for each in due(COURSE, [*LEARNED, void, second], later(7.1)) if each.purpose is Purpose.RETENTION
    )
    assert (coming.days, coming.since) == (7, later(7.75))
    again = result("test", later(8), purpose=Purpose.RETENTION, of=2)
    (coming,) = (each for each in due(COURSE, [*LEARNED, void, second, again], later(8)) if each.days)
    assert (coming.days, coming.since) == (30, later(30))


def test_a_retention_test_that_was_done_makes_place_for_the_next() -> None:
    done = [*LEARNED, result("test", later(1.5), purpose=Purpose.RETENTION)]
    (coming,) = (each for each in due(COURSE, done, later(2)) if each.purpose is Purpose.RETENTION)
    assert (coming.days, coming.since) == (7, later(7))


def test_transfer_tests_are_done_once_after_the_course() -> None:
    assert [each.exercise for each in due(COURSE, LEARNED, NOON) if each.purpose is Purpose.TRANSFER] == ["other"]
    done = [*LEARNED, result("other", NOON, purpose=Purpose.TRANSFER)]
    assert [each.purpose for each in due(COURSE, done, NOON)] == [Purpose.RETENTION]


def steady(results: list[TrialResult], day: float) -> list[float]:
    """Days after the course from which on the test is due."""
    coming = due(STEADY, [*LEARNED, *results], later(day))
    return [(each.since - NOON) / timedelta(days=1) for each in coming if each.purpose is Purpose.STEADINESS]


def done_on(*days: float, **changes: Any) -> list[TrialResult]:
    return [result("even", later(day), purpose=Purpose.STEADINESS, **changes) for day in days]


def test_the_steadiness_test_comes_after_the_course_on_three_days() -> None:
    assert due(STEADY, BASE, NOON) == due(COURSE, BASE, NOON)
    assert steady([], 0) == [0]
    assert steady(done_on(0.1), 1) == [pytest.approx(0.85)]
    assert steady(done_on(0.1, 0.2, 0.3), 1) == [pytest.approx(0.85)]
    assert steady(done_on(0.1, 1, 1.2), 2) == [1.75]
    assert steady(done_on(0.1, 1, 2), 3) == []


def test_steadiness_of_before_the_course_on_a_person_or_with_a_void_trial_does_not_count() -> None:
    assert steady(done_on(-9, -8, -7), 0) == [0]
    assert steady(done_on(0, 1, 2, on="person"), 3) == [0]
    assert steady(done_on(0, 1, 2, of=2), 3) == [0]
    assert steady([*done_on(0, simulated=True), *done_on(1, 2)], 3) == [2.75]


def test_a_retention_test_that_is_due_comes_before_a_steadiness_test() -> None:
    """It has no warm-up."""
    coming = due(STEADY, LEARNED, later(1))
    assert [each.purpose for each in coming] == [Purpose.RETENTION, Purpose.STEADINESS]
    assert all(each.is_due(later(1)) for each in coming)


def test_a_course_without_tests_is_done_after_its_lessons() -> None:
    bare = Course(name="Bare", lessons=COURSE.lessons, exercises=COURSE.exercises)
    assert [each.exercise for each in due(bare, [], NOON)] == ["a"]
    assert due(bare, LEARNED, NOON) == ()


def test_a_whole_course_has_every_test_on_its_day() -> None:
    whole, results = WholeCourse(COURSE, 30, NOON), list[TrialResult]()
    told = []
    while (outing := whole.next(results)) is not None:
        told.append((outing.exercise.id, outing.exercise.purpose, outing.at))
        results.append(result(outing.exercise.id, outing.at, purpose=outing.exercise.purpose))
    assert [(name, purpose) for name, purpose, _ in told] == [
        ("test", Purpose.PRE_TEST),
        ("test", Purpose.PRE_TEST),
        ("a", Purpose.PRACTICE),
        ("b", Purpose.PRACTICE),
        ("other", Purpose.TRANSFER),
        *[("test", Purpose.RETENTION)] * 3,
    ]
    learned_at = told[3][2]
    assert [at - learned_at for *_, at in told[5:]] == [timedelta(days=days) for days in RETENTION_DAYS[:3]]


@pytest.mark.parametrize(("complete", "next_"), [(True, Purpose.RETENTION), (False, Purpose.PRACTICE)])
def test_a_rehearsal_is_done_when_all_its_holds_were(complete: bool, next_: Purpose) -> None:
    treated = Treated(
        patient="tender", outcome="x", complete=complete, holds=1, pain=(), stops=(), over_cap_s=0, after_cue_s=0
    )
    results = [*BASE, result("a", later(-1)), result("b", NOON, points=None, void=None, rehearsed=treated)]
    assert due(COURSE, results, NOON)[0].purpose is next_


def test_own_exercises_without_lessons_are_no_course_that_is_done() -> None:
    own = Course(name="Own", exercises=(exercise(id="a"),))
    assert list(due_lines(own, [], NOON)) == ["Nothing is due: there are no lessons. Choose any exercise."]
    assert list(due_lines(own, [result("a", NOON)], NOON)) == list(due_lines(own, [], NOON))
    done = [*LEARNED, result("other", NOON, purpose=Purpose.TRANSFER)]
    assert list(due_lines(COURSE, done, later(200))) == ["Nothing is due any more: the course is done."]
