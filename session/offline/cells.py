"""What the cells of a table mean: the rule, by the csv module of Python, one row at a time."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import chain
from math import isfinite, nan
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from session.errors import InputError
from session.offline.columns import Columns
from session.offline.lines import LONGEST_LINE, Lines

MISSING: Final = frozenset({"", "-", "--", "na", "n/a", "#n/a", "nan", "null", "none"})
"""What programs write where there is no number, in any case. Infinity is none of it: it is a fault of an instrument."""

NO_TIME: Final = int(np.iinfo(np.int64).min)
"""Stands for the time of a row that has none."""

MAX_TIME_US: Final = 10**18
"""32,000 years: sums of two fit int64."""

csv.field_size_limit(LONGEST_LINE)  # as long as a line: the module's own limit would refuse what Arrow reads

_NUMBER: Final = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)
_MARKED: Final = re.compile(r"[+-]?\d*([.,])\d*([eE][+-]?\d+)?", re.ASCII)
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


class Layout(NamedTuple):
    """How the rows of a table are to be read."""

    delimiter: str
    columns: Columns
    width: int
    """Cells that a row may have; more must be empty."""
    usual: int
    """Cells of the first row."""
    stamps: bool
    """Whether times are dates with a time of day."""

    @property
    def least(self) -> int:
        """Cells that a row must have."""
        return 1 + max(*self.columns.places.forces, self.columns.places.time or 0)

    def numbers(self, cells: Sequence[str]) -> list[str]:
        """The cells of a row that are numbers and count."""
        time, forces = self.columns.places.pick(cells)
        return forces if self.stamps or time is None else [time, *forces]


class Cells(NamedTuple):
    """The cells of some rows that count, in the table's own units."""

    number: NDArray[np.int64]
    """Each row's line in the file."""
    time_us: NDArray[np.int64]
    """`NO_TIME` where a row has none; zeros where the table has no times."""
    forces: tuple[NDArray[np.float64], ...]
    """One array for each column; NaN where a cell is empty."""
    mark: str | None
    """"." or ",": the first decimal mark so far, None before there was one."""
    cut_off: int = 0


class Row(NamedTuple):
    """One row; `number` is its line in the file."""

    number: int
    cells: list[str]


def read_cells(lines: Lines, layout: Layout, mark: str | None) -> Cells:
    """Read rows whose decimal mark is `mark`, or not known yet; raises `InputError`."""
    rows = list(split_rows(lines, layout))
    cut_off = int(lines.last and len(rows) == 1 and len(rows[0].cells) < layout.least)
    rows = rows[cut_off:]
    _check_widths(rows, layout)
    mark = mark or decimal_mark(cell for row in rows for cell in layout.numbers(row.cells))
    forces = tuple(_numbers(rows, place, layout, mark) for place in layout.columns.places.forces)
    return Cells(np.array([row.number for row in rows], np.int64), _times(rows, layout, mark), forces, mark, cut_off)


def split_rows(lines: Lines, layout: Layout) -> Iterator[Row]:
    """Yield the rows; an empty line is none, save in a table of one column, where it is an empty cell."""
    texts = [line.rstrip("\r") for line in lines.text.decode("utf-8", "replace").removesuffix("\n").split("\n")]
    reader = csv.reader(chain(texts, ("",)), delimiter=layout.delimiter, skipinitialspace=True)
    for number, text in enumerate(texts, start=lines.number):
        try:
            cells = next(reader)
        except csv.Error as error:
            raise InputError(f"row {number}: its line has an end of another kind in it; write one kind only") from error
        if reader.line_num != number - lines.number + 1:
            raise InputError(f"row {number}: a quote is not closed before the line ends")
        if text.strip() or layout.width == 1:
            yield Row(number, cells or [""])


def decimal_mark(cells: Iterable[str]) -> str | None:
    """The first decimal point or comma in numbers, None where all are whole."""
    return next((marked[1] for cell in cells if (marked := _MARKED.fullmatch(cell.strip()))), None)


def is_cell(text: str) -> bool:
    """Whether this can stand in a column of numbers: a number with either mark, or nothing."""
    return text.strip().lower() in MISSING or bool(_NUMBER.fullmatch(text.strip().replace(",", ".")))


def stamp(text: str) -> datetime | None:
    """A date with a time of day, None where the text is none."""
    try:
        return None if text.isdecimal() else datetime.fromisoformat(text)
    except ValueError:
        return None


def microseconds(time: NDArray[np.float64], per_unit: float) -> NDArray[np.int64]:
    """Times that may be NaN in whole microseconds; what is too large for them is `MAX_TIME_US` or more."""
    beyond = MAX_TIME_US / per_unit * 2
    time_us = np.rint(np.nan_to_num(np.clip(time, -beyond, beyond)) * per_unit).astype(np.int64)
    return np.where(np.isnan(time), NO_TIME, time_us)


def _check_widths(rows: list[Row], layout: Layout) -> None:
    """Raise `InputError` where the columns cannot be told from a row's cells."""
    least, most = layout.least, layout.width
    for number, cells in rows:
        if len(cells) < least:
            count = "1 cell" if len(cells) == 1 else f"{len(cells)} cells"
            raise InputError(f"row {number} has {count}, fewer than the header")
        if len(cells) > most and any(cell.strip() for cell in cells[most:]):
            advice = ": put semicolons between the cells if commas are decimal" if layout.delimiter == "," else ""
            raise InputError(f"row {number} has {len(cells)} cells, more than the header{advice}")


def _times(rows: list[Row], layout: Layout, mark: str | None) -> NDArray[np.int64]:
    place = layout.columns.places.time
    if place is None:
        return np.zeros(len(rows), np.int64)
    if layout.stamps:
        return np.array([_stamp_us(row, row.cells[place].strip()) for row in rows], np.int64)
    return microseconds(_numbers(rows, place, layout, mark), layout.columns.microseconds_per_unit)


def _numbers(rows: list[Row], place: int, layout: Layout, mark: str | None) -> NDArray[np.float64]:
    """The finite numbers of a column, NaN where they are missing."""
    name = layout.columns.names[place]
    return np.array([_number(number, cells[place], name, mark) for number, cells in rows], np.float64)


def _number(row: int, cell: str, name: str, mark: str | None) -> float:
    text = cell.strip()
    plain = text.replace(".", "?").replace(",", ".") if mark == "," else text
    if _NUMBER.fullmatch(plain) and isfinite(number := float(plain)):
        return number
    if text.lower() in MISSING:
        return nan
    other = {",": ".", ".": ","}.get(mark or "", "\n")
    mixed = f" (above, '{mark}' is the decimal mark)" if other in text else ""
    raise InputError(f"row {row}: '{text}' in column '{name}' is not a number{mixed}")


def _stamp_us(row: Row, text: str) -> int:
    """Microseconds since 1970; a stamp without a zone is taken for UTC."""
    if text.lower() in MISSING:
        return NO_TIME
    moment = stamp(text)
    if moment is None:
        raise InputError(f"row {row.number}: '{text}' is no date and time")
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return (aware - _EPOCH) // timedelta(microseconds=1)
