"""The independent sources of chance of one run, in an order that never changes."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from simulator.stable import Deviates


class Luck(NamedTuple):
    """One for each part of the tool, so that a fault of one never changes what another part draws."""

    hand: np.random.Generator
    cell: np.random.Generator
    path: Deviates
    aside: Deviates


def luck_of(seed: int) -> Luck:
    """All of them, from one number."""
    hand, cell, path, aside = np.random.SeedSequence(seed).spawn(4)
    return Luck(np.random.default_rng(hand), np.random.default_rng(cell), Deviates(path), Deviates(aside))
