"""The short form of `make ranking`."""

from __future__ import annotations

import numpy as np
import pytest

from tests.proofs.ranked import TRIAL, WHOLE_TEST, crowd, ranked, unlike
from tests.proofs.ranking import LADDER, PAIRS, PEOPLE, pairs, scores

FEW = 8


def test_who_is_more_practised_has_more_points() -> None:
    crowds = {(who, True): crowd(who, FEW, TRIAL, looking=True) for who in LADDER}
    novice, trained, expert = crowds.values()
    assert ranked(novice, trained, FEW * FEW).percent > 95
    assert ranked(trained, expert, FEW * FEW).percent > 95
    both = crowds | {(who, False): made for (who, _), made in crowds.items()}
    assert [row[0] for row in pairs("pairs", both).rows] == ["novice < trained", "trained < expert", "novice < expert"]
    assert [row[0] for row in scores("points", both).rows] == list(LADDER)


@pytest.mark.long
def test_in_more_than_95_of_100_pairs_of_trials_that_are_seen() -> None:
    crowds = {who: crowd(who, PEOPLE, TRIAL, looking=True) for who in LADDER}
    for less, more in (("novice", "trained"), ("trained", "expert")):
        assert ranked(crowds[less], crowds[more], PAIRS).percent > 95


@pytest.mark.long
def test_in_more_than_95_of_100_pairs_of_tests_that_are_unseen() -> None:
    crowds = {who: crowd(who, PEOPLE, WHOLE_TEST, looking=False) for who in LADDER}
    for less, more in (("novice", "trained"), ("trained", "expert")):
        assert ranked(crowds[less], crowds[more], PAIRS).percent > 95


@pytest.mark.long
def test_who_was_never_told_what_a_newton_is_is_not_ranked_unseen() -> None:
    """A pass here would mean that the page's warning is out of date."""
    trained, expert = (unlike(who, PEOPLE, WHOLE_TEST, levels=True) for who in ("trained", "expert"))
    assert ranked(trained, expert, PAIRS).percent < 60


def test_a_person_has_the_mean_of_all_trials() -> None:
    steady, lucky = np.array([[50.0, 50.0]]), np.array([[90.0, 0.0]])
    assert ranked(lucky, steady, 1).percent == 100
    assert ranked(steady, lucky, 1).percent == 0


def test_a_tie_is_not_the_right_order() -> None:
    same = crowd("still", 2, TRIAL, looking=True)
    assert ranked(same, same, 4).percent < 100
