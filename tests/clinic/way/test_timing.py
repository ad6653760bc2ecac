"""A timer through stages: what is left, who goes on when, and that looking changes nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic.way.beside import Technique
from clinic.way.techniques import timer
from clinic.way.timing import Doing, Over, Running, Stage, Standing, Timer
from tests.clinic.screening.charts import LIBRARY

STRETCH, REST = Stage(Doing.STRETCH, 30.0), Stage(Doing.REST, 10.0)
THREE = Timer((STRETCH, REST, STRETCH))
MOVES = ("started", "paused", "skipped", "repeated", "back")


def test_before_the_start_no_time_passes() -> None:
    assert THREE.seen(1000.0) == THREE
    assert (THREE.left_s(1000.0), THREE.all_left_s(1000.0), THREE.all_worked_s(1000.0)) == (30.0, 70.0, 0.0)


def test_each_stage_leads_to_the_next_one_at_its_end_however_late_somebody_looks() -> None:
    begun = THREE.started(5.0)
    assert (begun.left_s(12.5), begun.all_left_s(12.5)) == (22.5, 62.5)
    late = begun.seen(47.0)
    assert (late.at, late.state, late.stage) == (2, Running(45.0), STRETCH)
    assert (late.left_s(47.0), late.all_worked_s(47.0)) == (28.0, 32.0)
    over = late.seen(1000.0)
    assert over.state == Over()
    assert over.complete
    assert (over.left_s(1000.0), over.all_worked_s(1000.0)) == (0.0, 60.0)


def test_a_pause_keeps_what_was_done_of_the_stage() -> None:
    paused = THREE.started(0.0).paused(12.0)
    assert (paused.state, paused.left_s(99.0), paused.all_worked_s(99.0)) == (Standing(12.0), 18.0, 12.0)
    assert paused.paused(50.0) == paused
    on = paused.started(100.0)
    assert on.started(101.0) == on
    assert on.left_s(110.0) == 8.0
    assert on.seen(118.0).stage == REST


def test_skipping_counts_what_was_done_and_is_no_complete_technique() -> None:
    timer = THREE.started(0.0).skipped(12.0)
    assert (timer.at, timer.state, timer.worked_s) == (1, Running(12.0), 12.0)
    over = timer.skipped(15.0).skipped(20.0)
    assert over.state == Over()
    assert over.skipped(30.0) == over
    assert not over.complete
    assert over.all_worked_s(40.0) == 17.0


def test_a_stage_is_repeated_and_counts_twice() -> None:
    timer = THREE.started(0.0).repeated(20.0)
    assert (timer.at, timer.left_s(20.0), timer.all_worked_s(25.0)) == (0, 30.0, 25.0)
    assert timer.seen(50.0).at == 1
    over = THREE.started(0.0).seen(70.0)
    again = over.repeated(80.0)
    assert (again.at, again.state, again.all_worked_s(85.0)) == (2, Running(80.0), 65.0)


def test_back_leads_to_the_stage_before_and_stands_where_it_stood() -> None:
    timer = THREE.started(0.0).seen(35.0).back(35.0)
    assert (timer.at, timer.state) == (0, Running(35.0))
    assert THREE.back(3.0) == THREE
    standing = THREE.started(0.0).seen(45.0).paused(45.0).back(60.0)
    assert (standing.at, standing.state, standing.worked_s) == (1, Standing(), 35.0)


def test_what_is_over_begins_again_from_the_first_stage() -> None:
    assert THREE.started(0.0).seen(70.0).started(90.0).seen(95.0).state == Running(90.0)


@given(
    st.lists(st.tuples(st.sampled_from(MOVES), st.floats(0, 50)), max_size=12),
    st.lists(st.floats(0, 600), max_size=10),
)
def test_looking_changes_no_answer(moves: list[tuple[str, float]], looks: list[float]) -> None:
    plain = looked_at = THREE
    now_s = 0.0
    for move, passes_s in moves:
        for look_s in sorted(look for look in looks if now_s <= look < now_s + passes_s):
            looked_at = looked_at.seen(look_s)
        now_s += passes_s
        plain, looked_at = getattr(plain, move)(now_s), getattr(looked_at, move)(now_s)
    assert looked_at == plain
    assert 0 <= plain.left_s(now_s) <= plain.stage.lasts_s
    assert plain.all_worked_s(now_s) <= now_s + 1e-9


@pytest.mark.parametrize(
    ("technique", "lasts_s", "works_s"),
    [(Technique.RELEASE, 110.0, 110.0), (Technique.STRETCH, 110.0, 90.0), (Technique.MOBILISATION, 110.0, 90.0)],
)
def test_a_technique_lasts(technique: Technique, lasts_s: float, works_s: float) -> None:
    over = timer(technique, LIBRARY).started(0.0).seen(1000.0)
    assert sum(stage.lasts_s for stage in over.stages) == lasts_s
    assert over.all_worked_s(1000.0) == works_s


def test_a_clinics_tighter_limit_shortens_every_stage_of_a_release() -> None:
    limits = dict(LIBRARY.limits)
    limits["release-hold"] = limits["release-hold"].model_copy(update={"value": 55.0})
    stages = timer(Technique.RELEASE, LIBRARY.model_copy(update={"limits": limits})).stages
    assert [stage.lasts_s for stage in stages] == [7.5, 45.0, 2.5]
