from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from session.offline.counts import EXACT, Counts

LARGE = 2**60
"""Larger than any step in time of a file that is read."""


def counted(*parts: list[int]) -> Counts:
    counts = Counts()
    for part in parts:
        counts.add(np.array(part, np.int64))
    return counts


@pytest.mark.parametrize(("percent", "value"), [(0, -3), (25, 1), (50, 1.5), (75, 2.75), (100, 9)])
def test_percentiles_lie_linearly_between_two_values(percent: float, value: float) -> None:
    """Sorted: -3, 1, 1, 2, 3, 9; the ranks are 0, 1.25, 2.5, 3.75 and 5."""
    assert counted([2, 1], [], [9, 1, 3, -3]).percentile(percent) == value


@given(st.lists(st.integers(1 - EXACT, EXACT - 1), min_size=1, max_size=60), st.floats(0, 100))
def test_values_within_the_limit_have_numpys_percentiles(values: list[int], percent: float) -> None:
    expected = float(np.percentile(values, percent))
    assert counted(values).percentile(percent) == pytest.approx(expected, rel=1e-12, abs=1e-6)


@given(st.lists(st.integers(-LARGE, LARGE), min_size=1, max_size=60), st.integers(0, 59))
def test_values_beyond_it_are_known_to_one_part_in_131072(values: list[int], rank: int) -> None:
    rank = min(rank, len(values) - 1)
    percent = 100 * rank / max(len(values) - 1, 1)
    expected = sorted(values)[rank]
    assert counted(values).percentile(percent) == pytest.approx(expected, rel=1 / 131072, abs=abs(expected) * 1e-9)


def test_the_limit_itself_is_rounded_and_the_value_below_is_not() -> None:
    assert counted([EXACT - 1]).percentile(50) == EXACT - 1
    assert counted([1 - EXACT]).percentile(50) == 1 - EXACT
    assert counted([EXACT]).percentile(50) == EXACT + 64
    assert counted([-EXACT]).percentile(50) == -EXACT - 64


@given(st.lists(st.integers(-(2**40), 2**40), min_size=1, max_size=40), st.data())
def test_neither_order_nor_pieces_matter(values: list[int], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(values))
    cut = data.draw(st.integers(0, len(values)))
    percent = data.draw(st.floats(0, 100))
    assert counted(shuffled[:cut], shuffled[cut:]).percentile(percent) == counted(values).percentile(percent)


def test_without_values_there_is_no_percentile() -> None:
    with pytest.raises(IndexError):
        Counts().percentile(50)
