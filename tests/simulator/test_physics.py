from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from simulator.cell_kind import CELLS
from simulator.clock_kind import CLOCKS
from simulator.crowd import crowd
from simulator.hand_kind import PERSONAS
from simulator.happenings.people import Press
from simulator.patient_kind import PATIENTS
from simulator.physics import Part, Physics
from simulator.tissue_kind import SITES, Softening
from tests.simulator.bench import Bench, scenario

SOFTENED = replace(SITES["trapezius"], softenings=(Softening(3.0, 0.1, 1.0),))
TIRED = replace(PERSONAS["tired"], scale=1.1)
EVERYTHING = Physics(SOFTENED, TIRED, CELLS["cheap cell"], CLOCKS["poor"], PATIENTS["tender"])


@pytest.mark.parametrize("part", Part)
def test_each_part_can_be_switched_off_alone(part: Part) -> None:
    without = EVERYTHING.without(part)
    assert without != EVERYTHING
    assert without.without(part) == without


def test_with_everything_off_the_sensor_and_the_hand_are_perfect() -> None:
    perfect = EVERYTHING.without(*Part)
    assert perfect.cell.gain == 1.0
    assert perfect.cell.zero_n == perfect.cell.noise_n == perfect.cell.pink_n == perfect.cell.nonlinearity == 0.0
    assert perfect.cell.plays == ()
    assert perfect.cell.creeps == ()
    assert perfect.hand.unsteadiness == perfect.hand.sag == perfect.hand.reaction_s == 0.0
    assert perfect.clock == CLOCKS["exact"]
    assert perfect.tissue.shares == (0.0, 0.0, 0.0)
    assert perfect.patient is None


def test_in_a_perfect_world_the_counts_say_what_is_pressed() -> None:
    perfect: dict[str, Any] = {"persona": "still", "cell": "ideal", "clock": "exact", "without": [Part.RELAXATION]}
    bench = Bench(scenario(presses=[Press(at_s=1, force_n=20, for_s=6)], for_s=8, **perfect))
    bench.start()
    counts = bench.until(12).counts
    assert counts[600] == 1_000_000  # 20 N of 20 µN


def test_a_crowd_is_spread_as_physiotherapists_are() -> None:
    people = crowd(PERSONAS["novice"], 2000, seed=1)
    scales = np.array([person.scale for person in people])
    assert scales.std() / scales.mean() == pytest.approx(0.48, abs=0.03)
    assert np.median(scales) == pytest.approx(1.0, abs=0.04)
    assert crowd(PERSONAS["novice"], 3, seed=1) == people[:3]
