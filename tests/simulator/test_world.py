from __future__ import annotations

import numpy as np
import pytest

from simulator.hand import Intent
from simulator.hand_kind import HandKind
from simulator.happenings.people import Press
from simulator.physics import Physics
from simulator.stable import Deviates
from simulator.tissue_kind import STEP_S
from simulator.truth import truth_of
from simulator.world import World


def world(*presses: Press, unsteadiness: float = 0.0, reaction_s: float = 0.22) -> World:
    physics = Physics(hand=HandKind(unsteadiness=unsteadiness, reaction_s=reaction_s))
    return World.of(physics, presses, Deviates(np.random.SeedSequence(1)))


def test_a_press_is_one_hold_that_lasts_about_as_long() -> None:
    pressed = world(Press(at_s=2, force_n=25, for_s=12))
    pressed.force_n(25.0)
    truth = truth_of(pressed.trace_n, 1.0)
    assert truth.holds == 1
    assert truth.release_s[0] == pytest.approx(2 + 12 + 25 / 14, abs=0.3)
    assert max(pressed.trace_n) == pytest.approx(25, rel=0.05)


def test_a_press_is_decided_a_reaction_time_before_the_hand_follows() -> None:
    pressed = world(Press(at_s=2, force_n=25, for_s=12))
    pressed.force_n(5.0)
    begins = int(np.argmax(pressed.trace_n > 0))
    assert begins * STEP_S == pytest.approx(2 + 6 / 25, abs=0.02)  # 6 mm to the skin at 25 mm/s


def test_the_force_between_two_steps_lies_on_the_line_between_them() -> None:
    pressed = world(Press(at_s=0.3, force_n=25, for_s=12))
    between_n = pressed.force_n(1.002)
    left_n, right_n = pressed.trace_n[100:102]
    assert left_n < right_n
    assert between_n == pytest.approx(left_n + 0.2 * (right_n - left_n))


def test_how_often_one_asks_does_not_change_the_world() -> None:
    often, once = (world(Press(at_s=1, force_n=20, for_s=3), unsteadiness=0.05) for _ in range(2))
    for t_s in np.arange(0, 6, 0.0123):
        often.force_n(float(t_s))
    often.force_n(6.0)
    once.force_n(6.0)
    np.testing.assert_array_equal(often.trace_n, once.trace_n)


def test_a_world_is_as_far_as_somebody_asked() -> None:
    quiet = world()
    assert quiet.time_s == 0.0
    quiet.force_n(1.0)
    assert quiet.time_s == 1.0
    assert len(quiet.trace_n) == 101
    quiet.force_n(1.001)
    assert len(quiet.trace_n) == 102


def test_without_presses_the_hand_waits_to_be_told() -> None:
    told = world()
    assert told.force_n(1.0) == 0.0
    told.tell(Intent(20.0))
    assert told.force_n(1.2) == 0.0
    assert told.force_n(8.0) > 15


def test_a_hand_can_be_told_something_between_its_own_presses() -> None:
    told = world(Press(at_s=1, force_n=20, for_s=5), Press(at_s=20, force_n=20, for_s=5))
    told.force_n(12.0)
    told.tell(Intent(10.0))
    assert told.force_n(17.0) == pytest.approx(10, rel=0.15)
    assert told.force_n(24.5) == pytest.approx(20, rel=0.15)


def test_what_is_told_is_obeyed_a_reaction_after_the_time_asked_however_far_the_world_is_computed() -> None:
    far, near = world(reaction_s=0.5), world(reaction_s=0.5)
    far.force_n(1.0)
    for t_s in np.arange(0, 1.001, 0.001):
        near.force_n(float(t_s))
    for each in (far, near):
        each.tell(Intent(20.0))
        each.force_n(4.0)
    np.testing.assert_array_equal(far.trace_n, near.trace_n)
    assert int(np.argmax(far.trace_n > 0)) * STEP_S == pytest.approx(1.0 + 0.5 + 6 / 25, abs=0.02)


def test_a_hand_without_reaction_time_follows_in_the_next_steps() -> None:
    quick = world(reaction_s=0.0)
    quick.force_n(1.0)
    quick.tell(Intent(20.0))
    assert quick.force_n(1.0 + 6 / 25 + 0.05) > 0
