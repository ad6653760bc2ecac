from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.hand import Intent
from simulator.traced_world import TracedWorld


def test_a_curve_is_followed_in_straight_lines_and_there_is_nothing_outside() -> None:
    traced = TracedWorld([(1.0, 2.0), (2.0, 12.0), (4.0, 0.5)])
    times_s = (0.0, 0.99, 1.0, 1.5, 1.505, 2.0, 3.0, 4.0, 4.01, 90.0)
    assert [traced.force_n(t_s) for t_s in times_s] == pytest.approx([0, 0, 2, 7, 7.05, 12, 6.25, 0.5, 0, 0])
    assert traced.time_s == 90.0


def test_a_single_point_is_one_instant() -> None:
    assert TracedWorld([(0.0, 5.0)]).trace_n.tolist() == [5.0]
    assert TracedWorld([(0.0, 5.0)]).force_n(1.0) == 0.0


def test_nobody_can_tell_it_anything() -> None:
    traced, alone = TracedWorld([(0.0, 5.0), (9.0, 5.0)]), TracedWorld([(0.0, 5.0), (9.0, 5.0)])
    traced.force_n(1.0)
    traced.tell(Intent(50.0))
    assert traced.force_n(5.0) == alone.force_n(5.0) == 5.0


@given(st.lists(st.floats(0, 20), min_size=1, max_size=20))
def test_how_often_one_asks_does_not_change_the_curve(asked_s: list[float]) -> None:
    curve = [(0.5, 0.0), (3.3, 20.0), (3.4, 7.0), (18.0, 0.0)]
    often, once = TracedWorld(curve), TracedWorld(curve)
    for t_s in sorted(asked_s):
        often.force_n(t_s)
    for each in (often, once):
        each.force_n(20.0)
    np.testing.assert_array_equal(often.trace_n, once.trace_n)
