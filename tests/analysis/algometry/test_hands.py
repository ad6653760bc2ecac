"""What the limits of a steady rise do with a simulated hand."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.algometry.ramp import Ramp
from analysis.algometry.settings import RampSettings
from analysis.algometry.threshold import Method, Press, measure
from analysis.algometry.verdicts import Flaw
from protocol.blocks import SampleBlock
from simulator.hand import Intent
from simulator.hand_kind import HandKind
from simulator.physics import Physics
from simulator.stable import Deviates
from simulator.tissue_kind import STEP_S
from simulator.world import World

UNSTEADY = frozenset({Flaw.NOT_MONOTONE, Flaw.LATE_PRESS, Flaw.JUMP_OFF})


def spoiled(unsteadiness: float, seed: int) -> bool:
    """Whether a ramp at 50 kPa/s that a patient ends a reaction time after 25 N is not steady."""
    hand = HandKind(rise_n_per_s=5.5, unsteadiness=unsteadiness)
    world = World.of(Physics(hand=hand), (), Deviates(np.random.SeedSequence(seed)))
    world.tell(Intent(60.0))
    forces, press_us = [0.0], None
    while press_us is None or len(forces) * STEP_S < press_us / 1e6 + 3:
        forces.append(world.force_n(len(forces) * STEP_S))
        if press_us is None and forces[-1] >= 25:
            press_us = len(forces) * 10_000 + 250_000
            world.force_n(press_us / 1e6)
            world.tell(Intent(0.0))
    slots = np.arange(len(forces), dtype=np.int64)
    settings = RampSettings(1.0, 50.0, 60.0)
    (ramp, *_) = Ramp(settings).update(SampleBlock.of(slots, slots * 10_000, np.array(forces)))
    verdicts = measure(ramp, Press(press_us, Method.BUTTON), settings).verdicts
    return any(verdict.flaw in UNSTEADY for verdict in verdicts)


@pytest.mark.parametrize(("unsteadiness", "least", "most"), [(0.0, 0, 0), (0.045, 0, 0), (0.12, 10, 20)])
def test_a_steady_hand_passes_and_an_unsteady_one_does_not(unsteadiness: float, least: int, most: int) -> None:
    assert least <= sum(spoiled(unsteadiness, seed) for seed in range(20)) <= most
