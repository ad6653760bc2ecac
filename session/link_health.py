"""How well readings arrive: rate, losses, age, and one word for it all (docs/link-health.md)."""

from __future__ import annotations

import struct
from collections import deque
from enum import StrEnum
from typing import Final, NamedTuple

from protocol.blocks import SampleBlock
from protocol.sentence import Sentence
from session.ages import LONGEST, WINDOW_S, Ages
from session.in_order import is_late
from session.silence import stale
from session.unknown import Figure, Unknown

RATE_S: Final = 5.0
"""Over which the rate is counted: a frame more or less at its edges is at most 1 %."""
OLD_S: Final = 0.3
"""Data older than this for 1 % of the time are too old to treat by; *assumed*."""
BAD_PERCENT: Final = 5.0
"""Losing one frame in twenty is no accident of the radio any more; *assumed*."""
CALM_S: Final = 3.0
"""A better level is shown only after the worse one was away for this long, so that a word can be read; *assumed*."""


_RSSI: Final = struct.Struct("<b")


def rssi_bytes(dbm: int) -> bytes:
    """The payload on channel RSSI; a radio that says more than a signed byte holds is cut off there."""
    return _RSSI.pack(max(-128, min(dbm, 127)))


def rssi_dbm(data: bytes) -> int | None:
    """Read a payload of channel RSSI; None where it is no single byte."""
    return int(_RSSI.unpack(data)[0]) if len(data) == _RSSI.size else None


class Level(StrEnum):
    """The state of the link in a word, from best to worst."""

    GOOD = "good"
    """Nothing was lost or damaged in the latest ten seconds."""
    SOME_LOSS = "some loss"
    """Something was."""
    BAD = "bad"
    """5 % or more of it was lost, or for 1 % of the time the data were older than 0.3 s."""
    SILENT = "silent"
    """No reading for half a second, or none yet."""


WORSE: Final = tuple(Level)
"""From best to worst."""


class LinkHealth(NamedTuple):
    """The link at one moment."""

    level: Level
    age_s: Figure
    """Since the newest reading arrived."""
    old_s: Figure
    """99th percentile of the data's age over the latest ten seconds (`session.ages`)."""
    rate_hz: Figure
    """Readings that arrived live in the latest five seconds, for each second."""
    expected: int
    """Slots that the tool counted between the first and the newest reading, both included."""
    received: int
    """Of these, readings that came, late ones included."""
    late: int
    """Of these, readings that had to be asked for again."""
    malformed: int
    """Payloads that did not decode."""
    lost_percent: Figure
    """Of what was expected in the latest ten seconds, what did not come live."""
    rssi_dbm: int | Unknown
    """Strength at the last advertisement: while connected no system says it."""

    @property
    def lost(self) -> int:
        """Slots without a reading so far; what was fetched later is lost no more."""
        return self.expected - self.received


class _Counted(NamedTuple):
    arrival_s: float
    newest: int
    """Index of the newest reading then."""
    received: int
    """Live readings so far."""


class LinkWatch:
    """Takes what each payload held; asks no clock. Memory does not grow."""

    def __init__(self, rssi_dbm: int | None = None) -> None:
        self._rssi_dbm: int | Unknown = (
            Unknown(Sentence("the tool was not heard advertising")) if rssi_dbm is None else rssi_dbm
        )
        self._ages = Ages()
        self._first: tuple[float, int] | None = None
        """Arrival and index of the first reading."""
        self._late = self._malformed = 0
        self._damaged_s = float("-inf")
        self._counted: deque[_Counted] = deque(maxlen=LONGEST)
        self._at_s: dict[Level, float] = {}
        """When each level was last the present one."""

    def update(self, arrival_s: float, block: SampleBlock | None, malformed: int) -> None:
        """One payload: its readings, all live or all late, if any, and how many payloads did not decode so far."""
        if malformed > self._malformed:
            self._malformed, self._damaged_s = malformed, arrival_s
        if block is None or not len(block):
            return
        if is_late(block):
            self._late += len(block)
        else:
            self._take(arrival_s, block)

    def begin(self) -> None:
        """The times of the readings were taken up anew; what is counted goes on."""
        self._ages.begin()

    def hear(self, rssi_dbm: int) -> None:
        """The strength of an advertisement."""
        self._rssi_dbm = rssi_dbm

    def look(self, now_s: float) -> LinkHealth:
        """The link at `now_s`. Ask in the order of time, not before the latest arrival."""
        age_s, old_s, lost_percent = self._ages.age_s(now_s), self._ages.old_s(now_s), self._lost_percent(now_s)
        level = self._level(now_s, age_s, old_s, lost_percent)
        return LinkHealth(
            level=self._steady(level, now_s),
            age_s=age_s,
            old_s=old_s,
            rate_hz=self._rate_hz(now_s),
            expected=self._counted[-1].newest - self._first[1] + 1 if self._first else 0,
            received=(self._counted[-1].received if self._counted else 0) + self._late,
            late=self._late,
            malformed=self._malformed,
            lost_percent=lost_percent,
            rssi_dbm=self._rssi_dbm,
        )

    def _take(self, arrival_s: float, block: SampleBlock) -> None:
        if self._first is None:
            self._first = (arrival_s, int(block.index[0]))
            self._counted.append(_Counted(float("-inf"), self._first[1] - 1, 0))
        received = self._counted[-1].received + len(block)
        self._counted.append(_Counted(arrival_s, int(block.index[-1]), received))
        self._ages.update(arrival_s, int(block.time_us[-1]))
        while self._counted[1].arrival_s <= arrival_s - WINDOW_S:
            self._counted.popleft()

    def _since(self, begin_s: float) -> tuple[int, int]:
        """Slots expected and readings received live after `begin_s`."""
        newest = self._counted[-1]
        before = next((each for each in reversed(self._counted) if each.arrival_s <= begin_s), self._counted[0])
        return newest.newest - before.newest, newest.received - before.received

    def _rate_hz(self, now_s: float) -> Figure:
        if self._first is None or now_s - self._first[0] < RATE_S:
            return Unknown(Sentence("it takes five seconds of readings"))
        return self._since(now_s - RATE_S)[1] / RATE_S

    def _lost_percent(self, now_s: float) -> Figure:
        if self._first is None:
            return Unknown(Sentence("no reading has come yet"))
        expected, received = self._since(now_s - WINDOW_S)
        return (
            100 * (expected - received) / expected
            if expected
            else Unknown(Sentence("nothing came in the last ten seconds"))
        )

    def _level(self, now_s: float, age_s: Figure, old_s: Figure, lost_percent: Figure) -> Level:
        """The level of this moment alone."""
        if isinstance(age_s, Unknown) or stale(age_s) or isinstance(lost_percent, Unknown):
            return Level.SILENT
        if lost_percent >= BAD_PERCENT or (not isinstance(old_s, Unknown) and old_s > OLD_S):
            return Level.BAD
        damaged = now_s - self._damaged_s < WINDOW_S
        return Level.SOME_LOSS if lost_percent > 0 or damaged else Level.GOOD

    def _steady(self, level: Level, now_s: float) -> Level:
        """Silence is shown as long as it lasts; of the others the worst of the latest three seconds."""
        self._at_s[level] = now_s
        if level is Level.SILENT:
            return level
        recent = [each for each, at_s in self._at_s.items() if each is not Level.SILENT and now_s - at_s < CALM_S]
        return max(recent, key=WORSE.index)
