"""When the tool presses: contact and let-go with hysteresis, merged, across gaps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final, NamedTuple, TypeAlias, assert_never

import numpy as np

from analysis.reading import Reading, reading, unbroken
from analysis.settings import Settings, grid, microseconds
from protocol.blocks import SampleBlock

MAX_BRIDGED_US: Final = 10_000_000
"""A longer gap ends a hold even when both its edges are in contact: a whole press could hide in it."""


class Edge(Enum):
    """What made a contact begin or end."""

    FORCE = "force"
    CUT = "cut"
    """The first or last reading of the stream."""
    GAP = "gap"


class Start(NamedTuple):
    """The first reading of a contact and the settings that hold for all of it."""

    slot: int
    """The block's `index`."""
    time_us: int
    edge: Edge
    settings: Settings
    before: Reading | None = None
    """The reading on the other side of the gap, where the contact begins at one that ended no other contact."""


class Contact(NamedTuple):
    """A contact that has ended; `end` is its last reading, the one below *off* where force ended it."""

    start: Start
    end: Reading
    edge: Edge
    after: tuple[Reading, Reading] | None = None
    """Both sides of the gap that ended it."""


@dataclass(frozen=True, slots=True)
class Away:
    """No contact."""


@dataclass(frozen=True, slots=True)
class Touching:
    """In contact."""

    start: Start


@dataclass(frozen=True, slots=True)
class LettingGo:
    """Below *off* since `end`, but not yet for as long as a let-go has to last."""

    start: Start
    end: Reading


ContactState: TypeAlias = Away | Touching | LettingGo


class ContactStage:
    """Finds contacts; those shorter than `min_hold_s` are dropped after merging.

    Memory does not grow. `state` is that after the latest reading.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        """Taken over by the next contact that begins."""
        self.state: ContactState = Away()
        self._on_q, self._off_q = grid(settings.on_n), grid(settings.off_n)
        self._merge_us = microseconds(settings.merge_s)
        self._min_hold_us = microseconds(settings.min_hold_s)
        self._last: Reading | None = None
        self._before: Reading | None = None
        self._ended: list[Contact] = []

    def update(self, block: SampleBlock) -> tuple[Contact, ...]:
        """Take the next readings; return the contacts whose end they settle."""
        for run in unbroken(block):
            edge = self._enter(reading(run, 0))
            for position in self._crossings(run):
                self._turn(reading(run, position), Edge.FORCE if position else edge)
            self._last = reading(run, -1)
            self._settle(self._last.time_us)
        return self._drain()

    def finish(self) -> tuple[Contact, ...]:
        """End the stream: a contact that is still open ends at the latest reading."""
        if self._last is not None:
            self._break(self._last, Edge.CUT)
        return self._drain()

    def _enter(self, first: Reading) -> Edge:
        """Cross over to `first`; return what a contact that begins there begins with."""
        last = self._last
        if last is None:
            return Edge.CUT
        if first.slot == last.slot + 1:
            return Edge.FORCE
        ended = len(self._ended)
        if not self._bridged(last, first):
            self._break(last, Edge.GAP, (last, first))
        self._before = last if len(self._ended) == ended else None
        return Edge.GAP

    def _bridged(self, left: Reading, right: Reading) -> bool:
        """Whether a contact, or the wait whether a let-go lasts, goes on from `left` at `right`."""
        short = right.time_us - left.time_us <= MAX_BRIDGED_US
        return short and min(left.force_q, right.force_q) >= self._off_q

    def _break(self, last: Reading, edge: Edge, gap: tuple[Reading, Reading] | None = None) -> None:
        """Readings end at `last`: so does a contact, or the wait whether a let-go lasts."""
        match self.state:
            case Touching(start):
                self._close(start, last, edge, gap)
            case LettingGo(start, end):
                self._close(start, end, edge, gap)
            case Away():
                pass
            case _ as never:
                assert_never(never)

    def _crossings(self, run: SampleBlock) -> Iterator[int]:
        """Positions where contact begins or seems to end, by turns."""
        begins, ends = np.flatnonzero(run.force_q >= self._on_q), np.flatnonzero(run.force_q < self._off_q)
        pressing, position = isinstance(self.state, Touching), 0
        while True:
            candidates = ends if pressing else begins
            rank = int(np.searchsorted(candidates, position))
            if rank == len(candidates):
                return
            pressing, position = not pressing, int(candidates[rank])
            yield position

    def _turn(self, here: Reading, edge: Edge) -> None:
        self._settle(here.time_us)
        match self.state:
            case Away():
                before = self._before if edge is Edge.GAP else None
                self.state = Touching(Start(here.slot, here.time_us, edge, self.settings, before))
            case Touching(start):
                self.state = LettingGo(start, here)
            case LettingGo(start):
                self.state = Touching(start)
            case _ as never:
                assert_never(never)

    def _settle(self, time_us: int) -> None:
        """End a contact that was let go for long enough by `time_us`."""
        if isinstance(self.state, LettingGo) and time_us - self.state.end.time_us >= self._merge_us:
            self._close(self.state.start, self.state.end, Edge.FORCE)

    def _close(self, start: Start, end: Reading, edge: Edge, gap: tuple[Reading, Reading] | None = None) -> None:
        self.state = Away()
        if end.time_us - start.time_us >= self._min_hold_us:
            self._ended.append(Contact(start, end, edge, gap))

    def _drain(self) -> tuple[Contact, ...]:
        ended = tuple(self._ended)
        self._ended.clear()
        return ended
