"""The short form of `make ranking`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import pytest

from simulator.hand_kind import PERSONAS, HandKind
from tests.proofs import ranked as ranked_people
from tests.proofs.ranked import (
    TRIAL,
    WHOLE_TEST,
    Scores,
    between,
    crowd,
    left,
    ranked,
    sagging,
    together,
    told_apart,
    unlike,
)
from tests.proofs.ranking import (
    COUNTS,
    LADDER,
    LEFT,
    ORDER,
    PAIRS,
    PEOPLE,
    WAYS,
    by_count,
    midway,
    nobody_unseen,
    orders,
    pairs,
    sagged,
    scores,
    sweep,
    told,
    whole,
)
from training.course import own_course
from training.exercise import Exercise
from training.ranking import TESTS

NEIGHBOURS = ORDER[:2]

FEW = 8


def test_who_is_more_practised_has_more_points() -> None:
    novice, trained, expert = (crowd(who, FEW, WHOLE_TEST, looking=True) for who in LADDER)
    assert ranked(novice, trained, FEW * FEW).percent > 95
    assert ranked(trained, expert, FEW * FEW).percent > 95


def made_up(who: str, way: str) -> Scores:
    """Tests of one person after the other, 10 points above the persona before."""
    level, count = 10 * list(LADDER).index(who), COUNTS[way]
    return np.array([[level + test, level - test] for _ in range(PEOPLE) for test in range(count)], np.float64)


def test_the_tables_compare_who_they_name() -> None:
    tests = {(who, way): made_up(who, way) for who in LADDER for way in WAYS}
    placed = whole(tests)
    names = [f"{less} < {more}" for less, more in ORDER]
    right = ("100.0 %", "100.0 %")
    assert pairs("pairs", placed).rows == [(name, *right) for name in names]
    assert orders("orders", tests).rows == [(name, *right, *right) for name in names]
    assert orders("orders", tests).head[1:] == (
        "seen, one test",
        "seen, mean of 3",
        "unseen, one test",
        "unseen, mean of 6",
    )
    assert told(placed).rows == [(name, *["100.0 % (0.0 %)"] * 2) for name in names]
    assert [row[:2] for row in scores("points", tests).rows] == [
        ("novice", "0.0 (0.0 to 0.0)"),
        ("trained", "10.0 (10.0 to 10.0)"),
        ("expert", "20.0 (20.0 to 20.0)"),
    ]
    assert sagged(placed, placed).rows == [(name, "100.0 %") for name in names[:2]]
    worst = {(percent, way): placed["novice", way] - 1 for percent in LEFT for way in WAYS}
    assert sweep(placed, worst).rows == [(f"{percent} %", *["0.0 %", "100.0 %"] * 2) for percent in LEFT]
    assert "where it has no share (seen, mean of 3) and no share (unseen, mean of 6)" in midway(placed, worst)
    between = worst | {(percent, way): placed["trained", way] for percent in (80, 70) for way in WAYS}
    between[85, "seen"] = placed["trained", "seen"]
    assert "has 70 to 85 % (seen, mean of 3) and 70 to 80 % (unseen" in midway(placed, between)


def test_how_many_tests_it_would_take_is_counted() -> None:
    """Expert and trained hands differ from the fourth test on."""
    same, better = np.zeros((PEOPLE, 16)), np.zeros((PEOPLE, 16))
    better[:, 3:] = 1.0
    repeated = {"novice": same - 1, "trained": same, "expert": better}
    rows = [("1", "100.0 %", "0.0 %"), ("2", "100.0 %", "0.0 %"), ("4", "100.0 %", "100.0 %")]
    assert list(by_count(repeated).rows)[:3] == rows
    assert "it would take 4." in nobody_unseen(repeated)
    assert "16 do not say it either." in nobody_unseen(repeated | {"expert": same})


def test_seen_and_unseen_tests_are_the_same_but_for_the_feedback() -> None:
    course = own_course()
    assert course.tests is not None
    unseen = course[course.tests.retention]
    (seen,) = (course[name] for name in course.steadiness)
    assert (seen.press, seen.trials, seen.rest_s, seen.band_percent) == (
        unseen.press,
        unseen.trials,
        unseen.rest_s,
        unseen.band_percent,
    )


def placed_by(kinds: Iterable[str], *, looking: bool, count: int) -> list[Scores]:
    return [together(crowd(who, PEOPLE * count, WHOLE_TEST, looking=looking), count) for who in kinds]


@pytest.mark.long
@pytest.mark.timeout(900)
def test_a_class_is_ranked_right_wherever_between_the_published_bounds_a_trained_hand_lies() -> None:
    """No share of theirs is assumed."""
    novice, expert = placed_by(("novice", "expert"), looking=True, count=TESTS)
    trained = together(between(PEOPLE, TESTS, WHOLE_TEST, looking=True), TESTS)
    for less, more in ((novice, trained), (trained, expert)):
        assert ranked(less, more, PAIRS).percent > 95
        assert told_apart(less, more, PAIRS).wrong_percent < 2.5


@pytest.mark.long
@pytest.mark.parametrize("exercise", [TRIAL, WHOLE_TEST], ids=["a trial", "a test"])
def test_with_the_force_in_view_one_is_enough_for_hands_midway(exercise: Exercise) -> None:
    crowds = {who: crowd(who, PEOPLE, exercise, looking=True) for who in LADDER}
    for less, more in NEIGHBOURS:
        assert ranked(crowds[less], crowds[more], PAIRS).percent > 95


@pytest.mark.long
def test_unseen_one_test_is_not_enough() -> None:
    """A pass here would mean that a class could be ranked unseen."""
    crowds = {who: crowd(who, PEOPLE, WHOLE_TEST, looking=False) for who in LADDER}
    for less, more in NEIGHBOURS:
        assert ranked(crowds[less], crowds[more], PAIRS).percent < 95


@pytest.mark.long
def test_who_was_never_told_what_a_newton_is_is_not_ranked_unseen() -> None:
    """A pass here would mean that the page's warning is out of date."""
    trained, expert = (
        together(unlike(who, PEOPLE, TESTS, WHOLE_TEST, looking=False, level_sigma=LADDER[who]), TESTS)
        for who in ("trained", "expert")
    )
    assert ranked(trained, expert, PAIRS).percent < 65


