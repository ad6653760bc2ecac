from __future__ import annotations

import numpy as np
import pytest

from simulator.hand import Hand, HandKind, Intent
from simulator.tissue import STEP_S, Tissue, TissueKind
from tests.simulator.bench import settled

STILL = HandKind(unsteadiness=0.0)
ELASTIC = TissueKind(shares=(0.0, 0.0, 0.0))


def trace(kind: HandKind, told: dict[float, Intent], for_s: float, tissue: TissueKind = ELASTIC) -> list[float]:
    """Force at each step, the first one a step after time 0."""
    hand, under = Hand(kind, np.random.default_rng(1)), Tissue(tissue)
    for t_s, intent in told.items():
        hand.tell(t_s, intent)
    return [hand.step(step * STEP_S, under) for step in range(1, round(for_s / STEP_S) + 1)]


def first_s(force_n: list[float], above_n: float) -> float:
    return next(step for step, value in enumerate(force_n, 1) if value > above_n) * STEP_S


def test_a_still_hand_on_elastic_tissue_holds_what_it_wants() -> None:
    assert trace(STILL, {0.0: Intent(30.0)}, 8)[-1] == pytest.approx(30.0, abs=1e-6)


def test_nothing_happens_before_the_reaction_time_and_the_way_to_the_skin() -> None:
    way_s = 6.0 / STILL.lift_mm_per_s
    begins_s = first_s(trace(STILL, {1.0: Intent(30.0)}, 3), 0.0)
    assert begins_s == pytest.approx(1.0 + STILL.reaction_s + way_s, abs=2 * STEP_S)


def test_force_rises_and_falls_at_the_rates_of_the_hand() -> None:
    force_n = trace(STILL, {0.0: Intent(30.0), 8.0: Intent(0.0)}, 14)
    rise_s = first_s(force_n, 24.0) - first_s(force_n, 6.0)
    fall_s = (sum(value > 6.0 for value in force_n[8000:]) - sum(value > 24.0 for value in force_n[8000:])) * STEP_S
    assert rise_s == pytest.approx(18.0 / STILL.rise_n_per_s, abs=3 * STEP_S)
    assert fall_s == pytest.approx(18.0 / STILL.fall_n_per_s, abs=3 * STEP_S)
    assert force_n[-1] == 0.0


def test_relaxing_tissue_takes_force_from_a_hand_that_does_not_look() -> None:
    force_n = trace(STILL, {0.0: Intent(30.0)}, 40, TissueKind())
    assert force_n[-1] < 0.95 * max(force_n)


def test_a_hand_that_looks_brings_it_back() -> None:
    hand, tissue = Hand(STILL, np.random.default_rng(1)), Tissue(TissueKind())
    force_n = 0.0
    for step in range(1, 40_001):
        hand.tell(step * STEP_S, Intent(30.0, force_n))
        force_n = hand.step(step * STEP_S, tissue)
    assert force_n == pytest.approx(30.0, rel=0.015)


def test_an_unsteady_hand_varies_by_the_share_it_is_given() -> None:
    shaky = trace(HandKind(unsteadiness=0.03), {0.0: Intent(30.0)}, 200)
    mean_n, deviation_n = settled(shaky[10_000:])
    assert mean_n == pytest.approx(30.0, rel=0.02)
    assert deviation_n == pytest.approx(0.03 * 30.0, rel=0.25)


def test_tremor_is_strongest_around_ten_hertz() -> None:
    force_n = np.array(trace(HandKind(unsteadiness=0.03), {0.0: Intent(30.0)}, 110)[10_000:])
    power = np.abs(np.fft.rfft((force_n - force_n.mean()) * np.hanning(len(force_n)))) ** 2
    hz = np.fft.rfftfreq(len(force_n), STEP_S)

    def band(low_hz: float, high_hz: float) -> float:
        return float(power[(hz >= low_hz) & (hz < high_hz)].mean())

    assert band(9, 11) > 2 * band(4, 6)
    assert band(9, 11) > 4 * band(16, 20)


def test_the_same_generator_gives_the_same_hand() -> None:
    kind = HandKind()
    assert trace(kind, {0.0: Intent(20.0)}, 4) == trace(kind, {0.0: Intent(20.0)}, 4)
