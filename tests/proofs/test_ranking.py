"""The short form of `make ranking`."""

from __future__ import annotations

import numpy as np
import pytest

from tests.proofs.ranked import TRIAL, WHOLE_TEST, crowd, ranked, steadier, together, unlike
from tests.proofs.ranking import LADDER, ORDER, PAIRS, PEOPLE, STEADIER, WAYS, finest, pairs, scores, several
from training.exercise import Exercise

NEIGHBOURS = ORDER[:2]

FEW = 8


def test_who_is_more_practised_has_more_points() -> None:
    crowds = {(who, "seen"): crowd(who, FEW, WHOLE_TEST, looking=True) for who in LADDER}
    novice, trained, expert = crowds.values()
    assert ranked(novice, trained, FEW * FEW).percent > 95
    assert ranked(trained, expert, FEW * FEW).percent > 95
    both = crowds | {(who, "unseen"): made for (who, _), made in crowds.items()}
    names = ["novice < trained", "trained < expert", "novice < expert"]
    assert [row[0] for row in pairs("pairs", both).rows] == [row[0] for row in several(both).rows] == names
    assert [row[0] for row in scores("points", both).rows] == list(LADDER)
    steady = {(less, way): expert for less in STEADIER for way in WAYS}
    assert [row[1:] for row in finest(both, steady).rows] == [("100.0 %", "100.0 %")] * len(STEADIER)


@pytest.mark.long
@pytest.mark.parametrize("exercise", [TRIAL, WHOLE_TEST], ids=["a trial", "a test"])
def test_in_more_than_95_of_100_pairs_with_the_force_in_view(exercise: Exercise) -> None:
    crowds = {who: crowd(who, PEOPLE, exercise, looking=True) for who in LADDER}
    for less, more in NEIGHBOURS:
        assert ranked(crowds[less], crowds[more], PAIRS).percent > 95


@pytest.mark.long
def test_unseen_it_takes_four_tests_and_not_one() -> None:
    crowds = {who: crowd(who, PEOPLE, WHOLE_TEST, looking=False) for who in LADDER}
    for less, more in NEIGHBOURS:
        assert ranked(together(crowds[less], 4), together(crowds[more], 4), PAIRS).percent > 95
        assert ranked(crowds[less], crowds[more], PAIRS).percent < 95


@pytest.mark.long
def test_who_was_never_told_what_a_newton_is_is_not_ranked_unseen() -> None:
    """A pass here would mean that the page's warning is out of date."""
    trained, expert = (
        unlike(who, PEOPLE, WHOLE_TEST, looking=False, level_sigma=LADDER[who]) for who in ("trained", "expert")
    )
    assert ranked(trained, expert, PAIRS).percent < 60


def test_several_tests_are_one_person_s() -> None:
    scores_of_four = np.array([[90.0, 80.0], [10.0, 20.0], [50.0, 50.0], [40.0, 30.0]])
    assert together(scores_of_four, 2).tolist() == [[90, 80, 10, 20], [50, 50, 40, 30]]


def test_a_hand_steadier_by_half_is_the_expert_s() -> None:
    half = steadier(50, 2, TRIAL, looking=True)
    assert half.shape == (2, 1)
    assert ranked(crowd("novice", 2, TRIAL, looking=True), half, 4).percent == 100


def test_a_person_has_the_mean_of_all_trials() -> None:
    steady, lucky = np.array([[50.0, 50.0]]), np.array([[90.0, 0.0]])
    assert ranked(lucky, steady, 1).percent == 100
    assert ranked(steady, lucky, 1).percent == 0


def test_a_tie_is_not_the_right_order() -> None:
    same = crowd("still", 2, TRIAL, looking=True)
    assert ranked(same, same, 4).percent < 100
