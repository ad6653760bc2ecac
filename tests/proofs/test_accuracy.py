"""The promises of docs/accuracy.md, on fewer presses."""

from __future__ import annotations

import numpy as np
import pytest

from tests.proofs.accuracy import FALLS_S, FAST_HZ, steady_trials, tables, worst_fall_ms
from tests.proofs.errors import FALLS, Spoil, dose_percent, edge_samples, noisy, outside_percent, trials

COUNT = 30


@pytest.mark.parametrize("rate_hz", FAST_HZ)
@pytest.mark.parametrize("jitter", [0.0, 0.5])
def test_doses_are_right_to_a_thousandth_and_edges_to_a_sample(rate_hz: float, jitter: float) -> None:
    rounding = 2e-6 * rate_hz  # stamps are whole microseconds
    for trial in trials(COUNT, rate_hz, Spoil(jitter=jitter), 1):
        assert dose_percent(trial) <= 0.1
        assert edge_samples(trial) <= 1 + jitter + rounding


@pytest.mark.parametrize(("name", "shortest_s"), FALLS)
@pytest.mark.parametrize("rate_hz", FAST_HZ[1:])
def test_falls_are_right_to_a_millisecond(name: str, shortest_s: float, rate_hz: float) -> None:
    for fall_s in FALLS_S:
        if fall_s >= shortest_s:
            assert worst_fall_ms(name, fall_s, rate_hz, 10) <= 1


@pytest.mark.parametrize("rate_hz", FAST_HZ)
@pytest.mark.parametrize("noise_n", [0.05, 0.2])
def test_noise_moves_a_crossing_by_three_sigma_over_the_slope_and_a_sample(rate_hz: float, noise_n: float) -> None:
    for trial in trials(COUNT, rate_hz, Spoil(noise_n=noise_n), 2):
        assert max(noisy(trial, noise_n)) <= 1


@pytest.mark.parametrize("rate_hz", FAST_HZ)
@pytest.mark.parametrize("lost", [0.01, 0.1, 0.3])
def test_the_truth_lies_inside_the_bounds(rate_hz: float, lost: float) -> None:
    holed = 0
    for trial in trials(COUNT, rate_hz, Spoil(lost=lost), 3):
        holed += trial.hold.gaps_s > 0
        assert outside_percent(trial) <= (0 if trial.hold.gaps_s else 0.1)
    assert holed > COUNT / 4


@pytest.mark.parametrize("rate_hz", FAST_HZ)
def test_a_saturated_press_has_a_lower_bound_alone(rate_hz: float) -> None:
    for trial in trials(10, rate_hz, Spoil(limit_n=14.0), 4):
        assert (trial.hold.dose_low_kpa_s or np.inf) <= 10 * trial.truth.impulse_n_s
        assert trial.hold.dose_high_kpa_s is None


@pytest.mark.parametrize("rate_hz", FAST_HZ)
def test_steadiness_is_that_of_the_line_and_the_sine(rate_hz: float) -> None:
    for trial in steady_trials(10, rate_hz):
        assert trial.hold.cv_percent == pytest.approx(trial.truth.cv_percent, rel=0.06)
        assert trial.hold.tremor_n_rms == pytest.approx(trial.truth.tremor_n, rel=0.06)
        assert trial.hold.drift_n_per_s == pytest.approx(trial.truth.drift_n_per_s, abs=0.01)
        assert trial.hold.rise_n_per_s == pytest.approx(trial.truth.rise_n_per_s, rel=0.05)


def test_every_row_of_the_page_is_as_long_as_its_head() -> None:
    for table in tables(1):
        assert all(len(row) == len(table.head) for row in table.rows)
