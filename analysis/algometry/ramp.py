"""The press that rises until it hurts: live, one block after the other."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from analysis.algometry.pace import Rate, present_rate
from analysis.algometry.presses import Presses
from analysis.algometry.settings import RampSettings
from analysis.algometry.verdicts import Missing
from analysis.settings import grid
from protocol.blocks import GRID_PER_N, SampleBlock


class Off(NamedTuple):
    """The tip is off the skin."""

    time_us: int | None = None
    """Of the newest reading; None before the first, as `force_n`."""
    force_n: float | None = None


class Rising(NamedTuple):
    """A ramp runs; what its newest reading says."""

    start_us: int
    """First reading of the contact."""
    time_us: int
    force_n: float
    pressure_kpa: float
    rate: Rate | Missing
    """Over the last half second, see `analysis.algometry.pace`."""
    cap_share: float
    """Force over the force at which the ramp ends."""
    capped: bool
    """Whether a reading of this ramp has reached that force."""


RampState: TypeAlias = Off | Rising


class Ramp:
    """Follows ramps; each is a press as `Presses` finds them. What missing readings mean, `measure` judges."""

    def __init__(self, settings: RampSettings) -> None:
        self.settings = settings
        self._presses = Presses(settings.on_n, settings.off_n)
        self._cap_q = grid(settings.cap_n)

    def update(self, block: SampleBlock) -> tuple[SampleBlock, ...]:
        """Take the next readings; return those of the ramps that end in them."""
        return self._presses.update(block)

    @property
    def now(self) -> RampState:
        """What the newest reading says."""
        newest, press = self._presses.newest, self._presses.open
        if newest is None:
            return Off()
        time_us, force_n = int(newest.time_us[0]), int(newest.force_q[0]) / GRID_PER_N
        if press is None:
            return Off(time_us, force_n)
        return Rising(
            start_us=press.start_us,
            time_us=time_us,
            force_n=force_n,
            pressure_kpa=self.settings.kpa(force_n),
            rate=present_rate(press.recent, self.settings),
            cap_share=force_n / self.settings.cap_n,
            capped=press.peak_q >= self._cap_q,
        )
