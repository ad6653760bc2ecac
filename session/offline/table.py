"""Rows of a CSV or TSV file as times and forces, a few thousand at a time."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from io import UnsupportedOperation
from itertools import islice
from math import isfinite, nan
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from protocol.blocks import MAX_FORCE_N
from session.errors import InputError
from session.offline.columns import find_columns
from session.offline.request import TableFormat

ROWS: Final = 8192
"""Rows at a time: a few hundred kilobytes, and large enough for numpy."""

DELIMITERS: Final = "\t;,"
"""Tried in this order: a comma may also be part of a heading or a decimal comma."""

MAX_TIME_S: Final = 1e12
"""32,000 years: in microseconds it fits int64 with room to spare."""

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


class Row(NamedTuple):
    """One line below the header; the header is line 1."""

    number: int
    cells: list[str]

    def cell(self, column: int) -> str:
        """The text in a column; raises `InputError` where the row is too short."""
        if column >= len(self.cells):
            raise InputError(f"row {self.number} has {len(self.cells)} cells, fewer than the header")
        return self.cells[column].strip()

    def number_in(self, column: int, name: str) -> float:
        """The finite number in a column; raises `InputError`."""
        text = self.cell(column)
        try:
            number = float(text)
        except ValueError:
            number = nan
        if not isfinite(number):
            raise InputError(f"row {self.number}: '{text}' in column '{name}' is not a number")
        return number


class Rows(NamedTuple):
    """Consecutive rows: device time in µs and force in N."""

    time_us: NDArray[np.int64]
    force_n: NDArray[np.float64]


class Table:
    """A text table; every look at `rows` reads the file anew.

    The whole file is never in memory. Raises `InputError` with the row where something cannot be read.
    """

    def __init__(self, path: Path, table: TableFormat) -> None:
        self._path, self._rate_hz = path, table.rate_hz
        with self._opened() as lines:
            header = next(lines, None)
            if header is None:
                raise InputError("the file is empty: it needs a header and rows")
            self._columns = find_columns(header, table)

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader of the results has to know."""
        return self._columns.notes

    def rows(self) -> Iterator[Rows]:
        """Yield all rows in order."""
        with self._opened() as lines:
            next(lines)
            filled = (Row(number, cells) for number, cells in enumerate(lines, start=2) if cells)
            count, latest_us = 0, None
            while chunk := list(islice(filled, ROWS)):
                time_us = self._time_us(chunk, count)
                _check_order(time_us, latest_us, chunk)
                yield Rows(time_us, self._force_n(chunk))
                count, latest_us = count + len(chunk), int(time_us[-1])

    def _time_us(self, chunk: list[Row], count: int) -> NDArray[np.int64]:
        if self._rate_hz is not None:
            slots = np.arange(count, count + len(chunk), dtype=np.float64)
            return _microseconds(slots / self._rate_hz, chunk)
        column = self._columns.time or 0
        if _is_stamp(chunk[0].cell(column)):
            return np.array([_stamp_us(row, column) for row in chunk], np.int64)
        return _microseconds(self._numbers(chunk, column), chunk)

    def _force_n(self, chunk: list[Row]) -> NDArray[np.float64]:
        """One column as it stands, several as the magnitude of a vector."""
        parts = [self._numbers(chunk, column) for column in self._columns.forces]
        with np.errstate(over="ignore"):
            raw = parts[0] if len(parts) == 1 else np.sqrt(sum(part * part for part in parts))
            force_n: NDArray[np.float64] = raw * self._columns.newtons_per_unit
        beyond = np.flatnonzero(np.abs(force_n) > MAX_FORCE_N)
        if len(beyond):
            raise InputError(f"row {chunk[beyond[0]].number}: no hand presses like that; is the unit right?")
        return force_n

    def _numbers(self, chunk: list[Row], column: int) -> NDArray[np.float64]:
        name = self._columns.names[column].strip()
        return np.array([row.number_in(column, name) for row in chunk])

    @contextmanager
    def _opened(self) -> Iterator[Iterator[list[str]]]:
        """The cells of each line, header first."""
        try:
            with self._path.open(encoding="utf-8-sig", newline="") as file:
                first = file.readline()
                file.seek(0)
                yield csv.reader(file, delimiter=_delimiter(first), skipinitialspace=True)
        except UnsupportedOperation as error:
            raise InputError("a pipe cannot be read twice: save it as a file first") from error
        except OSError as error:
            raise InputError(f"it cannot be opened: {error.strerror}") from error
        except (UnicodeDecodeError, csv.Error) as error:
            raise InputError("this is not a text table: export it as CSV in UTF-8") from error


def _microseconds(time_s: NDArray[np.float64], chunk: list[Row]) -> NDArray[np.int64]:
    beyond = np.flatnonzero(np.abs(time_s) > MAX_TIME_S)
    if len(beyond):
        raise InputError(f"row {chunk[beyond[0]].number}: that time is not in seconds")
    return np.rint(time_s * 1e6).astype(np.int64)


def _delimiter(header: str) -> str:
    return next((delimiter for delimiter in DELIMITERS if delimiter in header), ",")


def _check_order(time_us: NDArray[np.int64], latest_us: int | None, chunk: list[Row]) -> None:
    back = np.flatnonzero(np.diff(time_us, prepend=time_us[0] if latest_us is None else latest_us) < 0)
    if len(back):
        raise InputError(f"row {chunk[back[0]].number}: the time goes back; sort the rows by time")


def _is_stamp(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return not text.isdecimal()


def _stamp_us(row: Row, column: int) -> int:
    """Microseconds since 1970; a stamp without a zone is taken for UTC."""
    text = row.cell(column)
    try:
        stamp = datetime.fromisoformat(text)
    except ValueError as error:
        raise InputError(f"row {row.number}: '{text}' is no date and time") from error
    aware = stamp if stamp.tzinfo else stamp.replace(tzinfo=UTC)
    return (aware - _EPOCH) // timedelta(microseconds=1)
