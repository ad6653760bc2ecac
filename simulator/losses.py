"""Frames that never get out of the tool."""

from __future__ import annotations

import numpy as np

from simulator.scenario import FrameLoss, Scenario, Silence


class Losses:
    """What the scenario loses; deterministic with its generator."""

    def __init__(self, scenario: Scenario, rng: np.random.Generator) -> None:
        self._faults = tuple(f for f in scenario.happenings if isinstance(f, Silence | FrameLoss))
        self._rng = rng

    def spare(self, world_s: float) -> bool:
        """Whether a frame that is complete at `world_s` gets out."""
        for fault in self._faults:
            if fault.at_s <= world_s < fault.at_s + fault.for_s:
                share = fault.share if isinstance(fault, FrameLoss) else 1.0
                if self._rng.random() < share:
                    return False
        return True
