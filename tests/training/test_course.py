"""The course that comes with the program, and anybody's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from clinic.screening.effective import BENCH_CAP
from session.errors import InputError
from training.course import own_course, read_course
from training.drill import Drill
from training.exercise import Exercise, Purpose, Rehearse
from training.schedule import TEST

OWN = """
name = "Own"
[[exercises]]
id = "mine"
name = "Mine"
text = "Hold 12 N."
press = { kind = "hold", targets_n = [12], for_s = 5 }
schedule = { live = { kind = "faded", every = 3 }, result = "at the end" }
"""
BLIND = '{ live = { kind = "blind", reveal = false }, result = "never" }'
TESTED = OWN.replace('{ live = { kind = "faded", every = 3 }, result = "at the end" }', BLIND)
TESTED += '[tests]\npre_test = "mine"\nretention = "mine"\n'


def test_the_course_has_twenty_exercises_in_rising_levels_a_rehearsal_and_tests_without_feedback() -> None:
    course = own_course()
    assert len(course.practice) == len(set(course.practice)) == 20 + 1
    levels = [course[name].level for name in course.practice]
    assert levels == sorted(levels)
    assert [lesson.level for lesson in course.lessons] == [1, 2, 3, 4, 5]
    assert all(course[name].level == lesson.level for lesson in course.lessons for name in lesson.exercises)
    assert all(course[name].schedule == TEST for name in course.unseen)
    assert [course[name].purpose for name in course.steadiness] == [Purpose.STEADINESS]
    assert {course[name].schedule.live.kind for name in course.practice} == {
        "constant",
        "self-controlled",
        "faded",
        "blind",
    }
    kinds = [course[name].press.kind for name in course.practice]
    assert set(kinds[:-1]) == {"hold", "ramp", "release"}
    assert kinds[-1] == "rehearsal"


PRESSED = [each for each in own_course().exercises if not isinstance(each.press, Rehearse)]


@pytest.mark.parametrize("exercise", PRESSED, ids=lambda each: each.id)
def test_each_exercise_stays_under_the_cap_of_the_bench(exercise: Exercise) -> None:
    drill = Drill.of(own_course()[exercise.id], 1, BENCH_CAP)
    assert all(drill.plan(task).high_n <= BENCH_CAP.force_n for task in drill.tasks)


def test_a_test_takes_the_purpose_for_which_it_is_done() -> None:
    made = own_course().as_test("test-hold", Purpose.RETENTION)
    assert (made.purpose, made.press) == (Purpose.RETENTION, own_course()["test-hold"].press)


def test_an_own_file_needs_nothing_but_exercises(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(OWN)
    course = read_course(file)
    assert [each.id for each in course.exercises] == ["mine"]
    assert course.chosen("mine").schedule.result == "at the end"
    with pytest.raises(InputError, match="there is no exercise “hers”: there are mine"):
        course.chosen("hers")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (OWN + "colour = 3\n", "no such key"),
        (OWN.replace("targets_n = [12]", "targets_n = [200]"), "less than or equal to 109"),
        (OWN.replace('id = "mine"\n', ""), "this key is missing"),
        (OWN + OWN.partition("\n[")[2].join(("[", "")), "is there twice"),
        (OWN + '[[lessons]]\nname = "One"\nlevel = 1\nexercises = ["hers"]\n', "there is no exercise “hers”"),
        (OWN + '[tests]\npre_test = "mine"\nretention = "mine"\n', "“mine” is a test"),
        (TESTED + 'steadiness = "hers"\n', "there is no exercise “hers”"),
        (TESTED + 'steadiness = "mine"\n', "“mine” is the steadiness test: write purpose = “steadiness”"),
        (OWN.replace("text =", 'purpose = "steadiness"\ntext ='), "a steadiness test is a hold with the force in view"),
        ("name = ", "no TOML file"),
    ],
)
def test_what_is_wrong_with_an_own_file_is_said_in_a_sentence(tmp_path: Path, text: str, why: str) -> None:
    file = tmp_path / "own.toml"
    file.write_text(text)
    with pytest.raises(InputError, match=why):
        read_course(file)
