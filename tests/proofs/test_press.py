"""The simulation against what its equations say in closed form."""

from __future__ import annotations

import numpy as np
import pytest

from tests.proofs.press import BRACED_N_PER_MM, FREE_N_PER_MM, RATE_HZ, Presses, Scene, Yield, press

SEED = 7


def at(presses: Presses, time_s: float) -> float:
    """Mean force of all trials in the second before `time_s`."""
    until = round(time_s * RATE_HZ)
    return float(presses.force_n[:, until - RATE_HZ : until].mean())


def held(hand: float, *, guided: bool = False, noise: float = 0, softening: Yield | None = None) -> Presses:
    return press(Scene(hand, guided, noise, softening), 100, np.random.default_rng(SEED))


def test_braced_the_depth_stays_and_the_force_relaxes_by_a_sixth_in_half_a_minute() -> None:
    presses = held(BRACED_N_PER_MM)
    depth_mm = presses.depth_mm[:, 3 * RATE_HZ :]
    assert (np.ptp(depth_mm, axis=1) / depth_mm.mean(1)).max() < 0.02
    assert 100 * (1 - at(presses, 32) / at(presses, 3.5)) == pytest.approx(17, abs=2)


def test_relaxation_ends_where_the_shares_of_the_decays_say() -> None:
    presses = press(Scene(1e6, guided=False, noise_percent=0, hold_s=200), 100, np.random.default_rng(SEED))
    scale = np.random.default_rng(SEED)
    scale.uniform(size=100)  # stiffness
    lasting = 1 - 0.32 * scale.uniform(0.6, 1.4, 100)
    np.testing.assert_allclose(presses.force_n[:, -RATE_HZ:].mean(1), 30 * lasting, rtol=0.01)


def test_a_hand_that_sees_the_force_keeps_it_and_sinks_in() -> None:
    presses = held(FREE_N_PER_MM, guided=True)
    assert at(presses, 60) == pytest.approx(30, rel=0.012)
    assert presses.depth_mm[:, -1].mean() > presses.depth_mm[:, 300].mean() + 1


def test_braced_a_softening_shows_as_force_and_under_a_guided_hand_as_depth() -> None:
    softening = Yield(20, 0.5)
    assert at(held(BRACED_N_PER_MM, softening=softening), 60) / at(held(BRACED_N_PER_MM), 60) == pytest.approx(
        0.81, abs=0.015
    )
    guided, still = held(FREE_N_PER_MM, guided=True, softening=softening), held(FREE_N_PER_MM, guided=True)
    assert at(guided, 60) / at(still, 60) == pytest.approx(1, abs=0.01)
    assert guided.depth_mm[:, -1].mean() > still.depth_mm[:, -1].mean() + 1


def test_the_noise_is_what_was_asked_for_as_a_share_of_the_force() -> None:
    noisy, quiet = held(BRACED_N_PER_MM, noise=2), held(BRACED_N_PER_MM)
    difference_n = (noisy.force_n - quiet.force_n)[:, 1000:]
    # a little less, because what changes slowly relaxes
    assert 0.85 < difference_n.std() / (0.02 * 30) < 1


def test_tremor_has_its_share_of_the_noise_and_nothing_is_faster() -> None:
    noisy, quiet = held(BRACED_N_PER_MM, noise=8), held(BRACED_N_PER_MM)
    power = np.abs(np.fft.rfft((noisy.force_n - quiet.force_n)[:, 1000:], axis=1)) ** 2
    frequency_hz = np.fft.rfftfreq(noisy.force_n.shape[1] - 1000, 1 / RATE_HZ)
    power = power.mean(0)[1:] / power.mean(0)[1:].sum()
    tremor = float(power[(frequency_hz[1:] > 7.5) & (frequency_hz[1:] < 12.5)].sum())
    assert tremor == pytest.approx(0.43**2, abs=0.06)
    assert float(power[frequency_hz[1:] > 13].sum()) < 0.03


def test_a_hand_that_lets_go_leaves_nothing() -> None:
    scene = Scene(BRACED_N_PER_MM, guided=False, noise_percent=2, hold_s=5, let_go_s=0.5)
    presses = press(scene, 20, np.random.default_rng(SEED))
    assert presses.force_n.shape == (20, scene.samples) == (20, 850)
    assert presses.force_n[:, 690].min() > 15
    assert np.abs(presses.force_n[:, -50:]).max() < 0.5


def test_a_trial_repeats_by_its_seed_alone() -> None:
    scene = Scene(FREE_N_PER_MM, guided=True, noise_percent=4, softening=Yield(10, 2), hold_s=20)
    again = [press(scene, 5, np.random.default_rng(SEED)) for _ in range(2)]
    np.testing.assert_array_equal(again[0].force_n, again[1].force_n)
    assert ((again[0].onset_s >= 14) & (again[0].onset_s <= 42)).all()
