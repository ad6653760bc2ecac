"""What was not as it should be in a table, and what became of it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from session.offline.order import Rows


class Oddities:
    """Counts rows; the notes say what was done with them."""

    def __init__(self) -> None:
        self._late = self._empty = self._cut_off = self._missing = self._repeated = 0
        self._decimal_comma = False

    def update(self, rows: Rows, step_us: NDArray[np.int64]) -> None:
        """Take the next rows and the steps in time from row to row."""
        self._late += rows.late
        self._empty += rows.empty
        self._cut_off += rows.cut_off
        self._missing += int(np.count_nonzero(np.isnan(rows.force_n)))
        self._repeated += int(np.count_nonzero(step_us == 0))
        self._decimal_comma |= rows.decimal_comma

    @property
    def notes(self) -> tuple[str, ...]:
        """One for each kind that there was."""
        kinds = (
            (self._decimal_comma, "commas in numbers: decimal"),
            (self._missing, f"{_rows(self._missing)} without a force: missing readings, not zero"),
            (self._empty, f"{_rows(self._empty)} with neither time nor force: left out"),
            (self._cut_off, "the last row is cut off: left out"),
            (self._late, f"{_rows(self._late)} out of order: sorted by time"),
            (self._repeated, f"{_rows(self._repeated)} with the time of the row before: kept"),
        )
        return tuple(text for count, text in kinds if count)


def _rows(count: int) -> str:
    return "1 row" if count == 1 else f"{count} rows"
