"""A hand, tissue, and the true force between them."""

from __future__ import annotations

from array import array

import numpy as np
from numpy.typing import NDArray

from simulator.hand import Hand, HandKind, Intent
from simulator.happenings.people import Press
from simulator.tissue import STEP_S, Tissue, TissueKind


class World:
    """Steps lazily: as far as somebody asked. Times are seconds since the tool's first sample."""

    def __init__(self, hand: Hand, tissue: Tissue) -> None:
        self._hand = hand
        self._tissue = tissue
        self._trace = array("d", [0.0])

    @classmethod
    def of(cls, presses: tuple[Press, ...], unsteadiness: float, rng: np.random.Generator) -> World:
        """A hand that makes these presses by itself; without any it waits for `tell`."""
        kind = HandKind(unsteadiness=unsteadiness)
        hand = Hand(kind, rng)
        for press in presses:
            hand.tell(press.at_s - kind.reaction_s, Intent(press.force_n))
            hand.tell(press.at_s + press.for_s - kind.reaction_s, Intent(0.0))
        return cls(hand, Tissue(TissueKind()))

    @property
    def time_s(self) -> float:
        """How far the world has got."""
        return (len(self._trace) - 1) * STEP_S

    @property
    def trace_n(self) -> NDArray[np.float64]:
        """True force so far, one value every `STEP_S` from time 0."""
        return np.array(self._trace)

    def tell(self, intent: Intent) -> None:
        """The person decides now."""
        self._hand.tell(self.time_s, intent)

    def force_n(self, t_s: float) -> float:
        """True force at `t_s` ≥ the last time asked, linear between two steps."""
        step, between = divmod(t_s / STEP_S, 1.0)
        while len(self._trace) <= step + 1:
            self._trace.append(self._hand.step(len(self._trace) * STEP_S, self._tissue))
        left_n, right_n = self._trace[int(step)], self._trace[int(step) + 1]
        return left_n + between * (right_n - left_n)
