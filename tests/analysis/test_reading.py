from __future__ import annotations

import numpy as np

from analysis.reading import Reading, joined, position_of, reading, unbroken
from tests.analysis.presses import block, without


def test_runs_end_where_readings_are_missing() -> None:
    runs = unbroken(without(block(np.zeros(10)), 3, 8))
    assert [run.index.tolist() for run in runs] == [[0, 1, 2], [4, 5, 6, 7], [9]]


def test_a_slot_has_a_position_also_where_readings_are_missing() -> None:
    whole, holed = block(np.zeros(6)), without(block(np.zeros(6)), 2)
    assert [position_of(whole, slot) for slot in (-1, 0, 3, 6, 9)] == [0, 0, 3, 6, 6]
    assert [position_of(holed, slot) for slot in (-1, 0, 2, 3, 6)] == [0, 0, 2, 2, 5]


def test_a_reading_is_counted_from_either_end() -> None:
    readings = block([1.0, 2.0, 3.0])
    assert reading(readings, 0) == Reading(0, 0, 16384)
    assert reading(readings, -1) == Reading(2, 20_000, 3 * 16384)


def test_joined_blocks_are_the_block_they_were_cut_from() -> None:
    readings = block([1.0, 2.0, 3.0, 4.0])
    again = joined([readings[:1], readings[1:3], readings[3:]])
    for name in ("index", "time_us", "force_q", "flags"):
        np.testing.assert_array_equal(getattr(again, name), getattr(readings, name))
        assert getattr(again, name).dtype == getattr(readings, name).dtype
