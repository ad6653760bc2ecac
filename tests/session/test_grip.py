from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from session.grip import KEEP_S, RATE_N_PER_S, Gesture, Grip, Kept, LetGo, Moving, Nudged, Pushed, full_n

FULL_N = 50.0


def after(*told: tuple[float, Gesture]) -> Grip:
    grip = Grip(FULL_N)
    for at_s, gesture in told:
        grip.feel(gesture, at_s)
    return grip


def test_nobody_wants_anything_before_the_first_gesture() -> None:
    assert Grip(FULL_N).force_n(3.0) == 0.0


def test_the_scale_ends_a_quarter_above_the_cap() -> None:
    assert full_n(60.0) == 75.0


@pytest.mark.parametrize(("share", "force_n"), [(-0.2, 0.0), (0.0, 0.0), (0.4, 20.0), (1.0, 50.0), (1.7, 50.0)])
def test_how_far_it_is_pushed_is_a_share_of_the_scale(share: float, force_n: float) -> None:
    assert after((1.0, Pushed(share))).force_n(1.0) == force_n


def test_a_push_takes_the_place_of_the_one_before_and_a_nudge_adds_to_it() -> None:
    grip = after((1.0, Pushed(0.2)), (1.1, Nudged(3.0)), (1.2, Pushed(0.4)), (1.3, Nudged(-1.5)))
    assert grip.force_n(1.3) == 20.0 + 1.5


def test_while_a_key_is_held_the_force_rises_falls_or_stays() -> None:
    grip = after((1.0, Moving(1)), (1.8, Moving(0)))
    assert grip.force_n(1.8) == pytest.approx(8.0)
    assert grip.force_n(2.7) == pytest.approx(8.0)
    grip.feel(Moving(-1), 2.7)
    assert grip.force_n(3.0) == pytest.approx(8.0 - 0.3 * RATE_N_PER_S)


def test_a_force_that_rises_is_the_same_however_often_one_looks() -> None:
    seldom, often = after((0.0, Moving(1))), after((0.0, Moving(1)))
    for tick in range(40):
        often.feel(Kept(), tick / 50)
    seldom.feel(Kept(), 39 / 50)
    assert often.force_n(1.0) == pytest.approx(seldom.force_n(1.0)) == pytest.approx(10.0)


def test_letting_go_takes_all_away_and_the_next_press_begins_at_nothing() -> None:
    grip = after((1.0, Pushed(0.5)), (1.1, Nudged(5.0)), (1.2, LetGo()))
    assert grip.force_n(1.2) == 0.0
    grip.feel(Nudged(2.0), 1.3)
    assert grip.force_n(1.3) == 2.0


def test_without_a_sign_of_life_for_a_second_the_hand_lets_go_and_a_sign_alone_does_not_press_again() -> None:
    grip = after((1.0, Pushed(0.5)))
    assert grip.force_n(1.0 + KEEP_S - 0.001) == 25.0
    assert grip.force_n(1.0 + KEEP_S) == 0.0
    grip.feel(Kept(), 1.0 + KEEP_S)
    assert grip.force_n(1.0 + KEEP_S) == 0.0


def test_a_sign_of_life_keeps_the_press_and_begins_none() -> None:
    grip = after((1.0, Pushed(0.5)), (1.9, Kept()), (2.8, Kept()))
    assert grip.force_n(3.7) == 25.0
    assert after((1.0, Kept())).force_n(1.0) == 0.0


def test_a_grip_that_went_silent_while_it_rose_rose_no_further_than_its_last_second() -> None:
    grip = after((0.0, Moving(1)))
    assert grip.force_n(0.999) == pytest.approx(9.99)
    assert grip.force_n(60.0) == 0.0


def test_beyond_the_ends_of_the_scale_nothing_adds_up() -> None:
    grip = after(*((0.01 * step, Nudged(10.0)) for step in range(20)), (0.3, Nudged(-1.0)))
    assert grip.force_n(0.3) == FULL_N - 1.0
    low = after((0.0, Nudged(-30.0)), (0.1, Nudged(2.0)))
    assert low.force_n(0.1) == 2.0


GESTURES: st.SearchStrategy[Gesture] = st.one_of(
    st.builds(Pushed, st.floats(-2, 2)),
    st.builds(Nudged, st.floats(-100, 100)),
    st.builds(Moving, st.sampled_from([-1, 0, 1])),
    st.builds(Kept),
    st.builds(LetGo),
)


@given(st.lists(st.tuples(st.floats(0, 2), GESTURES), max_size=30), st.floats(0, 3))
def test_whatever_is_done_the_force_stays_on_the_scale_and_silence_ends_it(
    told: list[tuple[float, Gesture]], wait_s: float
) -> None:
    grip, now_s = Grip(FULL_N), 0.0
    for pause_s, gesture in told:
        now_s += pause_s
        grip.feel(gesture, now_s)
        assert 0.0 <= grip.force_n(now_s) <= FULL_N
    later_n = grip.force_n(now_s + wait_s)
    assert 0.0 <= later_n <= FULL_N
    assert later_n == 0.0 or wait_s < KEEP_S