def test_several_tests_are_one_person_s() -> None:
    tests = np.array([[90.0, 80.0], [10.0, 20.0], [50.0, 50.0], [40.0, 30.0]])
    assert together(tests, 2).tolist() == [[85, 15], [50, 35]]


def test_people_who_differ_keep_their_hand_from_test_to_test() -> None:
    """Hands that call a newton very different things: tests of one person agree better than those of two."""
    of_three = together(unlike("still", 3, 2, TRIAL, looking=False, level_sigma=0.1), 2)
    within, between = np.ptp(of_three, axis=1).max(), np.ptp(of_three.mean(axis=1))
    assert within < between / 5


def test_pairs_are_told_apart_right_or_wrong_or_not() -> None:
    low, near, high = np.array([[10.0, 11.0]]), np.array([[10.0, 12.0]]), np.array([[50.0, 51.0]])
    assert told_apart(low, high, 1) == (100, 0)
    assert told_apart(high, low, 1) == (0, 100)
    assert told_apart(low, near, 1) == (0, 0)


@pytest.fixture
def met(monkeypatch: pytest.MonkeyPatch) -> list[HandKind]:
    """The hands that were to press, which they do not."""
    kinds: list[HandKind] = []

    def kept(kind: HandKind, *_: object, **__: object) -> list[float]:
        kinds.append(kind)
        return [0.0]

    monkeypatch.setattr(ranked_people, "points", kept)
    return kinds


def test_trained_hands_between_the_bounds_cover_them_evenly(met: list[HandKind]) -> None:
    assert between(100, 2, TRIAL, looking=True).shape == (200, 1)
    assert met[::2] == met[1::2], "both tests are one person's"
    shares = [each.unsteadiness / PERSONAS["novice"].unsteadiness for each in met[::2]]
    assert sorted(shares) == pytest.approx(np.linspace(0.5022, 0.9378, 100).tolist())
    assert abs(np.corrcoef(shares[1:], shares[:-1])[0, 1]) < 0.5


def test_people_who_differ_sag_as_they_are_unsteady(met: list[HandKind]) -> None:
    unlike("novice", 9, 2, TRIAL, looking=False, level_sigma=0.1)
    novice = PERSONAS["novice"]
    shares = [each.unsteadiness / novice.unsteadiness for each in met]
    assert len(set(shares)) == len({each.scale for each in met}) == 9
    assert [each.sag / novice.sag for each in met] == pytest.approx(shares)
    assert met[::2] == met[1::2], "both tests are one person's"


def test_hands_that_sag_alike_differ_in_nothing_but_steadiness(met: list[HandKind]) -> None:
    sagging("expert", 1, 1, TRIAL, looking=True)
    sagging("trained", 3, 1, TRIAL, looking=True)
    novice, expert = PERSONAS["novice"], PERSONAS["expert"]
    assert [replace(each, unsteadiness=novice.unsteadiness) for each in met] == [novice] * 4
    assert met[0].unsteadiness == expert.unsteadiness
    assert all(expert.unsteadiness < each.unsteadiness < 0.94 * novice.unsteadiness for each in met[1:])


def test_a_hand_with_half_of_the_unsteadiness_is_the_expert_s() -> None:
    half = left(50, 2, TRIAL, looking=True)
    assert half.shape == (2, 1)
    assert ranked(crowd("novice", 2, TRIAL, looking=True), half, 4).percent == 100


def test_a_person_has_the_mean_of_all_trials() -> None:
    steady, lucky = np.array([[50.0, 50.0]]), np.array([[90.0, 0.0]])
    assert ranked(lucky, steady, 1).percent == 100
    assert ranked(steady, lucky, 1).percent == 0


def test_a_tie_is_not_the_right_order() -> None:
    same = crowd("still", 2, TRIAL, looking=True)
    assert ranked(same, same, 4).percent < 100
