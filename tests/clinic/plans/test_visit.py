from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic.entries.places import Position
from clinic.plans.visit import Work, schedule
from clinic.presets import preset
from clinic.screening.answers import Side, Spot
from session.errors import InputError
from session.plan import Plan
from tests.clinic.screening.charts import LIBRARY


def plan(hold_s: float = 90.0, repetitions: int = 3, rest_s: float = 120.0) -> Plan:
    return preset("demonstration").model_copy(update={"hold_s": hold_s, "repetitions": repetitions, "rest_s": rest_s})


def work(count: int, made: Plan, positions: tuple[Position, ...] = (Position.PRONE,)) -> list[Work]:
    sites = list(LIBRARY.sites)
    return [
        Work(Spot(site=sites[each], side=Side.LEFT), positions[each % len(positions)], made) for each in range(count)
    ]


def test_point_after_point_three_holds_of_90_s_at_six_points_take_51_minutes() -> None:
    done = schedule(LIBRARY, work(6, plan()), 60)
    assert done.one_by_one_s == 51 * 60
    # 18 holds of 90 s and 17 ways of 15 s between points: no time is spent waiting
    assert done.total_s == 18 * 90 + 17 * 15


def test_a_single_point_waits_out_its_rests() -> None:
    turns = schedule(LIBRARY, work(1, plan(30.0, 3, 20.0)), 60).turns
    assert [(turn.repetition, turn.starts_s, turn.ends_s) for turn in turns] == [(1, 0, 30), (2, 50, 80), (3, 100, 130)]


def test_the_client_turns_over_once() -> None:
    both = (Position.PRONE, Position.SUPINE)
    turns = schedule(LIBRARY, work(4, plan(30.0, 2, 30.0), both), 60).turns
    assert [turn.position for turn in turns] == [Position.PRONE] * 4 + [Position.SUPINE] * 4
    assert turns[4].starts_s - turns[3].ends_s == 60


def test_what_does_not_fit_is_refused() -> None:
    with pytest.raises(InputError, match="7 points are too many for one visit: take at most 6"):
        schedule(LIBRARY, work(7, plan()), 600)
    with pytest.raises(InputError, match="one point stands twice"):
        schedule(LIBRARY, work(1, plan()) * 2, 600)
    with pytest.raises(InputError, match="the plan takes 31 min and the appointment has 30"):
        schedule(LIBRARY, work(6, plan()), 30)
    assert schedule(LIBRARY, [], 30).total_s == 0


@given(
    st.lists(st.tuples(st.floats(1, 90), st.integers(1, 6), st.floats(0, 120), st.sampled_from(Position)), max_size=6)
)
def test_every_hold_is_there_once_after_its_rest_and_none_at_the_same_time(
    asked: list[tuple[float, int, float, Position]],
) -> None:
    sites = list(LIBRARY.sites)
    todo = [
        Work(Spot(site=sites[index], side=Side.LEFT), position, plan(hold_s, repetitions, rest_s))
        for index, (hold_s, repetitions, rest_s, position) in enumerate(asked)
    ]
    turns = schedule(LIBRARY, todo, 1e6).turns
    assert all(later.starts_s >= sooner.ends_s for sooner, later in pairwise(turns))
    for each in todo:
        own = [turn for turn in turns if turn.spot == each.spot]
        assert [turn.repetition for turn in own] == list(range(1, each.plan.repetitions + 1))
        for sooner, later in pairwise(own):
            assert later.starts_s - sooner.ends_s >= each.plan.rest_s - 1e-6
