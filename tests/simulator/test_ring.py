from __future__ import annotations

from collections import deque

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.ring import Ring, Slot


@given(st.lists(st.integers(0, 25), max_size=30), st.integers(1, 10), st.integers(0, 2**33))
def test_a_ring_is_a_queue_that_forgets_the_oldest(parts: list[int], capacity: int, first: int) -> None:
    ring, expected = Ring(capacity, first), deque[Slot](maxlen=capacity)
    counter = first
    for part in parts:
        slots = [Slot(counter + i, 10 * (counter + i) + 3, -counter - i & 0xFFFF) for i in range(part)]
        counter += part
        if part % 2:
            ring.extend(np.array([s.clock_us for s in slots], np.int64), np.array([s.reading for s in slots], np.int32))
        else:
            for slot in slots:
                ring.add(slot.clock_us, slot.reading)
        expected.extend(slots)
        assert len(ring) == len(expected)
        assert list(ring) == list(expected)
        assert ring[1:-1] == list(expected)[1:-1]
        if expected:
            assert (ring[0], ring[-1]) == (expected[0], expected[-1])


def test_an_empty_ring_has_no_slot() -> None:
    ring = Ring(5, 7)
    assert not ring
    assert ring[:] == []
    with pytest.raises(IndexError):
        _ = ring[0]


def test_the_newest_come_as_arrays() -> None:
    ring = Ring(3, 0)
    ring.extend(np.arange(5) * 10, np.arange(5, dtype=np.int32))
    clocks_us, readings = ring.newest(2)
    assert (clocks_us.tolist(), readings.tolist()) == ([30, 40], [3, 4])
    assert [part.tolist() for part in ring.newest(0)] == [[], []]
