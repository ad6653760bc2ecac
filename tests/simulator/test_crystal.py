from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.clock import ToolClock
from simulator.clock_kind import CLOCKS, ClockKind
from simulator.crystal import KNOT_S, Crystal, crystal_of
from simulator.stable import Deviates
from simulator.warmth import temperature_c


def crystal(kind: ClockKind, seed: int = 1) -> Crystal:
    return Crystal(kind, Deviates(np.random.SeedSequence(seed)))


def clock(name: str, seed: int = 1) -> ToolClock:
    kind = CLOCKS[name]
    return ToolClock(kind.ppm, 0.0, crystal_of(kind, Deviates(np.random.SeedSequence(seed))))


def test_a_crystal_that_only_is_too_fast_needs_no_more() -> None:
    assert clock("exact").crystal is None
    assert clock("steady").crystal is None
    assert clock("crystal").crystal is not None


def test_warmth_slows_a_tuning_fork_by_the_square_of_its_distance_from_25_degrees() -> None:
    fork = crystal(ClockKind(ppm=0.0, ppm_per_k2=-0.034))
    knots_s = np.arange(0, 3600, KNOT_S)
    expected_us = float((-0.034 * (temperature_c(knots_s) - 25.0) ** 2 * KNOT_S).sum())
    assert fork.gained_us(3600.0) == pytest.approx(expected_us)
    assert fork.gained_us(5.0) == pytest.approx(-0.034 * 9 * 5)
    assert fork.gained_us(-5.0) == 0.0


def test_a_wander_has_its_deviation_and_is_slow() -> None:
    rates_ppm = []
    for seed in range(200):
        gained_us = crystal(ClockKind(wander_ppm=0.5), seed).gained_us(np.array([0.0, 10.0, 20.0, 1000.0, 1010.0]))
        rates_ppm.append(np.diff(gained_us) / 10)
    first, second, _, later = np.array(rates_ppm).T
    assert first.std() == pytest.approx(0.5, rel=0.15)
    assert later.std() == pytest.approx(0.5, rel=0.15)
    assert np.corrcoef(first, second)[0, 1] > 0.9
    assert abs(np.corrcoef(first, later)[0, 1]) < 0.3


@given(st.lists(st.floats(0, 5000), min_size=1, max_size=20))
def test_one_time_and_many_give_the_same_bits_whoever_asks_first(times_s: list[float]) -> None:
    singly, at_once = crystal(CLOCKS["crystal"]), crystal(CLOCKS["crystal"])
    assert at_once.gained_us(np.array(times_s)).tolist() == [singly.gained_us(t_s) for t_s in times_s]


@pytest.mark.parametrize("name", CLOCKS)
@given(us=st.integers(0, 20_000_000_000))
def test_a_clock_shows_what_it_is_asked_when_it_shows(name: str, us: int) -> None:
    ticking = clock(name)
    assert ticking.us(ticking.s(us) + 1e-7) == pytest.approx(us, abs=1)
    assert ticking.s(np.array([us], np.float64)).tolist() == [ticking.s(us)]


def test_a_clock_never_goes_back() -> None:
    poor = clock("poor")
    assert (np.diff(poor.s(np.arange(0, 4_000_000_000, 10_000, dtype=np.float64))) > 0).all()


def test_when_it_is_started_does_not_change_what_a_clock_does_from_then_on() -> None:
    at_once, later = clock("crystal"), clock("crystal").started(7.5)
    assert [later.us(7.5 + t_s) for t_s in (100.0, 1000.0)] == pytest.approx(
        [at_once.us(t_s) for t_s in (100.0, 1000.0)], abs=1
    )
