from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from session.errors import InputError
from session.offline.order import WINDOW, Order, Rows


def ordered(time_us: Sequence[int] | NDArray[np.int64], cuts: Sequence[int] = ()) -> tuple[list[int], list[float], int]:
    """Times, forces (each row's force is its position in the file) and the number of late rows."""
    order, times = Order(), np.asarray(time_us, np.int64)
    numbers = np.arange(2, len(times) + 2)
    parts = []
    edges = [0, *cuts, len(times)]
    for start, stop in pairwise(edges):
        part = Rows(times[start:stop], np.arange(start, stop, dtype=np.float64))
        parts.append(order.update(part, numbers[start:stop]))
    parts.append(order.finish())
    return (
        np.concatenate([part.time_us for part in parts]).tolist(),
        np.concatenate([part.force_n for part in parts]).tolist(),
        sum(part.late for part in parts),
    )


def test_rows_come_out_by_time_and_equal_times_as_they_came() -> None:
    assert ordered([10, 30, 20, 30, 20, 40]) == ([10, 20, 20, 30, 30, 40], [0, 2, 4, 1, 3, 5], 2)


def test_rows_in_order_are_not_late() -> None:
    assert ordered([1, 1, 2])[2] == 0


@given(st.lists(st.integers(0, 30), max_size=60), st.lists(st.integers(0, 60), max_size=5))
def test_how_the_rows_came_changes_nothing(time_us: list[int], cuts: list[int]) -> None:
    edges = sorted(min(cut, len(time_us)) for cut in cuts)
    assert ordered(time_us, edges) == ordered(time_us)
    assert ordered(time_us)[0] == sorted(time_us)


@pytest.mark.parametrize("cuts", [[], [1], [WINDOW - 1], [5000, 5001]])
def test_a_row_may_be_late_by_less_than_the_window(cuts: list[int]) -> None:
    late = [WINDOW, *range(1, WINDOW)]
    assert ordered(late, cuts) == (sorted(late), np.argsort(late).tolist(), WINDOW - 1)


@pytest.mark.parametrize("cuts", [[], [1], [WINDOW - 1], [WINDOW]])
def test_a_row_that_is_late_by_the_window_is_an_error(cuts: list[int]) -> None:
    with pytest.raises(InputError, match=f"row {WINDOW + 2}: a row 10000 or more rows above has a later time"):
        ordered([WINDOW, *range(1, WINDOW), WINDOW - 1], cuts)
    assert ordered([WINDOW, *range(1, WINDOW), WINDOW], cuts)[2] == WINDOW - 1


def test_rows_leave_as_soon_as_nothing_can_come_before_them() -> None:
    order = Order()
    times = np.arange(3 * WINDOW)
    left = order.update(Rows(times, np.zeros(len(times))), times)
    assert len(left.time_us) == 2 * WINDOW + 1
