"""What runs on the 10 Hz lane."""

from __future__ import annotations

from collections import deque
from typing import Final

from analysis.advisory import Advisory, Conditions, Off, Softening, Why, series
from analysis.contact import Contact
from analysis.lane import SLOW_US, Lane, analysis_factor, slow_factor
from analysis.settings import Settings, microseconds
from analysis.slope import Slope
from analysis.softening import SofteningStage
from protocol.blocks import SampleBlock

SLOWEST_US: Final = 3 * SLOW_US // 2
"""The watch for softening counts in ticks of 100 ms; slower ones would mean other times."""


class SlowStages:
    """Slope of the force and the watch for softening."""

    def __init__(self, settings: Settings) -> None:
        factor = slow_factor(settings.lane_us)
        self.slope = Slope(analysis_factor(settings.period_us) * factor)
        self._lane = Lane(factor)
        self._off = unwatched(settings)
        self._conditions = _conditions(settings)
        self._stage = SofteningStage(settings.on_n, settings.off_n, self._conditions)
        self._said: deque[Softening] = deque()

    @property
    def advisory(self) -> Advisory:
        """What is known of softening at the latest tick."""
        return self._off or self._stage.advisory

    def aim(self, settings: Settings) -> None:
        """Go on under settings that may show another target."""
        conditions, self._off = _conditions(settings), unwatched(settings)
        if conditions != self._conditions:
            self._conditions = conditions
            self._stage.watch(conditions)

    def call_let_go(self, time_us: int) -> None:
        """A let-go is called."""
        self._stage.call_let_go(time_us)

    def update(self, lane: SampleBlock) -> None:
        """Take the next readings of the 100 Hz lane, at least one."""
        ticks = self._lane.update(lane)
        if len(ticks):
            self.slope.update(ticks)
            if self._off is None:
                self._said.extend(self._stage.update(ticks))

    def softenings_s(self, contact: Contact) -> tuple[float, ...]:
        """When softening was said in a contact that is over, after its start; asked once for each, in order."""
        while self._said and microseconds(self._said[0].at_s) < contact.start.time_us:
            self._said.popleft()
        said = []
        while self._said and microseconds(self._said[0].at_s) <= contact.end.time_us:
            said.append((microseconds(self._said.popleft().at_s) - contact.start.time_us) / 1e6)
        return tuple(said)


def unwatched(settings: Settings) -> Off | None:
    """Why softening is not watched under `settings`; None where it is."""
    if slow_factor(settings.lane_us) * settings.lane_us > SLOWEST_US:
        return Off(Why.TOO_SLOW)
    watched = series(_conditions(settings))
    return watched if isinstance(watched, Off) else None


def _conditions(settings: Settings) -> Conditions:
    return Conditions(braced=settings.braced, target_shown=settings.target_n is not None)
