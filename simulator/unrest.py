"""Why a hand is unsteady: two slow wanders and a tremor, drawn in blocks so that asking does not change them."""

from __future__ import annotations

import math
from typing import Final

import numpy as np

from simulator.blocks import BLOCK, Blocks
from simulator.hand_kind import HandKind
from simulator.stable import PI, Deviates, Floats, cosine, decay
from simulator.tissue_kind import STEP_S

FAST_S: Final = 1.0
"""Time constant of the faster wander, *assumed*."""
FAST_TO_SLOW: Final = 2.25
"""Variance of the faster wander over that of the slower, *assumed* after Sutton & Sykes 1967."""
TREMOR_HZ: Final = 10.0
"""Physiological tremor peaks at 8–12 Hz."""
TREMOR_WIDTH_HZ: Final = 4.0
"""From 8 to 12 Hz."""
PERIOD: Final = round(1 / (TREMOR_HZ * STEP_S))
"""Steps of one tremor."""


class Unrest:
    """Unit noise of a hand: mean 0, standard deviation 1 together with its tremor."""

    def __init__(self, kind: HandKind, deviates: Deviates) -> None:
        tremor = kind.tremor_share
        slow = math.sqrt((1 - tremor * tremor) / (1 + FAST_TO_SLOW))
        shares = np.array([slow * math.sqrt(FAST_TO_SLOW), slow, tremor, tremor])
        taus_s = (FAST_S, kind.wander_s, 1 / (PI * TREMOR_WIDTH_HZ), 1 / (PI * TREMOR_WIDTH_HZ))
        self._keep = np.array([decay(STEP_S / tau_s) for tau_s in taus_s])[:, None]
        self._fresh = shares[:, None] * np.sqrt(1 - self._keep * self._keep)
        self._deviates = deviates
        self._last = np.zeros((4, 1))
        self.steps = Blocks(self._block)
        turns = [2 * PI * step / PERIOD - PI for step in range(PERIOD)]
        self._along = np.resize([cosine(turn) for turn in turns], BLOCK + PERIOD)
        self._across = np.resize([cosine(turn - PI / 2) for turn in turns], BLOCK + PERIOD)

    def _block(self, first: int) -> Floats:
        """The next `BLOCK` values: first-order recursions, each run as a scan in ⌈log₂⌉ passes."""
        walk = self._fresh * self._deviates.normals(4 * BLOCK).reshape(4, BLOCK)
        walk[:, :1] += self._keep * self._last
        keep, reach = self._keep, 1
        while reach < BLOCK:
            walk[:, reach:] = walk[:, reach:] + keep * walk[:, :-reach]
            keep, reach = keep * keep, 2 * reach
        self._last = walk[:, -1:].copy()
        at = first % PERIOD
        along, across = self._along[at : at + BLOCK], self._across[at : at + BLOCK]
        unrest: Floats = walk[0] + walk[1] + along * walk[2] + across * walk[3]
        return unrest
