"""Rows in the order of their times, where the file has them only nearly so."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from session.errors import InputError

WINDOW: Final = 10_000
"""Rows. A logger that merges channels or retries late packets stays far inside it; what is worse is another file's
rows, or a clock that was set, and no order of the rows can be trusted."""


class Rows(NamedTuple):
    """Consecutive rows, and what became of others that were read with them."""

    time_us: NDArray[np.int64]
    force_n: NDArray[np.float64]
    """NaN where the row has no force."""
    late: int = 0
    """Rows that came after one with a later time."""
    empty: int = 0
    """Rows with neither time nor force; they are not among these."""
    cut_off: int = 0
    """1 where the file's last row has too few cells; it is not among these."""
    decimal_comma: bool = False


class Order:
    """Sorts by time, equal times as they came.

    A row may come after one with a later time, but not `WINDOW` rows after it or more: that raises `InputError`.
    """

    def __init__(self) -> None:
        self._time_us = np.empty(0, np.int64)
        self._force_n = np.empty(0)
        self._highest_us = np.full(WINDOW, np.iinfo(np.int64).min)
        """The latest time up to each of the last `WINDOW` rows."""

    def update(self, rows: Rows, numbers: NDArray[np.int64]) -> Rows:
        """Take the next rows, with their lines; return those that no later row can come before."""
        highest_us = np.maximum.accumulate(np.concatenate([self._highest_us, rows.time_us]))
        self._check(rows.time_us, highest_us, numbers)
        late = int(np.count_nonzero(rows.time_us < highest_us[WINDOW - 1 : -1]))
        self._time_us = np.concatenate([self._time_us, rows.time_us])
        self._force_n = np.concatenate([self._force_n, rows.force_n])
        if late:
            self._sort()
        self._highest_us = highest_us[len(rows.time_us) :]
        return self._taken(int(np.searchsorted(self._time_us, self._highest_us[0], side="right")), rows, late)

    def finish(self) -> Rows:
        """The rows that are left."""
        return self._taken(len(self._time_us), Rows(self._time_us, self._force_n), 0)

    def _check(self, time_us: NDArray[np.int64], highest_us: NDArray[np.int64], numbers: NDArray[np.int64]) -> None:
        worse = np.flatnonzero(time_us < highest_us[: len(time_us)])
        if len(worse):
            raise InputError(
                f"row {numbers[worse[0]]}: a row {WINDOW} or more rows above has a later time; sort the rows by time"
            )

    def _sort(self) -> None:
        order = np.argsort(self._time_us, kind="stable")
        self._time_us, self._force_n = self._time_us[order], self._force_n[order]

    def _taken(self, count: int, rows: Rows, late: int) -> Rows:
        taken = rows._replace(time_us=self._time_us[:count], force_n=self._force_n[:count], late=late)
        self._time_us, self._force_n = self._time_us[count:], self._force_n[count:]
        return taken
