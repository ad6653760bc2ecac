"""Watches whether tissue softens under a held tool, where that can be seen at all."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple, TypeAlias, assert_never

from analysis.advisory import Advisory, Conditions, Off, Series, Softening, Warming, Watching, Why, series
from analysis.settings import grid
from analysis.suspicion import SLOPE_TICKS, Suspicion
from protocol.blocks import GRID_PER_N, SATURATED, SampleBlock

STEADY_TICKS: Final = 5
"""The ramp is over when the highest tick of the contact is so old: 0.5 s. A ramp of 10 % in half a second or more
rises by more than the noise of a hand."""

PRESSED_MORE: Final = 1.25
"""A force so many times the one at the end of the ramp is a new ramp (*assumed*; three times the noise of an unsteady
hand, 8 %)."""

DOUBT_TICKS: Final = 10
"""A suspicion is said after 1 s: by then a hand that lets go is recognized by what it leaves."""

LEFT: Final = 2 / 3
"""The share of the force of 2 s before the suspicion below which a hand lets go (*assumed*; no softening of 30 % of
the stiffness takes so much). A let-go that nobody called and that takes longer than about 5 s looks like softening."""

MIN_DEPTH_MM: Final = 1.0
"""*Assumed*: less is skin and the error of the depth, and force by depth means nothing."""


class _Tick(NamedTuple):
    slot: int
    time_us: int
    force_q: int
    saturated: bool
    depth_mm: float | None


class _Point(NamedTuple):
    force_q: int
    value: float


@dataclass(frozen=True, slots=True)
class _Away:
    """No contact."""


@dataclass(frozen=True, slots=True)
class _Shut:
    """Nothing is watched in this contact."""

    off: Off


@dataclass(frozen=True, slots=True)
class _Rising:
    """The highest tick is `old` ticks old."""

    highest_q: int = 0
    old: int = 0


@dataclass(slots=True)
class _Following:
    """The ramp is over; `recent` are the ticks of the last 2 s."""

    start_q: int
    suspicion: Suspicion = field(default_factory=Suspicion)
    recent: deque[_Point] = field(default_factory=lambda: deque(maxlen=SLOPE_TICKS))
    latest: float | None = None


@dataclass(frozen=True, slots=True)
class _Doubting:
    """The suspicion reached 1 `ticks` ago; `before` is the tick of 2 s before that."""

    since_us: int
    before: _Point
    suspicion: float
    ticks: int = 0


@dataclass(frozen=True, slots=True)
class _Said:
    """Softening was said at the latest tick."""

    softening: Softening


_State: TypeAlias = _Away | _Shut | _Rising | _Following | _Doubting | _Said


class SofteningStage:
    """Takes the ticks of the slow lane: 100 ms slots, `force_q` and `time_us` the means of each slot.

    A contact is from the first tick of at least `on_n` to the first below `off_n`. In it everything begins anew when
    ticks are missing, in the series that is watched as well: nothing is known of the time between, so no alarm comes
    from a gap and the stage learns for 5 s again. It also begins anew after an alarm, after a let-go that ended in
    contact, and when the hand presses more. One saturated tick ends the watch for its contact, and so
    does a called let-go.
    """

    def __init__(self, on_n: float, off_n: float, conditions: Conditions) -> None:
        self._on_q, self._off_q = grid(on_n), grid(off_n)
        self._series = series(conditions)
        self._state: _State = _Away()
        self._last_slot: int | None = None
        self._called_us: int | None = None

    def watch(self, conditions: Conditions) -> None:
        """Go on under other conditions; the watch begins anew with the next tick."""
        self._series = series(conditions)
        self._state = _Away()

    def call_let_go(self, time_us: int) -> None:
        """A let-go is called at this time of the instrument's clock: what is pressed then is not watched any more."""
        self._called_us = time_us

    @property
    def advisory(self) -> Advisory:
        """What is known at the latest tick."""
        if isinstance(self._series, Off):
            return self._series
        match self._state:
            case _Away():
                return Off(Why.NO_CONTACT)
            case _Shut(off):
                return off
            case _Rising():
                return Warming()
            case _Following(latest=latest):
                return Warming() if latest is None else Watching(latest)
            case _Doubting(suspicion=suspicion):
                return Watching(suspicion)
            case _Said(softening):
                return softening
            case _ as never:
                assert_never(never)

    def update(self, ticks: SampleBlock, depth_mm: Sequence[float | None] | None = None) -> tuple[Softening, ...]:
        """Take the next ticks, with the depth of each where there is such a channel; return what is to be said.

        Without `depth_mm`, or where it is None, the depth is missing.
        """
        if isinstance(self._series, Off):
            return ()
        said = []
        for tick in _ticks(ticks, depth_mm):
            self._state = self._next(tick, self._series)
            self._last_slot = tick.slot
            if isinstance(self._state, _Said):
                said.append(self._state.softening)
        return tuple(said)

    def _next(self, tick: _Tick, series: Series) -> _State:
        """The state after `tick`, whatever contact and gaps say."""
        called = self._called_us is not None and tick.time_us >= self._called_us
        if tick.force_q < (self._on_q if isinstance(self._state, _Away) else self._off_q):
            self._called_us = None if called else self._called_us
            return _Away()
        if isinstance(self._state, _Shut):
            return self._state
        if tick.saturated or called:
            return _Shut(Off(Why.SATURATED if tick.saturated else Why.LET_GO))
        value = _value(tick, series)
        if value is None:
            return _Rising()
        unbroken = self._last_slot is not None and tick.slot == self._last_slot + 1
        return self._pressing(tick, _Point(tick.force_q, value), unbroken, series)

    def _pressing(self, tick: _Tick, point: _Point, unbroken: bool, series: Series) -> _State:
        """The state after `tick` of a contact that is watched."""
        match self._state if unbroken else _Rising():
            case _Away() | _Shut() | _Said():
                return _rise(_Rising(), tick.force_q)
            case _Rising() as rising:
                return _rise(rising, tick.force_q)
            case _Following() as following:
                return _follow(following, tick, point)
            case _Doubting() as doubting:
                return _doubt(doubting, tick, point, series)
            case _ as never:
                assert_never(never)


