from __future__ import annotations

from collections.abc import Container

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.blocks import SampleBlock
from session.zero import Zeroing


def forces(zeroing: Zeroing, indices: list[int]) -> list[int]:
    """Tared forces of readings that are all 100 before."""
    index = np.array(indices, np.int64)
    block = SampleBlock(index, index * 10_000, np.full(len(index), 100, np.int32), np.zeros(len(index), np.uint8))
    tared: list[int] = zeroing.update(block).force_q.tolist()
    return tared


def test_before_the_first_tare_the_factorys_zero_holds() -> None:
    assert forces(Zeroing(), [0, 1, 2]) == [100, 100, 100]


def test_a_zero_holds_from_its_reading_on() -> None:
    zeroing = Zeroing()
    zeroing.apply_from(5, 30)
    zeroing.apply_from(8, -10)
    assert forces(zeroing, [3, 4, 5, 7, 8, 9]) == [100, 100, 70, 70, 110, 110]


def test_a_zero_that_was_asked_for_again_at_the_same_reading_counts() -> None:
    zeroing = Zeroing()
    zeroing.apply_from(5, 30)
    zeroing.apply_from(5, 40)
    assert forces(zeroing, [4, 5]) == [100, 60]


def test_a_zero_that_was_measured_before_an_undo_was_said_counts_over_it() -> None:
    zeroing = Zeroing()
    zeroing.apply_from(2, 30)
    assert zeroing.undo_from(9)
    zeroing.apply_from(12, 50)
    zeroing.apply_from(7, 40)
    assert forces(zeroing, [2, 6, 7, 9, 10, 12]) == [70, 70, 60, 60, 60, 60]


def test_an_undo_falls_back_to_the_zero_before_from_its_reading_on() -> None:
    zeroing = Zeroing()
    zeroing.apply_from(2, 30)
    zeroing.apply_from(4, 50)
    assert zeroing.undo_from(6)
    assert zeroing.undo_from(8)
    assert forces(zeroing, [1, 2, 4, 5, 6, 7, 8, 9]) == [100, 70, 50, 50, 70, 70, 100, 100]
    assert zeroing.zero_q == 0


def test_without_a_tare_there_is_nothing_to_undo() -> None:
    zeroing = Zeroing()
    assert not zeroing.undo_from(3)
    zeroing.apply_from(2, 30)
    assert zeroing.undo_from(3)
    assert not zeroing.undo_from(4)
    assert forces(zeroing, [1, 2, 3, 4]) == [100, 70, 100, 100]


def test_an_undo_takes_back_a_zero_that_has_not_begun_yet() -> None:
    zeroing = Zeroing()
    zeroing.apply_from(8, 30)
    assert zeroing.undo_from(6)
    assert forces(zeroing, [5, 6, 8, 9]) == [100, 100, 100, 100]


def test_a_zero_from_before_the_first_reading_holds_for_late_ones_too() -> None:
    zeroing = Zeroing()
    zeroing.apply_from(-5, 30)
    assert forces(zeroing, [-6, -5, 0]) == [100, 70, 70]


@pytest.mark.parametrize(
    ("only", "tared"),
    [
        (None, [100, 70, 50, 70, 60]),
        ({1}, [100, 70, 70, 70, 70]),
        ({2}, [100, 100, 50, 100, 100]),
        ({3}, [100, 100, 100, 100, 60]),
        ((), [100, 100, 100, 100, 100]),
    ],
)
def test_the_same_events_with_some_of_the_tares_only(only: Container[int] | None, tared: list[int]) -> None:
    zeroing = Zeroing(only)
    zeroing.apply_from(2, 30)
    zeroing.apply_from(4, 50)
    zeroing.undo_from(6)
    zeroing.apply_from(8, 40)
    assert zeroing.tares == 3
    assert forces(zeroing, [1, 2, 4, 6, 8]) == tared


@given(st.lists(st.integers(-50, 50), max_size=6), st.integers(0, 6))
def test_undoing_each_tare_that_followed_gives_back_the_zero_of_then(zeros_q: list[int], kept: int) -> None:
    zeroing = Zeroing()
    for index, zero_q in enumerate(zeros_q):
        zeroing.apply_from(10 * index, zero_q)
    for _ in zeros_q[kept:]:
        assert zeroing.undo_from(1000)
    assert zeroing.zero_q == ([0, *zeros_q[:kept]])[-1]


@given(st.lists(st.integers(0, 20), min_size=1, unique=True).map(sorted), st.integers(0, 20))
def test_how_the_stream_was_cut_changes_nothing(indices: list[int], cut: int) -> None:
    zeroing = Zeroing()
    zeroing.apply_from(4, 1)
    zeroing.apply_from(11, 2)
    assert forces(zeroing, indices[:cut]) + forces(zeroing, indices[cut:]) == forces(zeroing, indices)
