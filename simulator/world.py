"""A hand, tissue, and the true force between them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from simulator.between import one
from simulator.forces import Forces
from simulator.hand import Hand, Intent
from simulator.happenings.tissue import TissueSoftening
from simulator.physics import Physics
from simulator.stable import Deviates
from simulator.tissue import Tissue
from simulator.tissue_kind import STEP_S, Softening


class Pressed(Protocol):
    """A press that the hand makes by itself."""

    @property
    def at_s(self) -> float:
        """When the hand begins to move."""
        ...

    @property
    def force_n(self) -> float:
        """What it wants."""
        ...

    @property
    def for_s(self) -> float:
        """Until it moves away."""
        ...


class World(Forces):
    """Steps lazily: as far as somebody asked, and as far as nothing told now can change it."""

    def __init__(self, hand: Hand, tissue: Tissue) -> None:
        super().__init__(0.0)
        self._hand = hand
        self._tissue = tissue

    @classmethod
    def of(cls, physics: Physics, presses: Iterable[Pressed], deviates: Deviates) -> World:
        """A hand that makes these presses by itself; without any it waits for `tell`."""
        hand = Hand(physics.hand, deviates)
        for press in presses:
            hand.tell(press.at_s - physics.hand.reaction_s, Intent(press.force_n))
            hand.tell(press.at_s + press.for_s - physics.hand.reaction_s, Intent(0.0))
        return cls(hand, Tissue(physics.tissue))

    def tell(self, intent: Intent) -> None:
        """The person decides now."""
        self._hand.tell(self.time_s, intent)

    def soften(self, happening: TissueSoftening) -> TissueSoftening:
        """As soon as it is asked, but not within what may be computed already."""
        computed = max(self._hand.settled(self.time_s), one(self.time_s).last)
        begins = happening.model_copy(update={"at_s": max(happening.at_s, computed * STEP_S)})
        self._tissue.soften(Softening.within(begins.at_s, begins.percent / 100, begins.for_s))
        return begins

    def _more_n(self, step: int) -> list[float]:
        missing = max(step, self._hand.settled(self.time_s)) + 1 - len(self.steps_n)
        points_mm = self._hand.plan(missing, self._tissue.kind)
        return self._tissue.press(points_mm, self._hand.kind.spring_n_per_mm)
