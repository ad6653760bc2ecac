from __future__ import annotations

import numpy as np
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


@given(st.lists(st.integers(0, 20), min_size=1, unique=True).map(sorted), st.integers(0, 20))
def test_how_the_stream_was_cut_changes_nothing(indices: list[int], cut: int) -> None:
    zeroing = Zeroing()
    zeroing.apply_from(4, 1)
    zeroing.apply_from(11, 2)
    assert forces(zeroing, indices[:cut]) + forces(zeroing, indices[cut:]) == forces(zeroing, indices)
