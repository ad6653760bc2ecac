"""An expert's band: what it is made of, and that it never leads above a limit."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.hold import Code, Missing
from analysis.score import Score
from session.cue import Why
from session.errors import InputError
from session.plan import Cap
from tests.training.judged import judged, light_task
from training.corridor import (
    Band,
    Corridor,
    Made,
    band_on,
    corridor_of,
    corridor_path,
    exercise_in,
    keep_corridor,
    read_corridor,
)
from training.drill import Drill
from training.ghost import ghost, last_like

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
MADE = Made("anna", NOON, simulated=False)
VOID = Missing(Code.CUT, "the trial is void")
BENCH = Cap(force_n=60.0, reasons=("the bench",))


def corridor(low_n: float = 9.0, middle_n: float = 10.0, high_n: float = 12.0, ppt_n: float | None = None) -> Corridor:
    return Corridor(
        name="anna",
        at=NOON,
        asked_n=middle_n,
        for_s=10.0,
        repetitions=5,
        low_n=low_n,
        middle_n=middle_n,
        high_n=high_n,
        ppt_n=ppt_n,
        simulated=False,
    )


def test_its_middle_is_the_median_of_the_repetitions_and_its_edges_hold_nine_tenths_of_all_readings() -> None:
    spread_n = np.linspace(9.0, 11.0, 200)
    found = corridor_of([judged(10.5), judged(9.75), judged(spread_n)], MADE)
    assert found.middle_n == pytest.approx(10.0)
    assert (found.repetitions, found.asked_n, found.for_s) == (3, 10.0, 2.0)
    grid_n = np.concatenate([np.full(200, 10.5), np.full(200, 9.75), np.round(spread_n * 1024) / 1024])
    low_n, high_n = np.sort(grid_n)[[29, 569]]  # 5 and 95 % of 600 readings, up to the neighbour
    assert found.low_n == pytest.approx(low_n, abs=0.02)
    assert found.high_n == pytest.approx(high_n, abs=0.02)


def test_void_repetitions_do_not_count_and_two_are_too_few() -> None:
    void = replace(judged(30.0), void=Why.OVER_CAP, score=VOID)
    with pytest.raises(InputError, match="2 repetitions were measured: a corridor needs 3"):
        corridor_of([judged(10.0), void, judged(10.0)], MADE)
    assert corridor_of([judged(10.0), void, judged(10.0), judged(10.0)], MADE).high_n == pytest.approx(10.0)


def test_two_forces_or_a_ramp_make_no_corridor() -> None:
    other = light_task()._replace(course=((0.0, 12.0),))
    with pytest.raises(InputError, match="a corridor is of one force"):
        corridor_of([judged(10.0), judged(10.0), judged(12.0, other)], MADE)
    ramp = light_task()._replace(course=((0.0, 9.0), (6.0, 10.0)))
    with pytest.raises(InputError, match="a corridor is of one force"):
        corridor_of([judged(10.0, ramp)] * 3, MADE)


def test_on_a_person_it_is_the_same_share_of_their_own_threshold() -> None:
    band = band_on(corridor(ppt_n=40.0), BENCH, ppt_n=20.0)
    assert band == Band(4.5, 5.0, 6.0, "")


def test_what_was_pressed_on_a_pad_says_nothing_about_a_person() -> None:
    with pytest.raises(InputError, match="recorded on a pad: on a person it says nothing"):
        band_on(corridor(), BENCH, ppt_n=20.0)
    with pytest.raises(InputError, match="recorded on a person: on a pad it says nothing"):
        band_on(corridor(ppt_n=20.0), BENCH)


@given(
    middle_n=st.floats(5, 100),
    below=st.floats(0, 0.9),
    above=st.floats(0, 2),
    ppts_n=st.none() | st.tuples(st.floats(5, 200), st.floats(5, 200)),
    cap_n=st.floats(10, 120),
)
def test_no_corridor_asks_for_more_than_the_limit(
    middle_n: float, below: float, above: float, ppts_n: tuple[float, float] | None, cap_n: float
) -> None:
    was_n, now_n = ppts_n or (None, None)
    made = corridor(middle_n * (1 - below), middle_n, middle_n * (1 + above), was_n)
    cap = Cap(force_n=cap_n, reasons=("a test",))
    band = band_on(made, cap, now_n)
    assert band.high_n <= cap_n * (1 + 1e-12)
    share = 1.0 if was_n is None or now_n is None else now_n / was_n
    wanted_n = made.middle_n * share
    assert band.middle_n < wanted_n if band.lowered else band.middle_n == wanted_n
    if band.middle_n >= 4.01:
        Drill.of(exercise_in(made, band, 3), 1, cap)  # raises where it asks for more
    else:
        with pytest.raises(InputError, match="too light"):
            exercise_in(made, band, 3)


def test_the_band_reaches_as_far_as_its_wider_side_and_never_under_a_newton() -> None:
    assert band_on(corridor(), BENCH).percent == pytest.approx(20.0)
    assert band_on(corridor(9.9, 10.0, 10.1), BENCH).percent == pytest.approx(10.0)
    assert band_on(corridor(2.0, 10.0, 19.0), BENCH).percent == 30.0


def test_it_is_read_as_it_was_kept_and_never_overwritten(tmp_path: Path) -> None:
    path = corridor_path(tmp_path / "corridors", "anna")
    keep_corridor(path, corridor())
    assert read_corridor(path) == corridor()
    with pytest.raises(InputError, match="exists already"):
        keep_corridor(path, corridor())
    with pytest.raises(InputError, match="is no name"):
        corridor_path(tmp_path, "../anna")
    with pytest.raises(InputError, match="there is no such corridor"):
        read_corridor(tmp_path / "none")
    path.write_text("{}")
    with pytest.raises(InputError, match="no corridor that this version knows"):
        read_corridor(path)


# the ghost


def test_the_ghost_is_one_reading_in_a_tenth_of_a_second_from_go_on() -> None:
    trial = judged(np.linspace(8.0, 12.0, 200))
    seen = ghost(trial)
    assert seen.at_s[:2] == (0.0, 0.1)
    assert dict(zip(seen.at_s, seen.force_n, strict=True))[4.0] == pytest.approx(8.0, abs=0.01)
    assert dict(zip(seen.at_s, seen.force_n, strict=True))[5.9] == pytest.approx(8 + 4 * 190 / 199, abs=0.01)
    assert ghost(replace(trial, readings=None)) == ((), ())


def test_where_no_reading_came_the_ghost_has_none() -> None:
    trial = judged(10.0)
    assert trial.readings is not None
    keep = (trial.readings.time_us < 6_000_000) | (trial.readings.time_us >= 6_500_000)
    part = trial.readings
    cut = type(part)(part.index[keep], part.time_us[keep], part.force_q[keep], part.flags[keep])
    seen = ghost(replace(trial, readings=cut))
    assert not [at_s for at_s in seen.at_s if 5.0 <= at_s < 5.5]


def test_the_ghost_is_of_the_last_scored_trial_that_asked_for_the_same() -> None:
    first, second = judged(9.0), judged(11.0)
    void = replace(judged(30.0), score=VOID)
    assert isinstance(first.score, Score)
    assert last_like([first, second, void], light_task()) is second
    assert last_like([first, second], light_task()._replace(course=((0.0, 12.0),))) is None
