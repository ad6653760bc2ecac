"""The short form of `make ranking`."""

from __future__ import annotations

import pytest

from tests.proofs.ranked import crowd, ranked
from tests.proofs.ranking import LADDER, PAIRS, PEOPLE, WAYS, pairs

FEW = 8


def test_who_is_more_practised_has_more_points() -> None:
    novice, trained, expert = (crowd(who, FEW, looking=True) for who in LADDER)
    assert ranked(novice, trained, FEW * FEW).percent > 95
    assert ranked(trained, expert, FEW * FEW).percent > 95
    table = pairs(
        {
            (who, looking): each
            for who, each in zip(LADDER, (novice, trained, expert), strict=True)
            for looking, _ in WAYS
        }
    )
    assert [row[0] for row in table.rows] == ["novice < trained", "trained < expert", "novice < expert"]


@pytest.mark.long
def test_in_more_than_95_of_100_pairs() -> None:
    crowds = {(who, True): crowd(who, PEOPLE, looking=True) for who in LADDER}
    for less, more in (("novice", "trained"), ("trained", "expert")):
        assert ranked(crowds[less, True], crowds[more, True], PAIRS).percent > 95


def test_a_tie_is_not_the_right_order() -> None:
    same = crowd("still", 2, looking=True)
    assert ranked(same, same, 4).percent < 100
