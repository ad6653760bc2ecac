from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from protocol.counts import calibrate
from protocol.frames import Width
from simulator.cell import N_PER_COUNT, Cell
from simulator.cell_kind import CELLS, CellKind, Creep, Play
from simulator.hand_kind import HandKind
from simulator.happenings.people import Press
from simulator.physics import Physics
from simulator.stable import Deviates
from simulator.tissue_kind import SITES, STEP_S
from simulator.warmth import temperature_c
from simulator.world import World
from tests.simulator.bench import settled

IDEAL = CELLS["ideal"]


def deviates(seed: int = 1) -> Deviates:
    return Deviates(np.random.SeedSequence(seed))


def cell(kind: CellKind, seed: int = 1) -> Cell:
    return Cell(kind, deviates(seed), deviates(seed + 1000))


def constant(force_n: float) -> World:
    """Nobody moves: this force at each step."""
    world = World.of(Physics(), (), deviates())
    world.steps_n.extend([force_n] * 100_000)
    world.steps_n[0] = force_n
    return world


def drawn(*corners: tuple[float, float]) -> World:
    """Straight lines between corners of time and force."""
    world = constant(0.0)
    times_s, forces_n = zip(*corners, strict=True)
    for step, force_n in enumerate(np.interp(np.arange(round(times_s[-1] / STEP_S)) * STEP_S, times_s, forces_n)):
        world.steps_n[step] = float(force_n)
    return world


def pressing() -> World:
    presses = [Press(at_s=0.5, force_n=30, for_s=4), Press(at_s=8, force_n=12, for_s=4)]
    return World.of(Physics(SITES["calf"], HandKind(unsteadiness=0.05)), presses, deviates())


def read_n(kind: CellKind, world: World, *times_s: float) -> list[float]:
    made = cell(kind)
    return [made.count(world, t_s) * N_PER_COUNT for t_s in times_s]


def test_a_newton_is_fifty_thousand_counts() -> None:
    assert [cell(IDEAL).count(constant(force_n), 0.0) for force_n in (1.0, 0.0)] == [50_000, 0]


def test_gain_and_zero_go_wrong_as_they_are_told() -> None:
    kind = CellKind(gain=1.1, zero_n=-0.5, noise_n=0.0)
    assert cell(kind).count(constant(10.0), 0.0) == round(10.5 / N_PER_COUNT)


def test_the_layout_turns_counts_back_into_newtons() -> None:
    ideal = cell(IDEAL)
    forces_n = np.array([0.0, 0.5, 42.0, 149.9])
    counts = np.array([cell(IDEAL).count(constant(float(force_n)), 0.0) for force_n in forces_n], np.int32)
    np.testing.assert_allclose(calibrate(counts, ideal.layout), forces_n, atol=N_PER_COUNT / 2)


@pytest.mark.parametrize("force_n", [168.0, -168.0])
def test_the_converter_saturates_at_its_ends(force_n: float) -> None:
    count = Width.I24.saturated_high if force_n > 0 else Width.I24.saturated_low
    assert cell(IDEAL).count(constant(force_n), 0.0) == count
    assert cell(IDEAL).counts(constant(force_n), np.array([0.0])).tolist() == [count]


@pytest.mark.parametrize("force_n", [100.0, -100.0])
def test_a_sensor_saturates_before_its_converter_does(force_n: float) -> None:
    kind = replace(IDEAL, limit_n=100.0)
    count = Width.I24.saturated_high if force_n > 0 else Width.I24.saturated_low
    assert cell(kind).count(constant(force_n), 0.0) == count
    assert cell(kind).counts(constant(force_n), np.array([0.0])).tolist() == [count]
    assert cell(kind).count(constant(force_n * 0.999), 0.0) == round(force_n * 0.999 / N_PER_COUNT)


def test_a_coarse_converter_has_coarse_steps() -> None:
    kind = replace(IDEAL, step_counts=1000)
    assert [cell(kind).count(constant(force_n), 0.0) for force_n in (0.0099, 0.0101, 0.031)] == [0, 1000, 2000]


def test_noise_has_the_deviation_that_the_layout_says() -> None:
    noisy, world = cell(CellKind()), constant(0.0)
    mean_n, deviation_n = settled(noisy.counts(world, np.linspace(0, 200, 20_000)) * N_PER_COUNT)
    assert mean_n == pytest.approx(0.35, abs=0.001)
    assert deviation_n == pytest.approx(noisy.layout.noise, rel=0.02)


def test_pink_noise_wanders_more_slowly_than_white() -> None:
    pink = cell(replace(IDEAL, pink_n=0.05)).counts(constant(0.0), np.linspace(0, 500, 50_000)) * N_PER_COUNT
    assert pink.std() == pytest.approx(0.05, rel=0.15)
    assert np.diff(pink).std() < 0.7 * pink.std()  # of white noise 1.41


