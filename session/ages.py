"""How old the newest reading was, over the latest ten seconds."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from protocol.sentence import Sentence
from session.unknown import Figure, Unknown

WINDOW_S: Final = 10.0
"""Over which the age is judged before somebody may be treated (docs/link-health.md)."""
OLD_SHARE: Final = 0.01
"""The 99th percentile: so much of the time the data may be older."""
CLOCKS_PART: Final = 100e-6
"""The tool's clock and the host's part by at most this, ± 50 ppm each (docs/clocks.md)."""
LONGEST: Final = 16_384
"""Arrivals kept: ten seconds at 1 kHz with a frame for each reading are 10,000."""


class _Arrival(NamedTuple):
    arrival_s: float
    age_s: float
    """Of the newest reading at that moment."""


class Ages:
    """Takes arrivals in order. A reading's age is the time since it arrived, and how much longer it was on its way.

    The way is measured against the quickest so far, so readings that pile up somewhere and then come in a burst
    are as old as they are. What the quickest one needed cannot be seen from arrivals; it is left out.
    """

    def __init__(self) -> None:
        self.newest_s: float | None = None
        """Arrival of the newest reading, None before the first."""
        self._first_s = 0.0
        self._quickest_s = float("inf")
        self._arrivals: deque[_Arrival] = deque(maxlen=LONGEST)

    def update(self, arrival_s: float, time_us: int) -> None:
        """The newest reading, taken at `time_us` of the tool's clock, arrived."""
        delay_s = arrival_s - time_us / 1e6
        if self.newest_s is None:
            self._first_s = self.newest_s = arrival_s
        self._quickest_s = min(self._quickest_s + CLOCKS_PART * (arrival_s - self.newest_s), delay_s)
        self.newest_s = arrival_s
        self._arrivals.append(_Arrival(arrival_s, delay_s - self._quickest_s))
        while len(self._arrivals) > 1 and self._arrivals[1].arrival_s <= arrival_s - WINDOW_S:
            self._arrivals.popleft()

    def begin(self) -> None:
        """The tool's times were taken up anew: how long a reading is on its way has to be learnt again."""
        self._quickest_s = float("inf")

    def age_s(self, now_s: float) -> Figure:
        """Since the newest reading arrived."""
        return Unknown(Sentence("no reading has come yet")) if self.newest_s is None else now_s - self.newest_s

    def old_s(self, now_s: float) -> Figure:
        """The age that was exceeded for 1 % of the latest ten seconds. Ask for times not before the latest arrival."""
        if self.newest_s is None or now_s - self._first_s < WINDOW_S:
            return Unknown(Sentence("it takes ten seconds of readings"))
        return exceeded_for(OLD_SHARE, self._stretches(now_s))

    def _stretches(self, now_s: float) -> list[tuple[float, float]]:
        """From arrival to arrival within the window: the age at its begin, and how long it lasted."""
        ends_s = [*(each.arrival_s for each in self._arrivals), now_s][1:]
        stretches = []
        for each, end_s in zip(self._arrivals, ends_s, strict=True):
            begin_s = max(each.arrival_s, now_s - WINDOW_S)
            if end_s > begin_s:
                stretches.append((each.age_s + begin_s - each.arrival_s, end_s - begin_s))
        return stretches


def exceeded_for(share: float, stretches: Sequence[tuple[float, float]]) -> float:
    """The age that is exceeded for this share of the time.

    In a stretch (age, length), in s, the age grows from `age` as fast as time passes. There is at least one
    stretch, each length is above 0, and 0 < `share` < 1. Exact: no sampling of the time.
    """
    age_s, length_s = np.array(stretches).T

    def above_s(limit_s: float) -> float:
        return float(np.clip(age_s + length_s - limit_s, 0.0, length_s).sum())

    allowed_s = share * above_s(float(age_s.min()))
    corners_s = np.unique(np.concatenate([age_s, age_s + length_s])).tolist()
    after = bisect_left(corners_s, True, key=lambda limit_s: above_s(limit_s) <= allowed_s)
    low_s, high_s = corners_s[after - 1], corners_s[after]
    most_s, least_s = above_s(low_s), above_s(high_s)
    return float(low_s + (high_s - low_s) * (most_s - allowed_s) / (most_s - least_s))
