"""The independent sources of chance of one run, in an order that never changes."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from simulator.stable import Deviates


class Luck(NamedTuple):
    """One for each part of the tool, so that a fault of one never changes what another part draws."""

    hand: Deviates
    white: Deviates
    path: Deviates
    aside: Deviates
    slow: Deviates
    crystal: Deviates


def luck_of(seed: int) -> Luck:
    """All of them, from one number."""
    return Luck(*map(Deviates, np.random.SeedSequence(seed).spawn(len(Luck._fields))))
