"""The analysis of a stream whose lost readings come later: as it was heard, and as it was."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from analysis.hold import Hold
from analysis.live import Live
from protocol.blocks import SampleBlock
from protocol.missing import Hole, Missing
from session.in_order import in_order, is_late
from session.progress import Progress
from session.track import Step, Track

KEPT_US: Final = 300_000_000
"""A tool samples for 120 s without a link, and sends what it kept no faster than it came: another 120 s. The rest is
for what is asked twice. At 1 kHz this is 7 MB."""


class _Newest(NamedTuple):
    """The newest live reading."""

    slot: int
    time_us: int


@dataclass(slots=True)
class _Base:
    """The analysis before the oldest open hole, and what came since."""

    track: Track
    hole: Hole
    """As it was at first."""
    steps: list[Step] = field(default_factory=list)


class Merged:
    """Analyses one stream twice as soon as something was lost and came back.

    *Heard* is the order of arrival without anything late; nothing that came later ever changes what it said. *Whole*
    has the late readings in their places: when the oldest hole is filled or given up, the analysis is taken up again
    from before it. Then its holds are, bit for bit, those of the stream without the loss. A hole that is still open
    after `KEPT_US` stays a gap here, as far as it is not filled by then; in the record it can still be filled.
    """

    def __init__(self, track: Track, missing: Missing) -> None:
        self._missing = missing
        self._heard = track
        self._whole = track
        self._base: _Base | None = None
        self._progress = Progress()
        self._newest = _Newest(-1, 0)

    @property
    def holds(self) -> list[Hold]:
        """Those of the whole stream; a hold may change when late readings come."""
        return self._whole.holds

    @property
    def live(self) -> Live:
        """What the hand was heard to do, and what it has earned by the whole stream."""
        heard = self._heard.live
        return heard if self._whole is self._heard else self._progress.update(heard, self._whole.live)

    def update(self, block: SampleBlock) -> SampleBlock:
        """Take the readings of one frame, perhaps none; return them tared, and marked as far as can be known now."""
        self._look_back()
        if is_late(block):
            if self._base and block.index.item(0) >= self._base.hole.first:
                self._base.steps.append(block)
            return self._heard.tared(block)
        if not len(block):
            return block
        self._newest = _Newest(block.index.item(-1), block.time_us.item(-1))
        ready = self._heard.update(block)
        self._go_on(block)
        return ready

    def do(self, step: Step) -> None:
        """Something happens at the newest reading."""
        self._heard.do(step)
        self._go_on(step)

    def settle(self) -> None:
        """Take up what was filled or given up; called after anything that may have closed a hole."""
        base = self._base
        if base is None:
            return
        hole = self._missing.from_index(base.hole.first)
        if hole is None or hole.first >= base.hole.stop:
            self._rebuild(base, hole)
        elif self._newest.time_us - base.hole.after_us > KEPT_US:
            self._rebuild(base, self._missing.from_index(base.hole.stop))

    def finish(self) -> None:
        """The stream is over: what is missing now stays missing."""
        if self._base:
            self._rebuild(self._base, None)
        self._heard.finish()
        if self._whole is not self._heard:
            self._whole.finish()

    def _look_back(self) -> None:
        """Keep the analysis as it is before a hole that opened right behind what it has seen."""
        if self._base is None and (hole := self._missing.from_index(self._newest.slot + 1)):
            self._base = _Base(self._whole.fork(), hole)

    def _go_on(self, step: Step) -> None:
        if self._whole is not self._heard:
            self._whole.do(step)
        if self._base:
            self._base.steps.append(step)

    def _rebuild(self, base: _Base, hole: Hole | None) -> None:
        """Go on from `base` as far as the next hole that is open, and from there with the hole in it."""
        before, behind = _cut(in_order(base.steps), hole)
        for step in before:
            base.track.do(step)
        self._whole, self._base = base.track, None
        if hole is not None:
            self._whole, self._base = base.track.fork(), _Base(base.track, hole, behind)
            for step in behind:
                self._whole.do(step)


def _cut(steps: Iterable[Step], hole: Hole | None) -> tuple[list[Step], list[Step]]:
    """Ordered steps before a hole and behind it."""
    before, behind = list[Step](), list[Step]()
    for step in steps:
        if behind or hole is None or not isinstance(step, SampleBlock):
            (behind or before).append(step)
            continue
        stop = int(step.index.searchsorted(hole.first))
        before += [step[:stop]] if stop else []
        behind += [step[stop:]] if stop < len(step) else []
    return before, behind
