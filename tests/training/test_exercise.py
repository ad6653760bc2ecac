"""Exercises: which trials they make, and what they refuse."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from session.errors import InputError
from tests.training.rooms import CAP, SEEN, exercise
from training.drill import Drill
from training.exercise import Hold, Purpose, Ramp, Rehearse, Release, tasks
from training.schedule import AFTERWARDS, TEST


def test_a_hold_goes_up_holds_and_lets_go_by_the_clock() -> None:
    (task,) = tasks(exercise(press=Hold(targets_n=(20,), for_s=10)), 0)
    assert task.course == ((0.0, 20.0),)
    assert (task.rise_s, task.let_go_s, task.release_s, task.band_percent) == (6.0, 16.0, 3.0, 10.0)
    assert (task.number, task.surprise) == (1, False)
    trial = task.at(5_000_000)
    assert (trial.begin_us, trial.let_go_us, trial.gone_us) == (11_000_000, 21_000_000, 24_000_000)
    assert task.at(5_000_000, 21_040_000).let_go_us == 21_040_000


def test_a_ladder_keeps_its_order_and_comes_as_often_as_it_says() -> None:
    made = tasks(exercise(press=Hold(targets_n=(5, 10), for_s=2), trials=2), 7)
    assert [(task.number, task.target_n) for task in made] == [(1, 5), (2, 10), (3, 5), (4, 10)]


def test_a_random_order_has_each_target_and_comes_from_the_seed_alone() -> None:
    press = Hold(targets_n=(5, 6, 7, 8, 9, 10), for_s=2, order="random")
    orders = {seed: [task.target_n for task in tasks(exercise(press=press), seed)] for seed in range(5)}
    assert all(sorted(order) == [5, 6, 7, 8, 9, 10] for order in orders.values())
    assert orders == {seed: [task.target_n for task in tasks(exercise(press=press), seed)] for seed in range(5)}
    assert len({tuple(order) for order in orders.values()}) > 1


def test_a_ramp_rises_at_its_rate_after_two_seconds() -> None:
    (task,) = tasks(exercise(press=Ramp(to_n=12, rate_n_per_s=4)), 0)
    assert task.course == ((0.0, 0.0), (2.0, 0.0), (5.0, 12.0))
    assert (task.rise_s, task.let_go_s, task.surprise) == (3.0, 5.0, False)


def test_a_threshold_ramp_is_stopped_at_random_on_its_way() -> None:
    press = Ramp(to_n=12, rate_n_per_s=2, stops=(0.5, 1.0))
    made = tasks(exercise(press=press, trials=20), 3)
    ends = [task.target_n for task in made]
    assert all(6 <= each <= 12 for each in ends)
    assert len(set(ends)) == 20
    assert all(task.surprise and task.let_go_s == pytest.approx(2 + task.target_n / 2) for task in made)


def test_a_let_go_on_a_cue_comes_at_random() -> None:
    made = tasks(exercise(press=Release(target_n=10, after_s=(3, 9)), trials=20), 3)
    waits = [task.let_go_s - task.rise_s for task in made]
    assert all(3 <= each <= 9 for each in waits)
    assert len(set(waits)) == 20
    assert all(task.surprise for task in made)


def test_a_light_target_has_a_band_of_one_newton() -> None:
    made = exercise(press=Hold(targets_n=(5, 40), for_s=2))
    assert [task.band_percent for task in tasks(made, 0)] == [20.0, 10.0]
    assert made.highest_n == pytest.approx(44.0)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"press": Hold(targets_n=(40,), for_s=76)}, "a trial lasts 86 s"),
        ({"press": Ramp(to_n=50, rate_n_per_s=0.5)}, "a trial lasts 102 s"),
        ({"press": {"kind": "ramp", "to_n": 20, "rate_n_per_s": 5, "stops": (0.9, 0.5)}}, "stops"),
        ({"press": {"kind": "release", "target_n": 20, "after_s": (9, 5)}}, "after_s"),
        ({"press": {"kind": "hold", "targets_n": (3.9,), "for_s": 5}}, "greater than or equal to 4"),
        ({"purpose": Purpose.PRE_TEST}, "has no feedback"),
        ({"purpose": Purpose.RETENTION, "schedule": SEEN}, "has no feedback"),
        ({"purpose": Purpose.STEADINESS, "schedule": TEST}, "with the force in view"),
        ({"purpose": Purpose.STEADINESS, "press": Ramp(to_n=10, rate_n_per_s=3)}, "with the force in view"),
    ],
)
def test_what_cannot_be_is_refused(changes: dict[str, Any], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        exercise(**changes)


def test_no_exercise_asks_for_more_than_the_cap() -> None:
    with pytest.raises(InputError, match="up to 22 N, the limit is 15 N"):
        Drill.of(exercise(press=Hold(targets_n=(20,), for_s=2)), 1, CAP)
    short = CAP.model_copy(update={"band_s": 5.0})
    with pytest.raises(InputError, match="lasts 6 s, the limit is 5 s"):
        Drill.of(exercise(), 1, short)


def test_a_rehearsal_has_no_trials_and_is_no_drill() -> None:
    made = exercise(AFTERWARDS, press=Rehearse(patient="very tender"))
    assert (tasks(made, 0), made.highest_n, made.longest_s) == ((), 0.0, 0.0)
    with pytest.raises(InputError, match="is a whole treatment, and one trainee's alone: “palpate train light”"):
        Drill.of(made, 1, CAP)


def test_a_rehearsal_knows_its_patient_and_is_judged_afterwards() -> None:
    with pytest.raises(ValidationError, match="there is no patient “hers”: there are healthy, tender, very tender"):
        Rehearse(patient="hers")
    with pytest.raises(ValidationError, match="a rehearsal is no test: write live = constant, result = at the end"):
        exercise(SEEN, press=Rehearse())
    with pytest.raises(ValidationError, match="a rehearsal is no test"):
        exercise(AFTERWARDS, press=Rehearse(), purpose=Purpose.TRANSFER)
