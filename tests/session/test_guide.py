"""What the guide asks for, and what it never does."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.live import QUIET, Phase
from session.cue import Action, Why
from session.guide import Guide
from session.inputs import GoOn, Input, Stop, StopReason
from session.seen import Seen
from session.state import Finished, Pressing, State
from tests.session.moments import AWAY, CAP, PLAN, Told, pressing, seen
from tests.session.stands import ALL, in_hold


@pytest.mark.parametrize(("state", "stand"), ALL.items(), ids=[state.__name__ for state in ALL])
def test_each_state_can_be_reached(state: type[State], stand: Callable[[], Told]) -> None:
    assert type(stand().guide.state) is state


# the plain course


def test_a_treatment_goes_press_more_hold_let_go_rest_and_ends_after_its_last_hold() -> None:
    told = Told()
    said = [told.sees(seen(AWAY))]
    for _ in range(PLAN.repetitions):
        said.append(told.sees(seen(pressing(5.0, phase=Phase.RAMP))))
        said.append(told.sees(seen(pressing(since_first_in_band_s=0.0))))
        said.append(told.sees(seen(pressing(in_band_s=20.0))))
        said.append(told.sees(seen(AWAY)))
        said.append(told.sees(seen(AWAY), after_s=PLAN.rest_s))
    course = [Action.PRESS, Action.MORE, Action.HOLD, Action.LET_GO, Action.REST, Action.PRESS]
    end = [Action.MORE, Action.HOLD, Action.LET_GO, Action.DONE, Action.DONE]
    assert [cue.action for cue in said] == course + end
    assert told.guide.state == Finished("All holds are done.")
    assert [why for _, why in told.called()] == [Why.TIME_IN_BAND, Why.TIME_IN_BAND]


def test_every_cue_says_what_the_plan_asks_for() -> None:
    cue = Told().sees(seen(AWAY))
    assert (cue.target_n, cue.low_n, cue.high_n, cue.cap_n) == (40.0, 36.0, 44.0, 50.0)
    assert (cue.repetition, cue.repetitions, cue.left_s) == (1, 2, 20.0)


@pytest.mark.parametrize(
    ("force_n", "action", "why"),
    [
        (35.9, Action.MORE, None),
        (36.0, Action.HOLD, None),
        (44.0, Action.HOLD, None),
        (44.1, Action.LESS, None),
        (50.0, Action.LESS, None),
        (50.1, Action.LESS, Why.OVER_CAP),
        (57.4, Action.LESS, Why.OVER_CAP),
        (57.6, Action.LET_GO, Why.OVER_CAP),
    ],
)
def test_the_force_decides_between_more_hold_less_and_let_go(force_n: float, action: Action, why: Why | None) -> None:
    told = in_hold()
    cue = told.sees(seen(pressing(force_n)), after_s=0.4)
    assert (cue.action, cue.why) == (action, why)


def test_more_waits_until_the_force_has_been_below_the_band_for_a_moment() -> None:
    told = in_hold()
    below = [told.sees(seen(pressing(35.9)), after_s=0.12).action for _ in range(4)]
    assert below == [Action.HOLD, Action.HOLD, Action.MORE, Action.MORE]
    assert told.sees(seen(pressing(44.1)), after_s=0.01).action is Action.LESS
    assert told.sees(seen(pressing(40.0)), after_s=0.01).action is Action.HOLD
    assert told.sees(seen(pressing(35.9)), after_s=0.2).action is Action.HOLD


def test_less_is_left_the_longer_the_band_is_held() -> None:
    told = in_hold()
    left_s = [told.sees(seen(pressing(in_band_s=earned_s))).left_s for earned_s in (0.0, 7.5, 19.0)]
    assert left_s == [20.0, 12.5, 1.0]


def test_time_above_the_band_earns_nothing() -> None:
    told = in_hold()
    told.sees(seen(pressing(in_band_s=19.0)))
    cue = told.sees(seen(pressing(46.0, in_band_s=19.0)), after_s=60)
    assert cue.left_s == 1.0
    assert isinstance(told.guide.state, Pressing)


# progress, and its end in sight


def test_readings_that_nobody_can_trust_earn_nothing() -> None:
    told = in_hold()
    told.sees(seen(pressing(in_band_s=5.0)))
    told.sees(seen(pressing(in_band_s=7.0), age_s=0.5), after_s=2.0)
    assert told.sees(seen(pressing(in_band_s=7.0), age_s=1.0)).left_s == 15.0
    assert told.sees(seen(pressing(in_band_s=8.0))).left_s == 14.0


@pytest.mark.parametrize(
    ("earned_s", "force_n", "age_s", "soon"),
    [
        (16.9, 40.0, 0.0, False),
        (17.0, 40.0, 0.0, True),
        (19.9, 40.0, 0.0, True),
        (17.0, 46.0, 0.0, False),
        (17.0, 30.0, 0.0, False),
        (17.0, 40.0, 0.5, False),
    ],
)
def test_the_end_is_near_three_seconds_before_it_while_time_is_earned(
    earned_s: float, force_n: float, age_s: float, soon: bool
) -> None:
    told = in_hold()
    told.sees(seen(pressing(in_band_s=earned_s)))
    cue = told.sees(seen(pressing(force_n, in_band_s=earned_s), age_s=age_s), after_s=0.5)
    assert cue.soon is soon


def test_the_end_by_a_limit_is_near_whatever_is_earned() -> None:
    told = in_hold()
    assert not told.sees(seen(pressing(46.0)), after_s=86.9).soon
    assert told.sees(seen(pressing(46.0)), after_s=0.2).soon
    told = Told()
    told.sees(seen(pressing(10.0)))
    assert not told.sees(seen(pressing(10.0)), after_s=106.9).soon
    assert told.sees(seen(pressing(10.0)), after_s=0.2).soon
    assert not told.sees(seen(pressing(10.0)), after_s=3.0).soon


# whatever comes


lives = st.builds(
    pressing,
    st.floats(0, 170),
    in_band_s=st.floats(0, 30),
    contact_s=st.floats(0, 120),
    over_cap_run_s=st.floats(0, 2),
    since_first_in_band_s=st.none() | st.floats(0, 100),
)
anything = st.builds(
    seen,
    st.just(AWAY) | st.just(QUIET) | lives,
    age_s=st.none() | st.floats(0, 5),
    zeroed=st.booleans(),
    sensor_fault=st.booleans(),
    overload=st.booleans(),
    tool_stop=st.booleans(),
)
inputs = st.lists(st.just(Stop()) | st.builds(GoOn, reason=st.sampled_from(StopReason)), max_size=2).map(tuple)
stories = st.lists(st.tuples(anything, inputs, st.floats(0, 40)), max_size=40)


@given(stories)
def test_whatever_comes_the_hand_is_never_asked_for_more_than_is_allowed(
    story: list[tuple[Seen, tuple[Input, ...], float]],
) -> None:
    told = Told()
    for now, heard, after_s in story:
        cue = told.sees(now, *heard, after_s=after_s)
        assert 0 < cue.low_n < cue.target_n <= 40.0
        assert cue.high_n <= cue.cap_n == CAP.force_n
        assert 1 <= cue.repetition <= cue.repetitions
        assert 0 <= cue.left_s <= PLAN.hold_s
        if cue.action in (Action.PRESS, Action.MORE):
            assert now.age_s is not None
            assert now.age_s < 0.5
        if cue.action is Action.MORE and now.live.contact:
            assert (now.live.force_n or 0.0) <= CAP.force_n


@given(stories)
def test_whatever_comes_no_hold_outlives_its_limits(story: list[tuple[Seen, tuple[Input, ...], float]]) -> None:
    told = Told()
    for now, heard, after_s in story:
        told.sees(now, *heard, after_s=after_s)
        if isinstance(told.guide.state, Pressing):
            assert told.now_s - told.guide.state.since_s < 110
            assert told.guide.state.band_since_s is None or told.now_s - told.guide.state.band_since_s < 90


def test_two_guides_that_see_the_same_say_the_same() -> None:
    first, second = Guide(PLAN), Guide(PLAN)
    moments = [seen(AWAY), seen(pressing(5.0)), seen(pressing(in_band_s=3.0)), seen(pressing(60.0)), seen(AWAY)]
    for step, now in enumerate(moments):
        assert first.update(now, float(step)) == second.update(now, float(step))
