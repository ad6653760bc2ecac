"""A text table of another instrument as times and forces, a few thousand rows at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from protocol.blocks import MAX_FORCE_N
from session.errors import InputError
from session.offline.cells import MAX_TIME_US, NO_TIME, Cells, read_cells
from session.offline.head import read_head
from session.offline.lines import PIECE_BYTES, Advance, Lines, TextFile
from session.offline.order import Order, Rows
from session.offline.request import TableFormat

FAST_BYTES: Final = 1 << 18
"""Shorter pieces are read sooner than Arrow is imported."""


class Table:
    """A text table; every look at `rows` reads the file anew.

    The whole file is never in memory, and the size of its pieces changes no row. Raises `InputError` with the row
    where something cannot be read.
    """

    def __init__(
        self,
        path: Path,
        table: TableFormat,
        advance: Advance = lambda _: None,
        piece_bytes: int = PIECE_BYTES,
        fast_bytes: int = FAST_BYTES,
    ) -> None:
        self._file = TextFile(path, piece_bytes, advance)
        self._rate_hz, self._fast_bytes = table.rate_hz, fast_bytes
        self._head = read_head(self._file.head(), table)

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader of the results has to know about the file's head."""
        return self._head.notes

    def rows(self) -> Iterator[Rows]:
        """Yield all rows in the order of their times."""
        count, order = 0, Order()
        for cells in self._cells():
            rows, numbers = self._rows(cells, count)
            count += len(numbers)
            yield rows if self._rate_hz is not None else order.update(rows, numbers)
        yield order.finish()

    def _cells(self) -> Iterator[Cells]:
        mark = self._head.mark
        for lines in self._file.pieces(self._head.start, self._head.number):
            cells = self._read(lines, mark)
            mark = cells.mark
            yield cells

    def _read(self, lines: Lines, mark: str | None) -> Cells:
        if len(lines.text) >= self._fast_bytes:
            from session.offline.fast_cells import read_fast

            if cells := read_fast(lines, self._head.layout, mark):
                return cells
        return read_cells(lines, self._head.layout, mark)

    def _rows(self, cells: Cells, count: int) -> tuple[Rows, NDArray[np.int64]]:
        """What the cells mean, and the lines where it stands."""
        force_n = self._force_n(cells)
        time_us, there = self._time_us(cells, force_n, count)
        empty = len(there) - int(np.count_nonzero(there))
        rows = Rows(time_us[there], force_n[there], 0, empty, cells.cut_off, cells.mark == ",")
        return rows, cells.number[there]

    def _force_n(self, cells: Cells) -> NDArray[np.float64]:
        """One column as it stands, several as the magnitude of a vector."""
        parts = cells.forces
        with np.errstate(over="ignore"):
            raw = parts[0] if len(parts) == 1 else np.sqrt(sum(part * part for part in parts))
            force_n: NDArray[np.float64] = raw * self._head.layout.columns.newtons_per_unit
        beyond = np.flatnonzero(np.abs(force_n) > MAX_FORCE_N)
        if len(beyond):
            raise InputError(f"row {cells.number[beyond[0]]}: no hand presses like that; is the unit right?")
        return force_n

    def _time_us(
        self, cells: Cells, force_n: NDArray[np.float64], count: int
    ) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """The times, and which rows have one; a row without must not have a force either."""
        if self._rate_hz is not None:
            time_us = np.rint(np.arange(count, count + len(force_n), dtype=np.float64) / self._rate_hz * 1e6)
            if (time_us > MAX_TIME_US).any():
                raise InputError("at that --rate the recording lasts longer than history: give it in rows per second")
            return time_us.astype(np.int64), np.ones(len(time_us), np.bool_)
        there = cells.time_us != NO_TIME
        untimed = np.flatnonzero(~there & ~np.isnan(force_n))
        if len(untimed):
            raise InputError(f"row {cells.number[untimed[0]]} has a force but no time: give each row a time")
        beyond = np.flatnonzero(there & (np.abs(cells.time_us) > MAX_TIME_US))
        if len(beyond):
            raise InputError(f"row {cells.number[beyond[0]]}: that time is not in the unit of its column")
        return cells.time_us, there
