from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from protocol.blocks import SampleBlock, SampleFlag
from session.stuck import STUCK_SAMPLES, StuckWatch

FAULT = int(SampleFlag.SENSOR_FAULT)
GOOD = SampleFlag(0)


def block(forces_q: list[int], flag: SampleFlag = GOOD) -> SampleBlock:
    index = np.arange(len(forces_q), dtype=np.int64)
    flags = np.full(len(forces_q), flag, np.uint8)
    return SampleBlock(index, index * 10_000, np.array(forces_q, np.int32), flags)


def marks(watch: StuckWatch, forces_q: list[int]) -> list[bool]:
    return [bool(flag & FAULT) for flag in watch.update(block(forces_q)).flags]


def plainly(forces_q: list[int]) -> list[bool]:
    """Is it at least the fifth equal one in a row? Counted one by one."""
    marked, run = [], 0
    for position, force_q in enumerate(forces_q):
        run = run + 1 if position and force_q == forces_q[position - 1] else 1
        marked.append(run >= STUCK_SAMPLES)
    return marked


def test_the_fifth_equal_reading_in_a_row_is_the_first_that_is_marked() -> None:
    assert marks(StuckWatch(), [1, 7, 7, 7, 7, 7, 7, 1]) == [False] * 5 + [True, True, False]


def test_other_flags_stay() -> None:
    stuck = StuckWatch().update(block([7] * 5, SampleFlag.OVERLOAD))
    assert stuck.flags.tolist() == [4, 4, 4, 4, 4 + FAULT]


def test_readings_that_change_are_left_as_they_are() -> None:
    changing = block([1, 2, 1, 2, 1, 2])
    assert StuckWatch().update(changing) is changing


def test_an_empty_block_changes_nothing() -> None:
    watch = StuckWatch()
    marks(watch, [7, 7, 7, 7])
    assert marks(watch, []) == []
    assert marks(watch, [7]) == [True]


@given(st.lists(st.lists(st.integers(0, 1), max_size=12), max_size=12))
def test_how_the_stream_was_cut_changes_nothing(parts: list[list[int]]) -> None:
    watch = StuckWatch()
    marked = [mark for part in parts for mark in marks(watch, part)]
    assert marked == plainly([force_q for part in parts for force_q in part])
