"""When the tool presses: contact and let-go with hysteresis, merged, across gaps; and what it adds up to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from enum import Enum
from typing import Final, NamedTuple, TypeAlias, assert_never

from analysis.doses import dose
from analysis.reading import Reading, reading, unbroken
from analysis.run import Run
from analysis.settings import Settings, grid, microseconds
from analysis.tally import Tally, begun, beside, bridged, swept
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


class Contact(NamedTuple):
    """A contact that has ended; `end` is its last reading, the one below *off* where force ended it."""

    start: Start
    end: Reading
    edge: Edge
    tally: Tally
    merged: int = 0
    """Let-goes inside it that did not last."""


class Away(NamedTuple):
    """No contact; `since_us` is the end of the latest one that lasted."""

    since_us: int | None = None


class Touching(NamedTuple):
    """In contact."""

    start: Start
    tally: Tally
    merged: int = 0


class LettingGo(NamedTuple):
    """Below *off* since `end`, but not yet for as long as a let-go has to last."""

    start: Start
    tally: Tally
    """Up to the latest reading, in case that contact comes back."""
    merged: int
    end: Reading
    ended: Tally
    """Up to `end`, in case that it does not."""


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
        self.last: Reading | None = None
        """The latest reading."""
        self.unseen_high_kpa_s: float | None = 0.0
        """The most that gaps outside of all contacts may hide, with what was seen of a touch beside a gap that was too
        short by itself; None where nobody knows."""
        self._rested_us: int | None = None
        self._ended: list[Contact] = []

    def update(self, block: SampleBlock) -> tuple[Contact, ...]:
        """Take the next readings, at least one; return the contacts whose end they settle."""
        for run in unbroken(block):
            self._follow(run)
        return self._drain()

    def finish(self) -> tuple[Contact, ...]:
        """End the stream: a contact that is still open ends at the latest reading."""
        if self.last is not None:
            self._break(self.last, Edge.CUT)
        return self._drain()

    def forget_area(self) -> None:
        """The area of the contact that is on is not known any more."""
        if not isinstance(self.state, Away):
            start = self.state.start
            self.state = self.state._replace(start=start._replace(settings=replace(start.settings, area_cm2=None)))

    def _follow(self, run: SampleBlock) -> None:
        """Take readings without a gap between them."""
        edge, before = self._enter(reading(run, 0))
        strip = self._strip(run, linked=edge is Edge.FORCE)
        ahead = strip.force_q.size - len(run)
        known = 0
        for position in self._crossings(run, strip):
            self._sweep(strip.part(known, position + ahead))
            known = position + ahead
            here = reading(run, position)
            self._turn(here, Edge.FORCE if position else edge, None if position else before)
        self._sweep(strip.part(known, strip.force_q.size - 1) if known else strip)
        self.last = reading(run, -1)
        self._settle(self.last.time_us)

    def _enter(self, first: Reading) -> tuple[Edge, Reading | None]:
        """Cross over to `first`; return what a contact that begins there begins with, and the gap's other side."""
        last = self.last
        if last is None:
            return Edge.CUT, None
        if first.slot == last.slot + 1:
            return Edge.FORCE, None
        ended = len(self._ended)
        if self._bridged(last, first):
            self._bridge(last, first)
        else:
            self._break(last, Edge.GAP, first)
            if len(self._ended) == ended and first.force_q < self._on_q:
                self._miss(beside(Tally(first.force_q), last, first, self.settings), self.settings)
        return Edge.GAP, last if len(self._ended) == ended else None

    def _strip(self, run: SampleBlock, linked: bool) -> Run:
        """The readings, behind the latest one that the contact knows."""
        new = Run.of(run)
        if not linked or self.last is None or isinstance(self.state, Away):
            return new
        return new.behind(self.last)

    def _bridged(self, left: Reading, right: Reading) -> bool:
        """Whether a contact, or the wait whether a let-go lasts, goes on from `left` at `right`."""
        short = right.time_us - left.time_us <= MAX_BRIDGED_US
        return short and min(left.force_q, right.force_q) >= self._off_q

    def _crossings(self, run: SampleBlock, strip: Run) -> Iterator[int]:
        """Positions where contact begins or seems to end, by turns."""
        pressing, position = isinstance(self.state, Touching), 0
        if strip.low_q >= self._off_q if pressing else strip.high_q < self._on_q:
            return
        begins, ends = run.force_q >= self._on_q, run.force_q < self._off_q
        while True:
            turns = (ends if pressing else begins)[position:]
            ahead = int(turns.argmax())
            if not turns[ahead]:
                return
            pressing, position = not pressing, position + ahead
            yield position

    def _turn(self, here: Reading, edge: Edge, before: Reading | None) -> None:
        """Contact begins or seems to end at `here`."""
        self._settle(here.time_us)
        match self.state:
            case Away():
                start = Start(here.slot, here.time_us, edge, self.settings)
                self.state = Touching(start, begun(here, self.settings, before))
            case Touching(start, tally, merged):
                self.state = LettingGo(start, tally, merged, here, tally)
            case LettingGo(start, tally, merged):
                self.state = Touching(start, tally, merged + 1)
            case _ as never:
                assert_never(never)

    def _bridge(self, left: Reading, right: Reading) -> None:
        if not isinstance(self.state, Away):
            self.state = self.state._replace(tally=bridged(self.state.tally, left, right, self.state.start.settings))

    def _sweep(self, strip: Run) -> None:
        """Add readings of which the first is known already."""
        if not isinstance(self.state, Away) and strip.force_q.size > 1:
            self.state = self.state._replace(tally=swept(self.state.tally, strip, self.state.start.settings))

    def _settle(self, time_us: int) -> None:
        """End a contact that was let go for long enough by `time_us`."""
        match self.state:
            case LettingGo(start, _, merged, end, ended) if time_us - end.time_us >= self._merge_us:
                self._close(Contact(start, end, Edge.FORCE, ended, merged))
            case _:
                pass

    def _break(self, last: Reading, edge: Edge, after: Reading | None = None) -> None:
        """Readings end at `last`: so does a contact, or the wait whether a let-go lasts."""
        gap = None if after is None else (last, after)
        match self.state:
            case Touching(start, tally, merged):
                self._close(Contact(start, last, edge, tally, merged), gap)
            case LettingGo(start, _, merged, end, ended):
                self._close(Contact(start, end, edge, ended, merged), gap)
            case Away():
                pass
            case _ as never:
                assert_never(never)

    def _close(self, contact: Contact, gap: tuple[Reading, Reading] | None = None) -> None:
        """Keep a contact that lasted; the gap that ended it may hide more of it."""
        start = contact.start
        if contact.end.time_us - start.time_us >= self._min_hold_us:
            self._rested_us = contact.end.time_us
            tally = beside(contact.tally, *gap, start.settings) if gap else contact.tally
            self._ended.append(contact._replace(tally=tally))
        elif Edge.GAP in (start.edge, contact.edge):
            self._miss(contact.tally, start.settings)
        self.state = Away(self._rested_us)

    def _miss(self, tally: Tally, settings: Settings) -> None:
        """Nobody knows what this was part of."""
        known, high = self.unseen_high_kpa_s, None if tally.saturated else dose(tally, settings).high_kpa_s
        self.unseen_high_kpa_s = None if known is None or high is None else known + high

    def _drain(self) -> tuple[Contact, ...]:
        ended = tuple(self._ended)
        self._ended.clear()
        return ended
