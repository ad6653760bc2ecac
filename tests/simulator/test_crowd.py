"""How people with the same training differ, against recordings of a hand that pushes a handle."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from simulator.crowd import PUSHED_SIGMA

GIMBAL = Path(__file__).parents[3] / "shared" / "data" / "gimbal"
NEWTONS = 4.44822
"""The files say N and are in pounds-force."""
TRIALS = range(1, 6)


def unsteadiness(file: Path) -> float:
    """Of the force in the author's window, about its line, in relation to its mean."""
    force_n = np.linalg.norm(np.loadtxt(file, delimiter=",", skiprows=1)[:, :3], axis=1)[-200:-50] * NEWTONS
    place = np.arange(len(force_n))
    around = force_n - np.polyval(np.polyfit(place, force_n, 1), place)
    return float(np.sqrt(np.mean(around**2)) / force_n.mean())


@pytest.mark.skipif(not GIMBAL.is_dir(), reason="the recordings of pushes are not here")
def test_people_s_steadiness_differs_as_that_of_nine_who_pushed_a_handle() -> None:
    """Nobody pushed in the ninth's second condition."""
    variances = [between("FLAT", range(1, 10)), between("LCK", range(1, 9))]
    assert np.sqrt(np.mean(variances)) == pytest.approx(PUSHED_SIGMA, abs=0.005)


def between(condition: str, people: range) -> float:
    """Variance of people's mean logarithms, less what trials leave in a mean of five."""
    logs = np.log(
        [[unsteadiness(GIMBAL / f"S{who}_CN_{condition}_T{trial}.txt") for trial in TRIALS] for who in people]
    )
    return float(logs.mean(axis=1).var(ddof=1) - logs.var(axis=1, ddof=1).mean() / len(TRIALS))
