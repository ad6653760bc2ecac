"""What stands beside a score."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.hold import Code, Hold, Missing
from analysis.score_shape import trial_hold
from analysis.settings import Settings
from tests.analysis.trials import FLAT, GO_US, pressed

SETTINGS = Settings(period_us=10_000, target_n=20.0, band_percent=10.0, area_cm2=1.0)


def test_rise_steadiness_and_release_are_those_of_the_hold() -> None:
    def force(t: np.ndarray[tuple[int], np.dtype[np.float64]]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        return np.clip(10 * t, 0, 20)

    readings = pressed(force)
    fall = np.clip(20 - 10 * ((readings.time_us - GO_US) / 1e6 - 12.3), 0, 20)
    after = readings.time_us >= GO_US + 12_000_000
    readings = type(readings).of(readings.index, readings.time_us, np.where(after, fall, readings.force_n))
    hold = trial_hold(readings, FLAT, SETTINGS)
    assert isinstance(hold, Hold)
    assert hold.rise_n_per_s == pytest.approx(10.0, rel=1e-3)
    assert hold.cv_percent == pytest.approx(0.0, abs=1e-6)
    assert hold.bias_n == pytest.approx(0.0, abs=1e-4)
    assert hold.cue_latency_s == pytest.approx(0.3 + 0.2, abs=0.01)
    assert hold.fall_n_per_s == pytest.approx(10.0, rel=1e-2)
    assert hold.residual_n == 0.0


def test_of_two_presses_that_of_the_let_go_counts_even_when_it_is_shorter() -> None:
    hold = trial_hold(pressed(lambda t: np.where((t > 8.5) & (t < 10), 0.0, 20.0)), FLAT, SETTINGS)
    assert isinstance(hold, Hold)
    assert hold.start_s == pytest.approx(GO_US / 1e6 + 10, abs=0.02)


def test_who_let_go_too_early_is_measured_all_the_same() -> None:
    hold = trial_hold(pressed(lambda t: np.where(t > 8.5, 0.0, 20.0)), FLAT, SETTINGS)
    assert isinstance(hold, Hold)
    assert hold.duration_s == pytest.approx(8.5, abs=0.02)


def test_who_never_pressed_has_no_hold() -> None:
    found = trial_hold(pressed(0.0), FLAT, SETTINGS)
    assert isinstance(found, Missing)
    assert found.code is Code.NOT_REACHED
