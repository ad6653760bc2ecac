"""How long the force was within a range: in total, at a stretch, since when."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from analysis.reading import Reading
from analysis.run import Run


class Range(NamedTuple):
    """Forces from `low_q` to `high_q`, both included, on the grid."""

    low_q: int
    high_q: int

    def holds(self, force_q: int) -> bool:
        """Whether a force lies inside."""
        return self.low_q <= force_q <= self.high_q


class Within(NamedTuple):
    """Time inside a range, by trapezoids: an interval with one edge inside counts half.

    A run goes from its first reading inside to its last; nothing is added between a reading inside and one outside.
    """

    total_2us: int = 0
    """Half microseconds."""
    first_us: int | None = None
    """The first reading inside."""
    since_us: int | None = None
    """First reading of the run that lasts up to the latest reading."""
    longest_us: int = 0
    """The longest run."""

    def reached(self, here: Reading, limits: Range) -> Within:
        """A reading whose interval before it does not count."""
        if not limits.holds(here.force_q):
            return self._replace(since_us=None)
        since_us = here.time_us if self.since_us is None else self.since_us
        first_us = here.time_us if self.first_us is None else self.first_us
        return Within(self.total_2us, first_us, since_us, max(self.longest_us, here.time_us - since_us))

    def swept(self, run: Run, limits: Range) -> Within:
        """Several readings without a gap between them, the first of which is known already."""
        if run.low_q >= limits.low_q and run.high_q <= limits.high_q:
            return self._all_inside(int(run.time_us[0]), int(run.time_us[-1]))
        if run.high_q < limits.low_q or run.low_q > limits.high_q:
            return self._replace(since_us=None)
        return self._mixed(run, limits)

    def _all_inside(self, begin_us: int, end_us: int) -> Within:
        since_us = begin_us if self.since_us is None else self.since_us
        first_us = begin_us if self.first_us is None else self.first_us
        total_2us = self.total_2us + 2 * (end_us - begin_us)
        return Within(total_2us, first_us, since_us, max(self.longest_us, end_us - since_us))

    def _mixed(self, run: Run, limits: Range) -> Within:
        inside = (run.force_q >= limits.low_q) & (run.force_q <= limits.high_q)
        turns = np.flatnonzero(inside[1:] != inside[:-1])
        before_us, after_us = run.time_us[turns], run.time_us[turns + 1]
        enters = inside[turns + 1]
        begins_us, ends_us = after_us[enters], before_us[~enters]
        if inside[0]:
            begins_us = np.append(run.time_us[0], begins_us)
        if inside[-1]:
            ends_us = np.append(ends_us, run.time_us[-1])
        half_us = int((after_us - before_us).sum())
        total_2us = self.total_2us + 2 * int((ends_us - begins_us).sum()) + half_us
        if not len(begins_us):
            return self._replace(total_2us=total_2us, since_us=None)
        first_us = int(begins_us[0]) if self.first_us is None else self.first_us
        if inside[0] and self.since_us is not None:
            begins_us[0] = self.since_us
        longest_us = max(self.longest_us, int((ends_us - begins_us).max()))
        return Within(total_2us, first_us, int(begins_us[-1]) if inside[-1] else None, longest_us)
