"""One course of an analysis: readings, aims, tips and let-goes, in one order."""

from __future__ import annotations

import copy
from typing import NamedTuple, TypeAlias, assert_never

from analysis.hold import Hold
from analysis.live import Live
from analysis.stream import Analysis
from protocol.blocks import SampleBlock
from session.conditioning import Conditioning


class Aim(NamedTuple):
    """From the next contact on these count."""

    target_n: float
    band_percent: float
    cap_n: float


class OtherTip(NamedTuple):
    """From here on readings are taken with a tip of this area, None where it is not known."""

    area_cm2: float | None


class LetGo(NamedTuple):
    """A let-go is called at this time of the tool's clock."""

    time_us: int


Step: TypeAlias = SampleBlock | Aim | OtherTip | LetGo


class Track:
    """Readings as they were taken, neither marked nor tared, become holds."""

    def __init__(self, analysis: Analysis, conditioning: Conditioning) -> None:
        self.holds: list[Hold] = []
        self._analysis = analysis
        self._conditioning = conditioning

    @property
    def live(self) -> Live:
        """What the hand does at the latest reading."""
        return self._analysis.live

    def do(self, step: Step) -> None:
        """Take the next step."""
        match step:
            case SampleBlock():
                self.update(step)
            case Aim(target_n, band_percent, cap_n):
                self._analysis.retarget(target_n, band_percent, cap_n)
            case OtherTip(area_cm2):
                self._analysis.retip(area_cm2)
            case LetGo(time_us):
                self._analysis.call_let_go(time_us)
            case _ as never:
                assert_never(never)

    def update(self, block: SampleBlock) -> SampleBlock:
        """Take the next readings; the same, marked and tared."""
        ready = self._conditioning.update(block)
        self.holds += self._analysis.update(ready)
        return ready

    def tared(self, block: SampleBlock) -> SampleBlock:
        """Readings that are not the next ones, tared."""
        return self._conditioning.tared(block)

    def finish(self) -> None:
        """The stream is over: what is open ends at its last reading."""
        self.holds += self._analysis.finish()

    def fork(self) -> Track:
        """Another one that goes on from here by itself."""
        other = Track(copy.deepcopy(self._analysis), self._conditioning.fork())
        other.holds = list(self.holds)
        return other