def _ticks(ticks: SampleBlock, depth_mm: Sequence[float | None] | None) -> Iterator[_Tick]:
    saturated = (ticks.flags & SATURATED) != 0
    depths = [None] * len(ticks) if depth_mm is None else depth_mm
    columns = (ticks.index.tolist(), ticks.time_us.tolist(), ticks.force_q.tolist(), saturated.tolist(), depths)
    return map(_Tick._make, zip(*columns, strict=True))


def _value(tick: _Tick, series: Series) -> float | None:
    """The tick of the series; None where it cannot be had."""
    force_n = tick.force_q / GRID_PER_N
    if force_n <= 0:
        return None
    match series:
        case Series.FORCE:
            return force_n
        case Series.STIFFNESS:
            return None if tick.depth_mm is None or not tick.depth_mm >= MIN_DEPTH_MM else force_n / tick.depth_mm
        case _ as never:
            assert_never(never)


def _rise(rising: _Rising, force_q: int) -> _State:
    if force_q > rising.highest_q:
        return _Rising(force_q)
    if rising.old + 1 < STEADY_TICKS:
        return _Rising(rising.highest_q, rising.old + 1)
    return _Following(force_q)


def _follow(following: _Following, tick: _Tick, point: _Point) -> _State:
    if tick.force_q > PRESSED_MORE * following.start_q or following.suspicion.full:
        return _rise(_Rising(), tick.force_q)
    following.latest = following.suspicion.update(point.value)
    following.recent.append(point)
    if following.latest is None or following.latest < 1:
        return following
    return _Doubting(tick.time_us, following.recent[0], following.latest)


def _doubt(doubting: _Doubting, tick: _Tick, point: _Point, series: Series) -> _State:
    """Softening is said when after a second the series is still low, but not the force so low that the hand left."""
    if doubting.ticks + 1 < DOUBT_TICKS:
        return _Doubting(doubting.since_us, doubting.before, doubting.suspicion, doubting.ticks + 1)
    lets_go = point.force_q < LEFT * doubting.before.force_q
    if lets_go or point.value >= doubting.before.value:
        return _rise(_Rising(), tick.force_q)
    return _Said(Softening(tick.time_us / 1e6, doubting.since_us / 1e6, series))
