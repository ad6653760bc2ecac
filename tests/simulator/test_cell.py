from __future__ import annotations

import numpy as np
import pytest

from protocol.counts import calibrate
from protocol.frames import Width
from simulator.cell import N_PER_COUNT, Cell, CellKind
from tests.simulator.bench import settled

IDEAL = CellKind(gain=1.0, zero_n=0.0, noise_n=0.0)


def cell(kind: CellKind, seed: int = 1) -> Cell:
    return Cell(kind, np.random.default_rng(seed))


def test_a_newton_is_fifty_thousand_counts() -> None:
    assert cell(IDEAL).read(1.0) == 50_000
    assert cell(IDEAL).read(0.0) == 0


def test_gain_and_zero_go_wrong_as_they_are_told() -> None:
    assert cell(CellKind(gain=1.1, zero_n=-0.5, noise_n=0.0)).read(10.0) == round(10.5 / N_PER_COUNT)


def test_the_layout_turns_counts_back_into_newtons() -> None:
    ideal = cell(IDEAL)
    forces_n = np.array([0.0, 0.5, 42.0, 149.9])
    counts = np.array([ideal.read(float(force_n)) for force_n in forces_n], np.int32)
    np.testing.assert_allclose(calibrate(counts, ideal.layout), forces_n, atol=N_PER_COUNT / 2)


@pytest.mark.parametrize(("force_n", "count"), [(168.0, Width.I24.saturated_high), (-168.0, Width.I24.saturated_low)])
def test_the_converter_saturates_at_its_ends(force_n: float, count: int) -> None:
    assert cell(IDEAL).read(force_n) == count


def test_noise_has_the_deviation_that_the_layout_says() -> None:
    noisy = cell(CellKind())
    mean_n, deviation_n = settled(noisy.read(0.0) * N_PER_COUNT for _ in range(20_000))
    assert mean_n == pytest.approx(0.35, abs=0.001)
    assert deviation_n == pytest.approx(noisy.layout.noise, rel=0.02)


def test_the_same_seed_reads_the_same() -> None:
    assert [cell(CellKind(), 3).read(5.0)] == [cell(CellKind(), 3).read(5.0)] != [cell(CellKind(), 4).read(5.0)]
