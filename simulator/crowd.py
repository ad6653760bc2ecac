"""People with the same training: each calls something else a newton."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np

from simulator.hand_kind import HandKind
from simulator.stable import Deviates, decay

LEVEL_SIGMA: Final = 0.455
"""Of the logarithm of the force that a person chooses: SD over mean 48 % (Pérez-Palomares 2021, 30 people).

40 physiotherapists who rubbed had quartiles that differ four-fold (Chaves 2020); with this they differ 1.85-fold.
"""
TAUGHT_SIGMA: Final = 0.167
"""The same for people who practised a force with it in view: 65 % less spread, SD over mean 17 %.

29 people learned to press 4 kg; the spread stayed small when they no longer saw the force. Experts and people who had
never done it were equally good at it, and after eight months one of them was where he had begun (Smythe 1998).
"""
SKILL_SIGMA: Final = 0.25
"""Of the logarithm of unsteadiness, *assumed*; "novice" was fitted with it."""
PUSHED_SIGMA: Final = 0.33
"""The same of 9 people who pushed a handle with about 100 N, five times each, without a target: 0.27 and 0.37 in two
conditions, the differences from time to time taken out (recordings of ftessari23/GimbalForceAnalysis).
"""


def crowd(
    kind: HandKind, count: int, seed: int, level_sigma: float = LEVEL_SIGMA, skill_sigma: float = SKILL_SIGMA
) -> list[HandKind]:
    """So many people of this kind."""
    deviates = Deviates(np.random.SeedSequence(seed))
    return [
        replace(
            kind,
            scale=kind.scale * _factor(level_sigma, level),
            unsteadiness=kind.unsteadiness * _factor(skill_sigma, skill),
        )
        for level, skill in deviates.normals(2 * count).reshape(count, 2).tolist()
    ]


def _factor(sigma: float, deviate: float) -> float:
    """A log-normal factor with median 1."""
    power = sigma * deviate
    return decay(-power) if power < 0 else 1 / decay(power)