def test_nonlinearity_is_a_parabola_with_its_height_in_the_middle() -> None:
    kind = replace(IDEAL, nonlinearity=0.01)
    errors_n = [read_n(kind, constant(force_n), 0.0)[0] - force_n for force_n in (0.0, 75.0, 150.0)]
    assert errors_n == pytest.approx([0.0, 1.5, 0.0], abs=N_PER_COUNT)


def test_creep_adds_its_share_with_its_time() -> None:
    kind = replace(IDEAL, creeps=(Creep(0.05, 10.0), Creep(0.01, 1.0)))
    first_n, later_n, last_n = read_n(kind, constant(20.0), 0.0, 10.0, 200.0)
    assert first_n == pytest.approx(20.0, abs=1e-3)
    assert later_n == pytest.approx(20 * (1 + 0.05 * (1 - np.exp(-1)) + 0.01 * (1 - np.exp(-10))), rel=1e-4)
    assert last_n == pytest.approx(20 * 1.06, rel=1e-5)


def test_hysteresis_lags_by_its_weighted_radius_on_either_way() -> None:
    kind = replace(IDEAL, plays=(Play(2.0, 0.25), Play(1.0, 0.5)))
    world = drawn((0, 0), (1, 40), (2, 0), (3, 0))
    up_n, down_n, after_n = read_n(kind, world, 0.5, 1.5, 2.5)
    assert up_n == pytest.approx(20 - 2 * 0.25 - 1 * 0.5, abs=1e-6)
    assert down_n == pytest.approx(20 + 2 * 0.25 + 1 * 0.5, abs=1e-6)
    assert after_n == pytest.approx(1.0, abs=1e-6)


def test_hysteresis_between_two_steps_is_that_of_the_line() -> None:
    kind = replace(IDEAL, plays=(Play(0.3, 1.0),))
    read = read_n(kind, drawn((0, 0), (1, 100), (2, 100)), 0.005, 0.0075, 0.01)
    assert read == pytest.approx([0.2, 0.45, 0.7], abs=1e-6)


def test_warmth_moves_zero_and_span() -> None:
    kind = replace(IDEAL, zero_n_per_k=0.1, span_per_k=0.01)
    warmer_k = temperature_c(300.0) - 22.0
    expected_n = 20 * (1 + 0.01 * warmer_k) + 0.1 * warmer_k
    assert read_n(kind, constant(20.0), 300.0) == [pytest.approx(expected_n, abs=N_PER_COUNT)]
    assert read_n(kind, constant(20.0), 0.0) == [pytest.approx(20.0)]


def test_a_zero_that_is_off_adds_to_what_is_measured() -> None:
    made, world = cell(CellKind(gain=1.5, zero_n=0.0, noise_n=0.0)), constant(10.0)
    assert made.count(world, 0.0, offset_n=2.0) == round(17.0 / N_PER_COUNT)


def test_the_same_seed_reads_the_same() -> None:
    read = [[cell(CellKind(), seed).count(constant(5.0), 0.0)] for seed in (3, 3, 4)]
    assert read[0] == read[1] != read[2]


def times_at_s(rate_hz: int) -> NDArray[np.float64]:
    return np.arange(1000) / rate_hz + 0.0001


@cache
def singly(kind: CellKind, rate_hz: int) -> list[int]:
    """One count after the other; the same for all examples."""
    one, world = cell(kind), pressing()
    return [one.count(world, t_s) for t_s in times_at_s(rate_hz).tolist()]


@pytest.mark.parametrize("kind", CELLS.values(), ids=CELLS)
@given(rate_hz=st.sampled_from([50, 100, 200, 1000, 333]), cuts=st.lists(st.integers(1, 900), max_size=8))
def test_many_at_once_are_bit_for_bit_the_single_ones(kind: CellKind, rate_hz: int, cuts: list[int]) -> None:
    many, world = cell(kind), pressing()
    times_s = times_at_s(rate_hz)
    parts = [part for part in np.split(times_s, sorted(cuts)) if len(part)]
    together: list[NDArray[np.int32]] = [many.counts(world, part) for part in parts]
    assert np.concatenate(together).tolist() == singly(kind, rate_hz)


def test_single_ones_and_many_take_turns() -> None:
    times_s = np.arange(600) / 100
    taking_turns, singly = cell(CELLS["fsr"]), cell(CELLS["fsr"])
    world, same_world = pressing(), pressing()
    counts = []
    for start in range(0, 600, 60):
        counts += taking_turns.counts(world, times_s[start : start + 50]).tolist()
        counts += [taking_turns.count(world, t_s) for t_s in times_s[start + 50 : start + 60].tolist()]
    assert counts == [singly.count(same_world, t_s) for t_s in times_s.tolist()]
