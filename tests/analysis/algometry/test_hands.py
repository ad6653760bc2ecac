"""What the limits of a steady rise do with a simulated hand."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.algometry.ramp import Ramp
from analysis.algometry.settings import RampSettings
from analysis.algometry.threshold import Method, Press, measure
from analysis.algometry.verdicts import Flaw
from protocol.blocks import SampleBlock
from simulator.hand import Hand, HandKind, Intent
from simulator.tissue import STEP_S, Tissue, TissueKind

UNSTEADY = frozenset({Flaw.NOT_MONOTONE, Flaw.LATE_PRESS, Flaw.JUMP_OFF})


def spoiled(unsteadiness: float, seed: int) -> bool:
    """Whether a ramp at 50 kPa/s that a patient ends a reaction time after 25 N is not steady."""
    hand = Hand(HandKind(rise_n_per_s=5.5, unsteadiness=unsteadiness), np.random.default_rng(seed))
    tissue = Tissue(TissueKind())
    hand.tell(0.0, Intent(60.0))
    forces, press_us = [0.0], None
    while press_us is None or len(forces) * STEP_S < press_us / 1e6 + 3:
        forces.append(hand.step(len(forces) * STEP_S, tissue))
        if press_us is None and forces[-1] >= 25:
            press_us = len(forces) * 1000 + 250_000
            hand.tell(press_us / 1e6, Intent(0.0))
    every_10_ms = np.array(forces[::10])
    slots = np.arange(len(every_10_ms), dtype=np.int64)
    settings = RampSettings(1.0, 50.0, 60.0)
    (ramp, *_) = Ramp(settings).update(SampleBlock.of(slots, slots * 10_000, every_10_ms))
    verdicts = measure(ramp, Press(press_us, Method.BUTTON), settings).verdicts
    return any(verdict.flaw in UNSTEADY for verdict in verdicts)


@pytest.mark.parametrize(("unsteadiness", "least", "most"), [(0.0, 0, 0), (0.045, 0, 0), (0.12, 10, 20)])
def test_a_steady_hand_passes_and_an_unsteady_one_does_not(unsteadiness: float, least: int, most: int) -> None:
    assert least <= sum(spoiled(unsteadiness, seed) for seed in range(20)) <= most
