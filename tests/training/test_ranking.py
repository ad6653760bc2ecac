"""Who has which place in a class."""

from __future__ import annotations

from typing import Any

import pytest

from analysis.own_error import Errors
from palpate.train.collecting import ranking_lines
from tests.training.results import later, result
from training.collected import Results, compare
from training.exercise import Purpose
from training.ranking import Place, Ranking, rankings
from training.result import TrialResult


def days(*means: float, **changes: Any) -> tuple[TrialResult, ...]:
    """A test of two trials a day."""
    return tuple(trial for day, mean in enumerate(means) for trial in day_of(day, mean - 2, mean + 2, **changes))


def day_of(day: float, *points: float | None, **changes: Any) -> list[TrialResult]:
    values: dict[str, Any] = {"purpose": Purpose.STEADINESS, "of": 2, "guided": True} | changes
    both = enumerate(zip(points, (10.0, 20.0), strict=False), 1)
    return [
        result("test", later(day), points=each, number=number, **({"target_n": target_n} | values))
        for number, (each, target_n) in both
    ]


def one(results: Results) -> Ranking:
    (found,) = rankings(compare(results).trainees)
    return found


def placed(found: Ranking) -> list[str]:
    return [each.pseudonym for each in found.places]


def test_the_order_is_that_of_the_mean_of_the_latest_three_tests() -> None:
    """B began badly; C was best once, which counts no more."""
    found = one({"A": days(50, 55, 60), "B": days(0, 0, 70, 75, 80), "C": days(99, 10, 20, 30)})
    assert placed(found) == ["B", "A", "C"]
    assert [each.points.constant for each in found.places] == [75, 55, 20]
    assert [each.points.n for each in found.places] == [3, 3, 3]


def test_who_has_fewer_than_three_has_no_place_however_good() -> None:
    found = one({"A": days(50, 60, 50), "B": days(99, 99)})
    assert (placed(found), found.waiting) == (["A"], {"B": 2})


def test_of_one_day_the_last_test_counts_and_no_other() -> None:
    """Repeated until it was good, it is still one day's."""
    often = (*days(10, 20), *day_of(1.2, 28, 32), *day_of(1.4, 38, 42))
    found = one({"A": often, "B": (*often, *day_of(2.2, 48, 52))})
    assert (placed(found), found.waiting) == (["B"], {"A": 2})
    assert found.places[0].points.constant == pytest.approx((10 + 40 + 50) / 3)


def test_a_test_with_a_void_trial_or_without_its_end_is_none() -> None:
    cut, void = day_of(9, 99.0), day_of(9, 99.0, None)
    for spoiled in (cut, void):
        found = one({"A": (*days(50, 60), *spoiled), "B": days(1, 2, 3)})
        assert (placed(found), found.waiting) == (["B"], {"A": 2})


@pytest.mark.parametrize(
    "other",
    [
        {"hand": "other"},
        {"simulated": True},
        {"guided": False},
        {"target_n": 12.0},
        {"exercise": "test-2", "run": "x"},
    ],
)
def test_only_the_same_test_compares(other: dict[str, Any]) -> None:
    name = other.pop("exercise", "test")
    changed = tuple(each.model_copy(update={"exercise": name}) for each in days(50, 60, 50, **other))
    assert [placed(each) for each in rankings(compare({"A": days(1, 2, 3), "B": changed}).trainees)] == [["A"], ["B"]]


@pytest.mark.parametrize("purpose", [Purpose.PRACTICE, Purpose.PRE_TEST, Purpose.RETENTION, Purpose.TRANSFER])
def test_nothing_but_the_steadiness_test_gives_a_place(purpose: Purpose) -> None:
    """Unseen tests rank luck (docs/ranking.md)."""
    assert not rankings(compare({"A": days(1, 2, 3, purpose=purpose)}).trainees)


def test_what_was_done_on_a_person_gives_no_place() -> None:
    assert not rankings(compare({"A": days(1, 2, 3, on="person")}).trainees)


def test_neighbours_whose_tests_overlap_are_not_told_apart() -> None:
    """A and B differ by 1 with a spread of 5, C by 39."""
    found = one({"A": days(60, 65, 70), "B": days(59, 64, 69), "C": days(20, 25, 30)})
    assert [(each.pseudonym, each.apart) for each in found.places] == [("A", True), ("B", False), ("C", True)]


def test_the_lines_say_places_margins_and_who_has_none() -> None:
    results = {
        "A": days(60, 65, 70),
        "B": days(59, 64, 69),
        "C": days(99),
        "D": (result("light"),),
    }
    lines = list(ranking_lines(compare(results).trainees))
    # Student's t with 2 degrees of freedom, 4.303, times 5 / √3: 12.4
    assert lines == [
        "",
        "test, seen, usual hand, score version 1: places by the mean of the latest 3 whole tests, each on another day",
        "  1. A  65.0 points (53 to 77)",
        "  2. B  64.0 points (52 to 76)  not told apart from the place above",
        "  –  C  on 1 of 3 days",
        "Places say who pressed more evenly in these tests, and nothing else.",
        "",
        "  –  D  no whole steadiness test yet",
    ]


def test_equal_points_are_in_the_order_of_pseudonyms_and_not_told_apart() -> None:
    found = one({"B": days(1, 2, 3), "A": days(1, 2, 3)})
    assert [(each.pseudonym, each.apart) for each in found.places] == [("A", True), ("B", False)]
    assert isinstance(found.places[0], Place)
    assert isinstance(found.places[0].points, Errors)
